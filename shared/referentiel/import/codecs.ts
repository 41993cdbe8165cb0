import { aplatir, normaliser } from '../../classeur/texte.ts'
import { lireMontant } from '../../montant/lire-montant.ts'
import { dateCourte, dateDeSerie, lireDateCivile } from '../date-civile.ts'
import { lireEnveloppe } from '../lire.ts'
import { ecrireNumeros, lireNumeros } from '../numeros.ts'
import { montrer } from './probleme.ts'

/** How each kind of value stands in a cell of the model, both ways. */

/** A cell that is not blank. */
export interface Lu {
  /** Text as it is read, line breaks kept. */
  texte: string
  nombre: number | null
  /** The number is shown as a percentage. */
  pourcent: boolean
  date1904: boolean
}

export interface Codec {
  /** What to write, for the instructions. */
  aide: string
  /** What a blank cell is worth; undefined: it must be filled. */
  vide?: unknown
  ecrire: (valeur: unknown) => string | number | null
  /** The value, or why it cannot be read (French clause). */
  lire: (lu: Lu) => { valeur: unknown } | { refus: string }
}

export type ValeurModele = string | number | null

const texteEcrit = (v: unknown): ValeurModele => (typeof v === 'string' ? v : null)

export const TEXTE: Codec = {
  aide: 'un texte',
  ecrire: texteEcrit,
  lire: ({ texte }) => ({ valeur: texte.trim() }),
}
/** A text that may be left blank: null. */
export const TEXTE_OU_RIEN: Codec = { ...TEXTE, aide: 'un texte, ou rien', vide: null }
/** A text that may be left blank: the key is left out. */
export const TEXTE_FACULTATIF: Codec = { ...TEXTE_OU_RIEN, vide: undefined }

export const ENTIER: Codec = {
  aide: 'un nombre entier',
  ecrire: (v) => (typeof v === 'number' ? v : null),
  lire: ({ nombre, texte }) => {
    const n = nombre ?? (/^\s*\d{1,9}\s*$/.test(texte) ? Number(texte) : Number.NaN)
    return Number.isInteger(n) ? { valeur: n } : { refus: `${montrer(texte)} n’est pas un nombre entier` }
  },
}
export const ENTIER_OU_RIEN: Codec = { ...ENTIER, aide: 'un nombre entier, ou rien', vide: null }

/** Ascending numbers: « 1 à 5, 13 ». */
export const NUMEROS: Codec = {
  aide: 'une liste de nombres, par exemple 1 à 5, 13',
  ecrire: (v) => {
    const liste = Array.isArray(v) ? (v as number[]) : []
    return liste.length === 1 ? liste[0]! : ecrireNumeros(liste) || null
  },
  lire: ({ texte, nombre }) => {
    const liste = nombre === null ? lireNumeros(texte) : Number.isInteger(nombre) ? [nombre] : null
    return liste === null
      ? { refus: `${montrer(texte)} n’est pas une liste de nombres (par exemple « 1 à 5, 13 »)` }
      : { valeur: liste }
  },
}

export const DATE: Codec = {
  aide: 'une date JJ/MM/AAAA',
  ecrire: (v) => (typeof v === 'string' ? dateCourte(v) : null),
  lire: ({ texte, nombre, date1904 }) => {
    const date = nombre === null ? lireDateCivile(texte) : dateDeSerie(nombre, date1904)
    return date === null ? { refus: `${montrer(texte)} n’est pas une date (JJ/MM/AAAA)` } : { valeur: date }
  },
}
export const DATE_OU_RIEN: Codec = { ...DATE, aide: 'une date JJ/MM/AAAA, ou rien', vide: null }
export const DATE_FACULTATIVE: Codec = { ...DATE_OU_RIEN, vide: undefined }

export const OUI_NON: Codec = {
  aide: 'oui ou non (rien : non)',
  vide: false,
  ecrire: (v) => (v === true ? 'oui' : 'non'),
  lire: ({ texte }) => {
    const mot = normaliser(texte)
    if (/^(oui|vrai|x)$/.test(mot)) return { valeur: true }
    if (/^(non|faux)$/.test(mot)) return { valeur: false }
    return { refus: `${montrer(texte)} n’est ni oui ni non` }
  },
}

/** One of a closed list, written in French. */
export function choix(valeurs: Record<string, string>): Codec {
  const parMot = new Map(
    Object.entries(valeurs).flatMap(([v, mot]) => [
      [normaliser(mot), v],
      [normaliser(v), v],
    ]),
  )
  const mots = Object.values(valeurs).join(', ')
  return {
    aide: `au choix : ${mots}`,
    ecrire: (v) => valeurs[String(v)] ?? null,
    lire: ({ texte }) => {
      const valeur = parMot.get(normaliser(texte))
      return valeur === undefined
        ? { refus: `${montrer(texte)} n’est pas admis (valeurs admises : ${mots})` }
        : { valeur }
    },
  }
}

/** Several values in one cell, one a line. */
export const LIGNES: Codec = {
  aide: 'un ou plusieurs textes, un par ligne de la cellule (Alt+Entrée), ou rien',
  vide: [],
  ecrire: (v) => (Array.isArray(v) && v.length > 0 ? v.join('\n') : null),
  lire: ({ texte }) => ({
    valeur: texte
      .split(/\r?\n/)
      .map((t) => t.trim())
      .filter((t) => t !== ''),
  }),
}

/** Several values in one cell, with commas, each read by another codec. */
export function plusieurs(codec: Codec): Codec {
  return {
    aide: `${codec.aide} ; plusieurs séparés par des virgules, ou rien`,
    vide: [],
    ecrire: (v) => (Array.isArray(v) && v.length > 0 ? v.map((x) => codec.ecrire(x)).join(', ') : null),
    lire: (lu) => {
      const valeurs: unknown[] = []
      for (const morceau of lu.texte.split(/[,;\n]/)) {
        if (morceau.trim() === '') continue
        const lecture = codec.lire({ ...lu, texte: morceau.trim(), nombre: null })
        if ('refus' in lecture) return lecture
        valeurs.push(lecture.valeur)
      }
      return { valeur: valeurs }
    },
  }
}

/** FIR, P304, ONDAM in any writing, or « non dite »; another word is kept for the schema to refuse by its name. */
export const ENVELOPPE: Codec = {
  aide: 'FIR, P304, ONDAM, ou « non dite »',
  ecrire: texteEcrit,
  lire: ({ texte, nombre }) => ({ valeur: lireEnveloppe(nombre ?? texte) ?? aplatir(texte) }),
}

/** Euros, kept as cents. */
export function lireEuros({ texte, nombre }: Lu): { valeur: number } | { refus: string } {
  if (nombre !== null) {
    const centimes = Math.round(nombre * 100)
    return Math.abs(centimes - nombre * 100) < 1e-4 && Number.isSafeInteger(centimes)
      ? { valeur: centimes }
      : { refus: `${montrer(texte)} n’est pas un montant en euros et centimes` }
  }
  const lecture = lireMontant(texte)
  return lecture.centimes !== null && lecture.reserve === null
    ? { valeur: lecture.centimes }
    : { refus: `${montrer(texte)} n’est pas un montant sûr en euros` }
}

/** « 28,5 % » or 28,5: thousandths. */
export function lirePoids({ texte, nombre, pourcent }: Lu): { valeur: number } | { refus: string } {
  const m = /^\s*(\d{1,3}(?:[.,]\d+)?)\s*%?\s*$/.exec(texte)
  const part =
    nombre === null ? (m ? Number(m[1]!.replace(',', '.')) : Number.NaN) : nombre * (pourcent ? 100 : 1)
  const poids = Math.round(part * 10)
  return Number.isFinite(part) && Math.abs(poids - part * 10) < 1e-6
    ? { valeur: poids }
    : { refus: `${montrer(texte)} n’est pas un pourcentage au dixième près` }
}
