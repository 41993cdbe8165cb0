import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Classeur } from '../../../shared/classeur/classeur.ts'
import { RefusClasseur } from '../../../shared/classeur/xlsx/refus.ts'
import { lireClasseur } from '../../depot/lire-classeur.ts'
import { ErreurCommande } from './sortie.ts'

/** A file this large is no workbook of a plan d'action: 200 MB, refused before it is loaded. */
const TAILLE_MAX = 200_000_000

/** The bytes of a file named on the command line. */
export async function lireFichier(chemin: string): Promise<Uint8Array> {
  const nom = basename(chemin)
  try {
    const infos = await stat(chemin)
    if (infos.isDirectory()) throw new ErreurCommande(`« ${nom} » est un dossier : indiquez un fichier.`)
    if (infos.size > TAILLE_MAX) throw new ErreurCommande(`« ${nom} » est trop volumineux pour être lu.`)
    return await readFile(chemin)
  } catch (erreur) {
    if (erreur instanceof ErreurCommande) throw erreur
    const code = (erreur as NodeJS.ErrnoException).code
    throw new ErreurCommande(
      code === 'ENOENT'
        ? `Le fichier « ${nom} » est introuvable : vérifiez son nom et son dossier.`
        : code === 'EACCES' || code === 'EPERM'
          ? `Le fichier « ${nom} » ne peut pas être ouvert : vous n’avez pas le droit de le lire.`
          : `Le fichier « ${nom} » ne peut pas être lu.`,
    )
  }
}

/** The workbook of a file named on the command line. */
export async function lireClasseurDuFichier(chemin: string): Promise<Classeur> {
  return lireClasseurNomme(await lireFichier(chemin), basename(chemin))
}

/**
 * The workbook of these bytes. A command may be given several files.
 * @throws ErreurCommande that names the one that is refused, and says why
 */
export async function lireClasseurNomme(octets: Uint8Array, nom: string): Promise<Classeur> {
  try {
    return await lireClasseur(octets, nom)
  } catch (erreur) {
    if (!(erreur instanceof RefusClasseur)) throw erreur
    throw new ErreurCommande(`« ${nom} » : ${erreur.message[0]!.toLowerCase()}${erreur.message.slice(1)}`)
  }
}
