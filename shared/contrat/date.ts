import { reference } from '../classeur/adresse.ts'
import type { Cellule } from '../classeur/classeur.ts'
import { texteCellule } from '../classeur/texte-cellule.ts'
import { aplatir, normaliser } from '../classeur/texte.ts'
import { dateDeSerie, estDateCivile } from '../referentiel/date-civile.ts'

/** A date of a sheet, with the cell that holds it. Nothing is guessed: what is no sure day has a raison. */
export interface DateLue {
  texte: string
  cellule: string
  /** Civil date (ISO), null where it cannot be read. */
  jour: string | null
  /** French sentence, null where the day is sure. */
  raison: string | null
}

const MOIS = ['janv', 'fevr', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sept', 'oct', 'nov', 'dec']

/** Words that say that there is no date yet. */
const SANS_DATE =
  /^(?:[-–—/.?]+|n\.?[acds]\.?|neant|non|aucune?|sans objet|so|a venir|a definir|a preciser|a completer|en attente|en cours|non (?:date|defini|communique|realise|fait)e?s?|prochainement)$/

/** Does this normalised text say that there is nothing yet (« - », « à venir ») ? */
export function ditRien(texte: string): boolean {
  const t = normaliser(texte)
  return t === '' || SANS_DATE.test(t)
}

function jourDe(annee: number, mois: number, jour: number): string | null {
  const iso = `${String(annee).padStart(4, '0')}-${String(mois).padStart(2, '0')}-${String(jour).padStart(2, '0')}`
  return annee >= 1900 && estDateCivile(iso) ? iso : null
}

/** « 20 » is 2020: no contract of this policy is older. */
const anneeEntiere = (annee: string) => (annee.length === 2 ? 2000 + Number(annee) : Number(annee))

/**
 * Reads a date that people wrote: « 31 octobre 2024 », « jeudi 1er mars 2025 », « 14/08/2024 », « 15-oct-20 »,
 * « 2024-10-31 ».
 * @returns the ISO day, 'impossible' for what has the shape of a date and is no day of the calendar, else null
 */
export function lireDateEcrite(texte: string): string | 'impossible' | null {
  const t = normaliser(texte)
    .replace(/^(?:le |au |du )/, '')
    .replace(/^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? /, '')
    .replace(/[.,;]$/, '')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(t)
  if (iso) return jourDe(Number(iso[1]), Number(iso[2]), Number(iso[3])) ?? 'impossible'
  const chiffres = /^(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4}|\d{2})(?: (?:a )?\d{1,2}[:h]\d{0,2})?$/.exec(
    t,
  )
  if (chiffres)
    return jourDe(anneeEntiere(chiffres[3]!), Number(chiffres[2]), Number(chiffres[1])) ?? 'impossible'
  const lettres = /^(\d{1,2})(?:er)?[ .-]+([a-z]{3,9})\.?[ .-]+(\d{4}|\d{2})$/.exec(t)
  if (lettres) {
    const mois = MOIS.findIndex((m) => lettres[2]!.startsWith(m.slice(0, Math.min(4, lettres[2]!.length))))
    if (mois >= 0) return jourDe(anneeEntiere(lettres[3]!), mois + 1, Number(lettres[1])) ?? 'impossible'
  }
  return /^\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d+$/.test(t) ? 'impossible' : null
}

/** A number format that shows a day: with d and m or y, outside quotes, colours and times. */
function estFormatDate(format: string | undefined): boolean {
  if (format === undefined) return false
  const nu = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase()
  return /[dj]/.test(nu) && /[mya]/.test(nu)
}

/** 2000-01-01 and 2099-12-31 as serial numbers: under a label that asks for a date, such a number is one. */
const SERIES = { premiere: 36_526, derniere: 73_050 }

/** Reads the date of a cell that a label asks for; null where it is blank or says that there is none yet. */
export function lireDateCellule(
  cellule: Cellule | undefined,
  place: { feuille: string; ligne: number; colonne: number },
  date1904: boolean,
): DateLue | null {
  const v = cellule?.valeur
  if (cellule === undefined || v === undefined || v === null) return null
  const ou = { cellule: reference(place.feuille, place.ligne, place.colonne) }
  const lue = (texte: string, jour: string | null, raison: string | null): DateLue => ({
    texte,
    ...ou,
    jour,
    raison,
  })
  if (typeof v === 'number') {
    const serie = date1904 ? v + 1462 : v
    const jour =
      estFormatDate(cellule.format) || (serie >= SERIES.premiere && serie <= SERIES.derniere)
        ? dateDeSerie(v, date1904)
        : null
    return jour === null
      ? lue(String(v), null, 'Ce nombre n’est pas une date.')
      : lue(jour.split('-').reverse().join('/'), jour, null)
  }
  const texte = aplatir(texteCellule(cellule))
  if (ditRien(texte)) return null
  if (typeof v !== 'string') return lue(texte, null, 'La cellule ne contient pas une date.')
  const jour = lireDateEcrite(texte)
  if (jour === 'impossible') return lue(texte, null, 'Ce jour n’existe pas dans le calendrier.')
  return lue(texte, jour, jour === null ? 'Aucune date sûre ne s’y lit.' : null)
}

/** The same day some months later; the last day of the month where that month has no such day. */
export function ajouterMois(jour: string, mois: number): string {
  const [a, m, j] = jour.split('-').map(Number) as [number, number, number]
  const dernier = new Date(Date.UTC(a, m - 1 + mois + 1, 0)).getUTCDate()
  return new Date(Date.UTC(a, m - 1 + mois, Math.min(j, dernier))).toISOString().slice(0, 10)
}

/** Days from one civil date to another, negative when the second comes first. */
export function joursEntre(debut: string, fin: string): number {
  return Math.round((Date.parse(`${fin}T00:00:00Z`) - Date.parse(`${debut}T00:00:00Z`)) / 86_400_000)
}
