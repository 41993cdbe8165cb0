import { accorder, enumerer } from '../classeur/texte.ts'
import type { Annexes } from './contrat.ts'

/** What was understood beside the plan d'action, in sentences for the officer. */
export function direAnnexes({ contrat, tableauDeBord, fiches, envois }: Annexes): string[] {
  const dans = (noms: readonly string[]) => enumerer([...new Set(noms)].map((n) => `« ${n} »`))
  const phrases: string[] = []
  if (contrat) {
    const lus = contrat.champs.filter((c) => c.date ?? c.montant ?? c.texte)
    phrases.push(
      `Contrat reconnu dans ${dans(contrat.feuilles)} : ${accorder(lus.length, 'donnée lue', 'données lues')}.`,
    )
  }
  if (tableauDeBord)
    phrases.push(
      `Tableau de bord reconnu dans ${dans(tableauDeBord.feuilles)} : ${accorder(tableauDeBord.indicateurs.length, 'indicateur')}.`,
    )
  if (fiches.length > 0)
    phrases.push(`${accorder(fiches.length, 'fiche action reconnue', 'fiches action reconnues')}.`)
  if (envois)
    phrases.push(
      `Liste des envois reconnue dans ${dans(envois.feuilles)} : ${accorder(envois.lignes.length, 'envoi')}.`,
    )
  return phrases
}
