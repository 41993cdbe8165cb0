import { basename } from 'node:path'
import { phraseErreurs } from '../../../shared/referentiel/importer.ts'
import { lireReferentielFichier } from '../../../shared/referentiel/lire-fichier.ts'
import type { Referentiel } from '../../../shared/referentiel/referentiel.ts'
import { ajouterReferentiel, REFERENTIELS } from '../../../shared/referentiel/registre.ts'
import { REGLES_VERIFIEES } from '../../../shared/regles/registre.ts'
import { lireClasseurNomme, lireFichier } from './fichier.ts'
import { ErreurCommande } from './sortie.ts'

/**
 * The référentiels that ship, with those of the files that `--referentiel` names (JSON, or the .xlsx model).
 * @throws ErreurCommande with what is to be completed, each point with its place
 */
export async function chargerReferentiels(chemins: readonly string[]): Promise<readonly Referentiel[]> {
  let charges = REFERENTIELS
  for (const chemin of chemins) {
    const nom = basename(chemin)
    const lecture = await lireReferentielFichier(await lireFichier(chemin), nom, lireClasseurNomme, {
      charges,
      regles: REGLES_VERIFIEES,
    })
    if ('erreurs' in lecture)
      throw new ErreurCommande(
        `Le référentiel « ${nom} » n’est pas chargé. ${phraseErreurs(lecture.erreurs)}`,
      )
    charges = ajouterReferentiel(charges, lecture.referentiel)
  }
  return charges
}
