import type { Reference } from '../referentiel.ts'

/** The day on which the values were last held against the documents. */
export const VERIFIE_LE = '2026-11-23'

/** How the places of one document are written: article, then the words where a value rests on them. */
export function document(texte: string, source: string) {
  return (article: string, citation?: string): Reference => {
    const lieu = { texte, article, source, verifieLe: VERIFIE_LE }
    return citation === undefined ? lieu : { ...lieu, citation }
  }
}

/** The same place, carried over into a later référentiel; the clause says why it still holds. */
export function presumer(reference: Reference, presomption: string): Reference {
  return { ...reference, presomption }
}

/** S001. */
export const circulaire2020 = document('circulaire du 20 février 2020', 'S001')
/** S003. */
export const contratCantal = document('contrat 2022-2024 du Cantal', 'S003')
/** S004. */
export const bilanPasDeCalais = document('bilan 2020-2022 du Pas-de-Calais', 'S004')
/** S002. */
export const instruction2024 = document('instruction du 14 août 2024', 'S002')
/** S000. */
export const contrat2024 = document('projet de contrat 2024 du Pas-de-Calais', 'S000')

/** The contrat-type annexed to the circular of 2020. */
export function contratType(article: string, citation?: string): Reference {
  return circulaire2020(`annexe 5.1 (contrat-type), article ${article}`, citation)
}

/** The whole numbers from one bound to the other, both included. */
export function suite(debut: number, fin: number): number[] {
  return Array.from({ length: fin - debut + 1 }, (_, i) => debut + i)
}
