import { zipSync } from 'fflate'
import type { Inflater } from '../classeur/xlsx/inflate.ts'
import { LIMITES } from '../classeur/xlsx/limites.ts'
import { ouvrirPaquet } from '../classeur/xlsx/paquet.ts'
import { formeCanonique } from './canonique.ts'
import type { Declaration, Preuve } from './declaration.ts'
import { TYPE_PREUVE } from './declaration.ts'
import { deBase64, enBase64 } from './der.ts'
import { direInstant } from './instant.ts'
import { Refus } from './refus.ts'

/** Names of the files of a version's bundle, beside the workbook, which lies under `classeur/`. */
export const FICHIERS = {
  declaration: 'declaration.json',
  jws: 'declaration.jws',
  cms: 'declaration.p7s',
  horodatage: 'declaration.tsr',
  cles: 'cles.json',
  recu: 'recu.json',
  rapport: 'rapport.json',
  precedente: 'precedente.json',
  notice: 'LISEZMOI.txt',
} as const

export interface ContenuDossier {
  classeur: Uint8Array
  preuve: Preuve
  /** Canonical text of the report. */
  rapport: string
  /** Statement of the version before, null for the first one. */
  precedente: Declaration | null
  /** Address of the public page that verifies a version, where the service has one. */
  page?: string
}

/** « CDPPE_62_2020_version-7.zip » */
export const nomDossier = ({ departement, exercice, numero }: Declaration): string =>
  `CDPPE_${departement}_${exercice}_version-${numero}.zip`

/** The files of one version by name. Depends on nothing but its input. */
export function fichiersDossier({
  classeur,
  preuve,
  rapport,
  precedente,
  page,
}: ContenuDossier): Record<string, Uint8Array> {
  const { declaration, jws, cles, recu } = preuve
  const texte = (contenu: string): Uint8Array => new TextEncoder().encode(contenu)
  const { cms, horodatage } = preuve.type === TYPE_PREUVE ? preuve : { cms: null, horodatage: null }
  return {
    [FICHIERS.notice]: texte(notice(declaration, cms !== null, horodatage !== null, page)),
    [`classeur/${declaration.nomFichier}`]: classeur,
    [FICHIERS.declaration]: texte(formeCanonique(declaration)),
    [FICHIERS.jws]: texte(jws),
    [FICHIERS.cles]: texte(formeCanonique(cles)),
    [FICHIERS.rapport]: texte(rapport),
    ...(cms === null ? {} : { [FICHIERS.cms]: deBase64(cms) }),
    ...(horodatage === null ? {} : { [FICHIERS.horodatage]: deBase64(horodatage) }),
    ...(recu === null ? {} : { [FICHIERS.recu]: texte(formeCanonique(recu)) }),
    ...(precedente === null ? {} : { [FICHIERS.precedente]: texte(formeCanonique(precedente)) }),
  }
}

/** Zips files; every date is `le`, so that the same files make the same bytes. */
export function zipper(fichiers: Record<string, Uint8Array>, le: string): Uint8Array {
  const [annee = 0, mois = 1, jour = 1] = le.slice(0, 10).split('-').map(Number)
  // Local fields: a zip has no time zone, and fflate writes the local ones.
  return zipSync(fichiers, { level: 6, mtime: new Date(annee, mois - 1, jour) })
}

export interface DossierLu {
  classeur: Uint8Array
  nomClasseur: string
  preuve: unknown
  rapport: string
  precedente: unknown
}

const LIMITES_DOSSIER = { ...LIMITES, parties: 40 }

/**
 * Reads a bundle back into what verifierPreuve takes. The archive is guarded as a workbook's is. Rejects with
 * RefusClasseur where it is no such archive, with a Refus where a file of the proof is missing or unreadable.
 */
export async function lireDossier(octets: Uint8Array, inflater: Inflater): Promise<DossierLu> {
  const paquet = ouvrirPaquet(octets, inflater, LIMITES_DOSSIER)
  const permis = new Set<string>(Object.values(FICHIERS))
  const classeurs = paquet.noms.filter((nom) => /^classeur\/[^/]+$/.test(nom))
  if (classeurs.length !== 1 || paquet.noms.some((nom) => !permis.has(nom) && !classeurs.includes(nom)))
    throw new Refus(
      'PREUVE_ILLISIBLE',
      'Ce fichier .zip n’est pas un dossier de version CDPPE : il lui manque des fichiers, ou il en porte d’autres.',
    )
  const prendre = async (nom: string): Promise<Uint8Array | null> => {
    const entree = paquet.repertoire.entrees.find((e) => e.nom === nom)
    return entree ? paquet.lireOctets(entree) : null
  }
  const texte = async (nom: string): Promise<string | null> => {
    const lus = await prendre(nom)
    return lus && new TextDecoder().decode(lus)
  }
  const json = async (nom: string): Promise<unknown> => {
    const lu = await texte(nom)
    if (lu === null) return null
    try {
      return JSON.parse(lu) as unknown
    } catch {
      throw new Refus('PREUVE_ILLISIBLE', `Le fichier « ${nom} » du dossier n’est pas lisible.`)
    }
  }
  const base64 = async (nom: string): Promise<string | null> => {
    const lus = await prendre(nom)
    return lus && enBase64(lus)
  }
  const declaration = await json(FICHIERS.declaration)
  const version1 = (declaration as { type?: unknown } | null)?.type === 'cdppe-version/1'
  const tiers = { cms: await base64(FICHIERS.cms), horodatage: await base64(FICHIERS.horodatage) }
  const commun = {
    declaration,
    jws: await texte(FICHIERS.jws),
    cles: await json(FICHIERS.cles),
    recu: await json(FICHIERS.recu),
  }
  const sansTiers = version1 && tiers.cms === null && tiers.horodatage === null
  return {
    classeur: (await prendre(classeurs[0]!))!,
    nomClasseur: classeurs[0]!.slice('classeur/'.length),
    preuve: sansTiers ? { type: 'cdppe-preuve/1', ...commun } : { type: TYPE_PREUVE, ...commun, ...tiers },
    rapport: (await texte(FICHIERS.rapport)) ?? '',
    precedente: await json(FICHIERS.precedente),
  }
}

/** How to verify, in words, with the commands that an archivist can type. */
function notice(d: Declaration, cms: boolean, horodatage: boolean, page: string | undefined): string {
  const lignes = [
    `CDPPE – version ${d.numero}, département ${d.departement}, exercice ${d.exercice}`,
    `Enregistrée le ${direInstant(d.le)} par ${d.auteur.prenom} ${d.auteur.nom}, contrôlée selon le référentiel ${d.referentiel}.`,
    '',
    'COMMENT VÉRIFIER',
    '',
    ...(page === undefined
      ? []
      : [
          'Sur une page, sans compte, sans que les fichiers quittent votre ordinateur : déposez-y ce dossier (.zip).',
          `   ${page}`,
          '',
        ]),
    'À la main, dans ce dossier décompressé :',
    '',
    'a) Le classeur est celui de la déclaration : son empreinte est celle du champ « empreinte » de declaration.json.',
    `   sha256sum "classeur/${d.nomFichier}"`,
    `   ${d.empreinte}`,
  ]
  if (cms)
    lignes.push(
      '',
      'b) La déclaration est celle qui a été signée (AUTORITE.pem : le certificat de l’autorité qui a délivré celui du service).',
      '   openssl cms -verify -binary -inform DER -in declaration.p7s -content declaration.json -CAfile AUTORITE.pem -purpose any -out /dev/null',
    )
  if (horodatage)
    lignes.push(
      '',
      'c) La signature existait à la date de l’horodatage (HORODATAGE.pem : le certificat de l’autorité d’horodatage).',
      '   openssl ts -verify -data declaration.p7s -in declaration.tsr -CAfile HORODATAGE.pem',
      '   openssl ts -reply -in declaration.tsr -text',
    )
  lignes.push(
    '',
    'LES FICHIERS',
    '',
    'classeur/         le classeur, à l’octet près',
    'declaration.json  ce qui a été signé (JSON canonique, RFC 8785)',
    'declaration.jws   sa signature ES256 (JWS) ; cles.json : les clés publiques',
    'declaration.p7s   sa signature CMS détachée (CAdES-BES), si le service a un certificat',
    'declaration.tsr   l’horodatage de cette signature (RFC 3161), s’il y en a un',
    'rapport.json      le rapport de contrôle',
    'precedente.json   la déclaration de la version précédente, s’il y en a une',
    'recu.json         le reçu de transmission, s’il y en a un',
    '',
  )
  return lignes.join('\r\n')
}
