import { corriger, courrielsDe } from './adresses.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/** CAL-09: the misprinted address of the instruction (« dqcs- ») is refused by name. */
export const CAL_09: Regle = {
  id: 'CAL-09',
  titre: 'Aucun envoi ne part à une adresse que le texte imprime par erreur',
  verifier: ({ annexes, classeur, referentiel }) => {
    if (!annexes.envois) return { sansObjet: 'Le classeur ne tient pas de liste d’envois.' }
    const refusees = referentiel.destinataires.flatMap((d) =>
      d.graphiesRefusees.map((g) => ({ ...g, juste: d.courriel })),
    )
    return {
      constats: annexes.envois.lignes.flatMap((e) =>
        courrielsDe(e).flatMap(({ courriel, cellule }): ConstatBrut[] => {
          const refusee = refusees.find((r) => r.graphie === courriel)
          if (!refusee) return []
          return [
            {
              cellules: [cellule, e.piece.cellule],
              message: `L’envoi « ${e.piece.texte} » est adressé à ${courriel} : ${refusee.raison}. L’adresse juste est ${refusee.juste}. Corrigez-la, et renvoyez la pièce si elle est partie.`,
              constate: courriel,
              attendu: refusee.juste,
              reference: refusee.reference,
              correction: corriger(classeur, cellule, courriel, refusee.juste),
            },
          ]
        }),
      ),
    }
  },
}
