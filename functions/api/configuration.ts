import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { ROLES } from './droits.ts'
import type { Role } from './droits.ts'

/** Where everything goes when the deployment does not name production. */
export const BOITE_LOCALE_PAR_DEFAUT = 'boite-locale@cdppe.example'

export interface Departement {
  /** « 62 », « 2A », « 974 ». */
  code: string
  nom: string
  /** SIRET numbers whose agents work for it. */
  sirets: string[]
  /** A version is sent by somebody else than its author. */
  deuxPersonnes: boolean
  /** Addresses that receive a copy of what is sent, where the département wants it. */
  copies: { prefet?: string | undefined; ars?: string | undefined }
}

/** An agent whose rights are given by name. */
export interface AgentNomme {
  /** `sub` at the identity provider, or e-mail address; of Entra « entra:tenant:object id » only. */
  qui: string
  roles: Role[]
  /** Those that somebody who works for none of them may read. */
  departements: string[]
}

/** A tenant of Microsoft Entra ID, whose agents may sign in. */
export interface Entra {
  emetteur: string
  client: string
  secret: string
  /** The tenant (`tid`) that is believed. */
  locataire: string
  /** Which SIRET an agent acts for: of the first group (`groups`) that is theirs; without a group, every member, no guest. */
  rattachements: { groupe?: string | undefined; siret: string }[]
}

/** What every function of the deployment needs. AWS endpoints and region go through the SDK's own variables. */
export interface ConfigurationCommune {
  table: string
  seau: string
  /**
   * KMS keys (ECC_NIST_P256) of the versions: the first one signs, all of them are published. Those of before are
   * « key@instant » (ISO 8601), the instant from which they no longer sign.
   */
  clesSignature: string[]
  /** Public origin of site and API, without a trailing slash. */
  origine: string
  expediteur: string
  departements: Departement[]
  /** Address to which every sending is diverted; null only where the deployment names production. */
  boiteLocale: string | null
  /** Path-style bucket addresses, for a store that has no host name per bucket. */
  s3ParChemin: boolean
  /** How long a worker keeps a claimed transmission, ms: longer than the worker may live. */
  bailMs: number
  /** SES configuration set whose Send events come back to us, where there is one. */
  jeuDeConfiguration: string | undefined
  /** Certificate (PEM) of the first signing key, for the CMS signatures; without it there are none. */
  certificatSignature: string | undefined
  /** Address of the time-stamping authority (RFC 3161), where there is one. */
  horodatage: string | undefined
}

/** What the API needs besides: the functions that send have no business with sign-in. */
export interface Configuration extends ConfigurationCommune {
  /** KMS key (RSA_2048) of our session tokens. */
  cleSession: string
  oidc: { emetteur: string; client: string; secret: string }
  /** Microsoft Entra ID beside it, where the deployment names it. */
  entra: Entra | null
  agents: AgentNomme[]
}

const present = z.string().min(1)

const UnDepartement = z.object({
  code: z.string().regex(/^(\d{2,3}|2[AB])$/),
  nom: present,
  sirets: z.array(z.string().regex(/^\d{14}$/)),
  deuxPersonnes: z.boolean().default(false),
  copies: z.strictObject({ prefet: z.email().optional(), ars: z.email().optional() }).default({}),
})

const UnAgent = z.strictObject({
  qui: present,
  roles: z.array(z.enum(ROLES)).min(1),
  departements: z.array(z.string()).default([]),
})

/** A variable that holds JSON. */
const json = z.string().transform((texte, contexte): unknown => {
  try {
    return JSON.parse(texte)
  } catch {
    contexte.addIssue({ code: 'custom', message: 'not JSON' })
    return z.NEVER
  }
})

/** A SIRET opens one département, never two. */
function sansAmbiguite(departements: Departement[]): boolean {
  const codes = departements.map((d) => d.code)
  const sirets = departements.flatMap((d) => d.sirets)
  return new Set(codes).size === codes.length && new Set(sirets).size === sirets.length
}

const Commun = z.object({
  TABLE: present,
  SEAU: present,
  // The first key is named alone: one that was retired signs nothing.
  CLE_SIGNATURE: z.string().regex(/^[^,@]+(,[^,@]+(@\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z)?)*$/),
  ORIGINE: z.url(),
  EXPEDITEUR: present,
  DEPARTEMENTS: json.pipe(z.array(UnDepartement).min(1).refine(sansAmbiguite, 'a code or a SIRET twice')),
  BOITE_LOCALE: z.string().optional(),
  PRODUCTION: z.string().optional(),
  S3_CHEMIN: z.string().optional(),
  BAIL_SECONDES: z.coerce.number().int().min(1).max(86_400).default(180),
  JEU_CONFIGURATION: z.string().optional(),
  CERTIFICAT_SIGNATURE: z.string().optional(),
  HORODATAGE: z.string().optional(),
})

const Connexion = z.object({
  CLE_SESSION: present,
  OIDC_EMETTEUR: z.url(),
  OIDC_CLIENT: present,
  OIDC_SECRET: present,
  AGENTS: json.pipe(z.array(UnAgent)).default([]),
  ENTRA: json
    .pipe(
      z
        .strictObject({
          emetteur: z.url(),
          client: present,
          locataire: z.guid(),
          rattachements: z
            .array(z.strictObject({ groupe: z.guid().optional(), siret: z.string().regex(/^\d{14}$/) }))
            .min(1),
        })
        // The issuer of every tenant would let every tenant in.
        .refine((e) => e.emetteur.toLowerCase().endsWith(`/${e.locataire.toLowerCase()}/v2.0`)),
    )
    .optional(),
  ENTRA_SECRET: z.string().optional(),
})

type Variables = Record<string, string | undefined>

/** The variables, over the settings file that one of them may name: what does not fit into them (4 kB on AWS). */
function avecReglages(environnement: Variables): Variables {
  if (!environnement.REGLAGES) return environnement
  const reglages = JSON.parse(readFileSync(environnement.REGLAGES, 'utf8')) as Record<string, unknown>
  const dits = Object.entries(reglages).map(([nom, valeur]) => [
    nom,
    typeof valeur === 'string' ? valeur : JSON.stringify(valeur),
  ])
  return { ...(Object.fromEntries(dits) as Variables), ...environnement }
}

/** Parses, or throws an Error naming each variable that is missing or wrong, never its value. */
function lire<T>(schema: z.ZodType<T>, environnement: Variables): T {
  const lecture = schema.safeParse(avecReglages(environnement))
  if (lecture.success) return lecture.data
  const noms = [...new Set(lecture.error.issues.map((i) => String(i.path[0])))]
  throw new Error(`Configuration: missing or wrong ${noms.join(', ')}`)
}

/** Reads what every function needs; this file alone reads the environment. */
export function lireConfigurationCommune(environnement: Variables = process.env): ConfigurationCommune {
  const e = lire(Commun, environnement)
  const envoiReel = e.BOITE_LOCALE === undefined && e.PRODUCTION === 'oui'
  return {
    table: e.TABLE,
    seau: e.SEAU,
    clesSignature: e.CLE_SIGNATURE.split(',').map((cle) => cle.trim()),
    origine: e.ORIGINE.replace(/\/+$/, ''),
    expediteur: e.EXPEDITEUR,
    departements: e.DEPARTEMENTS,
    // Real addresses only when production is named and no mailbox is: a single slip must not write to the State.
    boiteLocale: envoiReel ? null : e.BOITE_LOCALE || BOITE_LOCALE_PAR_DEFAUT,
    s3ParChemin: e.S3_CHEMIN === 'oui',
    bailMs: e.BAIL_SECONDES * 1000,
    jeuDeConfiguration: e.JEU_CONFIGURATION || undefined,
    certificatSignature: e.CERTIFICAT_SIGNATURE || undefined,
    horodatage: e.HORODATAGE || undefined,
  }
}

/** Reads what the API needs. */
export function lireConfiguration(environnement: Variables = process.env): Configuration {
  const e = lire(Connexion, environnement)
  if (e.ENTRA && !e.ENTRA_SECRET) throw new Error('Configuration: missing or wrong ENTRA_SECRET')
  return {
    ...lireConfigurationCommune(environnement),
    cleSession: e.CLE_SESSION,
    oidc: { emetteur: e.OIDC_EMETTEUR, client: e.OIDC_CLIENT, secret: e.OIDC_SECRET },
    agents: e.AGENTS,
    entra: e.ENTRA ? { ...e.ENTRA, secret: e.ENTRA_SECRET ?? '' } : null,
  }
}
