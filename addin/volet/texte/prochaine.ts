import type { Rapport } from '../../../shared/controle/rapport.ts'
import type { Gravite } from '../../../shared/referentiel/referentiel.ts'
import { nombreJustifies } from '../../../shared/controle/rapprocher.ts'
import { compter } from '../etat/filtre.ts'
import { fr } from './typographie.ts'

type Constats = Pick<Rapport, 'constats'>

/** Which points come first: those that block, then those that are neither corrected nor justified; null: none. */
export function graviteSuivante({ constats }: Constats): Exclude<Gravite, 'information'> | null {
  const nombres = compter(constats)
  if (nombres.bloquant > 0) return 'bloquant'
  return nombres['a-justifier'] > nombreJustifies(constats) ? 'a-justifier' : null
}

/** What is to be done next about a report, in one sentence. */
export function prochaineEtape({ constats }: Constats): string {
  const nombres = compter(constats)
  const reste = nombres['a-justifier'] - nombreJustifies(constats)
  const suivante = graviteSuivante({ constats })
  if (suivante === 'bloquant')
    return nombres.bloquant === 1
      ? 'À faire maintenant : corriger le point bloquant. Les autres peuvent attendre.'
      : fr`À faire maintenant : corriger les ${nombres.bloquant} points bloquants. Les autres peuvent attendre.`
  if (suivante === 'a-justifier')
    return reste === 1
      ? 'Rien ne bloque. À faire maintenant : corriger ou justifier le point qui reste.'
      : fr`Rien ne bloque. À faire maintenant : corriger ou justifier les ${reste} points qui restent.`
  return 'Tout est en ordre. À faire maintenant : enregistrer une version, puis la transmettre.'
}
