import * as z from 'zod/mini'
import { SchemaAuteur } from './declaration.ts'

/** What is signed when an administrateur publishes a référentiel: which document, by whom, after which one. */

export const TYPE_REFERENTIEL = 'cdppe-referentiel/1'

/** `typ` of the protected header, so that such a statement never passes for a version nor for a receipt. */
export const TYP_JWS_REFERENTIEL = 'cdppe-referentiel+jws'

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))

export const SchemaDeclarationReferentiel = z.strictObject({
  type: z.literal(TYPE_REFERENTIEL),
  numero: z.int().check(z.positive()),
  /** Id, title, civil date of the data and exercices, as the document itself says. */
  id: z.string(),
  titre: z.string(),
  version: z.string(),
  exercices: z.array(z.int()),
  /** Digest of the document's canonical form (empreinteReferentiel). */
  empreinte: sha256,
  auteur: SchemaAuteur,
  /** ISO 8601, UTC. */
  le: z.string(),
  /** Digest of the statement of the référentiel published before, null for the first. */
  precedente: z.nullable(sha256),
})

export type DeclarationReferentiel = z.infer<typeof SchemaDeclarationReferentiel>
