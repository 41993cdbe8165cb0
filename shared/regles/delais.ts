import { jourDe } from '../contrat/acces.ts'
import type { CleDate } from '../contrat/contrat.ts'
import { dateLongue } from '../referentiel/date-civile.ts'
import type { Contexte, Resultat } from './regle.ts'

/** What the rules on the order of dates share. */
export interface Ecart {
  avant: { cle: CleDate; nom: string }
  apres: { cle: CleDate; nom: string }
  /** The earliest day for the second date, from the first. */
  auPlusTot: (jour: string) => string
  /** French clause: what the text asks for. */
  demande: string
}

/** The second date comes no earlier than the text asks, counted from the first. */
export function verifierEcart({ annexes }: Contexte, { avant, apres, auPlusTot, demande }: Ecart): Resultat {
  const a = jourDe(annexes.contrat, avant.cle)
  const b = jourDe(annexes.contrat, apres.cle)
  if (!a || !b) return { sansObjet: 'L’une des deux dates n’est pas inscrite.' }
  const butoir = auPlusTot(a.jour)
  if (b.jour >= butoir) return { constats: [] }
  return {
    constats: [
      {
        cellules: [b.cellule, a.cellule],
        message: `${apres.nom} (${dateLongue(b.jour)}) vient trop tôt après ${avant.nom} (${dateLongue(a.jour)}) : ${demande}. Vérifiez les deux dates.`,
        constate: dateLongue(b.jour),
        attendu: `à partir du ${dateLongue(butoir)}`,
        correction: null,
      },
    ],
  }
}
