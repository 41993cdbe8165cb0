import type { CofinancementObjectif } from '../../../shared/controle/rapport.ts'
import { compte, fr, montant } from './typographie.ts'

/** « 3 cellules sans montant certain ». */
export function sansMontant(n: number): string {
  return `${compte(n, 'cellule')} sans montant certain`
}

/**
 * What the Département lacks on an objectif, in a sentence. Where amounts could not be read its part is known
 * under its best reading only: that part is said, or the figures beside would not add up.
 */
export function direManque({ etat, departement, manque, illisibles }: CofinancementObjectif): string {
  if (illisibles.length === 0) return fr`Il manque ${montant(manque)} du Département.`
  const mieux = etat - manque
  const doute = sansMontant(illisibles.length)
  return mieux > departement
    ? fr`Au mieux ${montant(mieux)} du Département : il manque au moins ${montant(manque)} (${doute}).`
    : fr`Il manque au moins ${montant(manque)} du Département (${doute}).`
}
