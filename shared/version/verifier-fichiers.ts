import type { Inflater } from '../classeur/xlsx/inflate.ts'
import { lireClasseur } from '../classeur/xlsx/lire.ts'
import { LIMITES } from '../classeur/xlsx/limites.ts'
import { ouvrirPaquet } from '../classeur/xlsx/paquet.ts'
import { RefusClasseur } from '../classeur/xlsx/refus.ts'
import { empreinteContenu } from './contenu.ts'
import type { JeuDeCles } from './declaration.ts'
import { certificatsPem } from './der.ts'
import { FICHIERS, lireDossier } from './dossier.ts'
import { Refus } from './refus.ts'
import type { Etape, OptionsVerification, Verification } from './verifier.ts'
import { verifierPreuve } from './verifier.ts'

/** A version verified from whatever files a person has: a bundle, or a workbook and its proof. No I/O of its own. */

export interface Fichier {
  nom: string
  octets: Uint8Array
}

/** What a file turned out to be. */
export type GenreFichier = 'dossier' | 'classeur' | 'preuve' | 'cles' | 'autorites' | 'inconnu'

export const NOMS_GENRES: Readonly<Record<GenreFichier, string>> = {
  dossier: 'dossier de version',
  classeur: 'classeur',
  preuve: 'preuve',
  cles: 'clés publiées',
  autorites: 'certificats d’autorités',
  inconnu: 'fichier non reconnu',
}

export const NOMS_ETAPES: Readonly<Record<Etape['nom'], string>> = {
  preuve: 'Preuve',
  classeur: 'Octets du classeur',
  contenu: 'Contenu du classeur',
  cle: 'Clé',
  signature: 'Signature',
  declaration: 'Déclaration',
  chaine: 'Chaîne des versions',
  recu: 'Reçu de transmission',
  rapport: 'Rapport de contrôle',
  cms: 'Certificat (.p7s)',
  horodatage: 'Horodatage (.tsr)',
}

export interface Examen {
  verification: Verification
  /** French sentences: what these files alone could not establish, and what to give for it. */
  reserves: string[]
  /** Name of the workbook that was looked at. */
  classeur: string
  /** Whether the key that signed was compared to the published ones: without it anybody may have signed. */
  clesComparees: boolean
}

const texteDe = (octets: Uint8Array): string => new TextDecoder().decode(octets)

function lireJson(octets: Uint8Array): unknown {
  try {
    return JSON.parse(texteDe(octets)) as unknown
  } catch {
    return undefined
  }
}

/** Tells what a file is by what it holds; its name has no say. */
export function reconnaitre({ octets }: Fichier, inflater: Inflater): GenreFichier {
  if (octets[0] === 0x50 && octets[1] === 0x4b) {
    try {
      const { noms } = ouvrirPaquet(octets, inflater, LIMITES)
      return noms.includes(FICHIERS.declaration) || noms.some((nom) => nom.startsWith('classeur/'))
        ? 'dossier'
        : 'classeur'
    } catch {
      // Damaged: the verification of the bytes says so, better than a word on its format.
      return 'classeur'
    }
  }
  if (texteDe(octets.subarray(0, 4096)).includes('-----BEGIN CERTIFICATE-----')) return 'autorites'
  const json = lireJson(octets)
  if (typeof json !== 'object' || json === null) return 'inconnu'
  if (Array.isArray((json as { keys?: unknown }).keys)) return 'cles'
  const { declaration, type } = json as { declaration?: unknown; type?: unknown }
  return declaration !== undefined || typeof type === 'string' ? 'preuve' : 'inconnu'
}

/** The keys of a JWK set that somebody gives: what is no key of one is left out. */
export function lireCles(valeur: unknown): JeuDeCles {
  const { keys } = (typeof valeur === 'object' && valeur !== null ? valeur : {}) as { keys?: unknown }
  const cles = (Array.isArray(keys) ? keys : []).filter(
    (cle): cle is JeuDeCles['keys'][number] => typeof cle === 'object' && cle !== null,
  )
  return {
    keys: cles.map(({ exp, ...cle }) => ({ ...cle, ...(Number.isSafeInteger(exp) ? { exp: exp! } : {}) })),
  }
}

interface Reunis {
  octets: Uint8Array
  nom: string
  preuve: unknown
  precedente: unknown
  rapport: string | undefined
}

/**
 * Verifies the version that these files are. `publiees`: keys taken from the service, where none of the files brings
 * any. Rejects with a Refus whose sentence says which file is missing, or with RefusClasseur for an archive that is
 * not to be opened.
 */
export async function verifierFichiers(
  fichiers: readonly Fichier[],
  inflater: Inflater,
  publiees?: JeuDeCles,
): Promise<Examen> {
  const parGenre = (genre: GenreFichier): Fichier[] =>
    fichiers.filter((fichier) => reconnaitre(fichier, inflater) === genre)
  const reunis = await reunir(parGenre, inflater)
  const pem = parGenre('autorites').flatMap(({ octets }) => certificatsPem(texteDe(octets)))
  const [donnees] = parGenre('cles')
  const cles = donnees ? lireCles(lireJson(donnees.octets)) : publiees
  const options: OptionsVerification = {
    empreinteContenu: await contenuDe(reunis, inflater),
    ...(cles ? { cles } : {}),
    ...(reunis.precedente === undefined ? {} : { precedente: reunis.precedente }),
    ...(reunis.rapport === undefined ? {} : { rapport: reunis.rapport }),
    ...(pem.length ? { autorites: pem } : {}),
  }
  const verification = await verifierPreuve(reunis.octets, reunis.preuve, options)
  return {
    verification,
    reserves: reserver(verification, options),
    classeur: reunis.nom,
    clesComparees: cles !== undefined,
  }
}

async function reunir(parGenre: (genre: GenreFichier) => Fichier[], inflater: Inflater): Promise<Reunis> {
  const [dossier, autre] = parGenre('dossier')
  const classeurs = parGenre('classeur')
  const preuves = parGenre('preuve')
  if (autre) throw incomplet('Deux dossiers de version ont été donnés : vérifiez-les l’un après l’autre.')
  if (dossier) {
    const lu = await lireDossier(dossier.octets, inflater)
    return {
      octets: lu.classeur,
      nom: lu.nomClasseur,
      preuve: lu.preuve,
      precedente: lu.precedente,
      rapport: lu.rapport,
    }
  }
  if (classeurs.length > 1)
    throw incomplet('Deux classeurs ont été donnés : gardez celui de la version à vérifier.')
  const [classeur] = classeurs
  if (!classeur && preuves.length === 0)
    throw incomplet('Donnez le dossier d’une version (.zip), ou un classeur et sa preuve (.json).')
  if (!classeur)
    throw incomplet('Il manque le classeur : une preuve seule ne dit rien d’un fichier qu’on n’a pas.')
  if (preuves.length === 0)
    throw incomplet(
      'Il manque la preuve du classeur (.preuve.json), ou le dossier complet de la version (.zip).',
    )
  if (preuves.length > 2)
    throw incomplet(
      'Trop de preuves : donnez celle de la version et, au plus, celle de la version précédente.',
    )
  const [preuve, precedente] = preuves.map(({ octets }) => lireJson(octets)).sort((a, b) => rang(b) - rang(a))
  return { octets: classeur.octets, nom: classeur.nom, preuve, precedente, rapport: undefined }
}

const incomplet = (phrase: string): Refus => new Refus('PREUVE_ILLISIBLE', phrase)

/** Of two proofs the later one is verified, the other is the one before. */
function rang(preuve: unknown): number {
  const numero = (preuve as { declaration?: { numero?: unknown } } | null)?.declaration?.numero
  return typeof numero === 'number' ? numero : 0
}

async function contenuDe({ octets, nom }: Reunis, inflater: Inflater): Promise<string | null> {
  try {
    return await empreinteContenu(await lireClasseur(octets, nom, inflater), crypto.subtle)
  } catch (erreur) {
    if (erreur instanceof RefusClasseur) return null
    throw erreur
  }
}

/** What the verification took on trust, by what it was not given. */
export function reserver(verification: Verification, options: OptionsVerification): string[] {
  const { declaration: d, etapes } = verification
  if (!d) return []
  const aEte = (nom: Etape['nom']): boolean => etapes.some((e) => e.nom === nom && e.acquis === true)
  const dites: string[] = []
  if (!options.cles)
    dites.push(
      'À qui est la clé qui a signé : elle n’a pas été comparée aux clés publiées par le service. Donnez ces clés (fichier cles.json obtenu à l’adresse /api/cles du service).',
    )
  if (options.precedente === undefined && d.numero > 1)
    dites.push(
      `Le lien avec la version ${d.numero - 1} : donnez aussi la preuve de cette version, ou le dossier complet (.zip).`,
    )
  if (options.rapport === undefined)
    dites.push('Le rapport de contrôle : il est dans le dossier complet de la version (.zip).')
  if (aEte('cms') && !options.autorites)
    dites.push(
      'Qui a délivré le certificat de la signature et celui de l’horodatage : donnez le certificat de l’autorité (.pem).',
    )
  return dites
}
