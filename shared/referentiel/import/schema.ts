import * as z from 'zod/mini'
import { CANAUX, FORMULES_ECHEANCE } from '../calendrier.ts'
import { EXIGENCES_CIBLE } from '../exigences.ts'
import { ENVELOPPES } from '../referentiel.ts'

/**
 * The shape of a référentiel to import. Cells and the pane never load this file: zod weighs more than all the
 * rules. What holds between values (an objectif without enveloppe, a gap in the years) is in coherence.ts.
 */

const LONGUEUR_TEXTE = 4000

const texte = z.string().check(z.maxLength(LONGUEUR_TEXTE), z.regex(/\S/))
const cle = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(60))
const jour = z.iso.date()
const annee = z.int().check(z.gte(1990), z.lte(2100))
const numero = z.int().check(z.gte(1), z.lte(999))
const compte = z.int().check(z.gte(0), z.lte(999))
const liste = <T extends z.core.$ZodType>(element: T) => z.array(element).check(z.maxLength(1000))
const garnie = <T extends z.core.$ZodType>(element: T) =>
  z.array(element).check(z.minLength(1), z.maxLength(1000))

const reference = z.strictObject({
  texte,
  article: texte,
  citation: z.optional(texte),
  source: texte,
  verifieLe: jour,
  presomption: z.optional(texte),
})

const objectif = z.strictObject({
  numero,
  titre: texte,
  variantes: liste(texte),
  engagement: z.enum(['1', '2', '3', '4', 'transverse']),
  caractere: z.enum(['fondamental', 'obligatoire', 'facultatif']),
  reference,
})

const enveloppe = z.enum(ENVELOPPES as ['FIR', 'P304', 'ONDAM'])
const exigence = z.enum(EXIGENCES_CIBLE as typeof EXIGENCES_CIBLE & [string])

const eligibilite = z.strictObject({
  enveloppe,
  objectifs: garnie(numero),
  conditions: liste(z.strictObject({ objectif: numero, condition: texte, reference })),
  reference,
})

const dotation = z.strictObject({
  enveloppe,
  exercices: garnie(annee),
  modalite: z.strictObject({ phrase: texte, reference }),
  nationale: z.nullable(z.strictObject({ centimes: z.int().check(z.gte(0)), reference })),
  criteres: liste(z.strictObject({ libelle: texte, poids: z.int().check(z.gte(1), z.lte(1000)), reference })),
  plancher: z.nullable(z.strictObject({ centimes: z.int().check(z.gte(0)), reference })),
  plafond: z.nullable(z.strictObject({ centimes: z.int().check(z.gte(0)), reference })),
  plafondDelegue: z.nullable(z.strictObject({ exercices: garnie(annee), reference })),
})

const echeance = z.strictObject({
  id: cle,
  quoi: texte,
  exercice: annee,
  date: z.nullable(jour),
  delai: z.nullable(
    z.strictObject({ depuis: z.literal('signature'), mois: z.int().check(z.gte(1), z.lte(120)) }),
  ),
  formule: z.enum(FORMULES_ECHEANCE as typeof FORMULES_ECHEANCE & [string]),
  libelle: texte,
  rigueur: z.boolean(),
  jourDispute: z.nullable(z.strictObject({ date: jour, explication: texte })),
  pieces: liste(cle),
  canaux: liste(z.enum(CANAUX as typeof CANAUX & [string])),
  reference,
})

export const SCHEMA = z.strictObject({
  id: z.string().check(z.regex(/^[0-9A-Za-z][0-9A-Za-z.-]*$/), z.maxLength(40)),
  titre: texte,
  version: jour,
  exercices: garnie(annee),
  reference,
  objectifs: garnie(objectif),
  eligibilites: liste(eligibilite),
  enveloppesNonDites: liste(z.strictObject({ objectifs: garnie(numero), motif: texte, reference })),
  nombreObjectifs: z.strictObject({
    obligatoires: z.strictObject({ nombre: compte, reference }),
    facultatifs: z.strictObject({
      minimum: z.nullable(compte),
      maximum: z.nullable(compte),
      parmi: z.nullable(compte),
      reference,
    }),
  }),
  cibles: liste(
    z.strictObject({ objectifs: garnie(numero), exigence, condition: z.nullable(texte), reference }),
  ),
  indicateurs: liste(
    z.strictObject({
      objectif: z.nullable(numero),
      engagement: z.enum(['1', '2', '3', '4', 'transverse']),
      libelle: texte,
      variantes: liste(texte),
      cible: exigence,
      cibleNationale: z.nullable(texte),
      sources: liste(texte),
      reference,
    }),
  ),
  remontees: liste(
    z.strictObject({ objectifs: garnie(numero), frequence: z.literal('semestrielle'), reference }),
  ),
  dotations: liste(dotation),
  anneeDeReference: z.nullable(z.strictObject({ annee, reference })),
  dureeContrat: z.nullable(z.strictObject({ fin: jour, reserve: z.nullable(texte), reference })),
  echeances: liste(echeance),
  pieces: liste(
    z.strictObject({
      id: cle,
      nom: texte,
      exigence: z.enum(['requise', 'facultative']),
      modele: z.nullable(texte),
      reference,
    }),
  ),
  retroplanning: liste(
    z.strictObject({
      id: cle,
      nom: texte,
      joursAvant: z.int().check(z.gte(0), z.lte(3660)),
      dateImprimee: jour,
      reference,
    }),
  ),
  destinataires: garnie(
    z.strictObject({
      courriel: z.email(),
      nom: texte,
      graphiesRefusees: liste(z.strictObject({ graphie: texte, raison: texte, reference })),
      reference,
    }),
  ),
  pack: liste(
    z.strictObject({
      regle: z.string().check(z.regex(/^[A-Z]{3}-\d{2}$/)),
      gravite: z.enum(['bloquant', 'a-justifier', 'information']),
      reference,
    }),
  ),
  lacunes: liste(z.strictObject({ sujet: texte, phrase: texte, reference })),
})

/** The named parts of the published schema. */
const PARTIES = z.registry<{ id: string }>()
PARTIES.add(reference, { id: 'reference' })
PARTIES.add(texte, { id: 'texte' })
PARTIES.add(cle, { id: 'cle' })
PARTIES.add(jour, { id: 'jour' })
PARTIES.add(annee, { id: 'annee' })
PARTIES.add(numero, { id: 'numero' })
PARTIES.add(exigence, { id: 'exigence' })

/** The published JSON Schema (draft 2020-12) of an import file; schema.json is this, written down. */
export function schemaJson(): Record<string, unknown> {
  const { $schema, ...corps } = z.toJSONSchema(SCHEMA, { metadata: PARTIES })
  return {
    $schema,
    title: 'Référentiel CDPPE',
    description:
      'Règles d’un exercice, telles qu’un texte les écrit : chaque valeur porte sa référence (texte, article, source, date de vérification).',
    ...corps,
  }
}
