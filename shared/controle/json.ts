import { euros } from '../montant/format.ts'
import type { MontantLu } from '../plan/plan.ts'
import type { Rapport } from './rapport.ts'

/** The report as the command line prints it and as it is kept with a version: amounts in euros, stable field names. */
export function rapportEnJson(rapport: Rapport) {
  const { exercice, referentiel, statut, constats, totaux, cofinancement, plan, comprehension } = rapport
  const { lectureOndam = 'exclu' } = rapport
  return {
    exercice,
    referentiel,
    statut,
    constats,
    justifications: rapport.justifications,
    totaux: Object.fromEntries(Object.entries(totaux).map(([cle, c]) => [cle, euros(c)])),
    cofinancement: cofinancement.map((c) => ({
      ...c,
      etat: euros(c.etat),
      departement: euros(c.departement),
      manque: euros(c.manque),
    })),
    lectureOndam,
    plan: {
      exercices: plan.exercices,
      actions: plan.actions.map((a) => ({
        numero: a.numero,
        intitule: a.intitule,
        engagement: a.engagement?.texte ?? null,
        objectif: a.objectif,
        cellules: a.cellules,
        financements: a.financements.map((f) => ({
          exercice: f.exercice,
          periode: f.periode?.texte ?? null,
          enveloppe: f.enveloppe,
          financeur: f.financeur,
          prevu: enEuros(f.prevu),
          fleche: enEuros(f.fleche),
          engage: enEuros(f.engage),
          execute: enEuros(f.execute),
          cellules: [f.enveloppeLue, f.prevu, f.fleche, f.engage, f.execute]
            .filter((x) => x !== null)
            .map((x) => x.cellule),
        })),
      })),
    },
    comprehension: comprehension.phrases,
  }
}

function enEuros(montant: MontantLu | null): number | null {
  return montant === null || montant.centimes === null ? null : euros(montant.centimes)
}
