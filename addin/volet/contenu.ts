import { lireClasseur } from '../hote/lire-classeur.ts'
import { comparerClasseurs } from '../../shared/version/comparer.ts'
import type { Comparaison } from '../../shared/version/comparer.ts'
import { empreinteContenu } from '../../shared/version/contenu.ts'

/** The content's fingerprint of a workbook file, read as the server reads it. */
export async function contenuDesOctets(octets: Uint8Array<ArrayBuffer>, nom: string): Promise<string> {
  return empreinteContenu(await lireClasseur(octets, nom), crypto.subtle)
}

/** The cells in which two workbook files differ, both read as the server reads them. */
export async function comparerOctets(
  avant: Uint8Array<ArrayBuffer>,
  apres: Uint8Array<ArrayBuffer>,
  nom: string,
): Promise<Comparaison> {
  return comparerClasseurs(await lireClasseur(avant, nom), await lireClasseur(apres, nom))
}
