import { accorder } from '../../../shared/classeur/texte.ts'
import { decouperReference } from '../../../shared/classeur/adresse.ts'
import type { Cellule } from '../../../shared/classeur/classeur.ts'
import { comparerClasseurs, phraseDifference } from '../../../shared/version/comparer.ts'
import { comparerPlans, type ChangementPlan } from '../../../shared/version/comparer-plans.ts'
import { lireClasseurDuFichier } from './fichier.ts'
import { ecrire, ecrireJson, NON, OUI } from './sortie.ts'

/**
 * `comparer AVANT.xlsx APRES.xlsx`: what changed in the plan's words, then the cells that differ, by value and
 * formula. Exit code 1 where any does.
 */
export async function comparer(avant: string, apres: string, json: boolean): Promise<number> {
  const [a, b] = [await lireClasseurDuFichier(avant), await lireClasseurDuFichier(apres)]
  const resultat = comparerClasseurs(a, b)
  const plan = comparerPlans(a, b)
  if (json)
    ecrireJson({
      ...resultat,
      plan,
      differences: resultat.differences.map((d) => ({
        ...decouperReference(d.cellule),
        cellule: d.cellule,
        nature: d.nature,
        avant: enClair(d.avant),
        apres: enClair(d.apres),
        phrase: phraseDifference(d),
      })),
    })
  else if (resultat.identique) ecrire('Aucune cellule ne diffère (valeurs et formules).')
  else {
    direPlan(plan)
    for (const f of resultat.feuillesAjoutees) ecrire(`Feuille ajoutée : « ${f} ».`)
    for (const f of resultat.feuillesSupprimees) ecrire(`Feuille supprimée : « ${f} ».`)
    for (const d of resultat.differences) ecrire(phraseDifference(d))
    ecrire(`${accorder(resultat.differences.length, 'cellule diffère', 'cellules diffèrent')}.`)
  }
  return resultat.identique ? OUI : NON
}

function direPlan(plan: ChangementPlan[] | null): void {
  if (plan === null)
    ecrire('L’un des deux classeurs n’a pas de plan d’action reconnu : seules les cellules sont comparées.')
  else if (plan.length === 0) ecrire('Le plan d’action n’a pas changé (actions, objectifs, montants).')
  else {
    for (const { phrase } of plan) ecrire(phrase)
    ecrire(`${accorder(plan.length, 'changement')} dans le plan d’action. Dans les cellules :`)
  }
}

function enClair(cellule: Cellule | null) {
  if (cellule === null) return null
  const { valeur, formule } = cellule
  const lue = typeof valeur === 'object' && valeur !== null ? valeur.erreur : valeur
  return formule === undefined ? { valeur: lue } : { valeur: lue, formule }
}
