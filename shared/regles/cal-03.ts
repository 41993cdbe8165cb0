import { normaliser } from '../classeur/texte.ts'
import { echeanceDe, verifierEnvoi } from './echeances.ts'
import type { Regle } from './regle.ts'

/** Sendings of the final documents say nothing of the first version. */
const FINAL = /definiti|signe|final|annexe/

/** CAL-03: the first version of the tableau de bord, of the plan d'action and of the fiches actions is sent in time (circular, I-B). */
export const CAL_03: Regle = {
  id: 'CAL-03',
  titre: 'La première version du tableau de bord, du plan d’action et des fiches actions est envoyée à temps',
  verifier: (contexte) => {
    const { annexes } = contexte
    const lignes = annexes.envois?.lignes.filter((e) => !FINAL.test(normaliser(e.piece.texte))) ?? []
    const premieres = { ...annexes, envois: annexes.envois && { ...annexes.envois, lignes } }
    return verifierEnvoi(
      { ...contexte, annexes: premieres },
      'premiere-version',
      echeanceDe(contexte, 'premiere-version')?.pieces ?? [],
    )
  },
}
