import { lireReferentielJson } from '../../shared/referentiel/importer.ts'
import type { Referentiel } from '../../shared/referentiel/referentiel.ts'
import { ajouterReferentiel, REFERENTIELS } from '../../shared/referentiel/registre.ts'
import { empreinte } from '../../shared/version/canonique.ts'
import type { Coffre } from './coffre.ts'
import type { ReferentielsPublies } from './referentiels.ts'

/** The référentiels in force: those that ship, then those that were published, the last version of each id. */
export type ReferentielsEnVigueur = () => Promise<readonly Referentiel[]>

/**
 * Reads them afresh at each call, so that what was published a second ago counts; a document, which never changes,
 * is read once. Throws when a document is not the one that was signed.
 */
export function creerReferentielsEnVigueur(
  publies: ReferentielsPublies,
  coffre: Pick<Coffre, 'lireReferentiel'>,
): ReferentielsEnVigueur {
  const documents = new Map<string, Referentiel>()
  return async () => {
    let charges: readonly Referentiel[] = REFERENTIELS
    for (const { declaration } of await publies.lister()) {
      let referentiel = documents.get(declaration.empreinte)
      if (!referentiel) {
        const texte = await coffre.lireReferentiel(declaration.empreinte)
        if (texte === null || (await empreinte(texte, crypto.subtle)) !== declaration.empreinte)
          throw new Error('The document of a published référentiel is not the one that was signed')
        const lecture = lireReferentielJson(texte, { charges })
        if ('erreurs' in lecture) throw new Error('A published référentiel cannot be read any more')
        documents.set(declaration.empreinte, (referentiel = lecture.referentiel))
      }
      charges = ajouterReferentiel(charges, referentiel)
    }
    return charges
  }
}
