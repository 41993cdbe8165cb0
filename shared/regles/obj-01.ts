import { enumerer } from '../classeur/texte.ts'
import type { Regle } from './regle.ts'

/** OBJ-01: at most as many facultatifs as the text has (circular, I-B: « jusqu'à 15 »). Numbers that it does not know are REF-01's matter. */
export const OBJ_01: Regle = {
  id: 'OBJ-01',
  titre: 'Le plan ne retient pas plus d’objectifs facultatifs que le texte n’en ouvre',
  verifier: ({ plan, referentiel }) => {
    const ouverts = referentiel.objectifs.filter((o) => o.caractere === 'facultatif').map((o) => o.numero)
    const imposes = new Set(
      referentiel.objectifs.filter((o) => o.caractere !== 'facultatif').map((o) => o.numero),
    )
    const retenus = new Set(plan.actions.map((a) => a.objectif).filter((o) => o !== null && !imposes.has(o)))
    if (retenus.size <= ouverts.length) return { constats: [] }
    const actions = plan.actions.filter((a) => a.objectif !== null && retenus.has(a.objectif))
    return {
      constats: [
        {
          cellules: actions.flatMap((a) => a.objectifsLus.map((o) => o.cellule)),
          message: `Le plan retient ${retenus.size} objectifs facultatifs, le texte en ouvre ${ouverts.length}. Vérifiez les numéros ${enumerer([...retenus].filter((o) => !ouverts.includes(o!)).map(String))}.`,
          constate: `${retenus.size} objectifs facultatifs`,
          attendu: `${ouverts.length} au plus`,
          correction: null,
        },
      ],
    }
  },
}
