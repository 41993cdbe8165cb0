import { adresse, lireAdresse, lirePlage } from '../adresse.ts'
import type { Plage, ValeurCellule } from '../classeur.ts'
import { Balises, avecAttribut, texteXml } from './balises.ts'
import { decalerFormule, formuleEcrite } from './formules.ts'
import { RefusModification } from './refus-modification.ts'
import { decoderTexte, echapperXml, encoderTexte } from './texte.ts'

/** One cell to write, 0-based. Without value nor formula the cell is emptied. */
export interface CelluleAEcrire {
  ligne: number
  colonne: number
  valeur: ValeurCellule
  formule?: string | undefined
}

interface CelluleXml {
  debut: number
  fin: number
  colonne: number
  /** The opening tag ends here; for an empty element, `fin`. */
  finBalise: number
  style: string | undefined
  implicite: boolean
}

interface LigneXml {
  ligne: number
  debut: number
  finBalise: number
  fin: number
  vide: boolean
  implicite: boolean
}

interface FormuleXml {
  ligne: number
  colonne: number
  debut: number
  fin: number
  genre: 'partagee' | 'matricielle' | 'table'
  indice: string
  plage: Plage | undefined
  texte: string
}

/** What is known of a sheet part before it is patched: rows, special formulas, columns' styles, extent. */
interface Plan {
  prefixe: string
  donnees: { debut: number; finBalise: number; fin: number; vide: boolean }
  dimension: { debut: number; fin: number } | undefined
  lignes: LigneXml[]
  formules: FormuleXml[]
  styleColonne: { de: number; a: number; style: string }[]
}

interface Remplacement {
  debut: number
  fin: number
  texte: string
}

/**
 * A sheet part with some cells written, all else kept character for character. `nomFeuille` is for
 * messages. Throws RefusModification when the change would break what stands there.
 */
export function modifierFeuille(
  xml: string,
  nomFeuille: string,
  cellules: readonly CelluleAEcrire[],
): string {
  const plan = relever(xml, nomFeuille)
  refuserMatricielles(plan, nomFeuille, cellules)
  const remplacements = degrouper(plan, cellules)
  const parLigne = new Map<number, CelluleAEcrire[]>()
  for (const cellule of [...cellules].sort((a, b) => a.ligne - b.ligne || a.colonne - b.colonne)) {
    const liste = parLigne.get(cellule.ligne)
    if (liste) liste.push(cellule)
    else parLigne.set(cellule.ligne, [cellule])
  }
  const existantes = new Map(plan.lignes.map((ligne) => [ligne.ligne, ligne]))
  let neuves = false
  for (const [ligne, liste] of parLigne) {
    const existante = existantes.get(ligne)
    if (existante) remplacements.push(...modifierLigne(xml, plan, existante, liste, nomFeuille))
    else {
      const texte = ligneNeuve(plan, ligne, liste)
      if (texte === '') continue
      neuves = true
      remplacements.push(placerLigne(plan, ligne, texte))
    }
  }
  if (neuves) remplacements.push(...expliciterLignes(xml, plan, parLigne))
  remplacements.push(...elargirDimension(xml, plan, cellules))
  return appliquer(xml, donneesOuvertes(xml, plan, remplacements))
}

/** One walk over the part. */
function relever(xml: string, nomFeuille: string): Plan {
  const plan: Partial<Plan> & Pick<Plan, 'lignes' | 'formules' | 'styleColonne'> = {
    lignes: [],
    formules: [],
    styleColonne: [],
  }
  const balises = new Balises(xml)
  while (balises.suivante()) {
    const { local, genre, debut, fin } = balises
    if (genre === 'fermante') continue
    if (local === 'dimension') plan.dimension = { debut, fin }
    else if (local === 'col') {
      const a = balises.attributs()
      const style = a.get('style')
      if (style !== undefined)
        plan.styleColonne.push({ de: Number(a.get('min')) - 1, a: Number(a.get('max')) - 1, style })
    } else if (local === 'sheetData') {
      plan.prefixe = balises.nom.slice(0, balises.nom.length - local.length)
      plan.donnees = { debut, finBalise: fin, fin, vide: genre === 'vide' }
      if (genre === 'ouvrante') plan.donnees.fin = releverDonnees(balises, xml, plan)
      break
    }
  }
  const { prefixe, donnees, lignes } = plan
  if (prefixe === undefined || !donnees) throw refusStructure(nomFeuille, 'no sheetData')
  if (new Set(lignes.map((l) => l.ligne)).size < lignes.length)
    throw refusStructure(nomFeuille, 'row written twice')
  return { ...plan, prefixe, donnees, dimension: plan.dimension }
}

/** Rows and special formulas; gives the place of the closing tag of sheetData. */
function releverDonnees(balises: Balises, xml: string, plan: Pick<Plan, 'lignes' | 'formules'>): number {
  let ligne = -1
  let colonne = -1
  let courante: LigneXml | undefined
  while (balises.suivante()) {
    const { local, genre, debut, fin } = balises
    if (genre === 'fermante') {
      if (local === 'sheetData') return debut
      if (local === 'row' && courante) courante.fin = fin
    } else if (local === 'row') {
      const r = balises.attributs().get('r')
      ligne = r === undefined ? ligne + 1 : Number(r) - 1
      colonne = -1
      courante = { ligne, debut, finBalise: fin, fin, vide: genre === 'vide', implicite: r === undefined }
      plan.lignes.push(courante)
    } else if (local === 'c') {
      const r = /\sr\s*=\s*["']\$?([A-Za-z]+)/.exec(xml.slice(debut, fin))?.[1]
      colonne = r === undefined ? colonne + 1 : (lireAdresse(`${r}1`)?.colonne ?? colonne + 1)
    } else if (local === 'f') {
      const a = balises.attributs()
      const t = a.get('t')
      const genreFormule =
        t === 'shared' ? 'partagee' : t === 'array' ? 'matricielle' : t === 'dataTable' ? 'table' : ''
      const vide = genre === 'vide'
      const finElement = balises.sauter()
      if (genreFormule === '') continue
      plan.formules.push({
        ligne,
        colonne,
        debut,
        fin: finElement,
        genre: genreFormule,
        indice: a.get('si') ?? '',
        plage: lirePlage(a.get('ref') ?? ''),
        texte: vide ? '' : decoderTexte(texteXml(xml.slice(fin, xml.lastIndexOf('<', finElement - 1)))),
      })
    }
  }
  return xml.length
}

/** A cell of a formula that fills several ones is not changed alone: Excel would refuse it too. */
function refuserMatricielles(plan: Plan, nomFeuille: string, cellules: readonly CelluleAEcrire[]): void {
  for (const { genre, plage } of plan.formules) {
    if (genre === 'partagee' || !plage) continue
    if (
      genre === 'matricielle' &&
      plage.ligne === plage.derniereLigne &&
      plage.colonne === plage.derniereColonne
    )
      continue
    const touchee = cellules.find(({ ligne, colonne }) => contient(plage, ligne, colonne))
    if (!touchee) continue
    const zone = `${adresse(plage.ligne, plage.colonne)}:${adresse(plage.derniereLigne, plage.derniereColonne)}`
    throw new RefusModification(
      'matricielle',
      `La cellule ${adresse(touchee.ligne, touchee.colonne)} de la feuille « ${nomFeuille} » fait partie d’une formule qui remplit ${zone} : modifiez cette formule dans Excel.`,
    )
  }
}

const contient = (p: Plage, ligne: number, colonne: number) =>
  ligne >= p.ligne && ligne <= p.derniereLigne && colonne >= p.colonne && colonne <= p.derniereColonne

/** When the cell that carries a shared formula changes, those that leaned on it get their own. */
function degrouper(plan: Plan, cellules: readonly CelluleAEcrire[]): Remplacement[] {
  const touchees = new Set(cellules.map((c) => cle(c.ligne, c.colonne)))
  const maitres = new Map<string, FormuleXml>()
  const remplacements: Remplacement[] = []
  for (const formule of plan.formules) {
    if (formule.genre !== 'partagee') continue
    if (formule.texte !== '') maitres.set(formule.indice, formule)
    const maitre = maitres.get(formule.indice)
    if (!maitre || maitre === formule || touchees.has(cle(formule.ligne, formule.colonne))) continue
    if (!touchees.has(cle(maitre.ligne, maitre.colonne))) continue
    const texte = decalerFormule(maitre.texte, formule.ligne - maitre.ligne, formule.colonne - maitre.colonne)
    remplacements.push({ debut: formule.debut, fin: formule.fin, texte: elementFormule(plan.prefixe, texte) })
  }
  return remplacements
}

const cle = (ligne: number, colonne: number) => ligne * 16_384 + colonne

/** The cells of an existing row, replaced, taken away or inserted in order. */
function modifierLigne(
  xml: string,
  plan: Plan,
  ligne: LigneXml,
  aEcrire: readonly CelluleAEcrire[],
  nomFeuille: string,
): Remplacement[] {
  const existantes = releverCellules(xml, ligne)
  const parColonne = new Map(existantes.map((c) => [c.colonne, c]))
  if (parColonne.size < existantes.length) throw refusStructure(nomFeuille, 'cell written twice')
  const remplacements: Remplacement[] = []
  const balise = xml.slice(ligne.debut, ligne.finBalise)
  const styleLigne = /\scustomFormat\s*=\s*["'](?:1|true)/.test(balise)
    ? /\ss\s*=\s*["'](\d+)/.exec(balise)?.[1]
    : undefined
  const finContenu = ligne.vide ? ligne.fin : xml.lastIndexOf('<', ligne.fin - 1)
  const insertions = new Map<number, string>()
  for (const cellule of aEcrire) {
    const existante = parColonne.get(cellule.colonne)
    const texte = elementCellule(
      plan.prefixe,
      cellule,
      existante ? existante.style : (styleLigne ?? styleColonne(plan, cellule.colonne)),
      existante !== undefined,
    )
    if (existante) remplacements.push({ debut: existante.debut, fin: existante.fin, texte })
    else if (texte !== '') {
      const place = existantes.find((c) => c.colonne > cellule.colonne)?.debut ?? finContenu
      insertions.set(place, (insertions.get(place) ?? '') + texte)
    }
  }
  // Rows and cells without an address count from the one before: they now need theirs.
  const remplacees = new Set(remplacements.map((r) => r.debut))
  for (const c of existantes)
    if (c.implicite && !remplacees.has(c.debut))
      remplacements.push({
        debut: c.debut,
        fin: c.finBalise,
        texte: avecAttribut(xml.slice(c.debut, c.finBalise), 'r', adresse(ligne.ligne, c.colonne)),
      })
  let ouverte = ligne.implicite ? avecAttribut(balise, 'r', String(ligne.ligne + 1)) : balise
  if (insertions.size > 0) ouverte = avecAttribut(ouverte, 'spans', null)
  if (ligne.vide && insertions.size > 0) {
    const contenu = [...insertions.values()].join('')
    const texte = `${ouverte.replace(/\s*\/>$/, '>')}${contenu}</${plan.prefixe}row>`
    return [{ debut: ligne.debut, fin: ligne.fin, texte }]
  }
  if (ouverte !== balise) remplacements.push({ debut: ligne.debut, fin: ligne.finBalise, texte: ouverte })
  for (const [place, texte] of insertions) remplacements.push({ debut: place, fin: place, texte })
  return remplacements
}

function releverCellules(xml: string, ligne: LigneXml): CelluleXml[] {
  const cellules: CelluleXml[] = []
  if (ligne.vide) return cellules
  const balises = new Balises(xml, ligne.finBalise)
  let colonne = -1
  while (balises.suivante() && balises.debut < ligne.fin) {
    if (balises.local !== 'c' || balises.genre === 'fermante') continue
    const { debut, fin: finBalise } = balises
    const a = balises.attributs()
    const r = a.get('r')
    colonne = r === undefined ? colonne + 1 : (lireAdresse(r)?.colonne ?? colonne + 1)
    cellules.push({
      debut,
      finBalise,
      colonne,
      style: a.get('s'),
      implicite: r === undefined,
      fin: balises.sauter(),
    })
  }
  return cellules
}

function ligneNeuve(plan: Plan, ligne: number, cellules: readonly CelluleAEcrire[]): string {
  const contenu = cellules
    .map((cellule) => elementCellule(plan.prefixe, cellule, styleColonne(plan, cellule.colonne), false))
    .join('')
  return contenu === '' ? '' : `<${plan.prefixe}row r="${String(ligne + 1)}">${contenu}</${plan.prefixe}row>`
}

/** Before the first row that comes after it, else at the end. */
function placerLigne(plan: Plan, ligne: number, texte: string): Remplacement {
  const place = plan.lignes.find((l) => l.ligne > ligne)?.debut ?? plan.donnees.fin
  return { debut: place, fin: place, texte }
}

/** Rows without a number count from the one before: once rows are inserted they need theirs. */
function expliciterLignes(xml: string, plan: Plan, touchees: ReadonlyMap<number, unknown>): Remplacement[] {
  return plan.lignes
    .filter((l) => l.implicite && !touchees.has(l.ligne))
    .map((l) => ({
      debut: l.debut,
      fin: l.finBalise,
      texte: avecAttribut(xml.slice(l.debut, l.finBalise), 'r', String(l.ligne + 1)),
    }))
}

function styleColonne(plan: Plan, colonne: number): string | undefined {
  return plan.styleColonne.find(({ de, a }) => colonne >= de && colonne <= a)?.style
}

/** The element of a cell; empty when there is nothing to keep (`existait`: an emptied one keeps its style). */
function elementCellule(
  p: string,
  cellule: CelluleAEcrire,
  style: string | undefined,
  existait: boolean,
): string {
  const { ligne, colonne, valeur, formule } = cellule
  const s = style === undefined || style === '0' ? '' : ` s="${style}"`
  const debut = `<${p}c r="${adresse(ligne, colonne)}"${s}`
  if (formule === undefined && valeur === null) return existait && s !== '' ? `${debut}/>` : ''
  const f = formule === undefined ? '' : elementFormule(p, formuleEcrite(formule))
  const v = (texte: string) => `<${p}v>${texte}</${p}v>`
  if (valeur === null) return `${debut}>${f}</${p}c>`
  if (typeof valeur === 'number') return `${debut}>${f}${v(String(valeur))}</${p}c>`
  if (typeof valeur === 'boolean') return `${debut} t="b">${f}${v(valeur ? '1' : '0')}</${p}c>`
  if (typeof valeur === 'object') return `${debut} t="e">${f}${v(echapperXml(valeur.erreur))}</${p}c>`
  const texte = echapperXml(encoderTexte(valeur))
  if (f !== '') return `${debut} t="str">${f}${v(texte)}</${p}c>`
  return `${debut} t="inlineStr"><${p}is><${p}t xml:space="preserve">${texte}</${p}t></${p}is></${p}c>`
}

const elementFormule = (p: string, formule: string) => `<${p}f>${echapperXml(encoderTexte(formule))}</${p}f>`

function elargirDimension(xml: string, plan: Plan, cellules: readonly CelluleAEcrire[]): Remplacement[] {
  if (!plan.dimension) return []
  const balise = xml.slice(plan.dimension.debut, plan.dimension.fin)
  const plage = lirePlage(/\sref\s*=\s*["']([^"']*)/.exec(balise)?.[1] ?? '')
  if (!plage) return []
  const large = { ...plage }
  for (const { ligne, colonne, valeur, formule } of cellules) {
    if (valeur === null && formule === undefined) continue
    large.ligne = Math.min(large.ligne, ligne)
    large.derniereLigne = Math.max(large.derniereLigne, ligne)
    large.colonne = Math.min(large.colonne, colonne)
    large.derniereColonne = Math.max(large.derniereColonne, colonne)
  }
  if (Object.entries(plage).every(([k, v]) => large[k as keyof Plage] === v)) return []
  const ref = `${adresse(large.ligne, large.colonne)}:${adresse(large.derniereLigne, large.derniereColonne)}`
  return [{ ...plan.dimension, texte: avecAttribut(balise, 'ref', ref) }]
}

/** An empty <sheetData/> is opened around what comes into it. */
function donneesOuvertes(xml: string, plan: Plan, remplacements: Remplacement[]): Remplacement[] {
  const { debut, fin, vide } = plan.donnees
  if (!vide) return remplacements
  const dedans = remplacements.filter((r) => r.debut === fin && r.fin === fin)
  if (dedans.length === 0) return remplacements
  const ouverte = xml.slice(debut, fin).replace(/\s*\/>$/, '>')
  const texte = `${ouverte}${dedans.map((r) => r.texte).join('')}</${plan.prefixe}sheetData>`
  return [...remplacements.filter((r) => !dedans.includes(r)), { debut, fin, texte }]
}

/** Applies replacements, none of which overlaps another; those at the same place keep their order. */
function appliquer(xml: string, remplacements: readonly Remplacement[]): string {
  let sortie = ''
  let position = 0
  for (const { debut, fin, texte } of [...remplacements].sort((a, b) => a.debut - b.debut || a.fin - b.fin)) {
    sortie += xml.slice(position, debut) + texte
    position = fin
  }
  return sortie + xml.slice(position)
}

function refusStructure(nomFeuille: string, detail: string): RefusModification {
  return new RefusModification(
    'structure',
    `La feuille « ${nomFeuille} » est écrite d’une façon qui ne permet pas de la modifier sans risque : ouvrez le classeur dans Excel, enregistrez-le, puis recommencez.`,
    detail,
  )
}
