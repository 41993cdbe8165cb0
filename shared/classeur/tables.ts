import { lireMontant } from '../montant/lire-montant.ts'
import { lireExercice } from '../plan/exercice.ts'
import {
  enveloppeDeTitre,
  lireIntertitre,
  lireIntertitreDeTable,
  type Intertitre,
} from '../plan/intertitres.ts'
import { lireObjectif } from '../referentiel/lire.ts'
import type { Enveloppe } from '../referentiel/referentiel.ts'
import { anneesNues, daterColonnes } from './annees-colonnes.ts'
import { celluleEn, type Feuille, type Plage } from './classeur.ts'
import type { Bornes, ColonneReconnue, TableReconnue } from './comprehension.ts'
import { aUnTrou, debutsDeBandes, REPERES, seSuffisent, vueEntre } from './cote-a-cote.ts'
import { sansDoublons } from './departager-colonnes.ts'
import { lireEntete, lireUnite, lireUniteGenerale, ROLES_MONTANT } from './entetes.ts'
import { intertitre } from './intertitre.ts'
import { lignesAuPied } from './lignes-au-pied.ts'
import { lignesDeDetail } from './lignes-de-detail.ts'
import { lignesDeTotal } from './lignes-total.ts'
import { nommeLesColonnes } from './reperes-de-colonnes.ts'
import { titreQuiPaie } from './qui-paie-par-titre.ts'
import { avecQuiPaie, LIGNES_VUES } from './qui-paie.ts'
import { texteCellule } from './texte-cellule.ts'
import { normaliser } from './texte.ts'

/** Finds the tables of a plan d'action in a sheet by what their headers say, on whatever row they stand. */

/** Rows of a header: group, year, enveloppe. */
const NIVEAUX_MAX = 3

/** A header that the officer vouches for stands among the first rows. */
const LIGNES_ENTETE = 60

/** Reads the headers of one row, each completed by the merged header above it when there are two levels. */
function lireEntetes(feuille: Feuille, ligne: number): ColonneReconnue[] {
  const colonnes: ColonneReconnue[] = []
  for (const [colonne, cellule] of feuille.lignes.get(ligne) ?? []) {
    const texte = texteCellule(cellule)
    if (texte.trim() === '') continue
    if (typeof cellule.valeur === 'number' && !(cellule.valeur >= 2000 && cellule.valeur < 2100)) continue
    colonnes.push(lireEntete(texte, colonne))
  }
  return anneesNues(colonnes)
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
  const joints = [...colonnes]
    .sort((a, b) => a - b)
    .map((colonne) => {
      const textes = niveaux.map((l) =>
        l === bas ? texteCellule(celluleEn(feuille, l, colonne)) : groupeDe(feuille, l, colonne),
      )
      const dits = textes.filter((t, i) => t.trim() !== '' && textes.indexOf(t) === i)
      const joint = lireEntete(dits.join(' '), colonne)
      // The lower word is the more precise one; the upper ones say what a bare year is about.
      const annee = (t: string) => dits.length > 1 && ANNEE_RELATIVE.test(normaliser(t))
      const roles = [...dits].reverse().map((t) => (annee(t) ? null : lireEntete(t, colonne).role))
      return { ...joint, role: roles.find((r) => r !== null) ?? joint.role }
    })
    .filter((c) => c.entete !== '')
  return anneesNues(joints)
}

/** The group of a header that was written once and centred over its columns without a merge: the last one to the left, where both stand over sub-headers. */
function groupeAGauche(feuille: Feuille, ligne: number, colonne: number): string {
  const sous = feuille.lignes.get(ligne + 1)
  if (!sous?.has(colonne) || feuille.fusions.some((f) => f.ligne <= ligne && ligne <= f.derniereLigne))
    return ''
  if (feuille.lignes.has(ligne) && estTitre(feuille, ligne, ligne + 1)) return ''
  for (let c = colonne - 1; sous.has(c); c--) {
    const texte = texteCellule(celluleEn(feuille, ligne, c))
    if (texte.trim() !== '') return texte
  }
  return ''
}

/** One text over the first column of a header is the title of the table, not a level of its header. */
function estTitre(feuille: Feuille, ligne: number, suivante: number): boolean {
  const rangee = feuille.lignes.get(ligne)!
  const [premiere] = feuille.lignes.get(suivante)!.keys()
  return rangee.size === 1 && premiere !== undefined && rangee.has(premiere)
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

const UNE_SOMME = /\d[\d \u00A0\u202F.,]*[km]?€/i
const ANNEES = /\b20\d{2}\b/g

/** « FIR : 40 000 € » is said of one row, where « 2022 € » heads a column. */
const contientUneSomme = (texte: string): boolean => UNE_SOMME.test(texte.replace(ANNEES, ''))

/** « N », « N+1 », « Année 2 » under « FIR ». */
const ANNEE_RELATIVE = /^(?:annee )?n(?: ?[+-] ?\d)?$|^(?:annee|an) ?(?:n ?)?[1-5]$/

/** « en k€ », « (€) » under « FIR ». */
const UNITE_SEULE =
  /^\(?(?:montants? )?(?:en )?(?:k ?€|m ?€|€|k?euros?|milliers d'euros?|millions d'euros?)\)?$/

/** « Objectifs » over « 1 | 2 | 9 ». */
const OBJECTIFS = /^(?:n |numeros? )?(?:des )?(?:objectifs?|obj)\b/

function groupeDe(feuille: Feuille, ligne: number, colonne: number): string {
  return enteteAuDessus(feuille, ligne, colonne) || groupeAGauche(feuille, ligne, colonne)
}

/** A row whose cells could be the second level of a header: only texts or years, and no long sentence. */
function peutEtreSecondNiveau(feuille: Feuille, ligne: number, groupes: Groupes): boolean {
  const rangee = feuille.lignes.get(ligne)
  if (!rangee || rangee.size < 2) return false
  for (const [colonne, c] of rangee) {
    if (typeof c.valeur === 'number' && !(c.valeur >= 2000 && c.valeur < 2100))
      if (!OBJECTIFS.test(normaliser(groupeDe(feuille, ligne - 1, colonne)))) return false
    if (typeof c.valeur === 'string' && (c.valeur.length > 60 || contientUneSomme(c.valeur))) return false
  }
  const dessus = groupes.get(ligne)
  const sousUnGroupe = (colonne: number) =>
    dessus!.some((f) => f.colonne <= colonne && colonne <= f.derniereColonne)
  if (dessus && [...rangee.keys()].every(sousUnGroupe)) return true
  return [...rangee].some(([colonne, c]) => {
    const texte = texteCellule(c)
    if (UNITE_SEULE.test(normaliser(texte)) || ANNEE_RELATIVE.test(normaliser(texte))) return true
    const e = lireEntete(texte, colonne)
    return e.exercice !== null || (e.role !== null && ROLES_MONTANT.has(e.role))
  })
}

/** The headers that are merged over several columns, by the row right under them. */
type Groupes = ReadonlyMap<number, readonly Plage[]>

function groupesDe(feuille: Feuille): Groupes {
  const groupes = new Map<number, Plage[]>()
  for (const f of feuille.fusions) {
    if (f.derniereColonne === f.colonne) continue
    const dessous = groupes.get(f.derniereLigne + 1)
    if (dessous) dessous.push(f)
    else groupes.set(f.derniereLigne + 1, [f])
  }
  return groupes
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

/** Years alone under a title that says who pays: « Part du Département » over « 2020 | 2021 | 2022 ». */
function anneesSousTitre(feuille: Feuille, ligne: number, colonnes: ColonneReconnue[]): ColonneReconnue[] {
  if (!colonnes.some((c) => c.role !== null && REPERES.has(c.role)) || estEntete(colonnes)) return colonnes
  const datees = anneesNues(colonnes, true)
  return estEntete(datees) && titreQuiPaie(feuille, ligne, colonnes)?.sur ? datees : colonnes
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

/**
 * The tables of a plan d'action in a sheet, in the order of their rows; those that stand beside one another, from
 * left to right.
 * @param nommees 0-based rows on which an Excel table or a named range begins
 */
export function trouverTables(feuille: Feuille, nommees: ReadonlySet<number> = new Set()): TableReconnue[] {
  const ensemble = trouverEntre(feuille, null, nommees, null)
  if (!ensemble.some(aUnTrou)) return ensemble
  const entete = ensemble[0]!.plage.ligne
  let unite: number | null = null
  for (const [ligne] of feuille.lignes) if (ligne < entete) unite = uniteDeLigne(feuille, ligne) ?? unite
  const trouver = (bornes: Bornes) => trouverEntre(vueEntre(feuille, bornes), bornes, nommees, unite)
  const debuts = debutsDeBandes(feuille, entete)
  const avecTable = debuts.filter((colonne, i) => trouver(jusqua(colonne, debuts[i + 1])).length > 0)
  // Columns of words beside a table are that table's, up to the next one.
  const bandes = avecTable.map((colonne, i) => trouver(jusqua(i === 0 ? 0 : colonne, avecTable[i + 1])))
  return bandes.length > 1 && seSuffisent(bandes) ? bandes.flat() : ensemble
}

/** XFD, the last one of a sheet. */
const DERNIERE_COLONNE = 16_383

const jusqua = (colonne: number, suivante: number | undefined): Bornes => ({
  colonne,
  derniereColonne: suivante === undefined ? DERNIERE_COLONNE : suivante - 1,
})

/** The unit that a row above a table gives to all of it. */
function uniteDeLigne(feuille: Feuille, ligne: number): number | null {
  let unite: number | null = null
  for (const c of feuille.lignes.get(ligne)!.values())
    if (typeof c.valeur === 'string' && /\ben\b|montant/i.test(c.valeur))
      unite = lireUniteGenerale(c.valeur) ?? unite
  return unite
}

/** The heading that stands right above a header, at most that many rows higher. */
const TITRE_AU_DESSUS = 3

interface Titre {
  texte: string
  ligne: number
  colonne: number
}

function titreAuDessus(feuille: Feuille, ligne: number, genre: Intertitre['genre']): Titre | null {
  for (let l = ligne - 1; l >= ligne - TITRE_AU_DESSUS && l >= 0; l--) {
    const rangee = feuille.lignes.get(l)
    const texte = rangee && intertitre(feuille, l)
    if (rangee && texte === null) return null
    if (rangee && texte && lireIntertitre(texte)?.genre === genre)
      return { texte, ligne: l, colonne: [...rangee.keys()][0]! }
  }
  return null
}

/** The enveloppe of the whole table: that of its heading, else that of the sheet's name (« FIR », « Plan P304 »). */
function enveloppeDe(feuille: Feuille, titre: Titre | null): Enveloppe | null {
  return (titre && lireIntertitre(titre.texte)?.enveloppe) ?? enveloppeDeTitre(feuille.nom)
}

/** The objectif of a whole table: that of its heading, else that of the sheet's name (« Objectif 3 »), shown at its header. */
function objectifDe(feuille: Feuille, ligne: number, colonnes: readonly ColonneReconnue[]): Titre | null {
  const titre = titreAuDessus(feuille, ligne, 'objectif')
  if (titre && lireObjectif(titre.texte) !== null) return titre
  return lireIntertitre(feuille.nom)?.genre === 'objectif' && lireObjectif(feuille.nom) !== null
    ? { texte: feuille.nom, ligne, colonne: Math.min(...colonnes.map((c) => c.colonne)) }
    : null
}

function trouverEntre(
  feuille: Feuille,
  bornes: Bornes | null,
  nommees: ReadonlySet<number>,
  uniteAuDessus: number | null,
): TableReconnue[] {
  const lignes = [...feuille.lignes.keys()]
  const groupes = groupesDe(feuille)
  const tables: TableReconnue[] = []
  let unite = uniteAuDessus
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
      !estTitre(feuille, ligne, suivante) &&
      !estCorps(feuille, suivante, simples) &&
      peutEtreSecondNiveau(feuille, suivante, groupes) &&
      !porteUnMontant(feuille, ligne)
    ) {
      for (let k = i + 1; k < i + NIVEAUX_MAX && lignes[k] === ligne + k - i; k++) {
        const bas = lignes[k]!
        if (k > i + 1 && (estCorps(feuille, bas, colonnes) || !peutEtreSecondNiveau(feuille, bas, groupes)))
          break
        const joints = joindreNiveaux(feuille, ligne, bas)
        if (estEntete(joints)) [colonnes, derniere] = [joints, bas]
      }
    }
    const corps = i + derniere - ligne + 1
    colonnes = avecQuiPaie(feuille, colonnes, lignes.slice(corps, corps + LIGNES_VUES))
    colonnes = anneesSousTitre(feuille, ligne, colonnes)
    if (!estEntete(colonnes, nommees.has(ligne))) {
      unite = uniteDeLigne(feuille, ligne) ?? unite
      continue
    }
    if (nommeLesColonnes(feuille, derniere + 1)) derniere++
    const titre = titreAuDessus(feuille, ligne, 'lignes')
    colonnes = daterColonnes(feuille, sansDoublons(colonnes), titre)
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
      bornes,
      derniereLigneEntete: derniere,
      enveloppe: enveloppeDe(feuille, titre),
      objectif: objectifDe(feuille, ligne, colonnes),
      colonnes,
      lignesTotal: [],
      lignesDetail: [],
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
export function releverLignes(entiere: Feuille, table: TableReconnue): TableReconnue {
  const feuille = vueEntre(entiere, table.bornes)
  const lignesTotal = lignesDeTotal(feuille, table)
  const totaux = new Set(lignesTotal)
  const auPied = new Set(lignesAuPied(feuille, table, lignesTotal))
  const lignesDetail = lignesDeDetail(feuille, table, totaux)
  const details = new Set(lignesDetail)
  const intitules = table.colonnes.find((c) => c.role === 'intitule')?.colonne
  const lignesNote: number[] = []
  for (const ligne of feuille.lignes.keys()) {
    if (ligne <= table.derniereLigneEntete || ligne > table.plage.derniereLigne) continue
    if (totaux.has(ligne) || details.has(ligne)) continue
    const titre = intertitre(feuille, ligne)
    const [colonne] = feuille.lignes.get(ligne)!.keys()
    const texte =
      titre !== null && titre !== '' && lireIntertitreDeTable(titre, colonne === intitules) === null
    if (texte || auPied.has(ligne)) lignesNote.push(ligne)
  }
  return { ...table, lignesTotal, lignesDetail, lignesNote }
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
  const titre = titreAuDessus(feuille, ligne, 'lignes')
  const colonnes = daterColonnes(feuille, sansDoublons(lireEntetes(feuille, ligne)), titre)
  const table: TableReconnue = {
    feuille: feuille.nom,
    plage: {
      ligne,
      colonne: Math.min(...colonnes.map((c) => c.colonne)),
      derniereLigne: lignes.at(-1)!,
      derniereColonne: Math.max(...colonnes.map((c) => c.colonne)),
    },
    bornes: null,
    derniereLigneEntete: ligne,
    enveloppe: enveloppeDe(feuille, titre),
    objectif: objectifDe(feuille, ligne, colonnes),
    colonnes,
    lignesTotal: [],
    lignesDetail: [],
    lignesNote: [],
  }
  return releverLignes(feuille, table)
}
