import { jourDe, libellesDe } from '../contrat/acces.ts'
import type { Regle } from './regle.ts'

/** GOU-03: the signed contract is presented to the ODPE (contrat-type, article 2). */
export const GOU_03: Regle = {
  id: 'GOU-03',
  titre: 'La date de présentation du contrat à l’ODPE est inscrite',
  verifier: ({ annexes: { contrat } }) => {
    const signature = jourDe(contrat, 'signature')
    if (!contrat || !signature) return { sansObjet: 'Le contrat n’a pas de date de signature.' }
    if (contrat.champs.some((c) => c.cle === 'odpe' && c.date !== null)) return { constats: [] }
    return {
      constats: [
        {
          cellules: [...libellesDe(contrat, 'odpe'), signature.cellule],
          message:
            'Le contrat est signé, mais la date de sa présentation à l’observatoire départemental de la protection de l’enfance (ODPE) n’est pas inscrite. Inscrivez-la sous le libellé « Date de présentation à l’ODPE ».',
          constate: 'aucune date',
          attendu: 'une date de présentation à l’ODPE',
          correction: null,
        },
      ],
    }
  },
}
