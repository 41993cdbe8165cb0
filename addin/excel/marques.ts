import { adresse, decouperReference } from '../../shared/classeur/adresse.ts'
import { ecrireDonneeXml } from '../../shared/classeur/donnee-xml.ts'
import type { Marque } from '../../shared/controle/marques.ts'
import { ErreurHote } from '../hote/hote.ts'
import type { Marquage } from '../hote/hote.ts'
import { composerNote, empreinteNote, noteDAvant } from '../hote/note.ts'
import { adressePlage, regrouper } from '../hote/plages.ts'
import { partiesDe } from './parties.ts'

/**
 * Marks in Excel's sheets. The fill is a conditional format of ours, which lies over the cell's own and is known by
 * its formula: what the cell looks like is never touched, and rows that are moved or copied take it along.
 */

/** Always true, and nobody else's. */
const FORMULE = '="CDPPE"<>"marque"'
/** Key of the workbook's texts under which the notes that were written are told by their prints. */
const CLE = 'marques'
/** An address that Excel takes holds 8,192 signs at most. */
const ADRESSE_MAX = 8000
/** Notes asked for in one exchange. */
const NOTES_PAR_ECHANGE = 300

const SANS_NOTES =
  'Cette version d’Excel n’accepte pas les notes d’un complément : les cellules sont colorées, sans note. Le volet dit ce qui est relevé.'

/** Notes came to add-ins with ExcelApi 1.18, and the library may be older than what Excel says. */
function notesPossibles(): boolean {
  return (
    Office.context.requirements.isSetSupported('ExcelApi', '1.18') && 'notes' in Excel.Worksheet.prototype
  )
}

/** Marks these cells in place of those that were marked. */
export async function poserMarques(
  contexte: Excel.RequestContext,
  marques: readonly Marque[],
): Promise<Marquage> {
  await oterMarques(contexte)
  const feuilles = await feuillesDe(contexte, marques)
  const ouvertes = feuilles.filter((f) => !f.protegee)
  const protegees = feuilles.filter((f) => f.protegee).map((f) => `« ${f.nom} »`)
  if (ouvertes.length === 0 && protegees.length > 0)
    throw new ErreurHote(
      `Rien n’a été marqué : ${protegees.join(', ')} ${protegees.length > 1 ? 'sont protégées' : 'est protégée'}. Ôtez la protection (onglet Révision), puis recommencez.`,
    )
  let cellules = 0
  for (const { excel, marques: siennes } of ouvertes) {
    for (const [fond, groupe] of parFond(siennes)) colorer(excel, groupe, fond)
    cellules += siennes.length
  }
  await contexte.sync()
  const reserves = protegees.map((nom) => `La feuille ${nom} est protégée : elle n’a pas été marquée.`)
  if (!notesPossibles()) reserves.push(SANS_NOTES)
  else {
    const empreintes: string[] = []
    let commentees = 0
    for (const feuille of ouvertes) commentees += await annoter(contexte, feuille, empreintes)
    await garder(contexte, empreintes)
    if (commentees > 0)
      reserves.push(
        commentees === 1
          ? 'Une cellule porte déjà un commentaire : elle est colorée, sans note.'
          : `${commentees} cellules portent déjà un commentaire : elles sont colorées, sans note.`,
      )
  }
  return { cellules, reserve: reserves.length === 0 ? null : reserves.join(' ') }
}

/** Takes away every fill and note of ours; returns how many cells bore a fill. */
export async function oterMarques(contexte: Excel.RequestContext): Promise<number> {
  const fonds = await nosFonds(contexte)
  const aires = fonds.map((fond) => {
    const aire = fond.getRanges()
    aire.load('cellCount')
    return aire
  })
  await contexte.sync()
  for (const fond of fonds) fond.delete()
  if (notesPossibles()) await oterNotes(contexte)
  await contexte.sync()
  return aires.reduce((total, { cellCount }) => total + cellCount, 0)
}

/** How many cells bear a fill of ours. */
export async function compterMarques(contexte: Excel.RequestContext): Promise<number> {
  const aires = (await nosFonds(contexte)).map((fond) => {
    const aire = fond.getRanges()
    aire.load('cellCount')
    return aire
  })
  if (aires.length > 0) await contexte.sync()
  return aires.reduce((total, { cellCount }) => total + cellCount, 0)
}

interface FeuilleAMarquer {
  nom: string
  excel: Excel.Worksheet
  protegee: boolean
  marques: Marque[]
}

/** The sheets that are still there, each with its marks. */
async function feuillesDe(
  contexte: Excel.RequestContext,
  marques: readonly Marque[],
): Promise<FeuilleAMarquer[]> {
  const parFeuille = new Map<string, Marque[]>()
  for (const marque of marques) {
    const { feuille } = decouperReference(marque.cellule)
    const liste = parFeuille.get(feuille)
    if (liste) liste.push(marque)
    else parFeuille.set(feuille, [marque])
  }
  const demandees = [...parFeuille].map(([nom, siennes]) => {
    const excel = contexte.workbook.worksheets.getItemOrNullObject(nom)
    excel.load('name')
    return { nom, excel, siennes }
  })
  await contexte.sync()
  const presentes = demandees.filter(({ excel }) => !excel.isNullObject)
  for (const { excel } of presentes) excel.protection.load('protected')
  await contexte.sync()
  return presentes.map(({ nom, excel, siennes }) => ({
    nom,
    excel,
    protegee: excel.protection.protected,
    marques: siennes,
  }))
}

function parFond(marques: readonly Marque[]): Map<string, string[]> {
  const groupes = new Map<string, string[]>()
  for (const { cellule, fond } of marques) {
    const groupe = groupes.get(fond)
    if (groupe) groupe.push(cellule)
    else groupes.set(fond, [cellule])
  }
  return groupes
}

function colorer(feuille: Excel.Worksheet, cellules: readonly string[], fond: string): void {
  const lots: string[] = []
  for (const plage of regrouper(cellules)?.plages ?? []) {
    const ou = adressePlage(plage)
    const dernier = lots.at(-1)
    if (dernier !== undefined && dernier.length + ou.length < ADRESSE_MAX)
      lots[lots.length - 1] = `${dernier},${ou}`
    else lots.push(ou)
  }
  for (const lot of lots) {
    const format = feuille.getRanges(lot).conditionalFormats.add(Excel.ConditionalFormatType.custom)
    format.custom.rule.formula = FORMULE
    format.custom.format.fill.color = fond
    format.priority = 0
  }
}

/** Our conditional formats, in every sheet. */
async function nosFonds(contexte: Excel.RequestContext): Promise<Excel.ConditionalFormat[]> {
  const { worksheets } = contexte.workbook
  worksheets.load('items/name')
  await contexte.sync()
  const collections = worksheets.items.map((feuille) => {
    const { conditionalFormats } = feuille.getRange()
    conditionalFormats.load('items/type,items/id')
    return conditionalFormats
  })
  await contexte.sync()
  const libres = collections
    .flatMap(({ items }) => items)
    .filter(({ type }) => type === Excel.ConditionalFormatType.custom)
  if (libres.length === 0) return []
  for (const format of libres) format.custom.rule.load('formula')
  await contexte.sync()
  return libres.filter((format) => format.custom.rule.formula === FORMULE)
}

/** Writes the notes of a sheet; returns how many cells hold a comment, beside which Excel takes no note. */
async function annoter(
  contexte: Excel.RequestContext,
  { excel, marques }: FeuilleAMarquer,
  empreintes: string[],
): Promise<number> {
  const notes = await lieuxDe(contexte, excel.notes)
  const commentaires = await lieuxDe(contexte, excel.comments)
  let commentees = 0
  let demandees = 0
  for (const { cellule, note } of marques) {
    const ou = decouperReference(cellule).adresse
    if (commentaires.has(ou)) {
      commentees++
      continue
    }
    const existante = notes.get(ou)
    const texte = composerNote(note, existante?.content ?? null)
    if (existante) existante.content = texte
    else excel.notes.add(ou, texte)
    empreintes.push(empreinteNote(texte))
    if (++demandees % NOTES_PAR_ECHANGE === 0) await contexte.sync()
  }
  await contexte.sync()
  return commentees
}

/** What stands beside the cells of a sheet, by address. */
async function lieuxDe<T extends Excel.Note | Excel.Comment>(
  contexte: Excel.RequestContext,
  collection: { items: T[]; load(proprietes: string): unknown },
): Promise<Map<string, T>> {
  collection.load('items/content')
  await contexte.sync()
  const lieux = collection.items.map((item) => {
    const lieu = item.getLocation()
    lieu.load('rowIndex,columnIndex')
    return { item, lieu }
  })
  if (lieux.length > 0) await contexte.sync()
  return new Map(lieux.map(({ item, lieu }) => [adresse(lieu.rowIndex, lieu.columnIndex), item]))
}

/** Gives the cells their former note back, or none; a note that was written on since stays as it is. */
async function oterNotes(contexte: Excel.RequestContext): Promise<void> {
  const { worksheets } = contexte.workbook
  const collections = worksheets.items.map(({ notes }) => {
    notes.load('items/content')
    return notes
  })
  const parties = await partiesDe(contexte)
  const gardee = parties.find((p) => p.donnee?.cle === CLE)
  const ecrites = gardee?.donnee ? lireEmpreintes(gardee.donnee.valeur) : null
  for (const note of collections.flatMap(({ items }) => items)) {
    const avant = noteDAvant(note.content)
    if (avant === undefined || (ecrites && !ecrites.has(empreinteNote(note.content)))) continue
    if (avant === null) note.delete()
    else note.content = avant
  }
  gardee?.partie.delete()
}

async function garder(contexte: Excel.RequestContext, empreintes: readonly string[]): Promise<void> {
  if (empreintes.length === 0) return
  contexte.workbook.customXmlParts.add(ecrireDonneeXml(CLE, JSON.stringify([...new Set(empreintes)])))
  await contexte.sync()
}

/** The prints of the notes that were written; null where the text is damaged, and every note of ours then counts. */
function lireEmpreintes(texte: string): ReadonlySet<unknown> | null {
  try {
    const lu: unknown = JSON.parse(texte)
    return Array.isArray(lu) ? new Set<unknown>(lu) : null
  } catch {
    return null
  }
}
