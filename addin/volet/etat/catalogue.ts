import { normaliser } from '../../../shared/classeur/texte.ts'
import type { EntreeCatalogue, EtatRegle } from '../../../shared/regles/catalogue.ts'

/** The rules that hold every word, whatever its case and accents, in the state asked for ('' for any). */
export function chercherRegles(
  entrees: readonly EntreeCatalogue[],
  mots: string,
  etat: EtatRegle | '',
): EntreeCatalogue[] {
  const cherches = aplatir(mots).split(' ').filter(Boolean)
  return entrees.filter((entree) => {
    if (etat !== '' && entree.etat !== etat) return false
    const texte = aplatir(`${entree.id} ${entree.explication} ${entree.citation} ${entree.source}`)
    return cherches.every((mot) => texte.includes(mot))
  })
}

/** « co-financement » is looked for as « cofinancement » too. */
function aplatir(texte: string): string {
  return normaliser(texte).replace(/-/g, '')
}
