import { decouperReference, lireAdresse } from '../classeur/adresse.ts'
import { celluleEn, type Classeur } from '../classeur/classeur.ts'
import type { Envoi } from '../contrat/contrat.ts'
import type { Correction } from '../controle/rapport.ts'

/** What CAL-08 and CAL-09 share: the addresses to which the list of sendings says that something went. */

/** Each address of a sending, with the cell that holds it. */
export function courrielsDe(envoi: Envoi): { courriel: string; cellule: string }[] {
  return envoi.courriels.map((courriel) => ({
    courriel,
    cellule: (envoi.destinataire?.texte.toLowerCase().includes(courriel) === false
      ? envoi.canal
      : (envoi.destinataire ?? envoi.canal))!.cellule,
  }))
}

/** The right address, where the cell holds the wrong one and nothing else, as a value. */
export function corriger(
  classeur: Classeur,
  cellule: string,
  fausse: string,
  juste: string,
): Correction | null {
  const { feuille: nom, adresse } = decouperReference(cellule)
  const feuille = classeur.feuilles.find((f) => f.nom === nom)
  const place = lireAdresse(adresse)
  const lue = feuille && place ? celluleEn(feuille, place.ligne, place.colonne) : undefined
  if (!lue || lue.formule !== undefined || typeof lue.valeur !== 'string') return null
  if (lue.valeur.trim().toLowerCase() !== fausse) return null
  return { cellule, valeur: juste, libelle: `Remplacer « ${fausse} » par « ${juste} »` }
}
