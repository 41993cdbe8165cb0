import { normaliser } from '../classeur/texte.ts'
import type { IndicateurLu } from '../contrat/contrat.ts'
import type { Indicateur } from '../referentiel/exigences.ts'
import type { ConstatBrut, Contexte, Resultat } from './regle.ts'

/** What the rules of the tableau de bord share: which row bears which harmonised indicator. */

const SIGLES: [RegExp, string][] = [
  [/\bepp\b/g, 'entretiens prenataux precoces'],
  [/\bvad\b/g, 'visites a domicile'],
  [/\bips?\b/g, 'informations preoccupantes'],
  [/\b3 mois\b/g, 'trois mois'],
  [/\b(?:pourcentage|proportion|part)\b/g, 'taux'],
]
const VIDES = new Set(['nombre', 'dans', 'avec', 'pour', 'leur', 'annee'])

function deployer(texte: string): string {
  return SIGLES.reduce((t, [sigle, mots]) => t.replace(sigle, mots), normaliser(texte))
}

function racines(texte: string): Set<string> {
  const mots = deployer(texte).match(/[a-z0-9]+/g) ?? []
  return new Set(mots.filter((m) => m.length > 3 && !VIDES.has(m)).map((m) => m.slice(0, 6)))
}

/** Likeness of two wordings, 0 to 1 (Dice on stems). */
function ressemblance(a: Set<string>, b: Set<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let communs = 0
  for (const r of a) if (b.has(r)) communs++
  return (2 * communs) / (a.size + b.size)
}

const SEUIL = 0.5

/**
 * The row of each harmonised indicator: the closest one, a row for one indicator only, or a row that prints several
 * in one cell. Undefined where no row is close enough.
 */
export function apparier(
  harmonises: readonly Indicateur[],
  lus: readonly IndicateurLu[],
): Map<Indicateur, IndicateurLu> {
  const paires = harmonises.flatMap((h) => {
    const titres = [h.libelle, ...h.variantes]
    const plats = titres.map((t) => deployer(t))
    const siennes = titres.map(racines)
    return lus.map((lu) => {
      const texte = deployer(lu.libelle.texte)
      const racinesLues = racines(lu.libelle.texte)
      const contient = plats.some((p) => texte.includes(p))
      const note = Math.max(...siennes.map((s) => ressemblance(s, racinesLues)))
      return { h, lu, contient: contient && texte.length > plats[0]!.length + 20, note }
    })
  })
  const trouves = new Map<Indicateur, IndicateurLu>()
  const pris = new Set<IndicateurLu>()
  for (const { h, lu, note } of paires.toSorted((a, b) => b.note - a.note)) {
    if (note < SEUIL || trouves.has(h) || pris.has(lu)) continue
    trouves.set(h, lu)
    pris.add(lu)
  }
  for (const { h, lu, contient } of paires) if (contient && !trouves.has(h)) trouves.set(h, lu)
  return trouves
}

/** The objectifs that the plan serves. */
export function objectifsRetenus({ plan }: Contexte): Set<number> {
  return new Set(plan.actions.map((a) => a.objectif).filter((o) => o !== null))
}

/** The rows of an objectif. */
export function lignesDe({ annexes }: Contexte, objectif: number): IndicateurLu[] {
  return annexes.tableauDeBord?.indicateurs.filter((i) => i.objectif === objectif) ?? []
}

/** Where a row should be added: the rows of the objectif, or the header. */
export function ouAjouter(contexte: Contexte, objectif: number): string[] {
  const lignes = lignesDe(contexte, objectif)
  return lignes.length > 0
    ? lignes.map((i) => i.libelle.cellule)
    : (contexte.annexes.tableauDeBord?.entetes ?? [])
}

/** Does a row hold a figure among its targets? */
export function aUneCible(lu: IndicateurLu): boolean {
  return lu.valeurs.some(({ colonne, valeur }) => colonne.nature === 'cible' && /\d/.test(valeur.texte))
}

export const SANS_TABLEAU = { sansObjet: 'Le classeur ne contient pas de tableau de bord.' }

/**
 * The harmonised indicators of a retained objectif are followed, with a target where the text asks for one.
 * @param garder which of the objectif's indicators this rule looks at
 */
export function exigerIndicateurs(
  contexte: Contexte,
  objectif: number,
  garder: (i: Indicateur) => boolean = () => true,
): Resultat {
  const { annexes, referentiel } = contexte
  if (!annexes.tableauDeBord) return SANS_TABLEAU
  if (!objectifsRetenus(contexte).has(objectif))
    return { sansObjet: `L’objectif ${objectif} n’est pas retenu.` }
  const siens = referentiel.indicateurs.filter((i) => i.objectif === objectif)
  const harmonises = siens.filter(garder)
  if (harmonises.length === 0)
    return { sansObjet: `Le référentiel n’a pas d’indicateur harmonisé pour l’objectif ${objectif}.` }
  const lignes = lignesDe(contexte, objectif)
  if (lignes.length === 0) return { sansObjet: 'L’objectif n’a pas de ligne : une autre règle le dit.' }
  const trouves = apparier(siens, lignes)
  const constats: ConstatBrut[] = []
  for (const h of harmonises) {
    const lu = trouves.get(h)
    if (!lu)
      constats.push({
        cellules: ouAjouter(contexte, objectif),
        message: `Objectif ${objectif} : l’indicateur harmonisé « ${h.libelle} » n’est pas dans le tableau de bord. Ajoutez sa ligne, ou reprenez le libellé du texte.`,
        constate: 'indicateur absent',
        attendu: `« ${h.libelle} »`,
        reference: h.reference,
        correction: null,
      })
    else if (['requise', 'si-retenu'].includes(h.cible) && objectif > 5 && !aUneCible(lu))
      constats.push({
        cellules: [lu.libelle.cellule],
        message: `Objectif ${objectif} : l’indicateur « ${lu.libelle.texte} » n’a pas de cible chiffrée. Inscrivez au moins une valeur prévisionnelle.`,
        constate: 'aucune cible',
        attendu: 'une cible chiffrée',
        reference: h.reference,
        correction: null,
      })
  }
  return { constats }
}

/** A rate that the tableau de bord writes, beside the ratio of two of its rows, column by column. */
export function verifierTaux(
  lignes: { taux: IndicateurLu; numerateur: IndicateurLu; denominateur: IndicateurLu },
  dire: (periode: string) => string,
): ConstatBrut[] {
  const { taux, numerateur, denominateur } = lignes
  return taux.valeurs.flatMap(({ colonne, valeur }): ConstatBrut[] => {
    const de = (lu: IndicateurLu) => lu.valeurs.find((v) => v.colonne === colonne)?.valeur
    const n = de(numerateur)
    const d = de(denominateur)
    if (colonne.nature === 'cible' || valeur.nombre === null || !d?.nombre) return []
    if (n === undefined || n.nombre === null) return []
    const juste = n.nombre / d.nombre
    // 0,45 or 45: a rate is written both ways; rounded to the percent at the coarsest.
    const ecart = Math.min(Math.abs(valeur.nombre - juste), Math.abs(valeur.nombre / 100 - juste))
    if (ecart <= 0.0051) return []
    const pourcent = (x: number) => `${(x * 100).toFixed(1).replace('.', ',')} %`
    const lu = Math.abs(valeur.nombre) <= 1 ? valeur.nombre : valeur.nombre / 100
    return [
      {
        cellules: [valeur.cellule, n.cellule, d.cellule],
        message: `${dire(colonne.entete.texte)} : le taux inscrit (${pourcent(lu)}) n’est pas le rapport des deux nombres du tableau, ${pourcent(juste)}. Corrigez le taux ou le nombre fautif.`,
        constate: pourcent(lu),
        attendu: pourcent(juste),
        correction: null,
      },
    ]
  })
}
