import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { copiePubliable, RefusPublication } from '../../../shared/publication/copie-publiable.ts'
import { direARelire, direMasques } from '../../../shared/publication/phrases.ts'
import { inflaterNode, RefusModification } from '../../depot/lire-classeur.ts'
import { lireFichier } from './fichier.ts'
import { ecrire, ecrireJson, ErreurCommande, OUI } from './sortie.ts'

/** `publier CLASSEUR.xlsx COPIE.xlsx`: a copy to put on line, and what it leaves out. Never writes over a file. */
export async function publier(classeur: string, copie: string, json: boolean): Promise<number> {
  const { octets, masques, aRelire } = await masquer(await lireFichier(classeur))
  try {
    await writeFile(copie, octets, { flag: 'wx' })
  } catch (erreur) {
    throw new ErreurCommande(
      (erreur as NodeJS.ErrnoException).code === 'EEXIST'
        ? `« ${basename(copie)} » existe déjà et n’a pas été touché : donnez un autre nom à la copie.`
        : `La copie « ${basename(copie)} » n’a pas pu être écrite : vérifiez son dossier.`,
    )
  }
  if (json) ecrireJson({ copie: basename(copie), masques, aRelire })
  else {
    for (const ligne of direMasques(masques)) ecrire(ligne)
    ecrire(`Copie écrite : « ${basename(copie)} ». À regarder vous-même :`)
    for (const ligne of direARelire({ masques, aRelire })) ecrire(`- ${ligne}`)
  }
  return OUI
}

async function masquer(octets: Uint8Array) {
  try {
    return await copiePubliable(octets, inflaterNode)
  } catch (erreur) {
    if (erreur instanceof RefusPublication || erreur instanceof RefusModification)
      throw new ErreurCommande(erreur.message)
    throw erreur
  }
}
