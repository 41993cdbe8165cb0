import { enumerer } from '../classeur/texte.ts'
import type { Action, MontantLu } from '../plan/plan.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/**
 * LEC-06: a planned amount that was read with a reserve. One that may be read two ways (« 12.500 ») asks for a
 * word; the others (several years, approached) are only said.
 */
export const LEC_06: Regle = {
  id: 'LEC-06',
  titre: 'Les montants prévus se lisent sans réserve',
  verifier: ({ classement }) => ({
    constats: classement.avecReserve.flatMap((action): ConstatBrut[] => {
      const lus = action.financements.flatMap((f) => (f.prevu?.reserve ? [f.prevu] : []))
      const doubles = lus.filter((m) => /peut aussi/.test(m.reserve!))
      const autres = lus.filter((m) => !doubles.includes(m))
      return [
        ...(doubles.length === 0 ? [] : [dire(action, doubles)]),
        ...(autres.length === 0 ? [] : [{ ...dire(action, autres), gravite: 'information' as const }]),
      ]
    }),
  }),
}

function dire(action: Action, montants: readonly MontantLu[]): ConstatBrut {
  const textes = [...new Set(montants.map((m) => `« ${m.texte} »`))]
  const reserves = [...new Set(montants.map((m) => m.reserve!))]
  return {
    cellules: montants.map((m) => m.cellule),
    message: `Action ${action.numero} : ${enumerer(textes)} : lu avec une réserve. ${reserves.join(' ')} Écrivez le montant de l’exercice en chiffres, sans autre mot, pour lever la réserve.`,
    constate: enumerer(textes),
    attendu: 'un montant sans réserve',
    correction: null,
  }
}
