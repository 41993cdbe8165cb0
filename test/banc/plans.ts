import { CATALOGUE } from '../../addin/formules/catalogue.ts'
import { comprendre } from '../../shared/classeur/comprendre.ts'
import { lireAnnexes } from '../../shared/contrat/lire-annexes.ts'
import { cofinancements } from '../../shared/controle/cofinancement.ts'
import { controler } from '../../shared/controle/controler.ts'
import { classer } from '../../shared/plan/classement.ts'
import { lirePlan } from '../../shared/plan/lire-plan.ts'
import { referentielDe } from '../../shared/referentiel/registre.ts'
import { REGLES } from '../../shared/regles/registre.ts'
import type { Contexte, Regle } from '../../shared/regles/regle.ts'
import { mesurer, tableau } from './mesurer.ts'
import { classeurDuPlan, lignesDuPlan } from './plan-long.ts'

/** A long plan in one pass beside a short one and one twice as long: reading, every rule, the whole check. */

const COURT = 1_000
const LONG = 10_000
/** A short plan stays in the processor's caches and a long one does not: linear is read between the two longest. */
const DOUBLE = 20_000

/** What a check reads before its rules. */
type Lu = Omit<Contexte, 'classement' | 'cofinancement'>

function lire(financements: number): Lu {
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
  const tailles = [COURT, LONG, DOUBLE].map((n) => ({
    n,
    classeur: classeurDuPlan(n),
    plage: lignesDuPlan(n) as unknown[][],
    lu: lire(n),
  }))
  const essais: [string, (t: (typeof tailles)[number]) => unknown][] = [
    ['Reconnaître et lire le plan', ({ classeur }) => lirePlan(classeur, comprendre(classeur).tables)],
    ['Toutes les règles, plan déjà lu', ({ lu }) => passerLesRegles(lu)],
    ['controler : lecture, règles, rapport', ({ classeur }) => controler(classeur)],
    ['=CDPPE.CONTROLE sur la plage', ({ plage }) => controle(plage)],
  ]
  const lignes = essais.map(([nom, faire]) => {
    const [court, long, double] = mesurer(
      tailles.map((t) => ({ nom, unites: t.n, faire: () => faire(t) })),
      9,
      3,
    )
    return [
      nom,
      ...[court, long, double].map((m) => `${m!.ms.toFixed(1)} ms`),
      (long!.ms / court!.ms).toFixed(1),
      (double!.ms / long!.ms).toFixed(1),
    ]
  })
  return `${tableau(['Contrôle d’un plan', '1 000 financements', '10 000', '20 000', '10 000 / 1 000', '20 000 / 10 000'], lignes)}

${lesPlusLongues(preparer(tailles[1]!.lu))}`
}

function preparer(lu: Lu): Contexte {
  const { plan, referentiel, lectureOndam } = lu
  return { ...lu, classement: classer(plan), cofinancement: cofinancements(plan, referentiel, lectureOndam) }
}

/** As controler does: the actions classed and the balance of each objectif once, then every rule. */
function passerLesRegles(lu: Lu): unknown[] {
  const contexte = preparer(lu)
  return REGLES.map((r) => r.verifier(contexte))
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
