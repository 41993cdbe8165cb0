import { memoriser } from '../classeur/memoire.ts'
import { normaliser } from '../classeur/texte.ts'
import type { Enveloppe } from './referentiel.ts'

/** Reading what people write for an objectif and for an enveloppe. Nothing is guessed: null when it is not sure. */

const NUMERO = /^(?:objectifs?\b)?[^\d]{0,40}?\bn?\s*(\d{1,3})\b/

/**
 * The number of an objectif: 9, "9", "Objectif 9", "OBJECTIF FONDAMENTAL N°9 : GARANTIR…". null when there
 * is none or when it cannot be one (12,5, "12 actions").
 */
export function lireObjectif(valeur: unknown): number | null {
  if (typeof valeur === 'number') return Number.isInteger(valeur) && valeur > 0 ? valeur : null
  if (typeof valeur !== 'string') return null
  const chiffres = valeur.length <= 3 ? entierCourt(valeur) : -1
  return chiffres >= 0 ? chiffres || null : objectifEcrit(valeur)
}

/** A column of a plan writes a few texts on all of its rows: each is read once. */
const LONGUEUR_MAX = 100

const objectifEcrit = memoriser((valeur: string): number | null => {
  const texte = normaliser(valeur)
  // « n°9 », once normalised.
  const seul = /^(?:n )?(\d{1,3})$/.exec(texte)
  if (seul) return Number(seul[1]) || null
  const debut = /^(?:n )?(\d{1,3})\s*[-.:)–—]\s*\D/.exec(texte)
  if (debut) return Number(debut[1]) || null
  const colle = /^(?:of|obj|o|n )(\d{1,3})\b(?!\s*(?:,|et|a|-|\/)\s*\d|\s*(?:bis|ter|quater)\b)/.exec(texte)
  if (colle) return Number(colle[1]) || null
  // « OF 9 » is short for an objectif fondamental.
  if (!/^(of|obj|objectifs?|objectif (fondamental|facultatif|obligatoire))\b/.test(texte)) return null
  const m = NUMERO.exec(texte)
  if (!m) return null
  // "Objectifs 9 et 24": two objectifs are not one.
  if (/^(?:of|obj|objectifs?)\b[^:]*\d+\s*(,|et|à|a|-|\/)\s*\d+/.test(texte.slice(0, 40))) return null
  return Number(m[1]) || null
}, LONGUEUR_MAX)

/** The number of one to three plain digits, -1 for any other text: what a cell mostly holds, read without a regex. */
function entierCourt(texte: string): number {
  if (texte === '') return -1
  let n = 0
  for (let i = 0; i < texte.length; i++) {
    const c = texte.charCodeAt(i) - 48
    if (c < 0 || c > 9) return -1
    n = n * 10 + c
  }
  return n
}

const ENVELOPPES_ECRITES: [RegExp, Enveloppe][] = [
  [/^(le )?(f\.?i\.?r\.?|fonds d'intervention regional)( ars)?$/, 'FIR'],
  [/^(le )?(p\.? ?304|prog\.? ?304|programme n? ?304|programme 304|304|bop ?304|p0?304)$/, 'P304'],
  [/^(l')?ondam( ?(medico[ -]social|ms|pds|ph))?$/, 'ONDAM'],
]

/** The enveloppe that is written: FIR, "P304", "programme 304", 304, "ONDAM médico-social", in any case; null when it is none of them. */
export function lireEnveloppe(valeur: unknown): Enveloppe | null {
  if (typeof valeur === 'number') return valeur === 304 ? 'P304' : null
  if (typeof valeur !== 'string') return null
  return valeur === 'FIR' || valeur === 'P304' || valeur === 'ONDAM' ? valeur : enveloppeEcrite(valeur)
}

const enveloppeEcrite = memoriser((valeur: string): Enveloppe | null => {
  const texte = normaliser(valeur)
  for (const [motif, enveloppe] of ENVELOPPES_ECRITES) if (motif.test(texte)) return enveloppe
  // A long official name around one acronym only: « FIR (fonds d'intervention régional) ».
  const vues = new Set<Enveloppe>()
  if (/\bfir\b|fonds d'intervention regional/.test(texte)) vues.add('FIR')
  if (/\b(p|bop|programme|prog)\.? ?(n )?304\b/.test(texte)) vues.add('P304')
  if (/\bondam\b/.test(texte)) vues.add('ONDAM')
  return vues.size === 1 && texte.length <= 80 ? [...vues][0]! : null
}, LONGUEUR_MAX)
