import { basename } from 'node:path'
import { inflaterNode, lireClasseur } from '../../depot/lire-classeur.ts'
import { empreinteContenu } from '../../../shared/version/contenu.ts'
import type { JeuDeCles } from '../../../shared/version/declaration.ts'
import { certificatsPem } from '../../../shared/version/der.ts'
import { Refus } from '../../../shared/version/refus.ts'
import {
  lireCles,
  NOMS_ETAPES,
  reserver,
  verifierFichiers,
} from '../../../shared/version/verifier-fichiers.ts'
import { verifierPreuve } from '../../../shared/version/verifier.ts'
import type { OptionsVerification, Verification } from '../../../shared/version/verifier.ts'
import { lireFichier } from './fichier.ts'
import { ecrire, ecrireJson, ErreurCommande, NON, OUI } from './sortie.ts'

/** Files that tell whom to believe. */
export interface Confiance {
  /** JWKS that the service publishes. */
  cles: string | undefined
  /** Certificates (PEM) of the authorities. */
  autorites: readonly string[]
}

/** `verifier CLASSEUR PREUVE`: is this workbook the version that the proof states? From the files alone. */
export async function verifier(
  classeur: string,
  preuve: string,
  confiance: Confiance,
  json: boolean,
): Promise<number> {
  const octets = await lireFichier(classeur)
  const options: OptionsVerification = { ...(await lireConfiance(confiance)), ...(await contenuDe(octets)) }
  const verification = await verifierPreuve(octets, await lireJson(preuve, 'de preuve'), options)
  return dire(verification, reserver(verification, options), json)
}

/** `verifier DOSSIER.zip`: the same of a version's bundle, whose files are all looked at. */
export async function verifierDossier(chemin: string, confiance: Confiance, json: boolean): Promise<number> {
  const { cles } = await lireConfiance(confiance)
  const fichiers = await Promise.all(
    [chemin, ...confiance.autorites].map(async (nom) => ({
      nom: basename(nom),
      octets: await lireFichier(nom),
    })),
  )
  try {
    const { verification, reserves } = await verifierFichiers(fichiers, inflaterNode, cles)
    return dire(verification, reserves, json)
  } catch (erreur) {
    if (erreur instanceof Refus) throw new ErreurCommande(erreur.message)
    throw erreur
  }
}

function dire(verification: Verification, reserves: readonly string[], json: boolean): number {
  if (json) ecrireJson({ ...verification, reserves })
  else {
    for (const { nom, acquis, phrase } of verification.etapes)
      ecrire(`${acquis === null ? '–' : acquis ? '✓' : '✗'} ${NOMS_ETAPES[nom]} : ${phrase}`)
    if (reserves.length > 0) ecrire('Ce qui n’a pas été vérifié :')
    for (const reserve of reserves) ecrire(`– ${reserve}`)
    ecrire(verification.accepte ? 'Vérification acceptée.' : 'Vérification refusée.')
  }
  return verification.accepte ? OUI : NON
}

async function lireConfiance({ cles, autorites }: Confiance): Promise<{
  cles?: JeuDeCles
  autorites?: Uint8Array[]
}> {
  const certificats: Uint8Array[] = []
  for (const chemin of autorites) {
    const lus = certificatsPem(new TextDecoder().decode(await lireFichier(chemin)))
    if (lus.length === 0)
      throw new ErreurCommande(
        `« ${basename(chemin)} » ne contient aucun certificat : donnez celui de l’autorité au format PEM.`,
      )
    certificats.push(...lus)
  }
  return {
    ...(cles === undefined ? {} : { cles: lireCles(await lireJson(cles, 'de clés')) }),
    ...(certificats.length ? { autorites: certificats } : {}),
  }
}

/** Digest of the content, to tell a mere re-save from a change; null for what is no readable workbook. */
async function contenuDe(octets: Uint8Array): Promise<{ empreinteContenu: string | null }> {
  try {
    return { empreinteContenu: await empreinteContenu(await lireClasseur(octets, 'classeur'), crypto.subtle) }
  } catch {
    return { empreinteContenu: null }
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
