import type { CleDate } from '../contrat/contrat.ts'
import { bilansDe, echeanceDuBilan, SANS_BILAN } from './bilans.ts'
import { jugerJour } from './echeances.ts'
import type { Contexte, Resultat } from './regle.ts'

const ENVOIS: [CleDate, string][] = [
  ['bilan-deliberation', 'Délibération sur le bilan'],
  ['bilan-prefet', 'Transmission au préfet du bilan'],
  ['bilan-ars', 'Transmission à l’ARS du bilan'],
]

/** What BIL-02 and BIL-03 share: the deliberation and both sendings of the report, by the day that the référentiel dates. */
export function verifierTransmission(contexte: Contexte): Resultat {
  const bilans = bilansDe(contexte)
  if (bilans.length === 0) return SANS_BILAN
  return {
    constats: bilans.flatMap((b) => {
      const echeance = echeanceDuBilan(contexte, b.annee)
      if (!echeance) return []
      return ENVOIS.flatMap(([cle, nom]) => {
        const lu = b.dates.get(cle)
        return lu ? jugerJour(echeance, lu, `${nom} ${b.annee}`) : []
      })
    }),
  }
}
