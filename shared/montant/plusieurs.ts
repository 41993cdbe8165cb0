import { entierSur } from './decimal.ts'
import { formatEuros } from './format.ts'
import { reservesDesMots, ressembleAUneAnnee } from './lexique.ts'
import type { LectureMontant } from './montant.ts'
import { ESPACES } from './nombre-ecrit.ts'
import type { Repere } from './reperer.ts'
import { avec, lister, pasUnNombre, reservesDuNombre, sans, TROP_GRAND } from './reponses.ts'

/** Texts that hold several amounts: a written sum has one result, anything else has none. */

/** How many amounts a sentence lists before « … ». */
const MONTANTS_CITES = 4
/** Longest label in parentheses between two terms. */
const LIEN_MAX = 200

const E = `[${ESPACES}]*`
const PLUS = new RegExp(`^${E}\\**${E}(?:\\([^()]*\\))?\\s*\\+\\s*$`)
const EGAL = new RegExp(`^${E}\\**${E}(?:\\([^()]*\\))?\\s*(?:=|,?\\s*soit)\\s*$`, 'i')
const LIEN = new RegExp(`^${E}(à|ou|et|-|–|—|/)${E}$`, 'i')
const ENTRE = /(?<!\p{L})entre\s*$/iu
const RIEN_APRES_SOMME = /^\s*(?:\([^()]*\)\s*)?[.*]*$/

/**
 * The numbers that are amounts: those with a currency, and those that share the currency of the number that they are
 * joined to (« entre 10 000 et 20 000 € », « 250 000 + 15 048 € »).
 */
export function rattacher(texte: string, reperes: Repere[]): Repere[] {
  const montants = new Set(reperes.filter((r) => r.monnaie))
  if (montants.size === 0) return []
  for (let i = reperes.length - 2; i >= 0; i--) {
    const [a, b] = [reperes[i]!, reperes[i + 1]!]
    if (!a.monnaie && montants.has(b) && estJoint(texte, a, b, a)) montants.add(a)
  }
  for (let i = 1; i < reperes.length; i++) {
    const [a, b] = [reperes[i - 1]!, reperes[i]!]
    if (!b.monnaie && montants.has(a) && !precedeUnMot(texte, b) && estJoint(texte, a, b, b)) montants.add(b)
  }
  return reperes.filter((r) => montants.has(r))
}

/** Whether « à », « et », « ou », a dash, a slash or a plus joins two numbers into one writing; `nu` is the one without currency. */
function estJoint(texte: string, a: Repere, b: Repere, nu: Repere): boolean {
  if (b.debut - a.fin > LIEN_MAX) return false
  const lien = texte.slice(a.fin, b.debut)
  const devant = texte.slice(Math.max(0, a.debut - LIEN_MAX), a.debut).trimEnd()
  if (PLUS.test(lien)) return ressembleAUnMontant(nu) || devant === '' || devant.endsWith('+')
  const mot = LIEN.exec(lien)?.[1]
  if (mot === undefined || ressembleAUneAnnee(nu.chiffres)) return false
  if (ressembleAUnMontant(nu) || mot === 'à' || mot === 'ou') return true
  return mot === 'et' ? ENTRE.test(devant) : lien.length === 1
}

/** A number that looks like money rather than like a count or a year. */
export function ressembleAUnMontant(r: Repere): boolean {
  if (!r.ecriture || ressembleAUneAnnee(r.chiffres)) return false
  return r.ecriture.commeMonnaie || r.ecriture.lecture.chiffres >= 1000n
}

/** « 1 500 familles »: a number before a word counts something. */
export function precedeUnMot(texte: string, r: Repere): boolean {
  const apres = texte.slice(r.fin, r.fin + 12)
  return /^\s*[\p{L}%$£]/u.test(apres) && !/^\s*(?:et|ou|à)\s/i.test(apres)
}

/** A plus, and nothing but labels in parentheses, stands between every two amounts; the last may be their written total. */
export function estUneSomme(texte: string, montants: Repere[]): boolean {
  // Without any currency the whole text must be the sum, or « objectifs 2 + 3 » would be one.
  if (!montants.some((m) => m.monnaie)) {
    if (texte.slice(0, montants[0]!.debut).trim() !== '') return false
    if (!RIEN_APRES_SOMME.test(texte.slice(montants.at(-1)!.fin))) return false
  }
  let plus = 0
  for (let i = 1; i < montants.length; i++) {
    const entre = texte.slice(montants[i - 1]!.fin, montants[i]!.debut)
    if (PLUS.test(entre)) plus++
    else if (!(i === montants.length - 1 && plus > 0 && EGAL.test(entre))) return false
  }
  return plus > 0
}

/** Adds up a written sum; a written total must be that of its terms. */
export function sommer(texte: string, montants: Repere[], unite: number): LectureMontant {
  if (montants.some((m) => m.ecriture === null)) return sans('illisible', pasUnNombre(texte))
  const partage = montants.some((m) => m.monnaie)
  const commune = partage ? 1 : unite
  const parties = lister(texte, montants, commune)
  if (parties.length < montants.length) return sans('illisible', TROP_GRAND)
  if (montants.some((m) => m.multiple === null) && montants.some((m) => (m.multiple ?? 1) !== 1))
    return sans('illisible', 'L’unité (k€, M€) n’est écrite que sur une partie de l’addition.', parties)

  const [avantDernier, dernier] = [montants.at(-2)!, montants.at(-1)!]
  const avecTotal = EGAL.test(texte.slice(avantDernier.fin, dernier.debut))
  const termes = avecTotal ? montants.slice(0, -1) : montants
  const composantes = parties.slice(0, termes.length)
  const total = entierSur(composantes.reduce((somme, c) => somme + BigInt(c.centimes), 0n))
  if (total === null) return sans('illisible', TROP_GRAND, composantes)
  const ecrit = parties.at(-1)!.centimes
  if (avecTotal && ecrit !== total) {
    const raison = `Le total écrit (${formatEuros(ecrit)}) n’est pas celui de l’addition (${formatEuros(total)}).`
    return sans('plusieurs', raison, parties)
  }
  const reserves = termes.flatMap((m) => reservesDuNombre(m, commune))
  return avec(total, composantes, [...reserves, ...reservesDesMots('', motsAutour(texte, montants))])
}

/** The words around the terms of a sum, without its plus signs. */
function motsAutour(texte: string, montants: Repere[]): string {
  const mots = [texte.slice(0, montants[0]!.debut)]
  for (const [i, m] of montants.entries()) {
    const suivant = montants[i + 1]
    mots.push(suivant ? texte.slice(m.fin, suivant.debut).replace('+', '') : texte.slice(m.fin))
  }
  return mots.join(' ; ')
}

/** Several amounts, no written sum: none is chosen. */
export function lirePlusieurs(texte: string, montants: Repere[]): LectureMontant {
  const composantes = lister(texte, montants)
  const cites = composantes.slice(0, MONTANTS_CITES).map((c) => formatEuros(c.centimes))
  const liste = cites.join(' ; ') + (composantes.length > MONTANTS_CITES ? ' …' : '')
  const [tete, ...parts] = composantes
  const reste = parts.reduce((somme, c) => somme + c.centimes, 0)
  const aide =
    parts.length > 1 && tete?.centimes === reste
      ? 'Le premier est la somme des autres : si c’est le montant, écrivez-le seul.'
      : 'Écrivez un seul montant, ou une addition avec « + ».'
  return sans('plusieurs', `Plusieurs montants sans addition écrite (${liste}). ${aide}`, composantes)
}
