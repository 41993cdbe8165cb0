import { normaliser } from '../../classeur/texte.ts'
import { REFERENCES_DES_RUBRIQUES } from '../modele.ts'
import type { Assemblage } from './assemblage.ts'
import { RUBRIQUES } from './feuilles.ts'
import { decoder, type Rangee } from './lire-feuille.ts'

const RACINES = ['id', 'titre', 'version', 'exercices', 'reference', 'nombreObjectifs']

/** The sheet « Texte »: one rubrique a row, in any order. */
export function assemblerTexte(a: Assemblage, rangees: readonly Rangee[]): void {
  // No row at all: that the sheet, or its header, is missing is already said.
  if (rangees.length === 0) a.taire(...RACINES)
  const parTitre = new Map(rangees.map((r) => [normaliser(String(r.valeurs['rubrique'] ?? '')), r]))
  const valeurs: Record<string, unknown> = {}
  for (const { titre, cle, codec } of RUBRIQUES) {
    const rangee = parTitre.get(normaliser(titre))
    if (!rangee) {
      if (rangees.length > 0 && !('vide' in codec)) {
        a.refuser(undefined, `Texte : il manque la ligne « ${titre} »`)
        a.taire(cle)
      }
      valeurs[cle] = codec.vide
      continue
    }
    const lecture = decoder(codec, rangee.brutes['valeur'])
    if ('refus' in lecture) {
      a.refuser(rangee.cellules['valeur'], lecture.refus)
      rangee.refusees.add('valeur')
    } else valeurs[cle] = lecture.valeur
  }
  const place = (cle: string) => {
    const rangee = parTitre.get(normaliser(RUBRIQUES.find((r) => r.cle === cle)!.titre))
    return rangee === undefined ? {} : a.referenceDe(rangee, REFERENCES_DES_RUBRIQUES[cle]!.slice(0, -1))
  }
  const d = a.document
  d['id'] = valeurs['id']
  d['titre'] = valeurs['titre']
  d['version'] = valeurs['version']
  d['exercices'] = valeurs['exercices']
  d['reference'] = {
    texte: valeurs['reference.texte'],
    source: valeurs['reference.source'],
    verifieLe: valeurs['reference.verifieLe'],
  }
  const sien = place('id').reference
  d['reference'] = sien ?? d['reference']
  for (const { titre, cle } of RUBRIQUES) {
    const rangee = parTitre.get(normaliser(titre))
    if (rangee) a.situerValeur(cle.split('.'), rangee, 'valeur')
  }
  d['nombreObjectifs'] = {
    obligatoires: {
      nombre: valeurs['nombreObjectifs.obligatoires.nombre'],
      ...place('nombreObjectifs.obligatoires.nombre'),
    },
    facultatifs: {
      minimum: valeurs['nombreObjectifs.facultatifs.minimum'] ?? null,
      maximum: valeurs['nombreObjectifs.facultatifs.maximum'] ?? null,
      parmi: valeurs['nombreObjectifs.facultatifs.parmi'] ?? null,
      ...place('nombreObjectifs.facultatifs.minimum'),
    },
  }
  const annee = valeurs['anneeDeReference.annee'] ?? null
  d['anneeDeReference'] = annee === null ? null : { annee, ...place('anneeDeReference.annee') }
  const fin = valeurs['dureeContrat.fin'] ?? null
  d['dureeContrat'] =
    fin === null
      ? null
      : { fin, reserve: valeurs['dureeContrat.reserve'] ?? null, ...place('dureeContrat.fin') }
}
