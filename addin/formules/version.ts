import { dateCourte } from '../../shared/referentiel/date-civile.ts'
import { referentielsEmployes } from './referentiels.ts'

/** The product's version, as package.json states it. */
export const VERSION_PRODUIT = '0.1.0'

/** The référentiels by which the cells answer, each with the date of its data, then the product's version. */
export function direVersion(): string {
  const referentiels = referentielsEmployes().map((r) => `${r.id} (données du ${dateCourte(r.version)})`)
  return `Référentiels ${referentiels.join(', ')} – CDPPE pour Excel ${VERSION_PRODUIT}`
}
