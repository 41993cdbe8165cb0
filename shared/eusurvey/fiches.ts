import { totauxParExercice } from '../controle/totaux.ts'
import type { Totaux } from '../controle/rapport.ts'
import { euros } from '../montant/format.ts'
import { financementsComptes } from '../plan/comptes.ts'
import type { Action, Financement, PlanAction } from '../plan/plan.ts'
import { objectifDe } from '../referentiel/decider.ts'
import type { Referentiel } from '../referentiel/referentiel.ts'
import type { Champ, Formulaire, SourceAction, SourcePlan } from './formulaire.ts'

/** What is typed into one field. */
export interface Reponse {
  champ: string
  libelle: string
  /** The text to type, null where the version does not give one. */
  valeur: string | null
  /** Why there is no text to copy (French), null where there is one. */
  raison: string | null
}

/** What is typed together: the plan as a whole, or one action. */
export interface Fiche {
  /** « plan », or « action-3 » for the third action of the plan. */
  id: string
  titre: string
  reponses: Reponse[]
}

export interface ContexteFiches {
  /** « Pas-de-Calais ». */
  departement: string
  plan: PlanAction
  referentiel: Referentiel | undefined
}

export const FICHE_PLAN = 'plan'

type Valeur = Pick<Reponse, 'valeur' | 'raison'>
const dire = (valeur: string | number): Valeur => ({ valeur: String(valeur), raison: null })
const sans = (raison: string): Valeur => ({ valeur: null, raison })
const A_LA_MAIN = sans('À remplir à la main : le classeur ne tient pas cette information.')
const VIDE = sans('Le classeur n’en dit rien.')

/** Which amounts of the State, of the département or of others a source adds up. */
const PARTS: Readonly<Record<string, { part: (t: Totaux) => number; siens: (f: Financement) => boolean }>> = {
  etat: {
    part: (t) => t.FIR + t.P304 + t.ONDAM + t.etatNonVentile,
    siens: (f) => f.financeur === 'Etat',
  },
  fir: { part: (t) => t.FIR, siens: (f) => f.enveloppe === 'FIR' },
  p304: { part: (t) => t.P304, siens: (f) => f.enveloppe === 'P304' },
  ondam: { part: (t) => t.ONDAM, siens: (f) => f.enveloppe === 'ONDAM' },
  departement: { part: (t) => t.departement, siens: (f) => f.financeur === 'Departement' },
  autres: { part: (t) => t.autres, siens: (f) => f.financeur === 'Autre' },
}

/**
 * The amount of an exercice as it is typed: euros, a comma, no space and no sign. An amount that cannot be read for
 * sure gives none: nothing is guessed.
 */
function montant(actions: readonly Action[], exercice: number, source: string): Valeur {
  const { part, siens } = PARTS[source.slice(source.indexOf('-') + 1)]!
  const comptes = actions.flatMap((a) => financementsComptes(a)).filter((f) => siens(f) && f.prevu !== null)
  const illisible = comptes.find((f) => f.exercice === exercice && f.prevu!.centimes === null)
  if (illisible)
    return sans(
      `Le montant de la cellule ${illisible.prevu!.cellule} n’est pas lisible à coup sûr : saisissez-le d’après le classeur.`,
    )
  const totaux = totauxParExercice({ actions: [...actions], exercices: [] })
  const sien = totaux.find((t) => t.exercice === exercice)
  if (comptes.some((f) => f.exercice === exercice))
    return dire(String(euros(part(sien!.totaux))).replace('.', ','))
  return comptes.some((f) => f.exercice === null)
    ? sans(`Le classeur donne ce montant pour toute la durée du contrat : saisissez la part de ${exercice}.`)
    : dire(0)
}

function dePlan(source: SourcePlan, formulaire: Formulaire, { departement, plan }: ContexteFiches): Valeur {
  switch (source) {
    case 'departement':
      return dire(departement)
    case 'exercice':
      return dire(formulaire.exercice)
    case 'nombre-actions':
      return dire(plan.actions.length)
    case 'libre':
      return A_LA_MAIN
    default:
      return montant(plan.actions, formulaire.exercice, source)
  }
}

function deAction(
  source: SourceAction,
  action: Action,
  { exercice }: Formulaire,
  { referentiel }: ContexteFiches,
): Valeur {
  const texte = (lu: string | undefined): Valeur => (lu?.trim() ? dire(lu.trim()) : VIDE)
  switch (source) {
    case 'numero':
      return texte(action.numero)
    case 'intitule':
      return texte(action.intitule)
    case 'engagement':
      return texte(action.engagement?.texte)
    case 'objectif':
      return action.objectif === null ? VIDE : dire(action.objectif)
    case 'titre-objectif':
      return action.objectif === null || !referentiel
        ? texte(action.objectifsLus[0]?.texte)
        : texte(objectifDe(referentiel, action.objectif)?.titre ?? action.objectifsLus[0]?.texte)
    case 'enveloppes': {
      const siennes = action.financements.filter((f) => f.exercice === exercice || f.exercice === null)
      return texte([...new Set(siennes.flatMap((f) => f.enveloppe ?? []))].join(', '))
    }
    case 'observations':
      return texte(action.textes.map((t) => t.texte.trim()).join('\n'))
    case 'libre':
      return A_LA_MAIN
    default:
      return montant([action], exercice, source)
  }
}

/** The answers in the order of the plan, each fiche in the order of the form. */
export function fichesDe(formulaire: Formulaire, contexte: ContexteFiches): Fiche[] {
  const remplir = <C extends Champ>(champs: C[], valeur: (champ: C) => Valeur): Reponse[] =>
    champs.map((champ) => ({ champ: champ.id, libelle: champ.libelle, ...valeur(champ) }))
  const plan = formulaire.champs.filter((c) => c.portee === 'plan')
  const action = formulaire.champs.filter((c) => c.portee === 'action')
  const fiches: Fiche[] = plan.length
    ? [
        {
          id: FICHE_PLAN,
          titre: 'Le plan d’action',
          reponses: remplir(plan, (c) => dePlan(c.source, formulaire, contexte)),
        },
      ]
    : []
  if (action.length)
    for (const [i, a] of contexte.plan.actions.entries())
      fiches.push({
        id: `action-${i + 1}`,
        titre: `Action ${a.numero || i + 1} : ${a.intitule.trim() || 'sans intitulé'}`,
        reponses: remplir(action, (c) => deAction(c.source, a, formulaire, contexte)),
      })
  return fiches
}
