import { corriger, courrielsDe } from './adresses.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/** An address that means to be that of the DGCS for these contracts. */
const POUR_LA_DGCS = /contrats?[-_.]?enfance|dgcs.*@|@.*dgcs/

/** CAL-08: what goes to the DGCS goes to the address that the text writes (circular, I-B). */
export const CAL_08: Regle = {
  id: 'CAL-08',
  titre: 'Les envois à la DGCS vont à l’adresse que le texte écrit',
  verifier: ({ annexes, classeur, referentiel }) => {
    if (!annexes.envois) return { sansObjet: 'Le classeur ne tient pas de liste d’envois.' }
    const justes = referentiel.destinataires.map((d) => d.courriel)
    const refusees = referentiel.destinataires.flatMap((d) => d.graphiesRefusees.map((g) => g.graphie))
    return {
      constats: annexes.envois.lignes.flatMap((e) =>
        courrielsDe(e)
          .filter(({ courriel }) => POUR_LA_DGCS.test(courriel))
          .filter(({ courriel }) => !justes.includes(courriel) && !refusees.includes(courriel))
          .map(({ courriel, cellule }): ConstatBrut => ({
            cellules: [cellule, e.piece.cellule],
            message: `L’envoi « ${e.piece.texte} » est adressé à ${courriel}, qui n’est pas l’adresse du texte : ${justes.join(', ')}. Corrigez l’adresse, et renvoyez la pièce si elle est partie.`,
            constate: courriel,
            attendu: justes.join(' ou '),
            correction: justes.length === 1 ? corriger(classeur, cellule, courriel, justes[0]!) : null,
          })),
      ),
    }
  },
}
