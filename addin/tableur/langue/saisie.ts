import { numfmt } from '@univerjs/core'
import { erreurFrancaise, erreurInvariante } from './erreurs.ts'

/** What a typed text means in a French workbook; `format` only where the typing itself asks for one. */
export interface Saisie {
  valeur: number | boolean | string
  /** Number format code, invariant. */
  format?: string
}

const ESPACES = '[ \\u00A0\\u202F\\u2009]'
const NOMBRE = new RegExp(
  `^([-+−]?)${ESPACES}*(\\d{1,3}(?:${ESPACES}\\d{3})+|\\d+)?(?:,(\\d*))?(?:E([+-]?\\d+))?${ESPACES}*([%€]?)$`,
  'i',
)
const DATE = /^(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/
const DATE_ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const HEURE = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/

const MS_PAR_JOUR = 86_400_000
const EPOQUE = Date.UTC(1899, 11, 30)

/** The serial number of a civil date, undefined when the calendar has no such day. Excel counts from 1 March 1900 rightly. */
function numeroDeDate(annee: number, mois: number, jour: number): number | undefined {
  const date = new Date(Date.UTC(annee, mois - 1, jour))
  const existe =
    date.getUTCFullYear() === annee && date.getUTCMonth() === mois - 1 && date.getUTCDate() === jour
  const numero = (date.getTime() - EPOQUE) / MS_PAR_JOUR
  return existe && numero > 60 ? numero : undefined
}

function lireNombre(texte: string): Saisie | undefined {
  const m = NOMBRE.exec(texte)
  if (!m) return undefined
  const [, signe, entier, decimales, exposant, unite] = m
  if (!entier && !decimales) return undefined
  const groupe = entier !== undefined && /\D/.test(entier)
  const chiffres = `${(entier ?? '0').replace(/\D/g, '')}.${decimales || '0'}${exposant ? `e${exposant}` : ''}`
  const nombre = Number(chiffres) * (signe === '-' || signe === '−' ? -1 : 1)
  if (!Number.isFinite(nombre)) return undefined
  const avecDecimales = Boolean(decimales)
  if (unite === '%') return { valeur: centieme(nombre), format: avecDecimales ? '0.00%' : '0%' }
  if (unite === '€') return { valeur: nombre, format: avecDecimales ? '#,##0.00\\ "€"' : '#,##0\\ "€"' }
  if (exposant) return { valeur: nombre, format: '0.00E+00' }
  return groupe ? { valeur: nombre, format: avecDecimales ? '#,##0.00' : '#,##0' } : { valeur: nombre }
}

/** A hundredth without the noise of binary fractions: 12.3 → 0.123. */
function centieme(nombre: number): number {
  return Number((nombre / 100).toPrecision(15))
}

function lireDate(texte: string, anneeCourante: number): Saisie | undefined {
  const iso = DATE_ISO.exec(texte)
  const m = DATE.exec(texte)
  let numero: number | undefined
  if (iso) numero = numeroDeDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  else if (m) {
    const [, jour, , mois, an] = m
    const annee = an === undefined ? anneeCourante : Number(an)
    const siecle = an?.length === 2 ? (annee < 30 ? 2000 : 1900) : 0
    numero = numeroDeDate(siecle + annee, Number(mois), Number(jour))
  }
  return numero === undefined ? undefined : { valeur: numero, format: 'dd/mm/yyyy' }
}

function lireHeure(texte: string): Saisie | undefined {
  const m = HEURE.exec(texte)
  if (!m) return undefined
  const [heures, minutes, secondes] = [Number(m[1]), Number(m[2]), Number(m[3] ?? 0)]
  if (heures > 23 || minutes > 59 || secondes > 59) return undefined
  return {
    valeur: (heures * 3600 + minutes * 60 + secondes) / 86_400,
    format: m[3] === undefined ? 'hh:mm' : 'hh:mm:ss',
  }
}

/**
 * Reads what was typed in a cell that is not a formula, as French Excel does: `12,5`, `1 250 000 €`, `12,5 %`,
 * `31/10/2024`, `VRAI`, `#N/A`. Whatever is not surely one of these stays text.
 *
 * @param formatActuel the cell's present number format: typing in a percentage cell means hundredths, and a
 *   format that is there already stays.
 */
export function lireSaisie(texte: string, formatActuel: string | undefined, anneeCourante: number): Saisie {
  const net = texte.trim()
  if (/^vrai$/i.test(net)) return { valeur: true }
  if (/^faux$/i.test(net)) return { valeur: false }
  const erreur = erreurInvariante(net)
  if (erreur) return { valeur: erreur }
  const lu = lireNombre(net) ?? lireDate(net, anneeCourante) ?? lireHeure(net)
  if (!lu) return { valeur: texte }
  if (formatActuel === undefined || formatActuel === 'General') return lu
  const pourcents =
    numfmt.getFormatInfo(formatActuel).isPercent && !net.endsWith('%') && typeof lu.valeur === 'number'
  return { valeur: pourcents ? centieme(lu.valeur as number) : lu.valeur }
}

/** A number as it is typed in French, all its digits, no grouping: 1234.5 → '1234,5'. */
function nombreFrancais(nombre: number): string {
  return String(Number(nombre.toPrecision(15)))
    .replace('.', ',')
    .replace('e', 'E')
}

/** What the editor shows of a value when a cell is opened for typing; typing it again unchanged gives the same value. */
export function texteDeSaisie(valeur: number | boolean | string, format: string | undefined): string {
  if (typeof valeur === 'boolean') return valeur ? 'VRAI' : 'FAUX'
  if (typeof valeur === 'string') return erreurFrancaise(valeur) ?? valeur
  const info = format ? numfmt.getFormatInfo(format) : undefined
  if (info?.isDate) {
    const motif = valeur < 1 ? 'hh:mm:ss' : Number.isInteger(valeur) ? 'dd/mm/yyyy' : 'dd/mm/yyyy hh:mm:ss'
    return numfmt.format(motif, valeur, { locale: 'fr' })
  }
  if (info?.isPercent) return `${nombreFrancais(valeur * 100)}%`
  return nombreFrancais(valeur)
}
