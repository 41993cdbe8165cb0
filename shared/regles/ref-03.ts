import { memoriser } from '../classeur/memoire.ts'
import { enumerer, normaliser } from '../classeur/texte.ts'
import { objectifDe } from '../referentiel/decider.ts'
import { libelleSeul, objectifDuLibelle } from '../referentiel/libelle.ts'
import type { ConstatBrut, Regle } from './regle.ts'
import { ecrireTitre } from './titre.ts'

/** A title without what does not count: case, accents, quotes. Those of a plan are written on many rows. */
const nu = memoriser(
  (texte: string) =>
    normaliser(texte)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  300,
)

/** What a cell prints beside the number, empty where there is nothing. */
const libelle = memoriser(libelleSeul, 300)

/** REF-03: one objectif printed under several titles: the plan should name it one way. Case, accents and quotes do not count. */
export const REF_03: Regle = {
  id: 'REF-03',
  titre: 'Un objectif garde le même libellé dans tout le plan',
  verifier: ({ plan, referentiel }) => {
    const parObjectif = Map.groupBy(
      plan.actions.filter((a) => a.objectif !== null && a.objectifsLus.length > 0),
      (a) => a.objectif!,
    )
    return {
      constats: [...parObjectif].flatMap(([objectif, actions]): ConstatBrut[] => {
        const lus = actions.flatMap((a) => a.objectifsLus.map((lu) => ({ lu, action: a.numero })))
        const parLibelle = Map.groupBy(
          lus.filter((x) => libelle(x.lu.texte) !== ''),
          (x) => nu(libelle(x.lu.texte)),
        )
        if (parLibelle.size < 2) return []
        const titres = [...parLibelle.values()].map((g) => {
          const numeros = [...new Set(g.map((x) => x.action))]
          return `« ${g[0]!.lu.texte} » (${numeros.length < 2 ? 'action' : 'actions'} ${numeros.join(', ')})`
        })
        // A title that is another objectif’s is REF-02’s matter: which of the two is meant is not known.
        const officiel = objectifDe(referentiel, objectif)
        const autres = [...parLibelle].filter(([t]) => t !== nu(officiel?.titre ?? '')).flatMap(([, g]) => g)
        const sur = officiel && autres.every((x) => !objectifDuLibelle(referentiel, objectif, x.lu.texte))
        return [
          {
            cellules: [...parLibelle.values()].flatMap((g) => g.map((x) => x.lu.cellule)),
            message: `L’objectif ${objectif} est écrit sous ${parLibelle.size} libellés : ${enumerer(titres)}. Reprenez partout celui du texte.`,
            constate: `${parLibelle.size} libellés`,
            attendu: 'un seul libellé',
            correction: sur
              ? ecrireTitre(
                  officiel,
                  autres.map((x) => x.lu),
                )
              : null,
          },
        ]
      }),
    }
  },
}
