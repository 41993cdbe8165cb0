import { bilansDe, estRendu, SANS_BILAN } from './bilans.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/** BIL-10: the reports are debated in the ODPE (circular, III). */
export const BIL_10: Regle = {
  id: 'BIL-10',
  titre: 'Chaque bilan rendu a sa date de passage en ODPE',
  verifier: (contexte) => {
    const rendus = bilansDe(contexte).filter(estRendu)
    if (rendus.length === 0) return SANS_BILAN
    return {
      constats: rendus
        .filter((b) => !b.champs.some((c) => c.cle === 'bilan-odpe' && c.date !== null))
        .map((b): ConstatBrut => ({
          cellules: [...new Set(b.champs.flatMap((c) => (c.date ? [c.date.cellule] : [])))],
          message: `Le bilan ${b.annee} est rendu sans date de passage devant l’observatoire départemental de la protection de l’enfance (ODPE), où il doit être débattu. Inscrivez cette date.`,
          constate: 'aucune date d’ODPE',
          attendu: 'une date de passage en ODPE',
          correction: null,
        })),
    }
  },
}
