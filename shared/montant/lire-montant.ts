import { libelles } from './composantes.ts'
import { enCentimes, entierSur } from './decimal.ts'
import { formatEuros } from './format.ts'
import { estUneDate, motSansMontant, parUnite, reservesDesMots, ressembleAUneAnnee } from './lexique.ts'
import { reserveArrondi, TROP_GRAND } from './lire-nombre.ts'
import type { Centimes, LectureMontant, NatureMontant } from './montant.ts'
import { ESPACES } from './nombre-ecrit.ts'
import { repererNombres } from './reperer.ts'
import type { Repere } from './reperer.ts'

export { lireNombre } from './lire-nombre.ts'

/** What an Excel cell can hold: a longer text is no cell's. */
const LONGUEUR_MAX = 32_767
/** How many amounts a sentence lists before « … ». */
const MONTANTS_CITES = 4

const E = `[${ESPACES}]*`
/** Marks that may stand around a lone number: parentheses, a final full stop, a footnote's star or figure. */
const RIEN_DEVANT = /^\(?\s*$/
const RIEN_DERRIERE = /^\s*\)?\s*-?\s*[.*¹²³†]*\s*$/
const ENTRE_PARENTHESES = /^\s*\([^()]*\)\s*\**\s*$/
const PLUS_ENTRE_DEUX = new RegExp(`^${E}\\**${E}(?:\\([^()]*\\))?\\s*\\+\\s*$`)
const EGAL_ENTRE_DEUX = new RegExp(`^${E}\\**${E}(?:\\([^()]*\\))?\\s*(?:=|,?\\s*soit)\\s*$`, 'i')
const FACTEUR = new RegExp(`\\d${E}(?:[x×*])${E}$`, 'i')
const POURCENT_DE = new RegExp(`%${E}(?:de|d['’]|du|des)?[\\s\\p{L}'’]{0,20}$`, 'iu')
const INVISIBLES = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g

/**
 * Reads an amount as French tables write it: « 250 000 € + 15 048 € (mallettes) », « 2.491.217 € », « 120 K€ »,
 * « (1 250,50) », « ND ». Exact cents, nothing guessed: a doubtful writing gives its likely reading with a
 * `reserve`, or no amount with a `raison`; several amounts that no « + » joins give no amount and their list.
 *
 * @param texte the cell's text, as it is
 * @param unite euros per unit of a number without currency: 1000 under a header in k€, 1000000 in M€
 */
export function lireMontant(texte: string, unite = 1): LectureMontant {
  if (texte.length > LONGUEUR_MAX) return sans('illisible', 'Ce texte est trop long pour être un montant.')
  const net = texte.replace(INVISIBLES, '').trim()
  const mot = motSansMontant(net)
  if (mot) return sans(mot.nature, mot.raison)
  if (estUneDate(net)) return sans('non-chiffre', `« ${net} » est une date, non un montant.`)

  const reperes = repererNombres(net)
  const montants = rattacher(net, reperes)
  if (montants.length === 0) return lireSansMonnaie(net, reperes, unite)
  return lireAvecMonnaie(net, reperes, montants, unite)
}

/** A text whose numbers carry no currency: a bare number, a sum of bare numbers, or no amount. */
function lireSansMonnaie(texte: string, reperes: Repere[], unite: number): LectureMontant {
  const premier = reperes[0]
  if (!premier) return sans('non-chiffre', nonChiffre(texte))
  if (reperes.length > 1 && estUneSomme(texte, reperes)) return sommer(texte, reperes, unite, [])
  const devant = texte.slice(0, premier.debut)
  const derriere = texte.slice(premier.fin)

  if (RIEN_DEVANT.test(devant)) {
    const multiple = /^\s*([kKM])\s*$/.exec(derriere)?.[1]
    if (reperes.length === 1 && (RIEN_DERRIERE.test(derriere) || multiple !== undefined)) {
      const euros = multiple === undefined ? unite : multiple === 'M' ? 1_000_000 : 1_000
      const reserves = []
      if (multiple !== undefined)
        reserves.push(`« ${multiple} » est lu comme ${multiple === 'M' ? 'millions' : 'milliers'} d’euros.`)
      if (ressembleAUneAnnee(texte)) reserves.push('Ce nombre ressemble à une année.')
      return unSeul(texte, signer(texte, premier), euros, '', reserves)
    }
    // « 0 (gratuité abonnement) »: nothing is nothing in any currency.
    const autresComptent = reperes.slice(1).some((r) => r.ecriture?.commeMonnaie ?? false)
    if (ENTRE_PARENTHESES.test(derriere) && !devant.includes('(') && premier.ecriture && !autresComptent) {
      const nul = premier.ecriture.lecture.chiffres === 0n
      if (nul || premier.ecriture.commeMonnaie || premier.ecriture.lecture.chiffres >= 1000n)
        return unSeul(texte, premier, unite, derriere, nul ? [] : ['La monnaie n’est pas écrite.'])
    }
  }
  if (reperes.length === 1 && /^\s*%/.test(derriere))
    return sans('non-chiffre', `« ${extrait(texte)} » est un pourcentage, non un montant.`)
  return sans('non-chiffre', nonChiffre(texte))
}

/** A text where at least one number carries a currency. */
function lireAvecMonnaie(
  texte: string,
  reperes: Repere[],
  montants: Repere[],
  unite: number,
): LectureMontant {
  const faux = montants.find((m) => m.ecriture === null)
  const casse = reperes.find(
    (r, i) => !r.monnaie && i > 0 && reperes[i - 1]!.monnaie && r.debut === reperes[i - 1]!.fin,
  )
  const illisible = faux ?? casse
  if (illisible)
    return sans(
      'illisible',
      `« ${extrait(texte.slice(illisible.debut, illisible.fin).trim())} » ne se lit pas comme un nombre : corrigez l’écriture du montant.`,
    )
  for (const m of montants) {
    if (
      FACTEUR.test(texte.slice(Math.max(0, m.debut - 40), m.debut)) ||
      /^\s*[x×*]\s*\d/i.test(texte.slice(m.fin, m.fin + 20))
    )
      return sans(
        'unitaire',
        'Le texte donne un calcul à faire, non un montant : écrivez le résultat.',
        lister(texte, montants),
      )
  }
  if (montants.length > 1) {
    if (estUneSomme(texte, montants)) return sommer(texte, montants, unite, reservesAutour(texte, montants))
    return lirePlusieurs(texte, montants)
  }
  const m = signer(texte, montants[0]!)
  const avant = texte.slice(0, m.debut)
  const apres = texte.slice(m.fin)
  if (parUnite(apres))
    return sans(
      'unitaire',
      'Le texte donne un prix par unité, non le montant total.',
      lister(texte, montants),
    )
  if (POURCENT_DE.test(avant.slice(-60)))
    return sans(
      'unitaire',
      'Le texte donne une part d’un montant : écrivez le résultat.',
      lister(texte, montants),
    )
  const reserves = reservesDesMots(avant, apres)
  const oublie = reperes.find((r) => !r.monnaie && estUnMontantPossible(texte, r))
  if (oublie)
    reserves.push(
      `Un autre nombre du texte, « ${oublie.chiffres} », ne porte pas de monnaie et n’est pas compté.`,
    )
  if (unite !== 1 && m.multiple === 1)
    reserves.push(
      `La colonne est en ${unite === 1000 ? 'milliers' : 'millions'} d’euros, mais la cellule écrit des euros.`,
    )
  return unSeul(texte, m, unite, '', reserves)
}

/**
 * The numbers that are amounts: those with a currency, and those that share the currency of the number that they are
 * joined to (« entre 10 000 et 20 000 € », « 250 000 + 15 048 € »).
 */
function rattacher(texte: string, reperes: Repere[]): Repere[] {
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

/** Whether « à », « et », « ou », a dash, a slash or a plus joins two numbers into one writing of amounts; `nu` is the one without currency. */
function estJoint(texte: string, a: Repere, b: Repere, nu: Repere): boolean {
  const lien = texte.slice(a.fin, b.debut)
  if (lien.length > 200) return false
  const montant = estGrand(nu)
  if (PLUS_ENTRE_DEUX.test(lien))
    return montant || texte.slice(0, a.debut).trim() === '' || /\+\s*$/.test(texte.slice(0, a.debut))
  const mot = new RegExp(`^${E}(à|ou|et|-|–|—|/)${E}$`, 'i').exec(lien)?.[1]
  if (mot === undefined || ressembleAUneAnnee(nu.chiffres)) return false
  if (montant || mot === 'à' || mot === 'ou') return true
  if (mot === 'et') return /(?<!\p{L})entre\s*$/iu.test(texte.slice(Math.max(0, a.debut - 12), a.debut))
  return lien.length === 1
}

/** A number that looks like money rather than like a count or a year. */
function estGrand(r: Repere): boolean {
  if (!r.ecriture || ressembleAUneAnnee(r.chiffres)) return false
  return r.ecriture.commeMonnaie || r.ecriture.lecture.chiffres >= 1000n
}

function estUnMontantPossible(texte: string, r: Repere): boolean {
  return (
    estGrand(r) && !precedeUnMot(texte, r) && !/n°\s*$/i.test(texte.slice(Math.max(0, r.debut - 4), r.debut))
  )
}

/** « 1 500 familles »: a number before a word counts something. */
function precedeUnMot(texte: string, r: Repere): boolean {
  return (
    /^\s*[\p{L}%]/u.test(texte.slice(r.fin, r.fin + 12)) &&
    !/^\s*(?:et|ou|à)\s/i.test(texte.slice(r.fin, r.fin + 12))
  )
}

/** A plus, and nothing but labels in parentheses, stands between every two amounts; the last may be their written total. */
function estUneSomme(texte: string, montants: Repere[]): boolean {
  const devant = texte.slice(0, montants[0]!.debut)
  const bareme = montants.some((m) => m.monnaie)
  if (!bareme && devant.trim() !== '') return false
  if (!bareme && !/^\s*(?:\([^()]*\)\s*)?[.*]*$/.test(texte.slice(montants.at(-1)!.fin))) return false
  let plus = 0
  for (let i = 1; i < montants.length; i++) {
    const entre = texte.slice(montants[i - 1]!.fin, montants[i]!.debut)
    if (PLUS_ENTRE_DEUX.test(entre)) plus++
    else if (!(i === montants.length - 1 && plus > 0 && EGAL_ENTRE_DEUX.test(entre))) return false
  }
  return plus > 0
}

/** Adds up a written sum; a written total must be that of its terms. */
function sommer(texte: string, montants: Repere[], unite: number, reservesDeMots: string[]): LectureMontant {
  const dernier = montants.length - 1
  const avecTotal = EGAL_ENTRE_DEUX.test(texte.slice(montants[dernier - 1]!.fin, montants[dernier]!.debut))
  const termes = avecTotal ? montants.slice(0, -1) : montants
  const parties = lister(texte, montants, unite)
  if (montants.some((m) => m.ecriture === null))
    return sans('illisible', 'Un nombre de cette addition ne se lit pas : corrigez son écriture.')
  if (parties.length < montants.length) return sans('illisible', TROP_GRAND)
  const multiples = new Set(montants.map((m) => m.multiple ?? (montants.some((x) => x.monnaie) ? 1 : unite)))
  if (multiples.size > 1 && montants.some((m) => !m.monnaie))
    return sans('illisible', 'L’unité (k€, M€) n’est écrite que sur une partie de l’addition.', parties)

  const composantes = parties.slice(0, termes.length)
  const total = entierSur(composantes.reduce((somme, c) => somme + BigInt(c.centimes), 0n))
  if (total === null) return sans('illisible', TROP_GRAND, composantes)
  if (avecTotal && parties[dernier]!.centimes !== total)
    return sans(
      'plusieurs',
      `Le total écrit (${formatEuros(parties[dernier]!.centimes)}) n’est pas celui de l’addition (${formatEuros(total)}).`,
      parties,
    )
  const reserves = [...termes.flatMap((m) => reservesDuNombre(m, unite)), ...reservesDeMots]
  return { centimes: total, composantes, raison: null, reserve: joindre(reserves), nature: 'montant' }
}

/** Several amounts, no written sum: none is chosen. */
function lirePlusieurs(texte: string, montants: Repere[]): LectureMontant {
  const composantes = lister(texte, montants)
  const cites = composantes.slice(0, MONTANTS_CITES).map((c) => formatEuros(c.centimes))
  const liste = cites.join(' ; ') + (composantes.length > MONTANTS_CITES ? ' …' : '')
  const [tete, ...parts] = composantes
  const reste = parts.reduce((somme, c) => somme + c.centimes, 0)
  const aide =
    parts.length > 1 && tete?.centimes === reste
      ? ` Le premier est la somme des autres : si c’est le montant, écrivez-le seul.`
      : ' Écrivez un seul montant, ou une addition avec « + ».'
  return sans('plusieurs', `Plusieurs montants sans addition écrite (${liste}).${aide}`, composantes)
}

/** Reserves that the words around the terms of a sum ask for. */
function reservesAutour(texte: string, montants: Repere[]): string[] {
  const mots = [texte.slice(0, montants[0]!.debut)]
  for (const [i, m] of montants.entries()) {
    const entre = texte.slice(m.fin, montants[i + 1]?.debut)
    mots.push(i < montants.length - 1 ? entre.replace(/\+\s*$/, '') : entre)
  }
  return reservesDesMots('', mots.join(' ; '))
}

/** The amounts with their labels; those too large for exact cents are left out. */
function lister(texte: string, montants: Repere[], unite = 1): LectureMontant['composantes'] {
  const mots = libelles(texte, montants)
  const partage = montants.some((m) => m.monnaie)
  return montants.flatMap((m, i) => {
    const centimes = m.ecriture && versCentimes(m, m.multiple ?? (partage ? 1 : unite))?.centimes
    return centimes === null || centimes === undefined ? [] : [{ centimes, libelle: mots[i]! }]
  })
}

/** « (1 250 €) » alone, or « 1 250 - » as accounting programs write it, is negative. */
function signer(texte: string, m: Repere): Repere {
  const avant = texte.slice(0, m.debut).trim()
  const apres = texte.slice(m.fin).trim()
  const negatif = (avant === '(' && apres === ')') || (avant === '' && apres === '-')
  return negatif ? { ...m, negatif: !m.negatif } : m
}

/** A single amount. */
function unSeul(texte: string, m: Repere, unite: number, apres: string, reserves: string[]): LectureMontant {
  if (!m.ecriture)
    return sans(
      'illisible',
      `« ${extrait(texte)} » ne se lit pas comme un nombre : corrigez l’écriture du montant.`,
    )
  const lu = versCentimes(m, m.multiple ?? unite)
  if (lu === null) return sans('illisible', TROP_GRAND)
  const libelle = m.monnaie ? libelles(texte, [m])[0]! : apres.replace(/^[\s(]+|[\s)*]+$/g, '')
  const toutes = [...reservesDuNombre(m, unite), ...reserves]
  return {
    centimes: lu.centimes,
    composantes: [{ centimes: lu.centimes, libelle: libelle === ')' ? '' : libelle }],
    raison: null,
    reserve: joindre(toutes),
    nature: 'montant',
  }
}

/** What is doubtful in the writing of the number itself. */
function reservesDuNombre(m: Repere, unite: number): string[] {
  const reserves = [...m.doutes]
  const multiple = m.multiple ?? unite
  if (!m.ecriture) return reserves
  const lu = versCentimes(m, multiple)
  const autre = m.ecriture.autre && entierSur(enCentimes(m.ecriture.autre, multiple).centimes)
  if (lu && autre !== null)
    reserves.push(
      `« ${m.chiffres} » est lu ${formatEuros(lu.centimes)} ; cela peut aussi se lire ${formatEuros(m.negatif ? -autre : autre)}.`,
    )
  else if (lu?.arrondi) reserves.push(reserveArrondi(lu.centimes))
  if (lu && m.ecriture.irregulier)
    reserves.push(`Les milliers de « ${m.chiffres} » sont mal groupés : lu ${formatEuros(lu.centimes)}.`)
  return reserves
}

function versCentimes(m: Repere, multiple: number): { centimes: Centimes; arrondi: boolean } | null {
  if (!m.ecriture) return null
  const { centimes, reste } = enCentimes(m.ecriture.lecture, multiple)
  const sur = entierSur(m.negatif ? -centimes : centimes)
  return sur === null ? null : { centimes: sur, arrondi: reste !== 0n }
}

function sans(
  nature: NatureMontant,
  raison: string,
  composantes: LectureMontant['composantes'] = [],
): LectureMontant {
  return { centimes: null, composantes, raison, reserve: null, nature }
}

function nonChiffre(texte: string): string {
  return /\d/.test(texte) || /\bETP\b|valoris/i.test(texte)
    ? `« ${extrait(texte)} » n’est pas chiffré en euros : écrivez le montant correspondant.`
    : `« ${extrait(texte)} » ne contient pas de montant.`
}

function joindre(reserves: string[]): string | null {
  const uniques = [...new Set(reserves)]
  return uniques.length === 0 ? null : uniques.join(' ')
}

/** The first words of a text, for a message. */
function extrait(texte: string): string {
  const ligne = texte.replace(/\s+/g, ' ').trim()
  return ligne.length <= 80 ? ligne : `${ligne.slice(0, 79).trimEnd()}…`
}
