import { enumerer } from '../classeur/texte.ts'
import { echeanceDe } from './echeances.ts'
import type { Regle } from './regle.ts'

/** CAL-14: the pieces that go with the signed contract are all in the list (instruction of 2024, documents signés). */
export const CAL_14: Regle = {
  id: 'CAL-14',
  titre: 'Le contrat signé part avec toutes ses pièces',
  verifier: (contexte) => {
    const echeance = echeanceDe(contexte, 'contrat-signe')
    const lignes = contexte.annexes.envois?.lignes.filter((e) => e.date !== null) ?? []
    const contrat = lignes.filter((e) => e.pieces.includes('contrat-signe'))
    if (!echeance || contrat.length === 0) return { sansObjet: 'Aucun envoi de contrat signé n’est inscrit.' }
    const absentes = echeance.pieces.filter((p) => !lignes.some((e) => e.pieces.includes(p)))
    if (absentes.length === 0) return { constats: [] }
    const noms = absentes.map((p) => contexte.referentiel.pieces.find((x) => x.id === p)?.nom ?? p)
    return {
      constats: [
        {
          cellules: contrat.map((e) => e.piece.cellule),
          message: `Le contrat signé est envoyé sans ${noms.length < 2 ? 'cette pièce' : 'ces pièces'} : ${enumerer(noms)}. Le texte demande : ${echeance.quoi}. Envoyez ce qui manque, et inscrivez-le dans la liste.`,
          constate: `sans ${enumerer(noms)}`,
          attendu: echeance.quoi,
          reference: echeance.reference,
          correction: null,
        },
      ],
    }
  },
}
