import { normaliser } from '../classeur/texte.ts'

/**
 * The year of an exercice as tables print it: 2021, "2021", "Année 2021", "Exercice 2021". null for
 * « TOTAL », « 2020-2022 », « Année scolaire 2020-2021 » and anything else that is not one civil year.
 */
export function lireExercice(valeur: unknown): number | null {
  if (typeof valeur === 'number')
    return Number.isInteger(valeur) && valeur >= 2000 && valeur < 2100 ? valeur : null
  if (typeof valeur !== 'string') return null
  const m = /^(?:annee|exercice|an|budget|bp|ca)?\s*(20\d{2})$/.exec(normaliser(valeur))
  return m ? Number(m[1]) : null
}

/** Words that a heading puts around its year, and those that make it a date or a version. */
const TITRE_DATE =
  /^(?:annees?|exercices?|plans?|actions?|programm\w+|budgets?|financements?|contrats?|cdppe|tableaux?|previsionnel)\b/
const AUTRE_DATE =
  /\b(?:version|maj|mis(?:e)? a jour|edite|imprime|arrete|signe|avenant|instruction|circulaire|du \d|au \d|le \d)\b|\d\/\d/

/** The one year that a heading gives to what stands under it: « Année 2023 », « Plan d’action 2023 »; null otherwise. */
export function anneeDeTitre(texte: string): number | null {
  const seule = lireExercice(texte)
  if (seule !== null) return seule
  const titre = normaliser(texte)
  if (titre.length > 60 || !TITRE_DATE.test(titre) || AUTRE_DATE.test(titre)) return null
  const annees = anneesNommees(titre)
  return annees.length === 1 ? annees[0]! : null
}

/** Every civil year that a text names, a span « 2020-2022 » spread out. */
export function anneesNommees(texte: string): number[] {
  const annees = new Set<number>()
  for (const m of texte.matchAll(/\b(20\d{2})(?:\s*[-–/à]\s*(20\d{2}))?\b/g)) {
    const debut = Number(m[1])
    const fin = m[2] ? Number(m[2]) : debut
    if (fin < debut || fin - debut > 10) continue
    for (let a = debut; a <= fin; a++) annees.add(a)
  }
  return [...annees].sort((a, b) => a - b)
}

/** Does the text of an amount say that it covers several years (« pour 2 ans », « sur la durée totale du contrat ») ? */
export function estPluriannuel(texte: string): boolean {
  // Nearly every amount is figures alone, shorter than « sur 2 ans »: they are not worth normalising.
  if (texte.length < 9 || !/sur|pour|dur/i.test(texte)) return false
  return /\b(sur|pour)\s+(la duree|les|\d+|deux|trois|quatre)?\s*(totale?\s*)?(du contrat|de la convention|ans?\b|annees\b|exercices\b|duree)|duree (totale )?(du contrat|de la convention)/.test(
    normaliser(texte),
  )
}
