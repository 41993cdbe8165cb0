import { memePoint } from '../../../shared/controle/rapprocher.ts'
import type { Constat } from '../../../shared/controle/rapport.ts'
import type { Changement, Rubrique } from '../../../shared/referentiel/comparer.ts'

/** What differs between two checks of the same workbook. */
export interface EcartConstats {
  apparaissent: Constat[]
  disparaissent: Constat[]
  /** The same point, of another gravité: as it would be, after what it is. */
  changent: { avant: Constat; apres: Constat }[]
  inchanges: number
}

/** Sets two checks of the same workbook against each other: the same point is the same rule on the same cells. */
export function comparerConstats(avant: readonly Constat[], apres: readonly Constat[]): EcartConstats {
  const ecart: EcartConstats = { apparaissent: [], disparaissent: [], changent: [], inchanges: 0 }
  const restants = [...apres]
  const prendre = (memes: (c: Constat) => boolean): Constat | undefined => {
    const rang = restants.findIndex(memes)
    return rang < 0 ? undefined : restants.splice(rang, 1)[0]
  }
  const noter = (constat: Constat, jumeau: Constat): void => {
    if (jumeau.gravite === constat.gravite) ecart.inchanges++
    else ecart.changent.push({ avant: constat, apres: jumeau })
  }
  // Those that find the same are tied first, so that none is taken by another of its rule and cells.
  const seuls = avant.filter((constat) => {
    const jumeau = prendre((c) => memePoint(c, constat) && c.constate === constat.constate)
    if (jumeau) noter(constat, jumeau)
    return !jumeau
  })
  for (const constat of seuls) {
    const jumeau = prendre((c) => memePoint(c, constat))
    if (jumeau) noter(constat, jumeau)
    else ecart.disparaissent.push(constat)
  }
  ecart.apparaissent = restants
  return ecart
}

/** Sentences by rubrique, in the order in which the rubriques come. */
export function parRubrique(changements: readonly Changement[]): [Rubrique, string[]][] {
  const groupes = new Map<Rubrique, string[]>()
  for (const { rubrique, phrase } of changements)
    groupes.set(rubrique, [...(groupes.get(rubrique) ?? []), phrase])
  return [...groupes]
}
