import * as z from 'zod/mini'
import { SchemaAuteur } from './declaration.ts'

/** What is signed when an administrator publishes a référentiel. Closed, like the statement of a version. */

export const TYPE_REFERENTIEL = 'cdppe-referentiel/1'

/** `typ` of the protected header: a publication never passes for a version nor for a receipt. */
export const TYP_JWS_REFERENTIEL = 'cdppe-referentiel+jws'

const texteCourt = z.string().check(z.minLength(1), z.maxLength(255))
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))

export const SchemaDeclarationReferentiel = z.strictObject({
  type: z.literal(TYPE_REFERENTIEL),
  /** Place in the one chain of publications, from 1. */
  numero: z.int().check(z.positive()),
  referentiel: texteCourt,
  /** Civil date of the data set: a later one of the same id takes its place for the checks to come. */
  version: z.iso.date(),
  exercices: z.array(z.int()).check(z.minLength(1)),
  /** empreinteReferentiel of the data set. */
  empreinteReferentiel: sha256,
  auteur: SchemaAuteur,
  le: z.iso.datetime(),
  /** SHA-256 of the canonical form of the publication before, null for the first. */
  precedente: z.nullable(sha256),
})

/** The statement that is signed for one publication of a référentiel. */
export type DeclarationReferentiel = z.infer<typeof SchemaDeclarationReferentiel>
