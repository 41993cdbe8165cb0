import { fichiersDossier } from '../../shared/version/dossier.ts'
import type { VersionGardee } from '../depot/chaine-versions.ts'
import type { Chaine } from '../depot/coffre.ts'
import { composerPreuve } from '../depot/preuve.ts'
import type { Services } from './contexte.ts'

/** The files of a version, as its bundle holds them. */
export async function composerDossier(
  { bureau, configuration }: Services,
  chaine: Chaine,
  version: VersionGardee,
): Promise<Record<string, Uint8Array>> {
  const { coffre, versions, transmissions, horodateur } = bureau.depot
  const { declaration: d } = version
  const [classeur, rapport, precedente, recu, horodatage] = await Promise.all([
    coffre.lireClasseur(chaine, d.empreinte),
    coffre.lireRapport(chaine, d.empreinteRapport),
    d.numero > 1 ? versions.lire(chaine, d.numero - 1) : null,
    transmissions.derniere(chaine, d.numero, 'recue'),
    version.cms ? horodateur.horodater(chaine, d.numero, version.cms) : null,
  ])
  if (!classeur || rapport === null) throw new Error('What a version rests on cannot be read')
  return fichiersDossier({
    classeur,
    rapport,
    preuve: composerPreuve(version, recu, horodatage),
    precedente: precedente?.declaration ?? null,
    page: `${configuration.origine}/verifier.html`,
  })
}
