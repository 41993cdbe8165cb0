import type { Classeur } from '../classeur/classeur.ts'
import { lireReferentielClasseur } from './importer-classeur.ts'
import { lireReferentielJson } from './importer.ts'
import type { LectureReferentiel, OptionsImport } from './importer.ts'

/**
 * Reads a référentiel from a file that a person chose: its JSON, or the .xlsx model once filled. `lireClasseur` is
 * the platform's reader of workbooks; what it rejects with is left to the caller.
 */
export async function lireReferentielFichier(
  octets: Uint8Array,
  nom: string,
  lireClasseur: (octets: Uint8Array, nom: string) => Promise<Classeur>,
  options: OptionsImport = {},
): Promise<LectureReferentiel> {
  // A workbook is a ZIP archive, whatever its name says.
  if (octets[0] === 0x50 && octets[1] === 0x4b)
    return lireReferentielClasseur(await lireClasseur(octets, nom), options)
  if (/\.(xls[xmb]?|ods)$/i.test(nom))
    return lireReferentielClasseur(await lireClasseur(octets, nom), options)
  return lireReferentielJson(new TextDecoder().decode(octets), options)
}
