import { classeurVide, feuilleVide, poserCellule } from '../../shared/classeur/classeur.ts'
import type { Classeur, Feuille, Plage } from '../../shared/classeur/classeur.ts'
import { decouperReference, lirePlage } from '../../shared/classeur/adresse.ts'
import { ErreurHote } from '../hote/hote.ts'
import { celluleLue } from './cellule-lue.ts'
import { codeOffice } from './erreurs.ts'
import { FeuillesConnues } from './feuilles-connues.ts'

/** Cells asked for in one exchange: Excel on the web answers 5 MB at most, and one cell has four values. */
const CELLULES_PAR_ECHANGE = 20_000
/** Beyond, a sheet is no plan d'action but a mistake of extent, and reading it would take minutes. */
const CELLULES_MAX = 4_000_000
const REPONSE_TROP_GRANDE = 'ResponsePayloadSizeLimitExceeded'

/** What the cell of a plain value, or of an error, is said to be; anything else may change by itself. */
const TYPES_FIXES = new Set(['Empty', 'String', 'Double', 'Integer', 'Boolean', 'Error'])

interface FeuilleOuverte {
  feuille: Feuille
  id: string
  /** Its values change only when they are typed, sorted or pasted: what is read of it can be kept. */
  fixe: boolean
  excel: Excel.Worksheet
  utilisee: Excel.Range
  tableaux: Excel.TableCollection
  croises: Excel.PivotTableCollection
}

/** A block of rows of one sheet, 0-based, `lignes` × `colonnes` cells. */
interface Morceau {
  cible: FeuilleOuverte
  ligne: number
  colonne: number
  lignes: number
  colonnes: number
}

const VISIBILITES: Record<string, Feuille['etat']> = {
  Visible: 'visible',
  Hidden: 'masquee',
  VeryHidden: 'tres-masquee',
}

/**
 * The whole workbook as plain data, in three exchanges and one more for each 20,000 cells. Looks, widths and
 * heights are left out: Excel shows them itself. Office.js does not tell the 1904 date system apart.
 * @param connues the sheets whose cells need not be asked for; those that are read are added
 */
export async function lireClasseurExcel(
  contexte: Excel.RequestContext,
  connues: FeuillesConnues = new FeuillesConnues(),
): Promise<Classeur> {
  const { workbook } = contexte
  const { suivies, repere } = connues
  workbook.load('name')
  workbook.worksheets.load('items/id,items/name,items/visibility')
  workbook.names.load('items/name,items/formula')
  await contexte.sync()

  const classeur = classeurVide(workbook.name)
  classeur.macros = /\.(xlsm|xltm|xlsb)$/i.test(workbook.name)
  classeur.noms = workbook.names.items.map((n) => ({
    nom: n.name,
    reference: String(n.formula).replace(/^=/, ''),
  }))

  const ouvertes = workbook.worksheets.items.map((excel): FeuilleOuverte => {
    const feuille = feuilleVide(excel.name)
    feuille.etat = VISIBILITES[excel.visibility] ?? 'visible'
    const utilisee = excel.getUsedRangeOrNullObject(true)
    utilisee.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden')
    excel.protection.load('protected')
    excel.tables.load('items/name')
    if (suivies) excel.pivotTables.load('items/name')
    return {
      feuille,
      id: excel.id,
      fixe: suivies,
      excel,
      utilisee,
      tableaux: excel.tables,
      croises: excel.pivotTables,
    }
  })
  await contexte.sync()

  await lireStructure(contexte, ouvertes)
  const aLire = ouvertes.filter((o) => !reprendre(o, connues))
  for (const lot of lots(aLire.flatMap(morceauxDe))) await lireLot(contexte, lot)
  for (const { id, fixe, utilisee, croises, feuille } of aLire)
    if (fixe && !utilisee.isNullObject && croises.items.length === 0)
      connues.garder(id, etendueDe(utilisee), feuille, repere)
  return { ...classeur, feuilles: ouvertes.map((o) => o.feuille) }
}

/**
 * Gives a sheet the cells that were read of it before, where they are known not to have changed; the very object,
 * where nothing else has either: whoever had it knows that it is the same.
 */
function reprendre(ouverte: FeuilleOuverte, connues: FeuillesConnues): boolean {
  const { id, feuille, utilisee } = ouverte
  const connue = utilisee.isNullObject ? undefined : connues.retrouver(id, etendueDe(utilisee))
  if (!connue) return false
  if (memesAlentours(feuille, connue)) ouverte.feuille = connue
  else {
    feuille.lignes = connue.lignes
    connues.garder(id, etendueDe(utilisee), feuille, connues.repere)
  }
  return true
}

/** Is all the same but the cells: name, state, merges, tables, what is hidden? */
function memesAlentours(a: Feuille, b: Feuille): boolean {
  const ecrire = ({ lignes: _, ...reste }: Feuille): string =>
    JSON.stringify(reste, (_cle, valeur: unknown) => (valeur instanceof Set ? [...valeur] : valeur))
  return ecrire(a) === ecrire(b)
}

function etendueDe({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): string {
  return [rowIndex, columnIndex, rowCount, columnCount].join()
}

/** Tables, merges, hidden rows and columns, protection: all that is not a cell. */
async function lireStructure(contexte: Excel.RequestContext, ouvertes: FeuilleOuverte[]): Promise<void> {
  const suites: (() => void)[] = []
  const fusionsLisibles = Office.context.requirements.isSetSupported('ExcelApi', '1.13')
  for (const { feuille, excel, utilisee, tableaux } of ouvertes) {
    feuille.protegee = excel.protection.protected
    for (const tableau of tableaux.items) {
      const plage = tableau.getRange()
      plage.load('address')
      suites.push(() => {
        const lue = plageDAdresse(plage.address)
        if (lue) feuille.tableaux.push({ nom: tableau.name, plage: lue })
      })
    }
    if (utilisee.isNullObject) continue
    if (fusionsLisibles) {
      const fusions = utilisee.getMergedAreasOrNullObject()
      fusions.load('address')
      suites.push(() => {
        if (fusions.isNullObject) return
        for (const adresse of adressesDe(fusions.address)) {
          const plage = plageDAdresse(adresse)
          if (plage) feuille.fusions.push(plage)
        }
      })
    }
    suites.push(
      demanderMasques(
        utilisee.rowHidden,
        utilisee.rowIndex,
        utilisee.rowCount,
        feuille.lignesMasquees,
        () => {
          const lues = utilisee.getRowProperties({ rowHidden: true })
          return () => lues.value.map((p) => p.rowHidden === true)
        },
      ),
      demanderMasques(
        utilisee.columnHidden,
        utilisee.columnIndex,
        utilisee.columnCount,
        feuille.colonnesMasquees,
        () => {
          const lues = utilisee.getColumnProperties({ columnHidden: true })
          return () => lues.value.map((p) => p.columnHidden === true)
        },
      ),
    )
  }
  await contexte.sync()
  for (const suite of suites) suite()
}

/** Excel says true, false, or null when some are hidden and others not: only then each is asked for. */
function demanderMasques(
  masque: boolean | null,
  premier: number,
  nombre: number,
  cible: Set<number>,
  demander: () => () => boolean[],
): () => void {
  if (masque === false) return () => undefined
  const lire = masque === null ? demander() : () => Array<boolean>(nombre).fill(true)
  return () => {
    for (const [i, cache] of lire().entries()) if (cache) cible.add(premier + i)
  }
}

function morceauxDe(cible: FeuilleOuverte): Morceau[] {
  if (cible.utilisee.isNullObject) return []
  const { rowIndex, columnIndex, rowCount, columnCount } = cible.utilisee
  if (rowCount * columnCount > CELLULES_MAX)
    throw new ErreurHote(
      `La feuille « ${cible.feuille.nom} » s’étend sur ${rowCount} lignes et ${columnCount} colonnes : elle est trop grande pour être contrôlée ici. Supprimez les lignes et colonnes inutiles, ou contrôlez le fichier sur la page.`,
    )
  const pas = Math.max(1, Math.floor(CELLULES_PAR_ECHANGE / columnCount))
  const morceaux: Morceau[] = []
  for (let debut = 0; debut < rowCount; debut += pas)
    morceaux.push({
      cible,
      ligne: rowIndex + debut,
      colonne: columnIndex,
      lignes: Math.min(pas, rowCount - debut),
      colonnes: columnCount,
    })
  return morceaux
}

/** Small sheets travel together, in order. */
function lots(morceaux: Morceau[]): Morceau[][] {
  const resultat: Morceau[][] = []
  let place = 0
  for (const morceau of morceaux) {
    const taille = morceau.lignes * morceau.colonnes
    if (taille > place || resultat.length === 0) {
      resultat.push([])
      place = CELLULES_PAR_ECHANGE
    }
    resultat.at(-1)!.push(morceau)
    place -= taille
  }
  return resultat
}

async function lireLot(contexte: Excel.RequestContext, lot: Morceau[]): Promise<void> {
  const plages = lot.map((m) => {
    const plage = m.cible.excel.getRangeByIndexes(m.ligne, m.colonne, m.lignes, m.colonnes)
    plage.load('values,formulas,valueTypes,numberFormat')
    return plage
  })
  try {
    await contexte.sync()
  } catch (erreur) {
    if (codeOffice(erreur) !== REPONSE_TROP_GRANDE) throw erreur
    // Long texts: the same rows again, half as many at a time.
    for (const moitie of partager(lot, erreur)) await lireLot(contexte, moitie)
    return
  }
  for (const [i, plage] of plages.entries()) ranger(lot[i]!, plage)
}

function partager(lot: Morceau[], erreur: unknown): Morceau[][] {
  if (lot.length > 1) return lot.map((morceau) => [morceau])
  const morceau = lot[0]!
  if (morceau.lignes < 2) throw erreur
  const haut = Math.floor(morceau.lignes / 2)
  return [
    [{ ...morceau, lignes: haut }],
    [{ ...morceau, ligne: morceau.ligne + haut, lignes: morceau.lignes - haut }],
  ]
}

function ranger({ cible, ligne, colonne }: Morceau, plage: Excel.Range): void {
  const { values, formulas, valueTypes, numberFormat } = plage
  for (const [i, rangee] of values.entries())
    for (const [j, valeur] of rangee.entries()) {
      const type = String(valueTypes[i]?.[j])
      const cellule = celluleLue(valeur, formulas[i]?.[j], type, numberFormat[i]?.[j])
      if (cellule?.formule !== undefined || !TYPES_FIXES.has(type)) cible.fixe = false
      if (cellule) poserCellule(cible.feuille, ligne + i, colonne + j, cellule)
    }
}

/** « 'Plan d''action'!A1:B2,'Plan d''action'!D4 » one by one. */
function adressesDe(adresses: string): string[] {
  return adresses.match(/(?:'(?:[^']|'')*'!)?[^,]+/g) ?? []
}

function plageDAdresse(adresse: string): Plage | undefined {
  return lirePlage(adresse.includes('!') ? decouperReference(adresse).adresse : adresse)
}
