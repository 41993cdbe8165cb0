import type { Rapport } from '../../../shared/controle/rapport.ts'
import { nombreJustifies } from '../../../shared/controle/rapprocher.ts'
import { compter } from '../etat/filtre.ts'
import { fr } from './typographie.ts'

/** What is to be done next about a report, in one sentence. */
export function prochaineEtape({ constats }: Pick<Rapport, 'constats'>): string {
  const nombres = compter(constats)
  const reste = nombres['a-justifier'] - nombreJustifies(constats)
  if (nombres.bloquant > 0)
    return nombres.bloquant === 1
      ? 'À faire maintenant : corriger le point bloquant. Les autres peuvent attendre.'
      : fr`À faire maintenant : corriger les ${nombres.bloquant} points bloquants. Les autres peuvent attendre.`
  if (reste > 0)
    return reste === 1
      ? 'Rien ne bloque. À faire maintenant : corriger ou justifier le point qui reste.'
      : fr`Rien ne bloque. À faire maintenant : corriger ou justifier les ${reste} points qui restent.`
  return 'Tout est en ordre. À faire maintenant : enregistrer une version, puis la transmettre.'
}
