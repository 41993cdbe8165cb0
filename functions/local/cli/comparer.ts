import { accorder } from '../../../shared/classeur/texte.ts'
import { decouperReference } from '../../../shared/classeur/adresse.ts'
import type { Cellule } from '../../../shared/classeur/classeur.ts'
import { comparerClasseurs, phraseDifference } from '../../../shared/version/comparer.ts'
import { lireClasseurDuFichier } from './fichier.ts'
import { ecrire, ecrireJson, NON, OUI } from './sortie.ts'

/** `comparer AVANT.xlsx APRES.xlsx`: the cells that differ, by value and formula. Exit code 1 where any does. */
export async function comparer(avant: string, apres: string, json: boolean): Promise<number> {
  const resultat = comparerClasseurs(await lireClasseurDuFichier(avant), await lireClasseurDuFichier(apres))
  if (json)
    ecrireJson({
      ...resultat,
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
    for (const f of resultat.feuillesAjoutees) ecrire(`Feuille ajoutée : « ${f} ».`)
    for (const f of resultat.feuillesSupprimees) ecrire(`Feuille supprimée : « ${f} ».`)
    for (const d of resultat.differences) ecrire(phraseDifference(d))
    ecrire(`${accorder(resultat.differences.length, 'cellule diffère', 'cellules diffèrent')}.`)
  }
  return resultat.identique ? OUI : NON
}

function enClair(cellule: Cellule | null) {
  if (cellule === null) return null
  const { valeur, formule } = cellule
  const lue = typeof valeur === 'object' && valeur !== null ? valeur.erreur : valeur
  return formule === undefined ? { valeur: lue } : { valeur: lue, formule }
}
