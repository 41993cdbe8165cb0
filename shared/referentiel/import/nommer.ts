import { ecrireNumeros } from '../numeros.ts'
import { valeurEn, type Chemin } from './probleme.ts'

/** How the parts of a référentiel are called in a message. */

type Element = Record<string, unknown>

function dit(element: Element, ...cles: string[]): string | null {
  for (const cle of cles) {
    const v = Object.hasOwn(element, cle) ? element[cle] : undefined
    if ((typeof v === 'string' && v.trim() !== '') || typeof v === 'number') {
      const texte = String(v).replace(/\s+/g, ' ').trim()
      return texte.length > 60 ? `${texte.slice(0, 57)}…` : texte
    }
  }
  return null
}

function numeros(element: Element): string {
  const liste = Array.isArray(element['objectifs']) ? element['objectifs'] : []
  const entiers = liste.filter((n): n is number => Number.isInteger(n))
  return entiers.length === 0 ? '' : ` (objectifs ${ecrireNumeros(entiers)})`
}

const entre = (article: string, nom: string | null, rang: number) =>
  nom === null ? `${article} n° ${rang + 1}` : `${article} « ${nom} »`

/** The name of one element of a list, by the list's key. */
const ELEMENTS: Record<string, (e: Element, rang: number) => string> = {
  objectifs: (e, i) => {
    const numero = dit(e, 'numero')
    return numero === null ? `l’objectif de la ligne ${i + 1}` : `l’objectif ${numero}`
  },
  eligibilites: (e, i) => `l’éligibilité ${dit(e, 'enveloppe') ?? `n° ${i + 1}`}${numeros(e)}`,
  enveloppesNonDites: (e) => `l’enveloppe non dite${numeros(e)}`,
  cibles: (e, i) => (numeros(e) === '' ? `la cible n° ${i + 1}` : `la cible${numeros(e)}`),
  indicateurs: (e, i) => entre('l’indicateur', dit(e, 'libelle'), i),
  remontees: (e) => `la remontée${numeros(e)}`,
  dotations: (e, i) => `la dotation ${dit(e, 'enveloppe') ?? `n° ${i + 1}`}`,
  echeances: (e, i) => entre('l’échéance', dit(e, 'quoi', 'id'), i),
  pieces: (e, i) => entre('la pièce', dit(e, 'nom', 'id'), i),
  retroplanning: (e, i) => entre('l’étape', dit(e, 'nom', 'id'), i),
  destinataires: (e, i) => entre('le destinataire', dit(e, 'courriel', 'nom'), i),
  pack: (e, i) => `la règle ${dit(e, 'regle') ?? `n° ${i + 1}`}`,
  lacunes: (e, i) => entre('le silence', dit(e, 'sujet'), i),
}

/** What stands outside the lists, or inside an element. */
const PARTIES: Record<string, string> = {
  obligatoires: 'le nombre d’objectifs obligatoires',
  facultatifs: 'le nombre d’objectifs facultatifs',
  anneeDeReference: 'l’année de référence',
  dureeContrat: 'la durée du contrat',
  conditions: 'la condition',
  criteres: 'le critère',
  graphiesRefusees: 'la graphie refusée',
  modalite: 'la modalité',
  nationale: 'l’enveloppe nationale',
  plancher: 'le plancher',
  plafond: 'le plafond',
  plafondDelegue: 'le plafond délégué',
  delai: 'le délai',
  jourDispute: 'le jour disputé',
}

/** The fields, as the workbook's model calls them. */
export const CHAMPS: Record<string, string> = {
  id: 'identifiant',
  version: 'version',
  exercices: 'exercices',
  texte: 'texte',
  source: 'source',
  verifieLe: 'vérifié le',
  presomption: 'présomption',
  numero: 'numéro',
  engagement: 'engagement',
  caractere: 'caractère',
  libelle: 'libellé',
  cibleNationale: 'cible nationale',
  frequence: 'fréquence',
  annee: 'année',
  reserve: 'réserve',
  modele: 'modèle',
  canaux: 'canaux',
  rigueur: 'délai de rigueur',
  nombreObjectifs: 'nombre d’objectifs',
  joursAvant: 'jours avant',
  dateImprimee: 'date imprimée',
  regle: 'règle',
  gravite: 'gravité',
  centimes: 'montant en centimes',
  poids: 'poids en millièmes',
  eligibilites: 'éligibilités',
  enveloppesNonDites: 'enveloppes non dites',
  remontees: 'remontées',
  echeances: 'échéances',
  pieces: 'pièces',
  retroplanning: 'rétroplanning',
  pack: 'règles',
  lacunes: 'silences des textes',
  reference: 'référence',
}

export function champ(cle: PropertyKey): string {
  const nom = String(cle)
  return CHAMPS[nom] ?? PARTIES[nom]?.replace(/^(le |la |l’)/, '') ?? nom
}

/**
 * The nearest thing with a name on a path, with what is left of the path under it: `['objectifs', 3, 'titre']`
 * is « l’objectif 11 » and `['titre']`.
 */
export function nommer(document: unknown, chemin: Chemin): { nom: string; reste: Chemin } {
  let nom = 'le texte'
  let reste: Chemin = chemin
  const [liste, rang] = chemin
  const element = ELEMENTS[String(liste)]
  if (element !== undefined && typeof rang === 'number') {
    const valeur = valeurEn(document, [liste!, rang])
    nom = element(typeof valeur === 'object' && valeur !== null ? (valeur as Element) : {}, rang)
    reste = chemin.slice(2)
  }
  for (let i = chemin.length - reste.length; i < chemin.length - 1; i++) {
    const partie = PARTIES[String(chemin[i])]
    if (partie === undefined) continue
    nom = nom === 'le texte' ? partie : `${partie} de ${nom}`.replace(/ de le /, ' du ')
    reste = chemin.slice(typeof chemin[i + 1] === 'number' ? i + 2 : i + 1)
  }
  return { nom, reste }
}
