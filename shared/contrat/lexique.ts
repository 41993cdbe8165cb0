import { normaliser } from '../classeur/texte.ts'
import type { CleChamp, CleDate, CleMontant, CleTexte } from './contrat.ts'

/** What a label of the contract sheet asks for, from the words that people write. The first line that matches wins. */

const BILAN = '(?:bilan|rapport)'
const TRANSMIS = '(?:transmi|envoi|envoy|adress|remis)'

const DATES: [CleDate, RegExp][] = [
  ['rapport-debut', /\b(?:periode|rapport|bilan)\b.*\bdebut\b|\bdebut\b.*\b(?:periode|rapport|bilan)\b/],
  ['rapport-fin', /\b(?:periode|rapport|bilan)\b.*\bfin\b|\bfin\b.*\b(?:periode|rapport|bilan)\b/],
  [
    'bilan-projet-prefet',
    /(?:projet (?:de |du )?(?:rapport|bilan)|(?:rapport|bilan).*(?:projet|propose)).*prefet/,
  ],
  [
    'bilan-projet-ars',
    /(?:projet (?:de |du )?(?:rapport|bilan)|(?:rapport|bilan).*(?:projet|propose)).*\bars\b/,
  ],
  ['bilan-arrete', /arretee? conjoint|conjointement arrete/],
  ['bilan-odpe', new RegExp(`${BILAN}.*(?:odpe|observatoire)|avis (?:de l'|d')?(?:odpe|observatoire)`)],
  ['bilan-prefet', new RegExp(`(?:${BILAN}.*)?${TRANSMIS}.*prefet|${BILAN}.*\\bprefet`)],
  [
    'bilan-ars',
    new RegExp(
      `(?:${BILAN}.*)?${TRANSMIS}.*(?:\\bars\\b|agence regionale)|${BILAN}.*(?:\\bars\\b|agence regionale)`,
    ),
  ],
  ['bilan-deliberation', new RegExp(`${BILAN}.*deliberation|deliberation.*${BILAN}`)],
  ['transmission-onpe', /\bonpe\b|observatoire national/],
  [
    'mise-en-conformite-odpe',
    /(?:arrete|conform|creation|installation|mise en place).*(?:odpe|observatoire)/,
  ],
  [
    'odpe',
    /(?:date|presentation|presente|seance|passage|reunion|information).*(?:odpe|observatoire)|^odpe$|^observatoire departemental/,
  ],
  [
    'document-definitif',
    /(?:formalisation|validation|proposition|finalisation|date).*document (?:definitif|final)|^document (?:definitif|final)|version (?:definitive|finale) du (?:contrat|document)/,
  ],
  [
    'assemblee',
    /(?:date|tenue|adoption|examen|passage|seance).*(?:assemblee|commission permanente)|^assemblee departementale/,
  ],
  ['deliberation', /^date.*deliberation|deliberation.*\bdate\b|^delibere le\b/],
  ['effet', /(?:prise |date )d'effet|prend effet|entree en vigueur/],
  ['signature', /^date.*signature|^signature du (?:contrat|cdppe)|^signee? le\b|^contrat signe le\b/],
  [
    'fin',
    /^date.*(?:\bfin\b|expiration|echeance du contrat|terme)|^fin (?:du contrat|du cdppe)|^(?:expiration|terme) du contrat|prend fin/,
  ],
  ['demande-p304', /date.*demande.*304|demande.*304.*(?:date|transmise|envoyee)/],
  ['candidature', /candidature/],
  ['versement-p304', /(?:date|versement|verse|encaissement).*304.*|304.*(?:verse|date de versement)/],
  [
    'versement-fir',
    /(?:date|versement|verse|encaissement).*(?:\bfir\b|intervention regional)|\bfir\b.*(?:verse|date de versement)/,
  ],
]

/** « Montant FIR », « Crédits du programme 304 » : the name of an enveloppe with nothing but words of money around it. */
function credits(nom: string): RegExp {
  const autour =
    "(?:montants?|credits?|enveloppes?|dotations?|total|au titre|loi de finances|financements?|part|etat|de l'|de la|du|de|des|le|la|notifiee?s?|[-–])"
  return new RegExp(`^(?:${autour} ?)*\\b${nom}(?: ?(?:notifiee?s?|verse au departement|en|[-–]))*$`)
}

const MONTANTS: [CleMontant, RegExp][] = [
  ['p304-demande', /(?:304.*demand|demand.*304)/],
  ['p304-delegue', /(?:304.*delegue|delegue.*304|delegation.*304)/],
  ['p304-notifie', /(?:304.*notifi|notifi.*304)/],
  [
    'depenses-ase-pmi',
    /(?:depenses?|moyens|budget).*\base\b.*\bpmi\b|(?:depenses?|moyens|budget).*\bpmi\b.*\base\b/,
  ],
  ['depenses-ase', /(?:depenses?|moyens|budget).*(?:\base\b|aide sociale a l'enfance)/],
  ['depenses-pmi', /(?:depenses?|moyens|budget).*(?:\bpmi\b|protection maternelle)/],
  ['ondam', credits("(?:l')?ondam(?: medico[ -]social)?")],
  ['fir', credits("(?:fir|fonds d'intervention regional)")],
  ['p304', credits('(?:p|bop|programme|prog)?\\.? ?(?:n )?304')],
  [
    'total',
    /^(?:montant )?total(?: general)?(?: (?:du contrat|de l'etat|etat|des financements|des credits|de la contribution).*)?$/,
  ],
]

const TEXTES: [CleTexte, RegExp][] = [
  ['departement', /^(?:nom du )?departement$|^collectivite$|^conseil departemental(?: de| du)?$/],
  [
    'numero-deliberation',
    /^(?:n|no|num|numero|reference).{0,12}deliberation|^deliberation (?:n|no|numero)\b|^deliberation$/,
  ],
  ['iban', /^(?:code |n )?iban\b/],
  ['bic', /^(?:code )?bic\b|^swift|^bic ?\/ ?swift/],
  [
    'imputation-p304',
    /(?:imputation|activite|code activite|centre financier).*304|304.*(?:imputation|activite)/,
  ],
  [
    'imputation-fir',
    /(?:imputation|compte|mission).*\bfir\b|\bfir\b.*(?:imputation|compte|destination)|^compte (?:de )?destination/,
  ],
  ['ordonnateur-p304', /ordonnateur.*304|304.*ordonnateur/],
  ['ordonnateur-fir', /ordonnateur.*\bfir\b|\bfir\b.*ordonnateur/],
  ['signataire-etat', /signataires?.*(?:etat|prefet)/],
  ['signataire-ars', /signataires?.*(?:\bars\b|agence regionale)/],
  ['signataire-departement', /signataires?.*(?:departement|president)/],
  ['signataires', /^signataires?\b/],
  [
    'facultatifs-annonces',
    /^nombre d'(?:autres )?objectifs (?:facultatifs|retenus parmi)|^objectifs facultatifs (?:annonces|retenus)/,
  ],
  ['obligatoires-annonces', /^nombre d'objectifs (?:fondamentaux|obligatoires)/],
]

export type GenreChamp = 'date' | 'montant' | 'texte'

/** A label longer than this is a sentence. */
const LONGUEUR_MAX = 110

/** One look that rules out nearly every text of a sheet before the list is gone through. */
const INDICE =
  /date|304|\bfir\b|fonds d'inter|ondam|\base\b|aide sociale|\bpmi\b|maternelle|total|delib|iban|bic\b|swift|signa|prefet|\bars\b|agence|odpe|\bonpe\b|observatoire|bilan|rapport|arrete|effet|entree en|fin\b|terme|expiration|assemblee|commission|document|version|candidature|departement|collectivite|imputation|compte|ordonnateur|objectifs|president|periode|activite|avis/

/**
 * What a label asks for, null when its words are not known.
 * @param section the heading above it: « Bilan 2020 » over « Date de délibération » makes it the bilan's
 */
export function lireLibelle(libelle: string, section = ''): { cle: CleChamp; genre: GenreChamp } | null {
  const seul = nettoyer(libelle)
  if (seul === '' || seul.length > LONGUEUR_MAX) return null
  const titre = nettoyer(section)
  const deBilan = /\b(?:bilan|rapport)\b/.test(titre)
  if (!INDICE.test(seul) && titre === '') return null
  return deBilan
    ? (chercher(`${titre} ${seul}`) ?? chercher(seul))
    : (chercher(seul) ?? (titre.length > 0 && titre.length < 60 ? chercher(`${titre} ${seul}`) : null))
}

function chercher(texte: string): { cle: CleChamp; genre: GenreChamp } | null {
  const argent = MONTANTS.find(([, motif]) => motif.test(texte))
  const dit = /\bdate\b|\b(?:transmis|envoye|adresse|verse)e?s? le$/.test(texte)
  if (argent && !dit) return { cle: argent[0], genre: 'montant' }
  const mot = TEXTES.find(([, motif]) => motif.test(texte))
  if (mot && !dit) return { cle: mot[0], genre: 'texte' }
  const date = DATES.find(([, motif]) => motif.test(texte))
  return date ? { cle: date[0], genre: 'date' } : null
}

/** The words of a label, without years, notes in brackets and its colon. */
function nettoyer(libelle: string): string {
  return normaliser(libelle)
    .replace(/\b20\d{2}\b/g, ' ')
    .replace(/\((?:[^)]*)\)/g, ' ')
    .replace(/[*:;_]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The year that a text names, where it names one only. */
export function anneeDuTexte(texte: string): number | null {
  const annees = [...new Set([...texte.matchAll(/\b(20\d{2})\b/g)].map((m) => Number(m[1])))]
  return annees.length === 1 ? annees[0]! : null
}
