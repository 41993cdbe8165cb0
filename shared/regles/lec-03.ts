import { dire } from './lec-01.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/** LEC-03: an amount earmarked, committed or spent that cannot be read for sure; the follow-up of expenses leaves it out. */
export const LEC_03: Regle = {
  id: 'LEC-03',
  titre: 'Les dépenses fléchées, engagées et exécutées se lisent sans doute possible',
  verifier: ({ classement }) => ({
    constats: classement.sansMontantSur.flatMap((action): ConstatBrut[] => {
      const illisibles = action.financements
        .flatMap((f) => [f.fleche, f.engage, f.execute])
        .filter((m) => m !== null && m.centimes === null)
        .filter((m) => m !== null)
      return illisibles.length === 0 ? [] : [dire(`Action ${action.numero}`, 'les dépenses', illisibles)]
    }),
  }),
}
