import { Engine as MoteurJson } from 'json-rules-engine'
import Publicodes from 'publicodes'
import { decider } from '../../shared/referentiel/decider.ts'
import { ENVELOPPES } from '../../shared/referentiel/referentiel.ts'
import { tableau } from './mesurer.ts'

/** The same question asked to two rule engines, with a situation that changes each time, beside ours. */

const DUREE_MS = 2_000

const situation = (i: number) => ({ objectif: 1 + (i % 26), enveloppe: ENVELOPPES[i % 3]! })

/** Objectifs of 2020 that an enveloppe may pay for: the same answer for the three. */
const admis = (enveloppe: (typeof ENVELOPPES)[number]): number[] =>
  Array.from({ length: 26 }, (_, i) => i + 1).filter((o) => decider(o, enveloppe, 2020).statut === 'oui')

/** Questions a second, asked one after the other for some seconds. */
async function debit(demander: (i: number) => unknown): Promise<number> {
  let n = 0
  const debut = performance.now()
  while (performance.now() - debut < DUREE_MS) for (let k = 0; k < 50; k++) await demander(n++)
  return (n / (performance.now() - debut)) * 1000
}

/** The same without a promise a question, which would weigh more than an answer. */
function debitSynchrone(demander: (i: number) => boolean): number {
  let n = 0
  let oui = 0
  const debut = performance.now()
  while (performance.now() - debut < DUREE_MS) for (let k = 0; k < 5_000; k++) if (demander(n++)) oui++
  return oui === 0 ? 0 : (n / (performance.now() - debut)) * 1000
}

function publicodes(): (i: number) => boolean {
  const moteur = new Publicodes({
    objectif: { question: 'Objectif ?', 'par défaut': 1 },
    enveloppe: { question: 'Enveloppe ?', 'par défaut': "'FIR'" },
    éligible: {
      'une de ces conditions': ENVELOPPES.map((e) => ({
        'toutes ces conditions': [
          `enveloppe = '${e}'`,
          { 'une de ces conditions': admis(e).map((o) => `objectif = ${o}`) },
        ],
      })),
    },
  })
  return (i) => {
    const { objectif, enveloppe } = situation(i)
    return (
      moteur.setSituation({ objectif, enveloppe: `'${enveloppe}'` }).evaluate('éligible').nodeValue === true
    )
  }
}

function jsonRulesEngine(): (i: number) => Promise<boolean> {
  const moteur = new MoteurJson()
  for (const e of ENVELOPPES)
    moteur.addRule({
      conditions: {
        all: [
          { fact: 'enveloppe', operator: 'equal', value: e },
          { fact: 'objectif', operator: 'in', value: admis(e) },
        ],
      },
      event: { type: 'eligible' },
    })
  return async (i) => (await moteur.run(situation(i))).events.length > 0
}

/** Decisions a second of the engines and of the decider, each beside publicodes; says first that they agree. */
export async function banqueDesMoteurs(): Promise<string> {
  const deux = publicodes()
  const trois = jsonRulesEngine()
  const notre = (i: number) => {
    const { objectif, enveloppe } = situation(i)
    return decider(objectif, enveloppe, 2020).statut === 'oui'
  }
  for (let i = 0; i < 78; i++)
    if (deux(i) !== notre(i) || (await trois(i)) !== notre(i))
      throw new Error(`The engines do not agree on ${JSON.stringify(situation(i))}`)
  const debits: [string, number][] = [
    ['decider(9, "FIR", 2020)', debitSynchrone(notre)],
    ['publicodes, situation qui change', await debit(deux)],
    ['json-rules-engine, faits qui changent', await debit(trois)],
  ]
  const reference = debits[1]![1]
  return tableau(
    ['Moteurs de règles, mêmes réponses', 'décisions/s', 'fois publicodes'],
    debits.map(([nom, d]) => [nom, Math.round(d).toLocaleString('fr-FR'), (d / reference).toFixed(0)]),
  )
}
