import { catalogue, type EtatRegle } from '../../../shared/regles/catalogue.ts'
import { accorder } from '../../../shared/classeur/texte.ts'
import { ecrire, ecrireJson, OUI } from './sortie.ts'

/** `regles`: every rule found in the texts, with what the product does of it. */
export function regles(json: boolean): number {
  const entrees = catalogue()
  if (json) {
    ecrireJson(entrees)
    return OUI
  }
  const compte = (etat: EtatRegle) => entrees.filter((e) => e.etat === etat).length
  for (const e of entrees) ecrire(`${e.id}  ${e.explication}`)
  ecrire(
    `\n${accorder(compte('verifiee'), 'règle vérifiée', 'règles vérifiées')}, ${accorder(compte('rappel'), 'rappel')}, ${accorder(compte('non-verifiee'), 'règle non vérifiée', 'règles non vérifiées')}.`,
  )
  return OUI
}
