import { lireClasseur } from '../hote/lire-classeur.ts'
import { empreinteContenu } from '../../shared/version/contenu.ts'

/** The content's fingerprint of a workbook file, read as the server reads it. */
export async function contenuDesOctets(octets: Uint8Array<ArrayBuffer>, nom: string): Promise<string> {
  return empreinteContenu(await lireClasseur(octets, nom), crypto.subtle)
}
