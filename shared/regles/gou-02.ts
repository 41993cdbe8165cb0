import { jourDe } from '../contrat/acces.ts'
import { dateLongue } from '../referentiel/date-civile.ts'
import type { Regle } from './regle.ts'

/** GOU-02: the draft is presented to the ODPE before the assembly examines it (circular, I-B). */
export const GOU_02: Regle = {
  id: 'GOU-02',
  titre: 'Le projet est présenté à l’ODPE avant l’assemblée départementale',
  verifier: ({ annexes: { contrat } }) => {
    const odpe = jourDe(contrat, 'odpe')
    const assemblee = jourDe(contrat, 'assemblee')
    if (!odpe || !assemblee) return { sansObjet: 'L’une des deux dates n’est pas inscrite.' }
    if (odpe.jour < assemblee.jour) return { constats: [] }
    return {
      constats: [
        {
          cellules: [odpe.cellule, assemblee.cellule],
          message: `La présentation à l’ODPE (${dateLongue(odpe.jour)}) ne précède pas l’assemblée (${dateLongue(assemblee.jour)}). La circulaire recommande de présenter le projet à l’ODPE avant.`,
          constate: dateLongue(odpe.jour),
          attendu: `avant le ${dateLongue(assemblee.jour)}`,
          correction: null,
        },
      ],
    }
  },
}
