/**
 * What one workbook may cost. Set so that the worst file that is still read stays under the memory of a
 * Lambda, and far above any department's workbook (the largest seen held 90,000 cells).
 */
export interface Limites {
  /** Bytes of the file. */
  fichier: number
  /** Entries of the archive. */
  parties: number
  /** Inflated bytes of one entry, and of all. */
  partie: number
  total: number
  /** Inflated bytes for one compressed byte, looked at from `seuilRatio` inflated bytes on. */
  ratio: number
  seuilRatio: number
  /** Filled cells, and other stored things (rows count for two, heights, merges, names …) of the workbook. */
  elements: number
  /** Characters of all texts and formulas of the workbook, shared formulas expanded, and 24 more for each. */
  texte: number
  /** Characters between two marks of the XML: a longer text or attribute is no cell's. */
  jeton: number
  /** Nested XML elements, and elements of one part. */
  profondeur: number
  balises: number
  /** Relationships of one part to others. */
  relations: number
}

export const LIMITES: Readonly<Limites> = {
  fichier: 40 * 1024 * 1024,
  parties: 5000,
  partie: 192 * 1024 * 1024,
  total: 384 * 1024 * 1024,
  ratio: 200,
  seuilRatio: 5 * 1024 * 1024,
  elements: 1_500_000,
  texte: 40 * 1024 * 1024,
  jeton: 2 * 1024 * 1024,
  profondeur: 64,
  balises: 8_000_000,
  relations: 10_000,
}
