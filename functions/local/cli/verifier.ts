import { lireClasseur } from '../../depot/lire-classeur.ts'
import { empreinteContenu } from '../../../shared/version/contenu.ts'
import type { JeuDeCles } from '../../../shared/version/declaration.ts'
import { verifierPreuve } from '../../../shared/version/verifier.ts'
import { lireFichier } from './fichier.ts'
import { ecrire, ecrireJson, ErreurCommande, NON, OUI } from './sortie.ts'

/** `verifier CLASSEUR PREUVE`: is this workbook the version that the proof states? From the files alone. */
export async function verifier(
  classeur: string,
  preuve: string,
  cles: string | undefined,
  json: boolean,
): Promise<number> {
  const octets = await lireFichier(classeur)
  const verification = await verifierPreuve(octets, await lireJson(preuve, 'de preuve'), {
    ...(cles === undefined ? {} : { cles: (await lireJson(cles, 'de clés')) as JeuDeCles }),
    ...(await contenuDe(octets)),
  })
  if (json) ecrireJson(verification)
  else {
    for (const etape of verification.etapes)
      ecrire(`${etape.acquis === null ? '–' : etape.acquis ? '✓' : '✗'} ${etape.phrase}`)
    ecrire(verification.accepte ? 'Vérification acceptée.' : 'Vérification refusée.')
  }
  return verification.accepte ? OUI : NON
}

/** Digest of the content, to tell a mere re-save from a change; a file that is no readable workbook has none. */
async function contenuDe(octets: Uint8Array): Promise<{ empreinteContenu?: string }> {
  try {
    return { empreinteContenu: await empreinteContenu(await lireClasseur(octets, 'classeur'), crypto.subtle) }
  } catch {
    return {}
  }
}

async function lireJson(chemin: string, genre: string): Promise<unknown> {
  const texte = new TextDecoder().decode(await lireFichier(chemin))
  try {
    return JSON.parse(texte) as unknown
  } catch {
    throw new ErreurCommande(`Le fichier ${genre} n’est pas lisible : ce n’est pas le fichier JSON attendu.`)
  }
}
