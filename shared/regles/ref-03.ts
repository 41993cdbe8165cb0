import { enumerer, normaliser } from '../classeur/texte.ts'
import { libelleSeul } from '../referentiel/libelle.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/** REF-03: one objectif printed under several titles: the plan should name it one way. Case, accents and quotes do not count. */
export const REF_03: Regle = {
  id: 'REF-03',
  titre: 'Un objectif garde le même libellé dans tout le plan',
  verifier: ({ plan }) => {
    const parObjectif = Map.groupBy(
      plan.actions.filter((a) => a.objectif !== null && a.objectifsLus.length > 0),
      (a) => a.objectif!,
    )
    return {
      constats: [...parObjectif].flatMap(([objectif, actions]): ConstatBrut[] => {
        const lus = actions.flatMap((a) => a.objectifsLus.map((lu) => ({ lu, action: a.numero })))
        const parLibelle = Map.groupBy(
          lus.filter((x) => libelleSeul(x.lu.texte) !== ''),
          (x) => normaliser(libelleSeul(x.lu.texte)).replace(/[^a-z0-9]+/g, ' '),
        )
        if (parLibelle.size < 2) return []
        const titres = [...parLibelle.values()].map(
          (g) =>
            `« ${g[0]!.lu.texte} » (${g.length < 2 ? 'action' : 'actions'} ${[...new Set(g.map((x) => x.action))].join(', ')})`,
        )
        return [
          {
            cellules: [...parLibelle.values()].flatMap((g) => g.map((x) => x.lu.cellule)),
            message: `L’objectif ${objectif} est écrit sous ${parLibelle.size} libellés : ${enumerer(titres)}. Reprenez partout celui du texte.`,
            constate: `${parLibelle.size} libellés`,
            attendu: 'un seul libellé',
            correction: null,
          },
        ]
      }),
    }
  },
}
