import { celluleEn, type Cellule, type Feuille } from './classeur.ts'
import type { ColonneReconnue, RoleColonne, TableReconnue } from './comprehension.ts'
import { lireEntete, lireUnite, lireUniteGenerale, ROLES_MONTANT, serviceDeLEtat } from './entetes.ts'
import { lireMontant } from '../montant/lire-montant.ts'
import { anneesNommees, lireExercice } from '../plan/exercice.ts'
import { normaliser } from './texte.ts'

/** Finds the tables of a plan d'action in a sheet by what their headers say, on whatever row they stand. */

const REPERES: ReadonlySet<RoleColonne> = new Set<RoleColonne>(['numero', 'intitule', 'objectif'])
const TOTAL =
  /^(s ?[/.] ?|s |sous[- —–]?|↳ ?)?(tota(l|ux)|t o t a l)\b|^(s\/t|st|s\. ?t\.?|σ|somme|cumul|recap(itulatif|itulation)?|report|solde|general|moyenne|ecart|disponible)( \d+)?$|^(s ?\/ ?t|st|s\. ?t\.?) (objectif|obj|engagement|axe|action|enveloppe|fir|p ?304|ondam)\b|^(somme|cumul|recapitulatif|ensemble|montant total|cout total|reste|rappel|plafond|enveloppes? notifiee?s?|notification|dotation notifiee|% d[ue])\b/

/** Rows of a header: group, year, enveloppe. */
const NIVEAUX_MAX = 3

/** A header that the officer vouches for stands among the first rows. */
const LIGNES_ENTETE = 60

/** The text of a cell as a header or a label would show it. */
export function texteCellule(cellule: Cellule | undefined): string {
  const v = cellule?.valeur
  if (v === undefined || v === null) return ''
  if (typeof v === 'object') return v.erreur
  if (typeof v === 'boolean') return v ? 'VRAI' : 'FAUX'
  return String(v)
}

/** Reads the headers of one row, each completed by the merged header above it when there are two levels. */
function lireEntetes(feuille: Feuille, ligne: number): ColonneReconnue[] {
  const colonnes: ColonneReconnue[] = []
  for (const [colonne, cellule] of feuille.lignes.get(ligne) ?? []) {
    const texte = texteCellule(cellule)
    if (texte.trim() === '') continue
    if (typeof cellule.valeur === 'number' && !(cellule.valeur >= 2000 && cellule.valeur < 2100)) continue
    colonnes.push(lireEntete(texte, colonne))
  }
  return colonnes
}

/** The header of the row above that spans a column, through its merge or by being the last one to the left. */
function enteteAuDessus(feuille: Feuille, ligne: number, colonne: number): string {
  for (const f of feuille.fusions)
    if (f.ligne <= ligne && ligne <= f.derniereLigne && f.colonne <= colonne && colonne <= f.derniereColonne)
      return texteCellule(celluleEn(feuille, f.ligne, f.colonne))
  return texteCellule(celluleEn(feuille, ligne, colonne))
}

/** Joins a header of several rows: « Part État » over « 2020 | 2021 | 2022 », or « Financement » over « État | Département ». */
function joindreNiveaux(feuille: Feuille, haut: number, bas: number): ColonneReconnue[] {
  const niveaux = Array.from({ length: bas - haut + 1 }, (_, i) => haut + i)
  const colonnes = new Set(niveaux.flatMap((l) => [...(feuille.lignes.get(l)?.keys() ?? [])]))
  return [...colonnes]
    .sort((a, b) => a - b)
    .map((colonne) => {
      const textes = niveaux.map((l) =>
        l === bas
          ? texteCellule(celluleEn(feuille, l, colonne))
          : enteteAuDessus(feuille, l, colonne) || groupeAGauche(feuille, l, colonne),
      )
      const dits = textes.filter((t, i) => t.trim() !== '' && textes.indexOf(t) === i)
      const joint = lireEntete(dits.join(' '), colonne)
      // The lower word is the more precise one; the upper ones say what a bare year is about.
      const roles = [...dits].reverse().map((t) => lireEntete(t, colonne).role)
      return { ...joint, role: roles.find((r) => r !== null) ?? joint.role }
    })
    .filter((c) => c.entete !== '')
}

/** The group of a header that was written once and centred over its columns without a merge: the last one to the left, where both stand over sub-headers. */
function groupeAGauche(feuille: Feuille, ligne: number, colonne: number): string {
  const sous = feuille.lignes.get(ligne + 1)
  if (!sous?.has(colonne) || feuille.fusions.some((f) => f.ligne <= ligne && ligne <= f.derniereLigne))
    return ''
  for (let c = colonne - 1; sous.has(c); c--) {
    const texte = texteCellule(celluleEn(feuille, ligne, c))
    if (texte.trim() !== '') return texte
  }
  return ''
}

/** @param nommee an Excel table or a name says that a table starts there: fewer known headers do */
function estEntete(colonnes: ColonneReconnue[], nommee = false): boolean {
  const roles = new Set(colonnes.map((c) => c.role))
  const montants = colonnes.filter((c) => c.role && ROLES_MONTANT.has(c.role))
  const reperes = [...roles].filter((r) => r && REPERES.has(r))
  return (
    montants.length > 0 && reperes.length > 0 && colonnes.filter((c) => c.role).length >= (nommee ? 2 : 3)
  )
}

/** A row whose cells could be the second level of a header: only texts or years, and no long sentence. */
function peutEtreSecondNiveau(feuille: Feuille, ligne: number): boolean {
  const rangee = feuille.lignes.get(ligne)
  if (!rangee || rangee.size < 2) return false
  for (const c of rangee.values()) {
    if (typeof c.valeur === 'number' && !(c.valeur >= 2000 && c.valeur < 2100)) return false
    if (typeof c.valeur === 'string' && c.valeur.length > 60) return false
  }
  return [...rangee].some(([colonne, c]) => {
    const e = lireEntete(texteCellule(c), colonne)
    return e.exercice !== null || (e.role !== null && ROLES_MONTANT.has(e.role))
  })
}

/** A row that holds an amount is no level of a header: above a header that comes again on the next page, it is an action. */
function porteUnMontant(feuille: Feuille, ligne: number): boolean {
  return [...feuille.lignes.get(ligne)!.values()].some(({ valeur }) => {
    if (typeof valeur === 'number') return !(valeur >= 2000 && valeur < 2100)
    return (
      typeof valeur === 'string' && lireExercice(valeur) === null && lireMontant(valeur).centimes !== null
    )
  })
}

/** Under a whole header, a row that names an action or an objectif is its first row, whatever it looks like. */
function estCorps(feuille: Feuille, ligne: number, entetes: ColonneReconnue[]): boolean {
  if (!estEntete(entetes)) return false
  return entetes.some(
    (c) =>
      c.role !== null &&
      REPERES.has(c.role) &&
      texteCellule(celluleEn(feuille, ligne, c.colonne)).trim() !== '',
  )
}

/** A column of totals beside its parts counts nothing: « Total FIR », « Part État » over « dont FIR », « État » for the state of progress. */
function sansTotaux(colonnes: ColonneReconnue[]): ColonneReconnue[] {
  const detail = colonnes.some(
    (c) => /^\s*dont\b/i.test(c.entete) && (c.role === 'FIR' || c.role === 'P304' || c.role === 'ONDAM'),
  )
  return colonnes.map((c) => {
    const jumelles = colonnes.some((x) => x !== c && x.role === c.role)
    const total = /\b(totale?|totaux|cumul)\b/.test(normaliser(c.entete)) && jumelles
    const avancement =
      c.role === 'etat' &&
      estEtatSeul(c) &&
      colonnes.some((x) => x.role === 'etat' && !estEtatSeul(x) && x.exercice === c.exercice)
    const ecartee = total || avancement || (c.role === 'etat' && detail)
    return c.role !== null && ecartee ? { ...c, role: null } : c
  })
}

const estEtatSeul = (c: ColonneReconnue): boolean => normaliser(c.entete) === 'etat'

/**
 * Keeps one column a role and exercice: the first one; a later twin is shown as not used. Services of the State that
 * each have a column are no twins, where none stands for them all.
 */
function sansDoublons(colonnes: ColonneReconnue[]): ColonneReconnue[] {
  const ensemble = colonnes.some((c) => c.role === 'etat' && serviceDeLEtat(c.entete) === null)
  const cle = (c: ColonneReconnue): string => {
    const service = c.role === 'etat' && !ensemble ? serviceDeLEtat(c.entete) : null
    return `${c.role ?? ''}|${c.exercice ?? ''}|${service ?? ''}`
  }
  const gardees = new Map<string, ColonneReconnue>()
  const lues = sansTotaux(colonnes)
  for (const c of lues) {
    const autre = gardees.get(cle(c))
    if (!autre || rangDeMontant(c) > rangDeMontant(autre)) gardees.set(cle(c), c)
  }
  return lues.map((c) =>
    c.role === null || c.role === 'autres' || gardees.get(cle(c)) === c ? c : { ...c, role: null },
  )
}

/** Of two columns of one part, what was granted counts before what was asked for, whichever stands first. */
function rangDeMontant({ role, entete }: ColonneReconnue): number {
  if (role === null || !ROLES_MONTANT.has(role)) return 0
  const dit = normaliser(entete)
  if (
    /\b(accordee?s?|attribuee?s?|notifiee?s?|retenue?s?|validee?s?|revisee?s?|actualisee?s?|definiti(?:f|ve)s?)\b/.test(
      dit,
    )
  )
    return 1
  return /\b(initiale?s?|initiaux|demandee?s?|sollicitee?s?|proposee?s?|anciens?|anciennes?)\b/.test(dit)
    ? -1
    : 0
}

/** « 2021 » or « Plan 2021 » as the name of a sheet is the year of its amounts, where nothing in the table says one. */
function anneeDeFeuille(feuille: Feuille, colonnes: ColonneReconnue[]): ColonneReconnue[] {
  const annees = anneesNommees(feuille.nom)
  if (annees.length !== 1 || colonnes.some((c) => c.role === 'exercice' || c.exercice !== null))
    return colonnes
  return colonnes.map((c) => (c.role && ROLES_MONTANT.has(c.role) ? { ...c, exercice: annees[0]! } : c))
}

/** A row without number whose amounts are all sums of rows is a total, whatever it is called. */
function sommeDesLignes(feuille: Feuille, ligne: number, colonnes: ColonneReconnue[]): boolean {
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
export function estLigneTotal(feuille: Feuille, ligne: number, colonnes: ColonneReconnue[]): boolean {
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

/**
 * The tables of a plan d'action in a sheet, in the order of their rows.
 * @param nommees 0-based rows on which an Excel table or a named range begins
 */
export function trouverTables(feuille: Feuille, nommees: ReadonlySet<number> = new Set()): TableReconnue[] {
  const lignes = [...feuille.lignes.keys()]
  const tables: TableReconnue[] = []
  let unite: number | null = null
  // Each row is looked at under the one above it, then for itself.
  let lue: { ligne: number; entetes: ColonneReconnue[] } | undefined
  for (let i = 0; i < lignes.length; i++) {
    const ligne = lignes[i]!
    const simples = lue?.ligne === ligne ? lue.entetes : lireEntetes(feuille, ligne)
    let colonnes = simples
    let derniere = ligne
    const suivante = lignes[i + 1]
    lue = suivante === undefined ? undefined : { ligne: suivante, entetes: lireEntetes(feuille, suivante) }
    // A row that is a whole header by itself is the second level only of years above it.
    const seule =
      lue !== undefined &&
      !estEntete(simples) &&
      estEntete(lue.entetes) &&
      !simples.some((c) => lireExercice(c.entete) !== null)
    if (
      suivante === ligne + 1 &&
      !seule &&
      !estCorps(feuille, suivante, simples) &&
      peutEtreSecondNiveau(feuille, suivante) &&
      !porteUnMontant(feuille, ligne)
    ) {
      for (let k = i + 1; k < i + NIVEAUX_MAX && lignes[k] === ligne + k - i; k++) {
        const bas = lignes[k]!
        if (k > i + 1 && (estCorps(feuille, bas, colonnes) || !peutEtreSecondNiveau(feuille, bas))) break
        const joints = joindreNiveaux(feuille, ligne, bas)
        if (estEntete(joints)) [colonnes, derniere] = [joints, bas]
      }
    }
    if (!estEntete(colonnes, nommees.has(ligne))) {
      for (const c of feuille.lignes.get(ligne)!.values())
        if (typeof c.valeur === 'string' && /\ben\b|montant/i.test(c.valeur))
          unite = lireUniteGenerale(c.valeur) ?? unite
      continue
    }
    colonnes = anneeDeFeuille(feuille, sansDoublons(colonnes))
    if (unite !== null)
      colonnes = colonnes.map((c) => (lireUnite(c.entete) === null ? { ...c, unite: unite! } : c))
    tables.push({
      feuille: feuille.nom,
      plage: {
        ligne,
        colonne: Math.min(...colonnes.map((c) => c.colonne)),
        derniereLigne: derniere,
        derniereColonne: Math.max(...colonnes.map((c) => c.colonne)),
      },
      derniereLigneEntete: derniere,
      colonnes,
      lignesTotal: [],
      lignesNote: [],
    })
    i += derniere - ligne
  }
  return tables.map((table, k) => {
    const fin = finDeTable(feuille, table, tables[k + 1]?.plage.ligne ?? Infinity)
    for (const l of lignes) if (l > table.derniereLigneEntete && l < fin) table.plage.derniereLigne = l
    return releverLignes(feuille, table)
  })
}

/** Row from which nothing belongs to a table any more: the next table's header, or the end of the Excel table whose header this is. */
function finDeTable(
  feuille: Feuille,
  { derniereLigneEntete, plage }: TableReconnue,
  suivante: number,
): number {
  const tableau = feuille.tableaux.find(
    (t) =>
      t.plage.ligne === derniereLigneEntete &&
      t.plage.colonne <= plage.derniereColonne &&
      plage.colonne <= t.plage.derniereColonne,
  )
  if (!tableau) return suivante
  const apres = tableau.plage.derniereLigne + 1
  // Rows typed right under it belong to the plan, though the Excel table was not drawn down to them.
  return feuille.lignes.has(apres) ? suivante : Math.min(apres, suivante)
}

/** The table with its rows of totals and of notes, by the roles that its columns have now. */
export function releverLignes(feuille: Feuille, table: TableReconnue): TableReconnue {
  const lignesTotal: number[] = []
  const lignesNote: number[] = []
  for (const ligne of feuille.lignes.keys()) {
    if (ligne <= table.derniereLigneEntete || ligne > table.plage.derniereLigne) continue
    if (estLigneTotal(feuille, ligne, table.colonnes)) lignesTotal.push(ligne)
    else if (/^(?!engagement|objectif)./i.test(intertitre(feuille, ligne) ?? '')) lignesNote.push(ligne)
  }
  return { ...table, lignesTotal, lignesNote }
}

/** The text of a row that holds one text and nothing else: a heading between the rows, or a note. */
export function intertitre(feuille: Feuille, ligne: number): string | null {
  let seul: string | null = null
  let premiere = true
  for (const cellule of feuille.lignes.get(ligne)?.values() ?? []) {
    if (premiere && typeof cellule.valeur !== 'string') return null
    premiere = false
    const texte = texteCellule(cellule).trim()
    if (texte === '' || texte === seul) continue
    if (seul !== null) return null
    seul = texte
  }
  return seul
}

/**
 * The table of a sheet that the officer wants read though its headers are not understood: its header is the row of
 * most texts among the first ones, above a row with figures. null where there is none.
 */
export function tableDemandee(feuille: Feuille): TableReconnue | null {
  const lignes = [...feuille.lignes.keys()]
  const textes = (ligne: number) =>
    [...feuille.lignes.get(ligne)!].filter(([, c]) => typeof c.valeur === 'string' && c.valeur.trim() !== '')
  const avecFigures = (ligne: number) =>
    [...feuille.lignes.get(ligne)!.values()].some(
      (c) => typeof c.valeur === 'number' && !(c.valeur >= 2000 && c.valeur < 2100),
    )
  const dansTableau = new Set(feuille.tableaux.map((t) => t.plage.ligne))
  let meilleure: { ligne: number; note: number } | null = null
  for (const [i, ligne] of lignes.slice(0, LIGNES_ENTETE).entries()) {
    if (!lignes.slice(i + 1, i + 4).some(avecFigures)) continue
    const note = textes(ligne).length + (dansTableau.has(ligne) ? 1000 : 0)
    if (note >= 2 && (meilleure === null || note > meilleure.note)) meilleure = { ligne, note }
  }
  if (!meilleure) return null
  const { ligne } = meilleure
  const colonnes = anneeDeFeuille(feuille, sansDoublons(lireEntetes(feuille, ligne)))
  const table: TableReconnue = {
    feuille: feuille.nom,
    plage: {
      ligne,
      colonne: Math.min(...colonnes.map((c) => c.colonne)),
      derniereLigne: lignes.at(-1)!,
      derniereColonne: Math.max(...colonnes.map((c) => c.colonne)),
    },
    derniereLigneEntete: ligne,
    colonnes,
    lignesTotal: [],
    lignesNote: [],
  }
  return releverLignes(feuille, table)
}
