import type { CleDate } from '../contrat/contrat.ts'
import { dateLongue } from '../referentiel/date-civile.ts'
import { bilansDe, SANS_BILAN } from './bilans.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/** The steps in their order; two of one rank have none between them. */
const ETAPES: { cle: CleDate; rang: number; nom: string }[] = [
  { cle: 'bilan-projet-prefet', rang: 1, nom: 'la proposition au préfet' },
  { cle: 'bilan-projet-ars', rang: 1, nom: 'la proposition à l’ARS' },
  { cle: 'bilan-odpe', rang: 2, nom: 'l’avis de l’ODPE' },
  { cle: 'bilan-arrete', rang: 3, nom: 'l’arrêté conjoint' },
  { cle: 'bilan-deliberation', rang: 4, nom: 'la délibération' },
]

/** BIL-07: the report goes to the préfet and to the ARS, then to the ODPE, then is jointly arrêté, then deliberated (contrat-type, article 3). */
export const BIL_07: Regle = {
  id: 'BIL-07',
  titre: 'Les étapes du bilan se suivent dans l’ordre du contrat',
  verifier: (contexte) => {
    const bilans = bilansDe(contexte)
    if (bilans.length === 0) return SANS_BILAN
    return {
      constats: bilans.flatMap(({ annee, dates }): ConstatBrut[] => {
        const lues = ETAPES.flatMap((e) => {
          const date = dates.get(e.cle)
          return date ? [{ ...e, date }] : []
        })
        return lues.flatMap((apres): ConstatBrut[] => {
          // The nearest step before it that has a date: one finding by step out of its place.
          const avant = lues.filter((e) => e.rang < apres.rang && e.date.jour > apres.date.jour).at(-1)
          if (!avant) return []
          return [
            {
              cellules: [apres.date.cellule, avant.date.cellule],
              message: `Bilan ${annee} : ${apres.nom} (${dateLongue(apres.date.jour)}) précède ${avant.nom} (${dateLongue(avant.date.jour)}), qui doit venir avant. Vérifiez les deux dates.`,
              constate: dateLongue(apres.date.jour),
              attendu: `à partir du ${dateLongue(avant.date.jour)}`,
              correction: null,
            },
          ]
        })
      }),
    }
  },
}
