import { decouperReference } from '../classeur/adresse.ts'
import { accorder, enumerer } from '../classeur/texte.ts'
import { formatEuros } from '../montant/format.ts'
import type { Action, MontantLu } from '../plan/plan.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/**
 * COH-03: the same part of the State, for the same action, exercice and enveloppe, on two sheets with two amounts.
 * Both are read, so both are added: either one of the sheets is a former version, or the action is paid twice.
 * Sheets that repeat one another are recognised before and counted once.
 */
export const COH_03: Regle = {
  id: 'COH-03',
  titre: 'Une même action n’a pas deux montants sur deux feuilles',
  verifier: ({ plan, comprehension }) => {
    if (new Set(comprehension.tables.map((t) => t.feuille)).size < 2)
      return { sansObjet: 'Le plan tient sur une seule feuille.' }
    const doubles = plan.actions.flatMap((action) =>
      surDeuxFeuilles(action).map((montants) => ({ action, montants })),
    )
    const parFeuilles = Map.groupBy(doubles, ({ montants }) => feuillesDe(montants).join('|'))
    return { constats: [...parFeuilles.values()].map(dire) }
  },
}

interface Double {
  action: Action
  montants: MontantLu[]
}

const feuilleDe = (m: MontantLu): string => decouperReference(m.cellule).feuille
const feuillesDe = (montants: readonly MontantLu[]): string[] => [...new Set(montants.map(feuilleDe))].sort()

/** The parts of the State of one exercice and enveloppe that stand on several sheets with several amounts. */
function surDeuxFeuilles({ financements }: Action): MontantLu[][] {
  const lus = financements.filter((f) => f.financeur === 'Etat' && f.prevu !== null && f.prevu.centimes)
  return [...Map.groupBy(lus, (f) => `${f.exercice ?? ''}|${f.enveloppe ?? ''}`).values()]
    .map((liste) => liste.map((f) => f.prevu!))
    .filter((m) => feuillesDe(m).length > 1 && new Set(m.map((x) => x.centimes)).size > 1)
}

function dire(doubles: readonly Double[]): ConstatBrut {
  const feuilles = enumerer(feuillesDe(doubles[0]!.montants).map((f) => `« ${f} »`))
  const numeros = [...new Set(doubles.map((d) => d.action.numero))]
  const premier = doubles[0]!
  const exemple = enumerer(premier.montants.map((m) => `${formatEuros(m.centimes!)} (${m.cellule})`))
  return {
    cellules: doubles.flatMap((d) => d.montants.map((m) => m.cellule)),
    message: `Les feuilles ${feuilles} donnent des montants différents de la part de l’État pour ${accorder(numeros.length, 'même action', 'mêmes actions')} (${numeros.join(', ')}), par exemple ${exemple} pour l’action ${premier.action.numero} : ils sont additionnés. Si l’une est une version ancienne, écartez-la (section Compris) ; sinon, justifiez.`,
    constate: exemple,
    attendu: 'une seule feuille pour une même part de l’État',
    correction: null,
  }
}
