import { z } from '@hono/zod-openapi'
import { TAILLE_MAX } from '../depot/coffre.ts'
import { EVENEMENTS } from '../depot/evenements.ts'
import { NOM_FICHIER } from '../depot/nom-fichier.ts'
import { STATUTS_TRANSMISSION } from '../depot/transmissions.ts'
import { ROLES } from './droits.ts'

/** The shapes of the HTTP contract, published in /api/openapi.json. */

const empreinte = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.iso.datetime()
const statut = z.enum(['conforme', 'a-justifier', 'bloquant'])

export const Chemin = z.object({
  dep: z
    .string()
    .regex(/^(\d{2,3}|2[AB])$/)
    .openapi({ example: '62' }),
  exercice: z
    .string()
    .regex(/^2\d{3}$/)
    .transform(Number)
    .openapi({ type: 'string', example: '2020' }),
})
export const CheminVersion = Chemin.extend({
  numero: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .openapi({ type: 'string', example: '7' }),
})

export const EntetesIdempotence = z.object({
  'idempotency-key': z
    .guid()
    .transform((cle) => cle.toLowerCase())
    .openapi({ type: 'string', format: 'uuid' }),
})

const nomFichier = z.string().regex(NOM_FICHIER).openapi({ example: 'CDPPE_62.xlsx' })

export const DemandeDepot = z
  .strictObject({ nomFichier, taille: z.int().min(1).max(TAILLE_MAX), empreinte })
  .openapi('DemandeDepot')

export const Depot = z
  .object({
    depot: z.uuid(),
    url: z.url(),
    methode: z.literal('PUT'),
    entetes: z.record(z.string(), z.string()),
  })
  .openapi('Depot')

export const DemandeVersion = z
  .strictObject({ depot: z.uuid(), nomFichier, empreinte, precedente: empreinte.nullable() })
  .openapi('DemandeVersion')

const Personne = z.object({ prenom: z.string(), nom: z.string() }).openapi('Personne')
const StatutTransmission = z.enum(STATUTS_TRANSMISSION)

export const VersionResume = z
  .object({
    numero: z.int(),
    nomFichier: z.string(),
    taille: z.int(),
    empreinte,
    referentiel: z.string(),
    statut,
    bloquants: z.int(),
    aJustifier: z.int(),
    informations: z.int(),
    auteur: Personne,
    le: instant,
    empreinteDeclaration: empreinte,
    precedente: empreinte.nullable(),
    transmission: z
      .object({ envoi: z.string(), statut: StatutTransmission, le: instant, destinataire: z.string() })
      .nullable(),
  })
  .openapi('VersionResume')

const Reference = z
  .object({
    texte: z.string(),
    article: z.string(),
    citation: z.string().optional(),
    source: z.string(),
    verifieLe: z.string(),
  })
  .openapi('Reference')

export const Constat = z
  .object({
    regle: z.string(),
    gravite: z.enum(['bloquant', 'a-justifier', 'information']),
    cellules: z.array(z.string()),
    message: z.string(),
    constate: z.string(),
    attendu: z.string(),
    reference: Reference,
    correction: z
      .object({
        cellule: z.string(),
        autres: z.array(z.string()).optional(),
        valeur: z.union([z.string(), z.number()]),
        libelle: z.string(),
      })
      .nullable(),
  })
  .openapi('Constat')

const Declaration = z
  .object({
    type: z.enum(['cdppe-version/2', 'cdppe-version/1']),
    departement: z.string(),
    exercice: z.int(),
    numero: z.int(),
    nomFichier: z.string(),
    taille: z.int(),
    empreinte,
    empreinteContenu: empreinte,
    referentiel: z.string(),
    empreinteRapport: empreinte,
    statut,
    auteur: z.object({
      sub: z.string(),
      prenom: z.string(),
      nom: z.string(),
      siret: z.string(),
      role: z.string().optional(),
    }),
    le: instant,
    precedente: empreinte.nullable(),
    /** Absent from the statements of type cdppe-version/1, as what follows. */
    empreinteReferentiel: empreinte.optional(),
    correspondance: empreinte.nullable().optional(),
    justifications: z
      .array(
        z.object({
          regle: z.string(),
          cellules: z.array(z.string()),
          constate: z.string(),
          texte: z.string(),
          auteur: z.string(),
          le: z.string(),
        }),
      )
      .optional(),
  })
  .openapi('Declaration')

const Cle = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
  /** Seconds since 1970: the key was retired then. What it signed before stays good. */
  exp: z.int().optional(),
})

const JeuDeCles = z.object({ keys: z.array(Cle) }).openapi('JeuDeCles')
export { JeuDeCles }

export const Version = VersionResume.extend({
  declaration: Declaration,
  jws: z.string(),
  rapport: z.object({
    statut,
    constats: z.array(Constat),
    /** How many there are: an answer holds the first ones only, the gravest first. */
    nombre: z.int(),
  }),
}).openapi('Version')

export const ListeVersions = z.object({ versions: z.array(VersionResume) }).openapi('ListeVersions')

export const Adresse = z.object({ url: z.url() }).openapi('Adresse')

export const Preuve = z
  .object({
    type: z.enum(['cdppe-preuve/2', 'cdppe-preuve/1']),
    declaration: Declaration,
    jws: z.string(),
    cles: JeuDeCles,
    recu: z.object({ declaration: z.record(z.string(), z.unknown()), jws: z.string() }).nullable(),
    cms: z.base64().nullable().optional(),
    horodatage: z.base64().nullable().optional(),
  })
  .openapi('Preuve')

const Evenement = z
  .object({
    evenement: z.enum(EVENEMENTS),
    le: instant,
    /** null: the service itself. */
    agent: z.object({ prenom: z.string(), nom: z.string() }).nullable(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .openapi('Evenement')

export const JournalChaine = z.object({ evenements: z.array(Evenement) }).openapi('JournalChaine')

export const Transmission = z
  .object({
    id: z.string(),
    version: z.int(),
    envoi: z.string(),
    nomEnvoi: z.string(),
    statut: StatutTransmission,
    destinataire: z.string(),
    objet: z.string(),
    creeeLe: instant,
    envoyeeLe: instant.nullable(),
    remiseLe: instant.nullable(),
    horsDelai: z.boolean(),
    copies: z.array(z.string()),
    pieces: z.array(
      z.object({ piece: z.string(), nom: z.string(), nomFichier: z.string(), taille: z.int(), empreinte }),
    ),
    messageId: z.string().nullable(),
    message: z.string(),
    /** What came back and asks the sender to do something; null where nothing did. */
    alerte: z.string().nullable(),
  })
  .openapi('Transmission')

const idEnvoi = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/)
  .openapi({ example: 'projet-contrat' })

export const CheminTransmission = CheminVersion.extend({ envoi: idEnvoi })

export const DemandeTransmission = z
  .strictObject({
    /** Files that leave beside the workbook, uploaded as it was. */
    pieces: z
      .array(z.strictObject({ piece: idEnvoi, depot: z.uuid(), nomFichier, empreinte }))
      .max(12)
      .default([]),
    /** Pièces that the sender says are in the workbook. */
    dansLeClasseur: z.array(idEnvoi).max(12).default([]),
    /** What the sender adds in words. */
    precisions: z
      .string()
      .trim()
      .max(2000)
      .regex(/^[^\p{Cc}\p{Cs}]*$/u)
      .default(''),
    /** The sender knows that the deadline has passed, and sends. */
    horsDelai: z.boolean().default(false),
  })
  .openapi('DemandeTransmission')

export const Envoi = z
  .object({
    id: z.string(),
    nom: z.string(),
    quoi: z.string(),
    canal: z.enum(['boite-dgcs', 'eusurvey']),
    date: z.string().nullable(),
    situation: z.enum(['dans-les-temps', 'jour-dispute', 'en-retard', 'sans-date']),
    /** French sentence on the deadline, in the words of the text. */
    delai: z.string().nullable(),
    pieces: z.array(
      z.object({
        id: z.string(),
        nom: z.string(),
        exigence: z.enum(['requise', 'facultative']),
        dansLeClasseur: z.boolean(),
      }),
    ),
    precisions: z.boolean(),
    destinataire: z.string().nullable(),
    copies: z.array(z.string()),
  })
  .openapi('Envoi')

export const ListeEnvois = z
  .object({
    envois: z.array(Envoi),
    /** Bytes, workbook and pièces together. */
    tailleMax: z.int(),
  })
  .openapi('ListeEnvois')

export const DemandeIssue = z.strictObject({ issue: z.enum(['recu', 'renvoyer']) }).openapi('DemandeIssue')

export const Jeton = z
  .object({
    jeton: z.string(),
    /** Seconds. */
    expireDans: z.int(),
    agent: z.object({
      sub: z.string(),
      prenom: z.string(),
      nom: z.string(),
      courriel: z.string(),
      siret: z.string(),
      departement: z.object({ code: z.string(), nom: z.string() }),
      departements: z.array(z.object({ code: z.string(), nom: z.string() })),
      roles: z.array(z.enum(ROLES)),
    }),
  })
  .openapi('Jeton')

export const Erreur = z
  .looseObject({ code: z.string(), message: z.string() })
  .openapi('Erreur', { description: 'Un code et une phrase en français ; parfois d’autres champs.' })

/** What is told to the one of two writers who comes second. */
export const VersionPerimee = z
  .looseObject({
    code: z.literal('VERSION_PERIMEE'),
    message: z.string(),
    numero: z.int().nullable(),
    auteur: Personne.nullable(),
    le: instant.nullable(),
    /** Digest under which to go on: `precedente` of the version that follows. */
    empreinteDeclaration: empreinte.nullable(),
    /** null: one of the two workbooks cannot be read. */
    differences: z
      .object({
        nombre: z.int(),
        cellules: z.array(
          z.object({
            cellule: z.string(),
            par: z.enum(['autre', 'vous', 'deux']).nullable(),
            phrase: z.string(),
          }),
        ),
        feuillesAjoutees: z.array(z.string()),
        feuillesSupprimees: z.array(z.string()),
      })
      .nullable(),
  })
  .openapi('VersionPerimee')

/** One JSON answer of a route. */
export function reponse<S extends z.ZodType>(description: string, schema: S) {
  return { description, content: { 'application/json': { schema } } }
}

/** A JSON body that must be there. */
export function corps<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } }
}

/** The refusals that every route of an agent may give. */
export const REFUS_COMMUNS = {
  400: reponse('Demande invalide', Erreur),
  401: reponse('Non connecté', Erreur),
  403: reponse('Autre département, ou rôle insuffisant', Erreur),
}
