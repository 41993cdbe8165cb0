import type { Feuille } from '../classeur/classeur.ts'
import { texteCellule } from '../classeur/texte-cellule.ts'
import { normaliser } from '../classeur/texte.ts'
import { lireObjectifOuTitre } from '../referentiel/titres.ts'
import type { TexteLu } from './plan.ts'

/** « Total objectif 1 », « S/T OF 12 », « Sous-total de l'objectif n° 3 ». */
const TOTAL_D_OBJECTIF =
  /^(?:sous[- ]?|s ?[/.] ?)?(?:total|totaux|t|st)\b[^\d]{0,20}\b(?:objectifs?|obj|of) ?(?:n )?(\d{1,3})\b/

/**
 * The objectif of rows that leave it blank, where it is written once for a group that a sub-total of its name ends:
 * without that sub-total nothing tells whether the blank goes on or is an oversight.
 * @param corps 0-based rows of the table's body, in order
 * @param lire the objectif that a row writes
 * @returns what the group writes, by row
 */
export function objectifsDeGroupe(
  feuille: Feuille,
  corps: readonly number[],
  totaux: ReadonlySet<number>,
  lire: (ligne: number) => TexteLu | null,
): ReadonlyMap<number, TexteLu> {
  const trouves = new Map<number, TexteLu>()
  const nommes = new Map([...totaux].map((l) => [l, totalDObjectif(feuille, l)]))
  if ([...nommes.values()].every((n) => n === null)) return trouves
  let groupe: { lu: TexteLu; suite: number[] } | null = null
  for (const ligne of corps) {
    if (totaux.has(ligne)) {
      const total = nommes.get(ligne) ?? null
      if (total === null) continue
      if (groupe && lireObjectifOuTitre(groupe.lu.texte) === total)
        for (const l of groupe.suite) trouves.set(l, groupe.lu)
      groupe = null
      continue
    }
    const lu = lire(ligne)
    if (lu) groupe = { lu, suite: [] }
    else groupe?.suite.push(ligne)
  }
  return trouves
}

function totalDObjectif(feuille: Feuille, ligne: number): number | null {
  for (const cellule of feuille.lignes.get(ligne)!.values()) {
    const m = TOTAL_D_OBJECTIF.exec(normaliser(texteCellule(cellule)))
    if (m) return Number(m[1])
  }
  return null
}
