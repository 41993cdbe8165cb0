import { z } from '@hono/zod-openapi'

/** The shapes of what the service says of référentiels. */

const empreinte = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.iso.datetime()

export const CheminReferentiel = z.object({
  numero: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .openapi({ type: 'string', example: '1' }),
})

/** The document is read and judged by the rules of the import, which say in French all that is wrong in it. */
export const DemandeReferentiel = z
  .strictObject({ document: z.record(z.string(), z.unknown()) })
  .openapi('DemandeReferentiel')

export const ReferentielResume = z
  .object({
    numero: z.int(),
    id: z.string(),
    titre: z.string(),
    version: z.string(),
    exercices: z.array(z.int()),
    empreinte,
    publiePar: z.object({ prenom: z.string(), nom: z.string() }),
    le: instant,
  })
  .openapi('ReferentielResume')

export const ListeReferentiels = z
  .object({ referentiels: z.array(ReferentielResume) })
  .openapi('ListeReferentiels')

export const ReferentielPublie = z
  .object({
    declaration: z.object({
      type: z.literal('cdppe-referentiel/1'),
      numero: z.int(),
      id: z.string(),
      titre: z.string(),
      version: z.string(),
      exercices: z.array(z.int()),
      empreinte,
      auteur: z.object({ sub: z.string(), prenom: z.string(), nom: z.string(), siret: z.string() }),
      le: instant,
      precedente: empreinte.nullable(),
    }),
    jws: z.string(),
    document: z.record(z.string(), z.unknown()),
  })
  .openapi('ReferentielPublie')
