import { adresse, decouperReference, lirePlage } from '../classeur/adresse.ts'
import type { ReferenceCellule } from '../classeur/adresse.ts'
import type { Gravite } from '../referentiel/referentiel.ts'
import type { Constat } from './rapport.ts'

/** What the sheet is to show of one cell at fault: a fill and a note. */
export interface Marque {
  cellule: ReferenceCellule
  /** '#RRGGBB', light enough for black figures. */
  fond: string
  /** What is wrong, and which text asks for it: several paragraphs, in French. */
  note: string
}

/** The fill of each gravité; the note repeats it in words. */
export const FONDS: Readonly<Record<Gravite, string>> = {
  bloquant: '#F9C6C6',
  'a-justifier': '#FFE3A3',
  information: '#CFE4F7',
}

const MOTS: Readonly<Record<Gravite, string>> = {
  bloquant: 'Point bloquant',
  'a-justifier': 'Point à justifier',
  information: 'Information',
}

const ORDRE: readonly Gravite[] = ['bloquant', 'a-justifier', 'information']

/** A constat on a whole table marks its first cells: a sheet all in colour shows nothing. */
const CELLULES_PAR_PLAGE = 60
/** Signs of a note; Excel keeps more, a person reads less. */
const NOTE_MAX = 1200

/**
 * The marks of a report, one for each cell: the fill of the worst constat, the note of them all. A point that has its
 * justification is answered, and marks nothing.
 */
export function marquesDuRapport(constats: readonly Constat[]): Marque[] {
  const parCellule = new Map<ReferenceCellule, Constat[]>()
  for (const constat of constats) {
    if (constat.justification) continue
    for (const cellule of new Set(constat.cellules.flatMap(cellulesDe))) {
      const deja = parCellule.get(cellule)
      if (deja) deja.push(constat)
      else parCellule.set(cellule, [constat])
    }
  }
  return [...parCellule].map(([cellule, liste]) => {
    const tries = [...liste].sort((a, b) => ORDRE.indexOf(a.gravite) - ORDRE.indexOf(b.gravite))
    return { cellule, fond: FONDS[tries[0]!.gravite], note: abreger(tries.map(direConstat).join('\n\n')) }
  })
}

/** « Point bloquant (COF-01) », the sentence, and the text that asks for it. */
function direConstat({ gravite, regle, message, reference }: Constat): string {
  return `${MOTS[gravite]} (${regle})\n${message}\nTexte : ${reference.texte}, ${reference.article}.`
}

function abreger(texte: string): string {
  return texte.length <= NOTE_MAX ? texte : `${texte.slice(0, NOTE_MAX - 1).trimEnd()}…`
}

/** The cells of a reference, each on its own. */
function cellulesDe(cellule: ReferenceCellule): ReferenceCellule[] {
  const { feuille, adresse: ou } = decouperReference(cellule)
  const plage = lirePlage(ou)
  if (!plage) return []
  const cellules: ReferenceCellule[] = []
  for (let l = plage.ligne; l <= plage.derniereLigne; l++)
    for (let c = plage.colonne; c <= plage.derniereColonne; c++) {
      if (cellules.length === CELLULES_PAR_PLAGE) return cellules
      cellules.push(`${feuille}!${adresse(l, c)}`)
    }
  return cellules
}
