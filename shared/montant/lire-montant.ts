import {
  estAMultiplier,
  estUneDate,
  estUnePart,
  motSansMontant,
  parUnite,
  reservesDesMots,
  ressembleAUneAnnee,
} from './lexique.ts'
import type { LectureMontant } from './montant.ts'
import {
  estUneSomme,
  lirePlusieurs,
  precedeUnMot,
  rattacher,
  ressembleAUnMontant,
  sommer,
} from './plusieurs.ts'
import { repererNombres } from './reperer.ts'
import type { Repere } from './reperer.ts'
import { extrait, lister, pasUnNombre, sans, unSeul } from './reponses.ts'

export { lireNombre } from './lire-nombre.ts'

/** What an Excel cell can hold: a longer text is no cell's. */
const LONGUEUR_MAX = 32_767

const INVISIBLES = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g
/** Marks that may stand around a lone number: parentheses, a final minus or full stop, a footnote's star or figure. */
const RIEN_DEVANT = /^\(?\s*$/
const RIEN_DERRIERE = /^\s*\)?\s*-?\s*[.*¹²³†]*$/
const ENTRE_PARENTHESES = /^\s*\([^()]*\)\s*\**$/
const UNITE_NUE = /^\s*([kKM])$/

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
  const net = serrer(texte)
  const mot = motSansMontant(net)
  if (mot) return sans(mot.nature, mot.raison)
  if (estUneDate(net)) return sans('non-chiffre', `« ${net} » est une date, non un montant.`)

  const reperes = repererNombres(net, unite)
  const montants = rattacher(net, reperes)
  if (montants.length === 0) return lireSansMonnaie(net, reperes, unite)
  return lireAvecMonnaie(net, reperes, montants, unite)
}

/** Takes invisible characters away and shortens long blanks: two spaces still show that a number is broken. */
function serrer(texte: string): string {
  return texte
    .replace(INVISIBLES, '')
    .replace(/\s{3,}/g, (blanc) => (blanc.includes('\n') ? '\n' : '  '))
    .trim()
}

/** A text whose numbers carry no currency: a bare number, a sum of bare numbers, or no amount. */
function lireSansMonnaie(texte: string, reperes: Repere[], unite: number): LectureMontant {
  const [premier, ...suivants] = reperes
  if (!premier) return sans('non-chiffre', raisonSansNombre(texte))
  if (suivants.length > 0 && estUneSomme(texte, reperes)) return sommer(texte, reperes, unite)

  const derriere = texte.slice(premier.fin)
  if (RIEN_DEVANT.test(texte.slice(0, premier.debut))) {
    if (suivants.length === 0) {
      const lettre = UNITE_NUE.exec(derriere)?.[1]
      if (lettre !== undefined) {
        const [euros, mots] = lettre === 'M' ? [1_000_000, 'millions'] : [1_000, 'milliers']
        return unSeul(texte, { ...premier, fin: texte.length }, euros, [
          `« ${lettre} » est lu comme ${mots} d’euros.`,
        ])
      }
      if (RIEN_DERRIERE.test(derriere)) {
        const reserves = ressembleAUneAnnee(texte) ? ['Ce nombre ressemble à une année.'] : []
        return unSeul(texte, { ...signer(texte, premier), fin: texte.length }, unite, reserves)
      }
    }
    if (ENTRE_PARENTHESES.test(derriere) && !suivants.some(ressembleAUnMontant)) {
      // « 0 (gratuité abonnement) »: nothing is nothing in any currency.
      const nul = premier.ecriture?.lecture.chiffres === 0n
      if (nul || ressembleAUnMontant(premier))
        return unSeul(texte, premier, unite, nul ? [] : ['La monnaie n’est pas écrite.'])
    }
  }
  return sans(...raisonSansMonnaie(texte, reperes))
}

/** A text where at least one number carries a currency. */
function lireAvecMonnaie(
  texte: string,
  reperes: Repere[],
  montants: Repere[],
  unite: number,
): LectureMontant {
  if (montants.some((m) => m.ecriture === null)) return sans('illisible', pasUnNombre(texte))
  // « 12€50 »: what hangs on the currency belongs to the number.
  if (reperes.some((r, i) => !r.monnaie && reperes[i - 1]?.monnaie && reperes[i - 1]!.fin === r.debut))
    return sans('illisible', pasUnNombre(texte))
  const calcul = montants.some((m) =>
    estAMultiplier(texte.slice(Math.max(0, m.debut - 40), m.debut), texte.slice(m.fin, m.fin + 20)),
  )
  if (calcul) {
    const raison = 'Le texte donne un calcul à faire, non un montant : écrivez le résultat.'
    return sans('unitaire', raison, lister(texte, montants))
  }
  if (montants.length > 1)
    return estUneSomme(texte, montants) ? sommer(texte, montants, unite) : lirePlusieurs(texte, montants)

  const m = signer(texte, montants[0]!)
  const avant = texte.slice(0, m.debut)
  const apres = texte.slice(m.fin)
  if (parUnite(apres))
    return sans('unitaire', 'Le texte donne un prix par unité, non le montant total.', lister(texte, [m]))
  if (estUnePart(avant))
    return sans('unitaire', 'Le texte donne une part d’un montant : écrivez le résultat.', lister(texte, [m]))
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
  return unSeul(texte, m, unite, reserves)
}

/** « (1 250 €) » alone, or « 1 250 - » as accounting programs write it, is negative. */
function signer(texte: string, m: Repere): Repere {
  const avant = texte.slice(0, m.debut).trim()
  const apres = texte.slice(m.fin).trim()
  const negatif = (avant === '(' && apres === ')') || (avant === '' && apres === '-')
  return negatif ? { ...m, negatif: !m.negatif } : m
}

/** A number without currency that might be an amount all the same. */
function estUnMontantPossible(texte: string, r: Repere): boolean {
  const numero = /n°\s*$/i.test(texte.slice(Math.max(0, r.debut - 4), r.debut))
  return ressembleAUnMontant(r) && !precedeUnMot(texte, r) && !numero
}

function raisonSansNombre(texte: string): string {
  return /(?<!\p{L})ETP(?!\p{L})|valoris/iu.test(texte)
    ? `« ${extrait(texte)} » n’est pas chiffré en euros : écrivez le montant correspondant.`
    : `« ${extrait(texte)} » ne contient pas de montant.`
}

function raisonSansMonnaie(texte: string, reperes: Repere[]): ['illisible' | 'non-chiffre', string] {
  const premier = reperes[0]!
  if (/€|(?<!\p{L})euros?(?!\p{L})/iu.test(texte)) return ['illisible', pasUnNombre(texte)]
  if (reperes.length === 1 && /^\s*%/.test(texte.slice(premier.fin)))
    return ['non-chiffre', `« ${extrait(texte)} » est un pourcentage, non un montant.`]
  const possibles = reperes.filter((r) => estUnMontantPossible(texte, r))
  if (possibles.length === 1) {
    const propose = `si c’est le montant, écrivez « ${possibles[0]!.chiffres} € »`
    return ['non-chiffre', `« ${extrait(texte)} » contient un nombre sans monnaie : ${propose}.`]
  }
  return [
    'non-chiffre',
    `« ${extrait(texte)} » n’est pas chiffré en euros : écrivez le montant correspondant.`,
  ]
}
