import { CATALOGUE } from '../../addin/formules/catalogue.ts'
import { comprendre } from '../../shared/classeur/comprendre.ts'
import { lireAnnexes } from '../../shared/contrat/lire-annexes.ts'
import { cofinancements } from '../../shared/controle/cofinancement.ts'
import { controler } from '../../shared/controle/controler.ts'
import { lirePlan } from '../../shared/plan/lire-plan.ts'
import { referentielDe } from '../../shared/referentiel/registre.ts'
import { REGLES } from '../../shared/regles/registre.ts'
import type { Contexte, Regle } from '../../shared/regles/regle.ts'
import { mesurer, tableau } from './mesurer.ts'
import { classeurDuPlan, lignesDuPlan } from './plan-long.ts'

/** A long plan in one pass beside a short one: reading, every rule, the whole check. */

const COURT = 1_000
const LONG = 10_000

function contexteDe(financements: number): Contexte {
  const classeur = classeurDuPlan(financements)
  const comprehension = comprendre(classeur)
  const exercice = 2020
  const referentiel = referentielDe(exercice)!
  return {
    plan: lirePlan(classeur, comprehension.tables),
    referentiel,
    comprehension,
    classeur,
    exercice,
    annexes: lireAnnexes(classeur, new Set(comprehension.tables.map((t) => t.feuille)), referentiel),
    lectureOndam: 'exclu',
  }
}

/** The tables of the checks, short beside long, and of the rules that take longest. */
export function banqueDesPlans(): string {
  const controle = CATALOGUE.find((f) => f.id === 'CONTROLE')!.calculer
  const tailles = [COURT, LONG].map((n) => ({
    n,
    classeur: classeurDuPlan(n),
    plage: lignesDuPlan(n) as unknown[][],
    contexte: contexteDe(n),
  }))
  const essais: [string, (t: (typeof tailles)[number]) => unknown][] = [
    ['Reconnaître et lire le plan', ({ classeur }) => lirePlan(classeur, comprendre(classeur).tables)],
    ['Toutes les règles, plan déjà lu', ({ contexte }) => passerLesRegles(contexte)],
    ['controler : lecture, règles, rapport', ({ classeur }) => controler(classeur)],
    ['=CDPPE.CONTROLE sur la plage', ({ plage }) => controle(plage)],
  ]
  const lignes = essais.map(([nom, faire]) => {
    const [court, long] = mesurer(
      tailles.map((t) => ({ nom, unites: t.n, faire: () => faire(t) })),
      9,
      3,
    )
    return [nom, `${court!.ms.toFixed(1)} ms`, `${long!.ms.toFixed(1)} ms`, (long!.ms / court!.ms).toFixed(1)]
  })
  return `${tableau(['Contrôle d’un plan', '1 000 financements', '10 000 financements', 'rapport'], lignes)}

${lesPlusLongues(tailles[1]!.contexte)}`
}

/** As controler does: the balance of each objectif once, then every rule. */
function passerLesRegles(contexte: Contexte): unknown[] {
  const cofinancement = cofinancements(contexte.plan, contexte.referentiel, contexte.lectureOndam)
  return REGLES.map((r) => r.verifier({ ...contexte, cofinancement }))
}

function lesPlusLongues(contexte: Contexte): string {
  const mesures = mesurer(
    REGLES.map((r: Regle) => ({ nom: r.id, unites: LONG, faire: () => r.verifier(contexte) })),
    5,
    2,
  )
  const total = mesures.reduce((t, m) => t + m.ms, 0)
  return tableau(
    ['Règles les plus longues (10 000)', 'durée', 'part'],
    mesures
      .sort((a, b) => b.ms - a.ms)
      .slice(0, 6)
      .map((m) => [m.nom, `${m.ms.toFixed(1)} ms`, `${((m.ms / total) * 100).toFixed(0)} %`]),
  )
}
