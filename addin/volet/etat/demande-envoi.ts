import type { Envoi } from '../api-types.ts'

/** What the sender puts into a sending, before it is asked for. */
export interface DemandeEnvoi {
  envoi: string
  /** Files by pièce. */
  fichiers: Readonly<Record<string, File>>
  /** Pièces that are in the workbook. */
  dansLeClasseur: readonly string[]
  precisions: string
  horsDelai: boolean
}

/** The sending that no text dates. */
export const ENVOI_LIBRE = 'libre'

export function demandeVide(envoi: string = ENVOI_LIBRE): DemandeEnvoi {
  return { envoi, fichiers: {}, dansLeClasseur: [], precisions: '', horsDelai: false }
}

/** The sending to begin with: the next one whose deadline has not passed, otherwise the one that has none. */
export function envoiPropose(envois: readonly Envoi[]): string {
  const prochain = envois
    .filter((e) => e.canal === 'boite-dgcs' && e.date !== null && e.situation !== 'en-retard')
    .sort((a, b) => a.date!.localeCompare(b.date!))[0]
  return prochain?.id ?? ENVOI_LIBRE
}

/** What is still missing from a sending (French), null when it is whole. */
export function manque(
  envoi: Envoi,
  demande: DemandeEnvoi,
  tailleClasseur: number,
  tailleMax: number,
): string | null {
  const absentes = envoi.pieces.filter(
    ({ id, exigence, dansLeClasseur }) =>
      exigence === 'requise' &&
      !demande.fichiers[id] &&
      !(dansLeClasseur && demande.dansLeClasseur.includes(id)),
  )
  if (absentes.length > 0) return `Il manque : ${absentes.map(({ nom }) => nom).join(' ; ')}.`
  const fichiers = Object.values(demande.fichiers)
  const vide = fichiers.find(({ size }) => size === 0)
  if (vide) return `« ${vide.name} » est vide (0 octet). Joignez le fichier enregistré.`
  if (fichiers.reduce((somme, { size }) => somme + size, tailleClasseur) > tailleMax)
    return 'Le classeur et les pièces dépassent ensemble 28 Mo. Allégez les pièces (PDF compressé).'
  if (envoi.precisions && demande.precisions.trim() === '')
    return `Écrivez dans les précisions ${envoi.quoi} : nom, courriel et téléphone.`
  if (envoi.situation === 'en-retard' && !demande.horsDelai)
    return 'L’échéance est passée : confirmez ci-dessus l’envoi hors délai.'
  return null
}
