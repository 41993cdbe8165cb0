import { CATALOGUE } from '../../addin/formules/catalogue.ts'
import { decider } from '../../shared/referentiel/decider.ts'
import { ENVELOPPES } from '../../shared/referentiel/referentiel.ts'
import { mesurer, tableau } from './mesurer.ts'

/** Decisions a second: the function as a cell calls it, the decider alone, and a bare Map beside them. */

const LIGNES = 100_000
const EXERCICES = [2020, 2021, 2022, 2023, 2024]

/** Rows as a plan holds them; every triple of objectif, enveloppe and exercice comes up. */
const rangs = Array.from({ length: LIGNES }, (_, i) => i)
const objectifs = rangs.map((i) => 1 + (i % 26))
const enveloppes = rangs.map((i) => ENVELOPPES[Math.floor(i / 26) % 3]!)
const exercices = rangs.map((i) => EXERCICES[Math.floor(i / 78) % EXERCICES.length]!)
const ecrits = objectifs.map((o) => `Objectif ${o}`)
const nommees = enveloppes.map((e) => (e === 'P304' ? 'programme 304' : e.toLowerCase()))

const colonne = (valeurs: readonly unknown[]): unknown[][] => valeurs.map((v) => [v])
const plages = {
  objectifs: colonne(objectifs),
  enveloppes: colonne(enveloppes),
  exercices: colonne(exercices),
  ecrits: colonne(ecrits),
  nommees: colonne(nommees),
}

const cle = (objectif: number, enveloppe: string, exercice: number) => `${objectif}|${enveloppe}|${exercice}`
const table = new Map(
  EXERCICES.flatMap((x) =>
    ENVELOPPES.flatMap((e) =>
      Array.from(
        { length: 28 },
        (_, i) => [cle(i + 1, e, x), decider(i + 1, e, x).statut === 'oui'] as const,
      ),
    ),
  ),
)
const cles = rangs.map((i) => cle(objectifs[i]!, enveloppes[i]!, exercices[i]!))
const eligible = CATALOGUE.find((f) => f.id === 'ELIGIBLE')!.calculer

function compter(test: (i: number) => boolean): number {
  let n = 0
  for (let i = 0; i < LIGNES; i++) if (test(i)) n++
  return n
}

/** The table of decisions a second, each beside the bare Map. */
export function banqueDesDecisions(): string {
  const unites = LIGNES
  const mesures = mesurer([
    {
      nom: 'Map nue, clé composée à chaque fois',
      unites,
      faire: () => compter((i) => table.get(cle(objectifs[i]!, enveloppes[i]!, exercices[i]!))!),
    },
    { nom: 'Map nue, clé déjà faite', unites, faire: () => compter((i) => table.get(cles[i]!)!) },
    {
      nom: 'decider(9, "FIR", 2022)',
      unites,
      faire: () => compter((i) => decider(objectifs[i], enveloppes[i], exercices[i]).statut === 'oui'),
    },
    {
      nom: 'decider("Objectif 9", "programme 304", 2022)',
      unites,
      faire: () => compter((i) => decider(ecrits[i], nommees[i], exercices[i]).statut === 'oui'),
    },
    {
      nom: '=CDPPE.ELIGIBLE, trois colonnes de 100 000 lignes',
      unites,
      faire: () => eligible(plages.objectifs, plages.enveloppes, plages.exercices).length,
    },
    {
      nom: '=CDPPE.ELIGIBLE, deux colonnes, sans exercice',
      unites,
      faire: () => eligible(plages.objectifs, plages.enveloppes).length,
    },
    {
      nom: '=CDPPE.ELIGIBLE, « Objectif 9 », « programme 304 »',
      unites,
      faire: () => eligible(plages.ecrits, plages.nommees, plages.exercices).length,
    },
  ])
  const [composee, faite] = mesures
  return tableau(
    ['Décisions', 'millions/s', 'rapport à la Map (clé composée)', 'rapport à la Map (clé faite)'],
    mesures.map((m) => [
      m.nom,
      (m.debit / 1e6).toFixed(2),
      (m.debit / composee!.debit).toFixed(2),
      (m.debit / faite!.debit).toFixed(2),
    ]),
  )
}
