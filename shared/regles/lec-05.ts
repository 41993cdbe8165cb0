import { enumerer } from '../classeur/texte.ts'
import type { ConstatBrut, Regle } from './regle.ts'

const LIEUX = {
  'tableau-de-bord': 'Le tableau de bord garde',
  fiche: 'Les fiches action gardent',
  envois: 'La liste des envois garde',
} as const

/** LEC-05: blanks of the models left in the tableau de bord, the fiches action or the list of sendings; those of the contract are CON-01's. */
export const LEC_05: Regle = {
  id: 'LEC-05',
  titre: 'Les blancs des modèles sont remplis dans les annexes',
  verifier: ({ annexes: { restes } }) => ({
    constats: (['tableau-de-bord', 'fiche', 'envois'] as const).flatMap((ou): ConstatBrut[] => {
      const siens = restes.filter((r) => r.ou === ou)
      if (siens.length === 0) return []
      const mots = enumerer([...new Set(siens.map((r) => `« ${r.texte} »`))])
      return [
        {
          cellules: [...new Set(siens.map((r) => r.cellule))],
          message: `${LIEUX[ou]} des blancs du modèle (${mots}). Remplissez-les.`,
          constate: mots,
          attendu: 'des valeurs à la place des blancs du modèle',
          correction: null,
        },
      ]
    }),
  }),
}
