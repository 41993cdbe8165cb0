import { adresse, lireAdresse, lirePlage } from '../../../shared/classeur/adresse.ts'
import type { Plage } from '../../../shared/classeur/classeur.ts'
import { adressePlage } from '../../../addin/hote/plages.ts'
import { ErreurFilaire } from './interprete.ts'

/** What a sheet shows beside its values: the cells' own fills, conditional formats, notes and comments. */
export class AspectsFeuille {
  /** The cells' own fills, by address. */
  readonly fonds = new Map<string, string>()
  readonly regles: RegleConditionnelle[] = []
  readonly notes: NoteFilaire[] = []
  readonly commentaires: NoteFilaire[] = []

  /** The fill that a person sees. */
  fondVu(ou: string): string | null {
    const place = lireAdresse(ou)!
    const dessus = this.regles
      .filter((r) => r.plages.some((p) => contient(p, place)))
      .sort((a, b) => a.Priority - b.Priority)[0]
    return dessus?.Custom.Format.Fill.Color ?? this.fonds.get(ou) ?? null
  }

  noteVue(ou: string): string | null {
    return this.notes.find((n) => n.ou === ou)?.Content ?? null
  }
}

const contient = (p: Plage, { ligne, colonne }: { ligne: number; colonne: number }): boolean =>
  ligne >= p.ligne && ligne <= p.derniereLigne && colonne >= p.colonne && colonne <= p.derniereColonne

const chevauche = (a: Plage, b: Plage): boolean =>
  a.ligne <= b.derniereLigne &&
  b.ligne <= a.derniereLigne &&
  a.colonne <= b.derniereColonne &&
  b.colonne <= a.derniereColonne

let derniere = 0

export class RegleConditionnelle {
  readonly Id = `{cf-${++derniere}}`
  readonly Type = 'Custom'
  Priority = 0
  readonly Custom = { Rule: new Regle(), Format: new Format() }
  readonly plages: Plage[]
  readonly #toutes: RegleConditionnelle[]
  constructor(plages: Plage[], toutes: RegleConditionnelle[]) {
    this.plages = plages
    this.#toutes = toutes
  }
  GetRanges(): AiresFilaires {
    return new AiresFilaires(this.plages, this.#toutes)
  }
  Delete(): void {
    this.#toutes.splice(this.#toutes.indexOf(this), 1)
  }
}

class Regle {
  Formula = ''
}
class Fond {
  Color = ''
}
class Format {
  readonly Fill = new Fond()
}

/** The conditional formats that meet some areas; a new one is laid over all of them. */
export class FormatsConditionnels {
  readonly #plages: Plage[]
  readonly #toutes: RegleConditionnelle[]
  constructor(plages: Plage[], toutes: RegleConditionnelle[]) {
    this.#plages = plages
    this.#toutes = toutes
  }
  get Items(): RegleConditionnelle[] {
    return this.#toutes.filter((r) => r.plages.some((p) => this.#plages.some((q) => chevauche(p, q))))
  }
  Add(): RegleConditionnelle {
    const regle = new RegleConditionnelle(this.#plages, this.#toutes)
    for (const autre of this.#toutes) autre.Priority++
    this.#toutes.push(regle)
    return regle
  }
  Indexer(id: string): RegleConditionnelle {
    return trouver(this.#toutes, id)
  }
}

/** Several areas of a sheet at once. */
export class AiresFilaires {
  _ReferenceId = ''
  readonly #plages: Plage[]
  readonly #regles: RegleConditionnelle[]
  constructor(plages: Plage[], regles: RegleConditionnelle[]) {
    this.#plages = plages
    this.#regles = regles
  }
  get Address(): string {
    return this.#plages.map(adressePlage).join()
  }
  get CellCount(): number {
    return this.#plages.reduce(
      (n, p) => n + (p.derniereLigne - p.ligne + 1) * (p.derniereColonne - p.colonne + 1),
      0,
    )
  }
  get ConditionalFormats(): FormatsConditionnels {
    return new FormatsConditionnels(this.#plages, this.#regles)
  }
}

/** A note, or a comment: a text beside one cell. */
export class NoteFilaire {
  readonly Id = `{note-${++derniere}}`
  Content: string
  ou: string
  readonly #toutes: NoteFilaire[]
  constructor(ou: string, contenu: string, toutes: NoteFilaire[]) {
    this.ou = ou
    this.Content = contenu
    this.#toutes = toutes
  }
  GetLocation(): object {
    const { ligne, colonne } = lireAdresse(this.ou)!
    return { _ReferenceId: '', RowIndex: ligne, ColumnIndex: colonne }
  }
  Delete(): void {
    this.#toutes.splice(this.#toutes.indexOf(this), 1)
  }
}

/** The notes of a sheet, or its comments: a cell holds one or the other. */
export class NotesFilaires {
  readonly #toutes: NoteFilaire[]
  readonly #autres: NoteFilaire[]
  constructor(toutes: NoteFilaire[], autres: NoteFilaire[]) {
    this.#toutes = toutes
    this.#autres = autres
  }
  get Items(): NoteFilaire[] {
    return this.#toutes
  }
  Add(ou: string, contenu: string): NoteFilaire {
    const place = lirePlage(ou)
    const net = place ? adresse(place.ligne, place.colonne) : ''
    if (net === '' || [...this.#toutes, ...this.#autres].some((n) => n.ou === net))
      throw new ErreurFilaire('InvalidOperation', 'The cell cannot take a note.')
    const note = new NoteFilaire(net, contenu, this.#toutes)
    this.#toutes.push(note)
    return note
  }
  Indexer(id: string): NoteFilaire {
    return trouver(this.#toutes, id)
  }
}

function trouver<T extends { Id: string }>(liste: T[], id: string): T {
  const trouve = liste.find((element) => element.Id === id)
  if (!trouve) throw new ErreurFilaire('ItemNotFound', 'The requested resource does not exist.')
  return trouve
}
