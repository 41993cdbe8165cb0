import { accorder } from '../../../shared/classeur/texte.ts'
import { comparerReferentiels } from '../../../shared/referentiel/comparer.ts'
import { dateLongue } from '../../../shared/referentiel/date-civile.ts'
import type { Referentiel } from '../../../shared/referentiel/referentiel.ts'
import { REFERENTIELS } from '../../../shared/referentiel/registre.ts'
import { ecrire, ecrireJson, ErreurCommande, NON, OUI } from './sortie.ts'

/**
 * `referentiels`: the référentiels that are loaded. `referentiels A B`: what changes from A to B; exit code 1
 * where anything does.
 */
export function referentiels(
  args: string[],
  json: boolean,
  charges: readonly Referentiel[] = REFERENTIELS,
): number {
  const [avant, apres, reste] = args
  if (avant === undefined) return lister(json, charges)
  if (apres === undefined)
    throw new ErreurCommande(
      `Il manque le second référentiel à comparer à « ${avant} ». Référentiels chargés : ${ids(charges)}.`,
    )
  if (reste !== undefined)
    throw new ErreurCommande(`Trop d’arguments : « ${reste} ». La comparaison porte sur deux référentiels.`)
  return comparer(trouver(avant, charges), trouver(apres, charges), json)
}

function lister(json: boolean, charges: readonly Referentiel[]): number {
  const liste = charges.map((r) => ({
    id: r.id,
    titre: r.titre,
    exercices: r.exercices,
    version: r.version,
    objectifs: r.objectifs.length,
  }))
  if (json) ecrireJson(liste)
  else
    for (const r of liste)
      ecrire(
        `${r.id} : ${r.titre} ; ${r.exercices.length > 1 ? 'exercices' : 'exercice'} ${r.exercices.join(', ')} ; version du ${dateLongue(r.version)} ; ${accorder(r.objectifs, 'objectif')}.`,
      )
  return OUI
}

function comparer(avant: Referentiel, apres: Referentiel, json: boolean): number {
  const comparaison = comparerReferentiels(avant, apres)
  if (json) ecrireJson(comparaison)
  else if (comparaison.identiques) ecrire(`Aucune différence entre ${avant.id} et ${apres.id}.`)
  else {
    let rubrique = ''
    for (const c of comparaison.changements) {
      if (c.rubrique !== rubrique) ecrire(`${rubrique === '' ? '' : '\n'}${titre((rubrique = c.rubrique))}`)
      ecrire(`- ${c.phrase}`)
    }
    ecrire(`\n${accorder(comparaison.changements.length, 'changement')} de ${avant.id} à ${apres.id}.`)
  }
  return comparaison.identiques ? OUI : NON
}

function titre(rubrique: string): string {
  return rubrique[0]!.toUpperCase() + rubrique.slice(1)
}

function trouver(id: string, charges: readonly Referentiel[]): Referentiel {
  const trouve = charges.find((r) => r.id === id)
  if (!trouve)
    throw new ErreurCommande(
      `Le référentiel « ${id} » n’est pas chargé. Référentiels chargés : ${ids(charges)}.`,
    )
  return trouve
}

function ids(charges: readonly Referentiel[]): string {
  return charges.map((r) => r.id).join(', ')
}
