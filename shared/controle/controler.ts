import type { Classeur } from '../classeur/classeur.ts'
import type { Comprehension } from '../classeur/comprehension.ts'
import { comprendre } from '../classeur/comprendre.ts'
import { actionsEnColonnes } from '../classeur/transposition.ts'
import { direComprehension, feuillesDesObjectifs } from '../classeur/phrases.ts'
import { direAnnexes } from '../contrat/dire.ts'
import { feuillesDesAnnexes, lireAnnexes } from '../contrat/lire-annexes.ts'
import { classer } from '../plan/classement.ts'
import { repetitions } from '../plan/comptes.ts'
import { lirePlan } from '../plan/lire-plan.ts'
import { avecObjectifsDesIntitules } from '../plan/objectifs-par-intitule.ts'
import { avecObjectifsAilleurs } from '../plan/objectifs-par-numero.ts'
import { direObjectifsSansNumero } from '../plan/objectifs-sans-numero.ts'
import { lirePlanDesFiches } from '../plan/plan-des-fiches.ts'
import type { PlanAction } from '../plan/plan.ts'
import { accorder } from '../classeur/texte.ts'
import { REFERENTIELS, exerciceParDefaut, phraseNonCharge, referentielDe } from '../referentiel/registre.ts'
import type { Gravite, Referentiel } from '../referentiel/referentiel.ts'
import { REGLES } from '../regles/registre.ts'
import type { Contexte, Regle } from '../regles/regle.ts'
import { cofinancements, lectureGardee, type LectureOndam } from './cofinancement.ts'
import { CLE_JUSTIFICATIONS, lireJustifications } from './justifications.ts'
import { rapprocher } from './rapprocher.ts'
import type { Constat, Rapport, StatutRapport } from './rapport.ts'
import { reperesDe } from './reperes.ts'
import { ErreurControle } from './erreur-controle.ts'
import { totauxDe } from './totaux.ts'

export interface OptionsControle {
  /** Picks the référentiel; without it, the first exercice that the workbook holds. */
  exercice?: number | undefined
  referentiels?: readonly Referentiel[]
  /**
   * How « ceux qui lui sont versés par l’État » is read: without the ONDAM or with it. Not given: as the workbook
   * keeps it (Classeur.donnees), and where it keeps none, without.
   */
  lectureOndam?: LectureOndam | undefined
  /** Told as the check goes on: steps done, of how many. */
  progression?: ((fait: number, total: number) => void) | undefined
}

/** What comes before the rules: the workbook understood, the plan read, its annexes read. */
const ETAPES_AVANT = 3

/**
 * Checks a workbook in one pass: finds the plan d'action, reads it, runs the pack of rules of the référentiel.
 * @throws ErreurControle when no plan d'action is found, or when no référentiel governs the exercice
 */
export function controler(classeur: Classeur, options: OptionsControle = {}): Rapport {
  const { referentiels = REFERENTIELS, lectureOndam = lectureGardee(classeur) } = options
  const total = ETAPES_AVANT + REGLES.length
  const avancer = (fait: number): void => options.progression?.(fait, total)
  const comprehension = comprendre(classeur)
  avancer(1)
  const plan = planDe(classeur, comprehension)
  if (!plan) throw new ErreurControle('SANS_PLAN', phraseSansPlan(classeur), comprehension)
  if (plan.actions.length === 0)
    throw new ErreurControle(
      'SANS_PLAN',
      `Le tableau de la feuille « ${comprehension.tables[0]!.feuille} » ne contient aucune action sous ses en-têtes. Remplissez une première ligne : le contrôle se relance de lui-même.`,
      comprehension,
    )
  avancer(2)
  const exercice = options.exercice ?? exerciceDuPlan(plan, referentiels)
  const referentiel = referentielDe(exercice, referentiels)
  if (!referentiel)
    throw new ErreurControle('SANS_REFERENTIEL', phraseNonCharge(exercice, referentiels), comprehension)
  const annexes = lireAnnexes(classeur, new Set(comprehension.tables.map((t) => t.feuille)), referentiel)
  const lues = new Set([...feuillesDesAnnexes(annexes), ...feuillesDesObjectifs(comprehension, plan).keys()])
  comprehension.feuillesIgnorees = comprehension.feuillesIgnorees.filter((f) => !lues.has(f))
  comprehension.ecartees = comprehension.ecartees.filter((e) => !lues.has(e.feuille))
  comprehension.phrases = [
    ...direComprehension(classeur, comprehension, plan),
    ...direObjectifsSansNumero(plan),
    ...direAnnexes(annexes),
    ...direRepetitions(plan),
  ]
  const gardees = lireJustifications(classeur.donnees?.[CLE_JUSTIFICATIONS])
  if (gardees.illisibles) comprehension.phrases.push(PHRASE_ILLISIBLES)
  avancer(ETAPES_AVANT)
  const cofinancement = cofinancements(plan, referentiel, lectureOndam)
  const contexte = {
    plan,
    classement: classer(plan),
    referentiel,
    comprehension,
    classeur,
    exercice,
    annexes,
    lectureOndam,
    cofinancement,
  }
  const trouves = appliquer(REGLES, contexte, (regles) => avancer(ETAPES_AVANT + regles))
  const { constats, justifications } = rapprocher(trouves, gardees.justifications)
  return {
    exercice,
    referentiel: referentiel.id,
    statut: statutDe(constats),
    constats,
    justifications,
    totaux: totauxDe(plan),
    reperes: reperesDe(annexes, exercice),
    cofinancement,
    lectureOndam,
    plan,
    comprehension,
  }
}

/** The plan of the tables that were recognised, or of the fiches action where there is none; null without either. */
export function planDe(classeur: Classeur, { tables, fiches }: Comprehension): PlanAction | null {
  if (tables.length > 0)
    return avecObjectifsDesIntitules(avecObjectifsAilleurs(lirePlan(classeur, tables), classeur, tables))
  const feuilles = new Set(fiches.map((f) => f.feuille))
  return feuilles.size === 0
    ? null
    : lirePlanDesFiches(classeur.feuilles.filter((f) => feuilles.has(f.nom))).plan
}

/**
 * The first exercice with a part of the State that a référentiel governs: an older year is only what a plan
 * compares itself with. Where the workbook holds none, the one that a formula without exercice answers for.
 */
function exerciceDuPlan(plan: PlanAction, referentiels: readonly Referentiel[]): number {
  const regis = plan.exercices.filter((e) => referentielDe(e, referentiels))
  const finances = regis.filter((e) =>
    plan.actions.some((a) =>
      a.financements.some((f) => f.exercice === e && f.financeur === 'Etat' && f.prevu !== null),
    ),
  )
  return finances[0] ?? regis[0] ?? plan.exercices[0] ?? exerciceParDefaut(referentiels)
}

const ORDRE: readonly Gravite[] = ['bloquant', 'a-justifier', 'information']

/** Runs the rules that the référentiel's pack holds; the pack gives gravité and reference. */
function appliquer(
  regles: readonly Regle[],
  contexte: Contexte,
  avancer: (regles: number) => void,
): Constat[] {
  const constats: Constat[] = []
  const pack = new Map(contexte.referentiel.pack.map((p) => [p.regle, p]))
  for (const [rang, regle] of regles.entries()) {
    avancer(rang + 1)
    const entree = pack.get(regle.id)
    if (!entree) continue
    const resultat = regle.verifier(contexte)
    if ('sansObjet' in resultat) continue
    for (const brut of resultat.constats)
      constats.push({
        reference: entree.reference,
        ...brut,
        // One cell may hold what several funders put.
        cellules: [...new Set(brut.cellules)],
        regle: regle.id,
        gravite: laMoindre(entree.gravite, brut.gravite),
      })
  }
  return constats.sort((a, b) => ORDRE.indexOf(a.gravite) - ORDRE.indexOf(b.gravite))
}

/** A finding may bite less than its rule, never more. */
function laMoindre(regle: Gravite, constat: Gravite | undefined): Gravite {
  return constat !== undefined && ORDRE.indexOf(constat) > ORDRE.indexOf(regle) ? constat : regle
}

/** The worst gravité says the status; informations leave a plan conform. */
function statutDe(constats: readonly Constat[]): StatutRapport {
  if (constats.some((c) => c.gravite === 'bloquant')) return 'bloquant'
  return constats.some((c) => c.gravite === 'a-justifier') ? 'a-justifier' : 'conforme'
}

const PHRASE_ILLISIBLES =
  'Les justifications gardées dans ce classeur sont endommagées : aucune n’a été reprise. Rouvrez une version antérieure du classeur pour les retrouver, ou écrivez-les à nouveau.'

function direRepetitions(plan: PlanAction): string[] {
  const repetes = plan.actions.flatMap((a) => repetitions(a).map(() => a.numero))
  if (repetes.length === 0) return []
  const actions = [...new Set(repetes)]
  return [
    `${accorder(repetes.length, 'montant pluriannuel répété n’est compté', 'montants pluriannuels répétés ne sont comptés')} qu’une fois (${actions.length < 2 ? 'action' : 'actions'} ${actions.join(', ')}).`,
  ]
}

function phraseSansPlan(classeur: Classeur): string {
  const vide = classeur.feuilles.every((f) => f.lignes.size === 0)
  if (vide) return 'Ce classeur est vide : ouvrez le classeur qui contient le plan d’action.'
  const enColonnes = classeur.feuilles.find((f) => f.etat === 'visible' && actionsEnColonnes(f))
  if (enColonnes)
    return `La feuille « ${enColonnes.nom} » a une action par colonne ; le contrôle lit une action par ligne. Copiez le tableau, puis dans une nouvelle feuille faites « Collage spécial », « Transposé » : le vôtre reste tel qu’il est.`
  const feuilles = classeur.feuilles.map((f) => `« ${f.nom} »`).join(', ')
  return `Aucun plan d’action n’a été reconnu dans ce classeur (feuilles lues : ${feuilles}). Il faut une ligne d’en-têtes avec au moins le numéro ou l’intitulé de l’action, l’objectif, et une colonne de montants (Part État, Part Département…).`
}
