import { formeCanonique } from './canonique.ts'
import type { Declaration } from './declaration.ts'
import { PHRASES_REFUS } from './refus.ts'

/** The French names of a statement's fields, for whoever is told which one was changed. */
const NOMS: Record<string, string> = {
  type: 'le type de la déclaration',
  departement: 'le département',
  exercice: 'l’exercice',
  numero: 'le numéro de version',
  nomFichier: 'le nom du fichier',
  taille: 'la taille du classeur',
  empreinte: 'l’empreinte du classeur',
  empreinteContenu: 'l’empreinte des valeurs et des formules',
  referentiel: 'le référentiel',
  empreinteReferentiel: 'l’empreinte du référentiel',
  empreinteRapport: 'l’empreinte du rapport de contrôle',
  statut: 'le résultat du contrôle',
  auteur: 'l’auteur',
  correspondance: 'la correspondance des colonnes',
  justifications: 'les justifications',
  le: 'la date',
  precedente: 'l’empreinte de la version précédente',
}

/**
 * Says which fields of a statement are not those that were signed; `signee`: the text that the signature covers,
 * whose signature is good.
 */
export function direChamps(signee: string, portee: Declaration): string {
  let lue: unknown
  try {
    lue = JSON.parse(signee)
  } catch {
    return PHRASES_REFUS.DECLARATION_ALTEREE
  }
  if (typeof lue !== 'object' || lue === null) return PHRASES_REFUS.DECLARATION_ALTEREE
  const [avant, apres] = [lue as Record<string, unknown>, portee as Record<string, unknown>]
  const forme = (valeur: unknown): string => (valeur === undefined ? '' : formeCanonique(valeur))
  const alteres = Object.keys(NOMS).filter((nom) => forme(avant[nom]) !== forme(apres[nom]))
  if (alteres.length === 0) return PHRASES_REFUS.DECLARATION_ALTEREE
  const quoi = alteres.length > 1 ? 'Champs modifiés' : 'Champ modifié'
  const liste = alteres.map((nom) => NOMS[nom]).join(', ')
  return `La déclaration que porte la preuve n’est pas celle qui a été signée. ${quoi} depuis la signature : ${liste}.`
}
