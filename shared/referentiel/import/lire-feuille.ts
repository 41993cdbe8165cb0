import { reference, type ReferenceCellule } from '../../classeur/adresse.ts'
import type { Cellule, Classeur, Feuille } from '../../classeur/classeur.ts'
import { normaliser } from '../../classeur/texte.ts'
import type { Codec, Lu } from './codecs.ts'
import { COLONNES_REFERENCE, type Colonne, type FeuilleModele } from './feuilles.ts'

/** One row of a sheet: the values of its columns by key, and the cell of each, filled or not. */
export interface Rangee {
  valeurs: Record<string, unknown>
  /** The cells as they are, for a value whose kind depends on another column. */
  brutes: Record<string, Lu | undefined>
  cellules: Record<string, ReferenceCellule>
  /** Keys whose cell was refused: nothing more is said of them. */
  refusees: Set<string>
}

export interface RefusCellule {
  cellule: ReferenceCellule
  phrase: string
}

const HAUT = 10
const LIGNES_MAX = 2000

export function feuilleNommee(classeur: Classeur, nom: string): Feuille | undefined {
  return classeur.feuilles.find((f) => normaliser(f.nom) === normaliser(nom))
}

/** What a cell holds, undefined where it is blank; an Excel error is a refusal. */
export function lireCellule(
  cellule: Cellule | undefined,
  date1904: boolean,
): Lu | { refus: string } | undefined {
  const v = cellule?.valeur ?? null
  if (v === null) return undefined
  if (typeof v === 'object') return { refus: `la cellule contient l’erreur ${v.erreur}` }
  const texte = enTexte(v)
  if (texte.trim() === '') return undefined
  return {
    texte,
    nombre: typeof v === 'number' ? v : null,
    pourcent: typeof v === 'number' && (cellule?.format ?? '').includes('%'),
    date1904,
  }
}

function enTexte(valeur: string | number | boolean): string {
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
  return typeof valeur === 'number' ? String(valeur).replace('.', ',') : valeur
}

/** Applies a codec to a cell: a blank is worth what the codec says. */
export function decoder(
  codec: Codec,
  lu: Lu | { refus: string } | undefined,
): { valeur: unknown } | { refus: string } {
  if (lu === undefined) return { valeur: codec.vide }
  return 'refus' in lu ? lu : codec.lire(lu)
}

/** The rows of a sheet under its header, blank rows left out, with what was refused on the way. */
export function lireRangees(
  classeur: Classeur,
  feuille: Feuille,
  modele: FeuilleModele,
): { rangees: Rangee[]; refus: RefusCellule[] } {
  const attendues = [...modele.colonnes, ...COLONNES_REFERENCE]
  const entete = trouverEntete(feuille, attendues)
  if (entete === null)
    return {
      rangees: [],
      refus: [
        {
          cellule: reference(feuille.nom, 0, 0),
          phrase: `la ligne d’en-têtes manque (${modele.colonnes.map((c) => `« ${c.titre} »`).join(', ')}, « Article »)`,
        },
      ],
    }
  const refus: RefusCellule[] = []
  for (const c of attendues)
    if (!entete.colonnes.has(c.cle) && !('vide' in c.codec))
      refus.push({
        cellule: reference(feuille.nom, entete.ligne, 0),
        phrase: `il manque la colonne « ${c.titre} »`,
      })
  const rangees: Rangee[] = []
  for (const [ligne, cellules] of feuille.lignes) {
    if (ligne <= entete.ligne) continue
    if (rangees.length >= LIGNES_MAX) {
      refus.push({
        cellule: reference(feuille.nom, ligne, 0),
        phrase: `la feuille a plus de ${LIGNES_MAX} lignes`,
      })
      break
    }
    const rangee: Rangee = { valeurs: {}, brutes: {}, cellules: {}, refusees: new Set() }
    const siens: RefusCellule[] = []
    let remplie = false
    for (const { cle, codec } of attendues) {
      const colonne = entete.colonnes.get(cle)
      const lu = colonne === undefined ? undefined : lireCellule(cellules.get(colonne), classeur.date1904)
      rangee.cellules[cle] = reference(feuille.nom, ligne, colonne ?? 0)
      remplie ||= lu !== undefined
      const lecture = decoder(codec, lu)
      if ('refus' in lecture) {
        siens.push({ cellule: rangee.cellules[cle], phrase: lecture.refus })
        rangee.refusees.add(cle)
      } else rangee.valeurs[cle] = lecture.valeur
      if (lu !== undefined && !('refus' in lu)) rangee.brutes[cle] = lu
    }
    if (!remplie) continue
    rangees.push(rangee)
    refus.push(...siens)
  }
  return { rangees, refus }
}

/** The first row that holds the title of the first column, and where each title stands. */
function trouverEntete(
  feuille: Feuille,
  attendues: readonly Colonne[],
): { ligne: number; colonnes: Map<string, number> } | null {
  const premiere = normaliser(attendues[0]!.titre)
  for (const [ligne, cellules] of feuille.lignes) {
    if (ligne >= HAUT) break
    const titres = new Map<string, number>()
    for (const [colonne, { valeur }] of cellules)
      if (typeof valeur === 'string' && !titres.has(normaliser(valeur)))
        titres.set(normaliser(valeur), colonne)
    if (!titres.has(premiere)) continue
    const colonnes = new Map<string, number>()
    for (const c of attendues) {
      const colonne = titres.get(normaliser(c.titre))
      if (colonne !== undefined) colonnes.set(c.cle, colonne)
    }
    return { ligne, colonnes }
  }
  return null
}
