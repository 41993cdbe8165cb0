import { adresse, adresseDePlage, dansPlage, lirePlage } from '../adresse.ts'
import type { Feuille, Plage } from '../classeur.ts'
import { avecAttribut } from './balises.ts'
import { elementCellule, elementFormule, type CelluleAEcrire } from './element-cellule.ts'
import { decalerFormule } from './formules.ts'
import { RefusModification } from './refus-modification.ts'
import {
  refusStructure,
  relever,
  releverCellules,
  type FormuleXml,
  type LigneXml,
  type Plan,
} from './relever-feuille.ts'

interface Remplacement {
  debut: number
  fin: number
  texte: string
}

/** The number of a look (of the default one where none is named) shown in a number format. */
type Styler = (style: string | undefined, format: string) => string | undefined

/**
 * A sheet part with some cells written, all else kept character for character. `feuille` is the sheet as it was
 * read. Throws RefusModification when the change would break what stands there.
 */
export function modifierFeuille(
  xml: string,
  feuille: Feuille,
  cellules: readonly CelluleAEcrire[],
  styler: Styler,
): string {
  const nomFeuille = feuille.nom
  const plan = relever(xml, nomFeuille)
  refuserMatricielles(plan, feuille, cellules)
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
    if (existante) remplacements.push(...modifierLigne(xml, plan, existante, liste, nomFeuille, styler))
    else {
      const texte = ligneNeuve(plan, ligne, liste, styler)
      if (texte === '') continue
      neuves = true
      remplacements.push(placerLigne(plan, ligne, texte))
    }
  }
  if (neuves) remplacements.push(...expliciterLignes(xml, plan, parLigne))
  remplacements.push(...elargirDimension(xml, plan, cellules))
  return appliquer(xml, donneesOuvertes(xml, plan, remplacements))
}

/**
 * A cell of a formula that fills several ones is not changed alone: Excel would refuse it too. Changed with its
 * formula, and with all that this one no longer fills, it may be.
 */
function refuserMatricielles(plan: Plan, feuille: Feuille, cellules: readonly CelluleAEcrire[]): void {
  for (const { genre, plage, ligne, colonne } of plan.formules) {
    if (genre === 'partagee' || !plage) continue
    if (
      genre === 'matricielle' &&
      plage.ligne === plage.derniereLigne &&
      plage.colonne === plage.derniereColonne
    )
      continue
    const touchees = cellules.filter((c) => dansPlage(plage, c.ligne, c.colonne))
    if (touchees.length === 0) continue
    const tete = touchees.find((c) => c.ligne === ligne && c.colonne === colonne)
    if (genre === 'matricielle' && tete && !enReste(feuille, plage, tete, touchees)) continue
    throw new RefusModification(
      'matricielle',
      `La cellule ${adresse(touchees[0]!.ligne, touchees[0]!.colonne)} de la feuille « ${feuille.nom} » fait partie d’une formule qui remplit ${adresseDePlage(plage)} : modifiez cette formule dans Excel.`,
    )
  }
}

/** Whether a result of the formula that was there would stay, as a value that nobody typed. */
function enReste(
  feuille: Feuille,
  plage: Plage,
  tete: CelluleAEcrire,
  touchees: readonly CelluleAEcrire[],
): boolean {
  const ecrites = new Set(touchees.map((c) => cle(c.ligne, c.colonne)))
  for (const [ligne, rangee] of feuille.lignes)
    for (const colonne of rangee.keys())
      if (
        dansPlage(plage, ligne, colonne) &&
        !ecrites.has(cle(ligne, colonne)) &&
        !(tete.etendue && dansPlage(tete.etendue, ligne, colonne))
      )
        return true
  return false
}

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
  styler: Styler,
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
      habiller(
        cellule,
        existante ? existante.style : (styleLigne ?? styleColonne(plan, cellule.colonne)),
        styler,
      ),
      existante !== undefined,
      existante?.dynamique,
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

/** The look that a cell had, in the number format that it is to have. */
function habiller(cellule: CelluleAEcrire, style: string | undefined, styler: Styler): string | undefined {
  return cellule.format === undefined ? style : styler(style, cellule.format)
}

function ligneNeuve(plan: Plan, ligne: number, cellules: readonly CelluleAEcrire[], styler: Styler): string {
  const contenu = cellules
    .map((cellule) =>
      elementCellule(
        plan.prefixe,
        cellule,
        habiller(cellule, styleColonne(plan, cellule.colonne), styler),
        false,
      ),
    )
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
