import type { RoleColonne } from '../classeur/comprehension.ts'
import { financeurNomme, financeursNommes, lireEntete, lireUnite } from '../classeur/entetes.ts'
import { aplatir, normaliser } from '../classeur/texte.ts'
import { lireMontant } from '../montant/lire-montant.ts'
import type { LectureMontant } from '../montant/montant.ts'
import type { Enveloppe } from '../referentiel/referentiel.ts'
import { anneesNommees } from './exercice.ts'
import type { Financeur } from './plan.ts'

/** Who pays, by the role of the column or of the label that names it. */
export const QUI: Partial<Record<RoleColonne, { financeur: Financeur; enveloppe: Enveloppe | null }>> = {
  etat: { financeur: 'Etat', enveloppe: null },
  FIR: { financeur: 'Etat', enveloppe: 'FIR' },
  P304: { financeur: 'Etat', enveloppe: 'P304' },
  ONDAM: { financeur: 'Etat', enveloppe: 'ONDAM' },
  departement: { financeur: 'Departement', enveloppe: null },
  autres: { financeur: 'Autre', enveloppe: null },
}

/** One funder of a cell that names several. */
export interface PartLue {
  libelle: string
  role: RoleColonne
  /** The one year that the part names, null where it names none. */
  exercice: number | null
  prevu: LectureMontant & { texte: string }
}

/** A cell says that much at most; a longer text tells a story. */
const LONGUEUR_MAX = 300
const LIBELLE_MAX = 50

const ENTRE_DEUX_PARTS = /\r?\n|[;•]|\s[+/]\s|,\s+(?=\D)|\set\s(?=(?:le |la |l'|l’)?(?:\d|[A-Z]))/
const PUCE = /^\s*[-–—*]\s+/
const TOTAL = /^(?:sous[- ]?)?total\b/
const SOMME = String.raw`\d[\d \u00A0\u202F.,]*(?:[km]?\s?€|[km]?euros?)`
const MONTANT_A_LA_FIN = new RegExp(
  String.raw`^(\D.*?)(?:\s*[:=]\s*(\d[^:=]*)|\s+(?:[-–—]\s+)?(${SOMME}))$`,
  'i',
)
const MONTANT_EN_TETE = new RegExp(
  String.raw`^(${SOMME})\s*(?:[:(=–-]\s*)?(?:du |de l['’]|de la |des |d['’]|sur (?:le )?)?(\D.*?)\)?$`,
  'i',
)

/**
 * Reads who pays what in a cell that says both: « FIR : 40 000 € / CD : 45 000 € », « 40 000 € FIR + 45 000 € CD ».
 * null unless every part of the text names one funder and one amount: nothing of it is guessed.
 * @param unite euros per unit of an amount without currency
 */
export function lireRepartition(texte: string, unite = 1): PartLue[] | null {
  if (texte.length > LONGUEUR_MAX) return null
  const parts: PartLue[] = []
  for (const morceau of texte.split(ENTRE_DEUX_PARTS)) {
    const net = aplatir(morceau).replace(PUCE, '')
    if (net === '' || TOTAL.test(normaliser(net))) continue
    const part = lirePart(net, unite)
    if (!part) return null
    parts.push(part)
  }
  return parts.length > 0 ? parts : null
}

/** Does the text of an amount name who pays it? */
export const nommeUnFinanceur = (texte: string): boolean => financeursNommes(normaliser(texte)).length > 0

function lirePart(texte: string, unite: number): PartLue | null {
  const fin = MONTANT_A_LA_FIN.exec(texte)
  const tete = fin ? null : MONTANT_EN_TETE.exec(texte)
  const libelle = (fin?.[1] ?? tete?.[2])?.trim()
  const somme = fin?.[2] ?? fin?.[3] ?? tete?.[1]
  if (libelle === undefined || somme === undefined || libelle.length > LIBELLE_MAX) return null
  const dit = lireEntete(libelle, 0).role
  const role = dit !== null && QUI[dit] ? dit : financeurNomme(libelle)
  const montant = lireMontant(somme, lireUnite(libelle) ?? unite)
  if (role === null || montant.centimes === null) return null
  const annees = anneesNommees(libelle)
  return {
    libelle,
    role,
    exercice: annees.length === 1 ? annees[0]! : null,
    prevu: { ...montant, texte },
  }
}
