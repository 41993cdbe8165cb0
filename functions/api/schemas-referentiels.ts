import { z } from '@hono/zod-openapi'

/** The shapes of what concerns référentiels in the HTTP contract. */

const empreinte = z.string().regex(/^[0-9a-f]{64}$/)

export const CheminReferentiel = z.object({
  numero: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .openapi({ type: 'string', example: '1' }),
})

export const DocumentReferentiel = z.record(z.string(), z.unknown()).openapi('DocumentReferentiel', {
  description: 'Un référentiel entier, dans le format de son schéma JSON.',
})

export const ReferentielResume = z
  .object({
    numero: z.int(),
    referentiel: z.string(),
    titre: z.string(),
    version: z.iso.date(),
    exercices: z.array(z.int()),
    empreinteReferentiel: empreinte,
    auteur: z.object({ prenom: z.string(), nom: z.string() }),
    le: z.iso.datetime(),
  })
  .openapi('ReferentielResume')

export const ListeReferentiels = z
  .object({ referentiels: z.array(ReferentielResume) })
  .openapi('ListeReferentiels')

export const ReferentielComplet = ReferentielResume.extend({
  declaration: z.object({
    type: z.literal('cdppe-referentiel/1'),
    numero: z.int(),
    referentiel: z.string(),
    version: z.iso.date(),
    exercices: z.array(z.int()),
    empreinteReferentiel: empreinte,
    auteur: z.object({ sub: z.string(), prenom: z.string(), nom: z.string(), siret: z.string() }),
    le: z.iso.datetime(),
    precedente: empreinte.nullable(),
  }),
  jws: z.string(),
  contenu: DocumentReferentiel,
}).openapi('ReferentielComplet')
