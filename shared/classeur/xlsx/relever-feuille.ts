import { lireAdresse, lirePlage } from '../adresse.ts'
import type { Plage } from '../classeur.ts'
import { Balises, texteXml } from './balises.ts'
import { RefusModification } from './refus-modification.ts'
import { decoderTexte } from './texte.ts'

export interface CelluleXml {
  debut: number
  fin: number
  colonne: number
  /** The opening tag ends here; for an empty element, `fin`. */
  finBalise: number
  style: string | undefined
  /** The mark of a formula that fills as many cells as it needs. */
  dynamique: string | undefined
  implicite: boolean
}

export interface LigneXml {
  ligne: number
  debut: number
  finBalise: number
  fin: number
  vide: boolean
  implicite: boolean
}

export interface FormuleXml {
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
export interface Plan {
  prefixe: string
  donnees: { debut: number; finBalise: number; fin: number; vide: boolean }
  dimension: { debut: number; fin: number } | undefined
  lignes: LigneXml[]
  formules: FormuleXml[]
  styleColonne: { de: number; a: number; style: string }[]
}

/** One walk over the part. */
export function relever(xml: string, nomFeuille: string): Plan {
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

export function releverCellules(xml: string, ligne: LigneXml): CelluleXml[] {
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
      dynamique: a.get('cm'),
      implicite: r === undefined,
      fin: balises.sauter(),
    })
  }
  return cellules
}

export function refusStructure(nomFeuille: string, detail: string): RefusModification {
  return new RefusModification(
    'structure',
    `La feuille « ${nomFeuille} » est écrite d’une façon qui ne permet pas de la modifier sans risque : ouvrez le classeur dans Excel, enregistrez-le, puis recommencez.`,
    detail,
  )
}
