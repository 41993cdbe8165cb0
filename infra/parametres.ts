import { readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Node } from 'constructs'
import { z } from 'zod'

/**
 * What an environment decides, in one file of infra/environnements. Chosen by `-c environnement=FILE`; a single
 * value is overridden by its own name: `-c domaine=…`, `-c expediteur=…`, `-c emetteur=…` and so on.
 */

const Parametres = z
  .strictObject({
    /** Distinguishes the stacks of environments that share an account: "recette", "production". */
    nom: z.string().regex(/^[a-z][a-z0-9-]{1,20}$/),
    region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/),
    /** Host name of site and API. Its DNS record is to point at the distribution. */
    domaine: z.string().regex(/^(?=.{4,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/),
    /** ARN of the certificate of `domaine`; CloudFront takes it from us-east-1 only. */
    certificat: z.string().regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/.+$/),
    /** Address that writes to the DGCS. */
    expediteur: z.email(),
    /** Real recipients only where this is true. */
    production: z.boolean(),
    /** Mailbox that receives every sending of an environment that is not production. */
    boite: z.email().optional(),
    oidc: z.strictObject({
      emetteur: z.url({ protocol: /^https$/ }),
      client: z.string().min(1),
      /** Name in Secrets Manager of the client's secret, put there by hand before the first deployment. */
      secret: z.string().min(1),
    }),
    /**
     * The instants at which the signing key changes, oldest first, each shortly after the deployment that adds it:
     * every one makes a new key, and the one before is published as retired from then on.
     */
    rotations: z
      .array(z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/))
      .refine((r) => r.every((le, i) => i === 0 || r[i - 1]! < le), 'not in order')
      .default([]),
    /** ARNs of signing keys of elsewhere, still published so that old versions can be verified; « ARN@instant » retires one. */
    anciennesCles: z
      .array(z.string().regex(/^arn:aws:kms:[^,@]+(@\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z)?$/))
      .default([]),
    departements: z
      .array(
        z.strictObject({
          code: z.string().regex(/^(\d{2,3}|2[AB])$/),
          nom: z.string().min(1),
          sirets: z.array(z.string().regex(/^\d{14}$/)),
          /** A version is sent by somebody else than its author. */
          deuxPersonnes: z.boolean().optional(),
          /** Who receives a copy of what the département sends. */
          copies: z.strictObject({ prefet: z.email().optional(), ars: z.email().optional() }).optional(),
        }),
      )
      .min(1),
    /** The first administrateurs (`sub` or e-mail address; of Entra « entra:tenant:object id »): they give everybody else's roles in the service itself. */
    administrateurs: z.array(z.string().min(1)).min(1),
    /** Certificate (PEM) of the signing key: in production a qualified one, made from that key. A name is a file beside this one. */
    certificatSignature: z
      .string()
      .regex(/^-----BEGIN CERTIFICATE-----\n[\s\S]+-----END CERTIFICATE-----\n?$/)
      .optional(),
    /** Address of the time-stamping authority (RFC 3161). */
    horodatage: z.url({ protocol: /^https?$/ }).optional(),
    /** Microsoft Entra ID, for the départements that sign in with it. */
    entra: z
      .strictObject({
        /** « https://login.microsoftonline.com/<tenant>/v2.0 » */
        emetteur: z.url({ protocol: /^https$/ }),
        client: z.string().min(1),
        /** Name in Secrets Manager of the client's secret. */
        secret: z.string().min(1),
        /** The tenant (`tid`) that is believed. */
        locataire: z.guid(),
        /** Which SIRET an agent of the tenant acts for: of the first group (`groups`) that is theirs; without a group, every member, no guest. */
        rattachements: z
          .array(z.strictObject({ groupe: z.guid().optional(), siret: z.string().regex(/^\d{14}$/) }))
          .min(1),
      })
      .refine((e) => e.emetteur.toLowerCase().endsWith(`/${e.locataire.toLowerCase()}/v2.0`), {
        path: ['emetteur'],
        message: 'not the v2.0 issuer of this tenant (« common » and « organizations » let every tenant in)',
      })
      .optional(),
  })
  .refine((p) => p.production || p.boite !== undefined, {
    path: ['boite'],
    message: 'an environment that is not production needs a mailbox of its own',
  })
  .refine((p) => !p.production || p.boite === undefined, {
    path: ['boite'],
    message: 'production sends to the real recipients: no mailbox may stand beside it',
  })

export type Parametres = z.infer<typeof Parametres>

const EXEMPLE = new URL('./environnements/exemple.json', import.meta.url)

/** @throws Error naming each value that is missing or wrong */
export function validerParametres(brut: unknown): Parametres {
  const lecture = Parametres.safeParse(brut)
  if (lecture.success) return lecture.data
  const fautes = lecture.error.issues.map((i) => `${i.path.join('.') || 'environment'}: ${i.message}`)
  throw new Error(`Parameters of the environment: ${fautes.join(' ; ')}`)
}

/** The parameters of the environment that the context names; the example's where it names none. */
export function lireParametres(contexte: Node): Parametres {
  const valeur = (nom: string) => contexte.tryGetContext(nom) as string | undefined
  const fichier = valeur('environnement') ?? fileURLToPath(EXEMPLE)
  const brut = JSON.parse(readFileSync(fichier, 'utf8')) as Record<string, unknown>
  for (const nom of ['nom', 'region', 'domaine', 'certificat', 'expediteur', 'boite'])
    brut[nom] = valeur(nom) ?? brut[nom]
  const oidc = { ...(brut.oidc as Record<string, unknown>) }
  for (const nom of ['emetteur', 'client', 'secret']) oidc[nom] = valeur(nom) ?? oidc[nom]
  const { certificatSignature: pem } = brut
  if (typeof pem === 'string' && pem.endsWith('.pem'))
    brut.certificatSignature = readFileSync(new URL(pem, pathToFileURL(fichier)), 'utf8')
  return validerParametres({ ...brut, oidc })
}
