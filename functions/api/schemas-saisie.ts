import { z } from '@hono/zod-openapi'
import { SOURCES } from '../../shared/eusurvey/formulaire.ts'
import { Chemin } from './schemas.ts'

/** The shapes of the form that a plan is typed into, and of its answers. */

const id = z.string().regex(/^[a-z0-9-]{1,60}$/)
const texte = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]+$/u)

export const CheminFormulaire = Chemin.pick({ exercice: true })

export const Champ = z
  .discriminatedUnion('portee', [
    z.strictObject({ id, libelle: texte(300), portee: z.literal('plan'), source: z.enum(SOURCES.plan) }),
    z.strictObject({ id, libelle: texte(300), portee: z.literal('action'), source: z.enum(SOURCES.action) }),
  ])
  .openapi('Champ')

export const DemandeFormulaire = z
  .strictObject({
    /** Where the form is filled in. */
    adresse: z
      .url({ protocol: /^https$/ })
      .max(500)
      .nullable(),
    /** What the person who types must know. */
    avertissement: texte(1000).nullable(),
    /** In the order of the form. */
    champs: z
      .array(Champ)
      .min(1)
      .max(100)
      .refine((champs) => new Set(champs.map((c) => c.id)).size === champs.length),
  })
  .openapi('DemandeFormulaire')

const Personne = z.object({ prenom: z.string(), nom: z.string() })

export const Formulaire = z
  .object({
    exercice: z.int(),
    adresse: z.string().nullable(),
    avertissement: z.string().nullable(),
    champs: z.array(Champ),
    /** null: the list is presumed, no administrateur has said one. */
    modifie: z.object({ le: z.iso.datetime(), par: Personne }).nullable(),
  })
  .openapi('Formulaire')

const FicheSaisie = z
  .object({
    id: z.string(),
    titre: z.string(),
    reponses: z.array(
      z.object({
        champ: z.string(),
        libelle: z.string(),
        /** What to type; null where the version does not give it. */
        valeur: z.string().nullable(),
        raison: z.string().nullable(),
      }),
    ),
    /** Who said that it was typed, and when. */
    saisie: z.object({ le: z.iso.datetime(), par: Personne }).nullable(),
  })
  .openapi('FicheSaisie')

export const Saisie = z
  .object({
    version: z.int(),
    adresse: z.string().nullable(),
    avertissement: z.string().nullable(),
    fiches: z.array(FicheSaisie),
    /** How many of them were typed. */
    saisies: z.int(),
  })
  .openapi('Saisie')

export const DemandeSaisie = z
  .strictObject({ fiche: z.string().regex(/^(plan|action-[1-9]\d{0,4})$/) })
  .openapi('DemandeSaisie')
