import { createHash } from 'node:crypto'
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import type { S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { contentDisposition, typeContenu } from './nom-fichier.ts'

/** A workbook may not weigh more, bytes: what the mail service takes once encoded leaves no more room. */
export const TAILLE_MAX = 20 * 1024 * 1024

const VALIDITE_DEPOT_S = 15 * 60
const VALIDITE_LECTURE_S = 5 * 60

export interface Chaine {
  departement: string
  exercice: number
}

export interface DepotAttendu extends Chaine {
  /** SHA-256 of the bytes to come, hexadecimal. */
  empreinte: string
  /** Bytes. */
  taille: number
  /** Random id of this upload. */
  depot: string
}

/**
 * Keeps bytes. Uploads land under `depots/` (to be swept after some days); only the server writes under
 * `classeurs/`, `pieces/` and `rapports/`, by digest and never twice, after it has hashed what it read.
 */
export interface Coffre {
  /** Presigned PUT bound to the length, the SHA-256 and to not overwriting. */
  urlDepot(attendu: DepotAttendu): Promise<{ url: string; entetes: Record<string, string> }>
  /** The bytes of an upload, null when nothing arrived. */
  lireDepot(chaine: Chaine, empreinte: string, depot: string): Promise<Uint8Array | null>
  garderClasseur(chaine: Chaine, empreinte: string, octets: Uint8Array, nomFichier: string): Promise<void>
  lireClasseur(chaine: Chaine, empreinte: string): Promise<Uint8Array | null>
  /** Presigned GET (5 minutes) that downloads under the workbook's own name. */
  urlClasseur(chaine: Chaine, empreinte: string, nomFichier: string): Promise<string>
  /** A file that leaves beside a workbook. */
  garderPiece(chaine: Chaine, empreinte: string, octets: Uint8Array, type: string): Promise<void>
  lirePiece(chaine: Chaine, empreinte: string): Promise<Uint8Array | null>
  garderRapport(chaine: Chaine, empreinte: string, texte: string): Promise<void>
  lireRapport(chaine: Chaine, empreinte: string): Promise<string | null>
  /** An archive made to be taken away, swept after some days: it can be made again. */
  garderDossier(chaine: Chaine, empreinte: string, octets: Uint8Array): Promise<void>
  urlDossier(chaine: Chaine, empreinte: string, nomFichier: string): Promise<string>
  /** The canonical JSON of a published référentiel, which belongs to no département. */
  garderReferentiel(empreinte: string, texte: string): Promise<void>
  lireReferentiel(empreinte: string): Promise<string | null>
}

const chemin = (salle: string, { departement, exercice }: Chaine, ...suite: string[]): string =>
  [salle, departement, String(exercice), ...suite].join('/')

const cleDepot = (c: Chaine, empreinte: string, depot: string): string =>
  chemin('depots', c, empreinte, depot)
const cleClasseur = (c: Chaine, empreinte: string): string => chemin('classeurs', c, empreinte)
const clePiece = (c: Chaine, empreinte: string): string => chemin('pieces', c, empreinte)
const cleRapport = (c: Chaine, empreinte: string): string => chemin('rapports', c, `${empreinte}.json`)

const cleDossier = (c: Chaine, empreinte: string): string => chemin('dossiers', c, `${empreinte}.zip`)
const cleReferentiel = (empreinte: string): string => `referentiels/${empreinte}.json`

const enBase64 = (hexadecimal: string): string => Buffer.from(hexadecimal, 'hex').toString('base64')

function statutHttp(erreur: unknown): number | undefined {
  return (erreur as { $metadata?: { httpStatusCode?: number } } | null)?.$metadata?.httpStatusCode
}

/** The coffre over an S3 bucket. */
export function creerCoffre(s3: S3Client, seau: string): Coffre {
  async function lire(cle: string): Promise<Uint8Array | null> {
    try {
      const { Body, ContentLength } = await s3.send(new GetObjectCommand({ Bucket: seau, Key: cle }))
      if (!Body || (ContentLength ?? 0) > 2 * TAILLE_MAX)
        throw new Error('Object without a body, or too large')
      return await Body.transformToByteArray()
    } catch (erreur) {
      if (statutHttp(erreur) === 404) return null
      throw erreur
    }
  }

  /** Puts once: an object that is there already, under the name of its digest, is the same one. */
  async function garder(cle: string, octets: Uint8Array, type: string, reste = 2): Promise<void> {
    const somme = createHash('sha256').update(octets).digest('base64')
    try {
      await s3.send(
        new PutObjectCommand({
          Bucket: seau,
          Key: cle,
          Body: octets,
          ContentType: type,
          ChecksumSHA256: somme,
          IfNoneMatch: '*',
        }),
      )
    } catch (erreur) {
      if (statutHttp(erreur) === 412) return
      // S3 answers 409 to one of two simultaneous conditional puts of the same key.
      if (statutHttp(erreur) === 409 && reste > 0) return garder(cle, octets, type, reste - 1)
      throw erreur
    }
  }

  return {
    async urlDepot(attendu) {
      const somme = enBase64(attendu.empreinte)
      const url = await getSignedUrl(
        s3,
        new PutObjectCommand({
          Bucket: seau,
          Key: cleDepot(attendu, attendu.empreinte, attendu.depot),
          ContentLength: attendu.taille,
          ChecksumSHA256: somme,
          IfNoneMatch: '*',
        }),
        {
          expiresIn: VALIDITE_DEPOT_S,
          unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
          signableHeaders: new Set(['host', 'if-none-match', 'content-length']),
        },
      )
      return { url, entetes: { 'x-amz-checksum-sha256': somme, 'if-none-match': '*' } }
    },
    lireDepot: (chaine, empreinte, depot) => lire(cleDepot(chaine, empreinte, depot)),
    garderClasseur: (chaine, empreinte, octets, nomFichier) =>
      garder(cleClasseur(chaine, empreinte), octets, typeContenu(nomFichier)),
    lireClasseur: (chaine, empreinte) => lire(cleClasseur(chaine, empreinte)),
    urlClasseur: (chaine, empreinte, nomFichier) =>
      getSignedUrl(
        s3,
        new GetObjectCommand({
          Bucket: seau,
          Key: cleClasseur(chaine, empreinte),
          ResponseContentDisposition: contentDisposition(nomFichier),
          ResponseContentType: typeContenu(nomFichier),
        }),
        { expiresIn: VALIDITE_LECTURE_S },
      ),
    garderPiece: (chaine, empreinte, octets, type) => garder(clePiece(chaine, empreinte), octets, type),
    lirePiece: (chaine, empreinte) => lire(clePiece(chaine, empreinte)),
    garderDossier: (chaine, empreinte, octets) =>
      garder(cleDossier(chaine, empreinte), octets, 'application/zip'),
    urlDossier: (chaine, empreinte, nomFichier) =>
      getSignedUrl(
        s3,
        new GetObjectCommand({
          Bucket: seau,
          Key: cleDossier(chaine, empreinte),
          ResponseContentDisposition: contentDisposition(nomFichier),
          ResponseContentType: 'application/zip',
        }),
        { expiresIn: VALIDITE_LECTURE_S },
      ),
    garderRapport: (chaine, empreinte, texte) =>
      garder(cleRapport(chaine, empreinte), Buffer.from(texte, 'utf8'), 'application/json'),
    async lireRapport(chaine, empreinte) {
      const octets = await lire(cleRapport(chaine, empreinte))
      return octets && Buffer.from(octets).toString('utf8')
    },
    garderReferentiel: (empreinte, texte) =>
      garder(cleReferentiel(empreinte), Buffer.from(texte, 'utf8'), 'application/json'),
    async lireReferentiel(empreinte) {
      const octets = await lire(cleReferentiel(empreinte))
      return octets && Buffer.from(octets).toString('utf8')
    },
  }
}
