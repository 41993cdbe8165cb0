import { lireReferentiel, lireReferentielJson } from '../../../shared/referentiel/importer.ts'
import type { LectureReferentiel } from '../../../shared/referentiel/importer.ts'
import { lireReferentielClasseur } from '../../../shared/referentiel/importer-classeur.ts'
import type { Referentiel } from '../../../shared/referentiel/referentiel.ts'
import { REGLES_VERIFIEES } from '../../../shared/regles/registre.ts'
import type { ClePublique } from '../../../shared/version/declaration.ts'
import { PHRASES_REFUS, Refus } from '../../../shared/version/refus.ts'
import { verifierReferentiel } from '../../../shared/version/verifier-referentiel.ts'
import type { Publication } from '../../../shared/version/verifier-referentiel.ts'
import { RefusClasseur, lireClasseur } from '../../hote/lire-classeur.ts'

/** Reading référentiels that do not ship. Kept apart, since what validates them is fetched only when there is one. */

/** Bytes: a filled model is some tens of kB. */
const TAILLE_MAX = 8_000_000
const ARCHIVE = [0x50, 0x4b]

/** Reads a document that was kept or published, beside those that are loaded. Never throws. */
export function lireDocument(document: unknown, charges: readonly Referentiel[]): LectureReferentiel {
  return lireReferentiel(document, { charges, regles: REGLES_VERIFIEES })
}

/**
 * Is it, to the last quotation, what the service signed under this digest? null when it is, otherwise why it is not
 * used. Never throws for what the publication holds.
 */
export async function verifierPublication(
  publication: Publication,
  empreinte: string,
  cles: readonly ClePublique[],
): Promise<string | null> {
  try {
    const signee = await verifierReferentiel(publication, cles)
    return signee.empreinte === empreinte ? null : PHRASES_REFUS.REFERENTIEL_DIFFERENT
  } catch (erreur) {
    if (erreur instanceof Refus) return erreur.message
    throw erreur
  }
}

/** Reads the file that the user chose: JSON, or the .xlsx model once filled. Never throws. */
export async function lireFichier(
  nom: string,
  octets: Uint8Array,
  charges: readonly Referentiel[],
): Promise<LectureReferentiel> {
  const options = { charges, regles: REGLES_VERIFIEES }
  if (octets.length > TAILLE_MAX) return { erreurs: ['le fichier est trop gros pour un référentiel'] }
  if (!ARCHIVE.every((octet, i) => octets[i] === octet)) {
    if (/\.xls[xmb]?$/i.test(nom))
      return { erreurs: ['le fichier n’est pas un classeur .xlsx : enregistrez-le dans ce format'] }
    return lireReferentielJson(new TextDecoder().decode(octets), options)
  }
  try {
    return lireReferentielClasseur(await lireClasseur(octets, nom), options)
  } catch (erreur) {
    return { erreurs: [erreur instanceof RefusClasseur ? erreur.message : 'le classeur ne peut pas être lu'] }
  }
}
