import { exigerIndicateurs, SANS_TABLEAU } from './indicateurs.ts'
import type { Regle } from './regle.ts'

/** Objectifs whose indicators have a rule of their own. */
const A_LEUR_REGLE = new Set([6, 9])

/** OBJ-14: the harmonised indicators of the imposed objectifs are those of annexe 5.2 (annexe 6, introduction). */
export const OBJ_14: Regle = {
  id: 'OBJ-14',
  titre: 'Les indicateurs harmonisés des objectifs imposés sont suivis',
  verifier: (contexte) => {
    if (!contexte.annexes.tableauDeBord) return SANS_TABLEAU
    const imposes = contexte.referentiel.objectifs.filter(
      (o) => o.caractere !== 'facultatif' && !A_LEUR_REGLE.has(o.numero),
    )
    return {
      constats: imposes.flatMap(({ numero }) => {
        const r = exigerIndicateurs(contexte, numero, (i) => i.cible !== 'facultative')
        return 'constats' in r ? r.constats : []
      }),
    }
  },
}
