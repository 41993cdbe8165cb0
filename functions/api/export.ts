import { zipper } from '../../shared/version/dossier.ts'
import type { VersionGardee } from '../depot/chaine-versions.ts'
import type { Chaine } from '../depot/coffre.ts'
import { composerDossier } from './composer-dossier.ts'
import type { Services } from './contexte.ts'

import { Refus } from './erreurs.ts'
import { lireJournal } from './journal-chaine.ts'
import { vueTransmission } from './vues.ts'

/** What one archive may weigh, bytes: it is made in the memory of a function. */
const EXPORT_MAX = 200 * 1024 * 1024

/** The first exercice of the contracts. */
const PREMIER_EXERCICE = 2020

const enJson = (valeur: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(valeur, null, 1))

/** The exercices of a département that have a version, oldest first. */
export async function exercicesTenus({ bureau }: Services, departement: string): Promise<number[]> {
  const dernier = bureau.horloge().getUTCFullYear() + 2
  const tous = Array.from({ length: dernier - PREMIER_EXERCICE + 1 }, (_, i) => PREMIER_EXERCICE + i)
  const tetes = await Promise.all(
    tous.map((exercice) => bureau.depot.versions.tete({ departement, exercice })),
  )
  return tous.filter((_, i) => tetes[i] !== null)
}

/**
 * Everything that is kept of these chains in one archive: the bundle of each version, what was sent with it, what was
 * typed into the form, the journal. @throws Refus where it is too heavy for one archive
 */
export async function composerExport(
  services: Services,
  chaines: readonly Chaine[],
  /** Folder of a chain in the archive, with its final slash where there is one. */
  ou: (chaine: Chaine) => string,
): Promise<{ octets: Uint8Array; versions: number }> {
  const { versions, transmissions } = services.bureau.depot
  const lues = await Promise.all(
    chaines.map(async (chaine) => ({
      chaine,
      versions: await versions.lister(chaine),
      envois: await transmissions.lister(chaine),
    })),
  )
  const poids = lues
    .flatMap((l) => [
      ...l.versions.map((v) => v.declaration.taille),
      ...l.envois.flatMap((t) => t.contenu.pieces.map((p) => p.taille)),
    ])
    .reduce((somme, taille) => somme + taille, 0)
  if (poids > EXPORT_MAX)
    throw new Refus(
      422,
      'DEMANDE_TROP_GRANDE',
      chaines.length > 1
        ? 'Ces données pèsent ensemble plus de 200 Mo : exportez les exercices un par un.'
        : 'Les versions de cet exercice pèsent ensemble plus de 200 Mo : téléchargez leurs dossiers un par un.',
    )
  const fichiers: Record<string, Uint8Array> = {}
  for (const { chaine, versions: toutes, envois } of lues) {
    const racine = ou(chaine)
    for (const version of toutes) await ajouterVersion(services, fichiers, racine, chaine, version)
    for (const envoi of envois) {
      const dossier = `${racine}envois/version-${envoi.numero}/${envoi.envoi}`
      fichiers[`${dossier}/transmission.json`] = enJson(vueTransmission(envoi))
      for (const piece of envoi.contenu.pieces) {
        const octets = await services.bureau.depot.coffre.lirePiece(chaine, piece.empreinte)
        if (octets) fichiers[`${dossier}/${piece.piece}/${piece.nomFichier}`] = octets
      }
    }
    fichiers[`${racine}journal.json`] = enJson(await lireJournal(services, chaine, 100_000))
  }
  const nombre = lues.reduce((somme, l) => somme + l.versions.length, 0)
  return { octets: zipper(fichiers, services.bureau.horloge().toISOString()), versions: nombre }
}

async function ajouterVersion(
  services: Services,
  fichiers: Record<string, Uint8Array>,
  racine: string,
  chaine: Chaine,
  version: VersionGardee,
): Promise<void> {
  const { numero } = version.declaration
  const dossier = `${racine}version-${numero}`
  for (const [nom, octets] of Object.entries(await composerDossier(services, chaine, version)))
    fichiers[`${dossier}/${nom}`] = octets
  const saisies = await services.bureau.depot.saisies.lister(chaine, numero)
  if (saisies.length) fichiers[`${racine}saisies/version-${numero}.json`] = enJson(saisies)
}
