import { lireIntertitre } from '../plan/intertitres.ts'
import { lireObjectif } from '../referentiel/lire.ts'
import { objectifDuTitre } from '../referentiel/titres.ts'
import { celluleEn, type Cellule, type Feuille } from './classeur.ts'
import type { ColonneReconnue, RoleColonne, TableReconnue } from './comprehension.ts'
import { ROLES_MONTANT } from './entetes.ts'
import { texteCellule } from './texte-cellule.ts'
import { normaliser } from './texte.ts'

/** Rows that add up other rows, by their words, by their formulas, or by their figures: counted, they would double the plan. */

const TOTAL =
  /^(s ?[/.] ?|s |sous[- —–]?|↳ ?)?(tota(l|ux)|t o t a l)\b|^(s\/t|st|s\. ?t\.?|σ|somme|cumul|recap(itulatif|itulation)?|report|solde|general|moyenne|ecart|disponible)( \d+)?$|^(s ?\/ ?t|st|s\. ?t\.?) (?:de l'|de la |du |d')?(objectif|obj|of|engagement|axe|action|enveloppe|fir|p ?304|ondam)\b|^(somme|cumul|recapitulatif|ensemble|montant total|cout total|reste|rappel|plafond|enveloppes? notifiee?s?|notification|dotation notifiee|% d[ue])\b/

/** The rows of totals and sub-totals of a table, 0-based and ascending. */
export function lignesDeTotal(feuille: Feuille, table: TableReconnue): number[] {
  const { colonnes, derniereLigneEntete, plage } = table
  const corps = [...feuille.lignes.keys()].filter((l) => l > derniereLigneEntete && l <= plage.derniereLigne)
  const totaux = new Set(corps.filter((l) => estLigneTotal(feuille, l, colonnes)))
  for (const l of suiteDeTotal(feuille, table, corps, totaux)) totaux.add(l)
  for (const l of titresChiffres(feuille, table, corps, totaux)) totaux.add(l)
  for (const l of sommesDeSousActions(feuille, table, corps, totaux)) totaux.add(l)
  for (const l of sansMot(feuille, table, corps, totaux)) totaux.add(l)
  return corps.filter((l) => totaux.has(l))
}

/** Columns that only the row of an action, or of one of its funders, fills, and that tell it from the next. */
export const D_UN_FINANCEMENT: ReadonlySet<RoleColonne | null> = new Set<RoleColonne | null>([
  'exercice',
  'enveloppe',
  'financeur',
])

/** « TOTAL | État | 120 000 » goes on with « | Département | 135 000 »: a total that has a row for each funder, or each year. */
function suiteDeTotal(
  feuille: Feuille,
  { colonnes }: TableReconnue,
  corps: readonly number[],
  totaux: ReadonlySet<number>,
): number[] {
  const texte = (ligne: number, c: ColonneReconnue) =>
    texteCellule(celluleEn(feuille, ligne, c.colonne)).trim()
  const distingue = (ligne: number) =>
    colonnes.some(
      (c) =>
        D_UN_FINANCEMENT.has(c.role) && texte(ligne, c) !== '' && !TOTAL.test(normaliser(texte(ligne, c))),
    )
  const anonyme = (ligne: number) =>
    colonnes.every(
      (c) =>
        c.role === null ||
        ROLES_MONTANT.has(c.role) ||
        D_UN_FINANCEMENT.has(c.role) ||
        texte(ligne, c) === '',
    )
  const suite: number[] = []
  let dansTotal = false
  for (const ligne of corps) {
    if (totaux.has(ligne)) dansTotal = distingue(ligne) && !anonyme(ligne)
    else if (dansTotal && anonyme(ligne) && distingue(ligne)) suite.push(ligne)
    else dansTotal = false
  }
  return suite
}

/** A row without number whose amounts are all sums of rows is a total, whatever it is called. */
function sommeDesLignes(feuille: Feuille, ligne: number, colonnes: readonly ColonneReconnue[]): boolean {
  const montants = colonnes
    .filter((c) => c.role !== null && ROLES_MONTANT.has(c.role))
    .map((c) => celluleEn(feuille, ligne, c.colonne))
    .filter((c) => c !== undefined)
  return (
    montants.length > 0 &&
    montants.every((c) =>
      /\b(SUM|SUBTOTAL|AGGREGATE|SUMIFS?)\s*\(.*?([A-Z]+)\$?\d+:\$?\2\$?\d+/i.test(c.formule ?? ''),
    )
  )
}

/** Is this row a total or a sub-total? A row that bears an action's number never is, whatever its period says. */
function estLigneTotal(feuille: Feuille, ligne: number, colonnes: readonly ColonneReconnue[]): boolean {
  const numero = colonnes.find((c) => c.role === 'numero')
  const n = numero ? normaliser(texteCellule(celluleEn(feuille, ligne, numero.colonne))) : ''
  if (n !== '' && !TOTAL.test(n)) return false
  if (n === '' && sommeDesLignes(feuille, ligne, colonnes)) return true
  for (const [colonne, cellule] of feuille.lignes.get(ligne) ?? []) {
    const role = colonnes.find((c) => c.colonne === colonne)?.role
    if (role && (ROLES_MONTANT.has(role) || role === 'exercice')) continue
    if (typeof cellule.valeur === 'string' && TOTAL.test(normaliser(cellule.valeur))) return true
  }
  return false
}

/** The figures of a row in the columns of amounts; null where one of them is no number. */
function chiffres(feuille: Feuille, ligne: number, montants: readonly ColonneReconnue[]): number[] | null {
  const lus = montants.map((c) => celluleEn(feuille, ligne, c.colonne)?.valeur ?? 0)
  return lus.every((v) => typeof v === 'number') ? lus : null
}

const montantsDe = (colonnes: readonly ColonneReconnue[]): ColonneReconnue[] =>
  colonnes.filter((c) => c.role !== null && ROLES_MONTANT.has(c.role))

/** Sums of euros written with decimals agree but for the last bits. */
const ECART_MAX = 0.005

const egaux = (a: readonly number[], b: readonly number[]): boolean =>
  a.some((n) => n !== 0) && a.every((n, i) => Math.abs(n - b[i]!) < ECART_MAX)

/** Does a row hold amounts and nothing else: no word, nothing in the columns that name an action or its funder? */
function muettes(feuille: Feuille, colonnes: readonly ColonneReconnue[]): (ligne: number) => boolean {
  const reperes = new Set(
    colonnes.flatMap((c) => (c.role === null || ROLES_MONTANT.has(c.role) ? [] : [c.colonne])),
  )
  return (ligne) =>
    [...feuille.lignes.get(ligne)!].every(([c, { valeur }]) => typeof valeur === 'number' && !reperes.has(c))
}

/** Rows of amounts and nothing else, that are the sums of the rows above them, all of them or those since the last total. */
function sansMot(
  feuille: Feuille,
  { colonnes }: TableReconnue,
  corps: readonly number[],
  totaux: ReadonlySet<number>,
): number[] {
  const montants = montantsDe(colonnes)
  const estMuette = muettes(feuille, colonnes)
  const trouvees: number[] = []
  let depuis = { sommes: montants.map(() => 0), lignes: 0 }
  const debut = { sommes: montants.map(() => 0), lignes: 0 }
  for (const ligne of corps) {
    const somme = (): boolean => {
      const lus = estMuette(ligne) ? chiffres(feuille, ligne, montants) : null
      return lus !== null && [debut, depuis].some((s) => s.lignes > 1 && egaux(lus, s.sommes))
    }
    const dite = totaux.has(ligne)
    if (dite || somme()) {
      if (!dite) trouvees.push(ligne)
      depuis = { sommes: montants.map(() => 0), lignes: 0 }
      continue
    }
    for (const s of [debut, depuis]) {
      s.lignes++
      ajouter(s.sommes, feuille, ligne, montants)
    }
  }
  return trouvees
}

function ajouter(
  sommes: number[],
  feuille: Feuille,
  ligne: number,
  montants: readonly ColonneReconnue[],
): void {
  for (const [i, c] of montants.entries()) {
    const v = celluleEn(feuille, ligne, c.colonne)?.valeur
    if (typeof v === 'number') sommes[i]! += v
  }
}

/** Of six levels at most: each row is held against those above it. */
const CODE = /^\d{1,3}(?:\.\d{1,3}){0,5}$/

/** « 1 » bears what « 1.1 » and « 1.2 » under it add up to. A row without a code is the next funder of the one above it, whose part may be the same. */
function sommesDeSousActions(
  feuille: Feuille,
  { colonnes }: TableReconnue,
  corps: readonly number[],
  totaux: ReadonlySet<number>,
): number[] {
  const numero = colonnes.find((c) => c.role === 'numero')
  if (!numero) return []
  const montants = montantsDe(colonnes)
  const code = (ligne: number) =>
    normaliser(texteCellule(celluleEn(feuille, ligne, numero.colonne))).replace(/\.$/, '')
  const lignes = corps.flatMap((ligne) => (totaux.has(ligne) ? [] : [{ ligne, code: code(ligne) }]))
  return lignes.flatMap((tete, i) => {
    if (!CODE.test(tete.code)) return []
    const sommes = montants.map(() => 0)
    let sous = 0
    for (let k = i + 1; k < lignes.length; k++) {
      const { ligne, code } = lignes[k]!
      if (code !== '' && !code.startsWith(`${tete.code}.`)) break
      const porteDessous = code !== '' && lignes[k + 1]?.code.startsWith(`${code}.`)
      if (porteDessous) continue
      if (code !== '') sous++
      ajouter(sommes, feuille, ligne, montants)
    }
    const dits = chiffres(feuille, tete.ligne, montants)
    return sous > 0 && dits !== null && egaux(dits, sommes) ? [tete.ligne] : []
  })
}

/** Headings of an objectif, between numbered actions, that bear the sums of the actions under them. */
function titresChiffres(
  feuille: Feuille,
  { colonnes }: TableReconnue,
  corps: readonly number[],
  totaux: ReadonlySet<number>,
): number[] {
  if (!colonnes.some((c) => c.role === 'numero' || c.role === 'intitule')) return []
  const montants = montantsDe(colonnes)
  const estMuette = muettes(feuille, colonnes)
  const trouves: number[] = []
  let titre: { ligne: number; dits: number[] | null } | null = null
  let sommes = montants.map(() => 0)
  const clore = () => {
    if (titre?.dits && egaux(titre.dits, sommes)) trouves.push(titre.ligne)
  }
  for (const ligne of corps) {
    if (totaux.has(ligne)) continue
    if (titreChiffre(feuille, ligne, colonnes)) {
      clore()
      titre = { ligne, dits: chiffres(feuille, ligne, montants) }
      sommes = montants.map(() => 0)
    } else if (titre !== null && !estMuette(ligne)) ajouter(sommes, feuille, ligne, montants)
  }
  clore()
  return trouves
}

/** Columns that the row of an action, or of one of its funders, fills, and that a heading leaves blank. A heading may be numbered as its actions are. */
const D_UNE_ACTION: ReadonlySet<RoleColonne | null> = new Set<RoleColonne | null>([
  'objectif',
  ...D_UN_FINANCEMENT,
])

/** « Objectif 1 » where its actions have « Action 1.1 ». */
const OBJECTIF_EN_CODE = /^(?:objectifs?|obj|of) ?(?:n )?\d+$/

const CODE_MAX = 20

/** Is a row the heading of an objectif, with figures and no other word? */
export function titreChiffre(
  feuille: Feuille,
  ligne: number,
  colonnes: readonly ColonneReconnue[],
): { texte: string; colonne: number } | null {
  const rempli = (c: ColonneReconnue) => texteCellule(celluleEn(feuille, ligne, c.colonne)).trim() !== ''
  if (colonnes.some((c) => D_UNE_ACTION.has(c.role) && rempli(c))) return null
  const numero = colonnes.find((c) => c.role === 'numero')?.colonne
  const intitule = colonnes.find((c) => c.role === 'intitule')?.colonne
  const code = numero === undefined ? '' : texteCellule(celluleEn(feuille, ligne, numero))
  if (
    numero !== undefined &&
    code.length <= CODE_MAX &&
    OBJECTIF_EN_CODE.test(normaliser(code)) &&
    lireObjectif(code) !== null
  )
    return { texte: code, colonne: numero }
  const enTitre = ([colonne, { valeur }]: [number, Cellule]) =>
    colonne !== intitule && typeof valeur === 'string' && objectifDuTitre(valeur) !== null
  const textes = [...feuille.lignes.get(ligne)!].filter(
    ([colonne, c]) => (colonne !== numero || enTitre([colonne, c])) && typeof c.valeur === 'string',
  )
  const [seul] = textes
  if (textes.length !== 1 || !seul) return null
  const [colonne, { valeur }] = seul
  const texte = String(valeur)
  return (lireIntertitre(texte)?.genre === 'objectif' && lireObjectif(texte) !== null) || enTitre(seul)
    ? { texte, colonne }
    : null
}
