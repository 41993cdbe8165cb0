import * as z from 'zod/mini'

/**
 * What is signed and what proves it. Every object is closed: an unknown field is refused, so nothing can be
 * slipped beside what the signature covers.
 */

export const TYPE_VERSION = 'cdppe-version/2'
/** What was signed before the référentiel's digest, the mapping, the justifications and the role were in it. */
export const TYPE_VERSION_1 = 'cdppe-version/1'
export const TYPE_RECU = 'cdppe-recu/1'
export const TYPE_PREUVE = 'cdppe-preuve/2'
/** The proof of before the CMS signature and the time stamp. */
export const TYPE_PREUVE_1 = 'cdppe-preuve/1'

/** `typ` of the protected header, so that a receipt never passes for a version, nor a token for either. */
export const TYP_JWS_VERSION = 'cdppe-version+jws'
export const TYP_JWS_RECU = 'cdppe-recu+jws'

const texteCourt = z.string().check(z.minLength(1), z.maxLength(255))
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/))
const departement = z.string().check(z.regex(/^(\d{2,3}|2[AB])$/))
const entier = z.int().check(z.positive())

export const SchemaAuteur = z.strictObject({
  sub: texteCourt,
  prenom: texteCourt,
  nom: texteCourt,
  siret: z.string().check(z.regex(/^\d{14}$/)),
})

/** One justification as the workbook kept it when the version was signed. */
const SchemaJustification = z.strictObject({
  regle: texteCourt,
  cellules: z.array(z.string()),
  constate: z.string(),
  texte: z.string(),
  auteur: texteCourt,
  le: texteCourt,
})

const COMMUN = {
  departement,
  exercice: z.int().check(z.gte(2000), z.lte(2999)),
  numero: entier,
  nomFichier: texteCourt,
  /** Bytes. */
  taille: entier,
  empreinte: sha256,
  empreinteContenu: sha256,
  referentiel: texteCourt,
  empreinteRapport: sha256,
  statut: z.enum(['conforme', 'a-justifier', 'bloquant']),
  le: instant,
  precedente: z.nullable(sha256),
}

const SchemaDeclaration1 = z.strictObject({
  ...COMMUN,
  type: z.literal(TYPE_VERSION_1),
  auteur: SchemaAuteur,
})

const SchemaDeclaration2 = z.strictObject({
  ...COMMUN,
  type: z.literal(TYPE_VERSION),
  auteur: z.extend(SchemaAuteur, { role: texteCourt }),
  /** SHA-256 of the canonical JSON of the data set that judged the workbook. */
  empreinteReferentiel: sha256,
  /** SHA-256 of the mapping that the officer kept in the workbook, null where there is none. */
  correspondance: z.nullable(sha256),
  justifications: z.array(SchemaJustification),
})

/** A statement of today, or one of before: an old version stays verifiable. */
export const SchemaDeclaration = z.discriminatedUnion('type', [SchemaDeclaration2, SchemaDeclaration1])

export const SchemaRecu = z.strictObject({
  type: z.literal(TYPE_RECU),
  transmission: texteCourt,
  departement,
  exercice: z.int().check(z.gte(2000), z.lte(2999)),
  numero: entier,
  empreinteDeclaration: sha256,
  destinataire: texteCourt,
  /** Id given by the mail service; null when an agent stated, after an uncertain sending, that it had arrived. */
  messageId: z.nullable(texteCourt),
  /** The agent who stated it, null when the mail service itself accepted the message. */
  constatePar: z.nullable(SchemaAuteur),
  le: instant,
  /** What was sent and what left beside the workbook: absent from the receipts of the first releases. */
  envoi: z.optional(
    z.strictObject({
      id: texteCourt,
      nom: texteCourt,
      horsDelai: z.boolean(),
      copies: z.array(texteCourt).check(z.maxLength(8)),
      pieces: z
        .array(
          z.strictObject({ piece: texteCourt, nomFichier: texteCourt, taille: entier, empreinte: sha256 }),
        )
        .check(z.maxLength(20)),
    }),
  ),
  /** When the recipient's server took the message, once it has said so. */
  remiseLe: z.optional(instant),
})

export const SchemaCle = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: texteCourt,
  y: texteCourt,
  kid: texteCourt,
  alg: z.literal('ES256'),
  use: z.literal('sig'),
})

export const SchemaRecuSigne = z.strictObject({ declaration: SchemaRecu, jws: z.string() })

const CORPS_PREUVE = {
  declaration: SchemaDeclaration,
  jws: z.string(),
  cles: z.strictObject({ keys: z.array(SchemaCle).check(z.minLength(1), z.maxLength(8)) }),
  recu: z.nullable(SchemaRecuSigne),
}
const base64 = z.string().check(z.regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/))

export const SchemaPreuve = z.discriminatedUnion('type', [
  z.strictObject({
    ...CORPS_PREUVE,
    type: z.literal(TYPE_PREUVE),
    /** Detached CMS signature (DER) of the statement's canonical text, null where the service has no certificate. */
    cms: z.nullable(base64),
    /** RFC 3161 answer (DER) over the bytes of `cms`, null where there is no time-stamping authority. */
    horodatage: z.nullable(base64),
  }),
  z.strictObject({ ...CORPS_PREUVE, type: z.literal(TYPE_PREUVE_1) }),
])

/** Who saved a version, as the identity provider named them. */
export type Auteur = z.infer<typeof SchemaAuteur>
/** The statement that is signed for one version of a workbook. */
export type Declaration = z.infer<typeof SchemaDeclaration>
/** The statement that is signed for one transmission that left. */
export type Recu = z.infer<typeof SchemaRecu>
/** Public half of a signing key (JWK); `kid` is its RFC 7638 thumbprint. */
export type ClePublique = z.infer<typeof SchemaCle>
/** A receipt with its signature. */
export type RecuSigne = z.infer<typeof SchemaRecuSigne>
/** The proof file: with the workbook's bytes it is all that a verification needs. */
export type Preuve = z.infer<typeof SchemaPreuve>
/**
 * A JWK set as published; foreign members are tolerated. `exp` (seconds since 1970): the key was retired then, what
 * it signed before stays good.
 */
export interface JeuDeCles {
  keys: readonly { kid?: string; kty?: string; crv?: string; x?: string; y?: string; exp?: number }[]
}
