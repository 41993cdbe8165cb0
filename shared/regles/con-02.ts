import { jourDe, libellesDe, texteDe } from '../contrat/acces.ts'
import { dateLongue } from '../referentiel/date-civile.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/** CON-02: the deliberation that allows the signature has its number and its date, no later than the signature (contrat-type, visas). */
export const CON_02: Regle = {
  id: 'CON-02',
  titre: 'La délibération a son numéro et sa date, au plus tard celle de la signature',
  verifier: ({ annexes: { contrat } }) => {
    const signature = jourDe(contrat, 'signature')
    if (!contrat || !signature) return { sansObjet: 'Le contrat n’a pas de date de signature.' }
    const deliberation = jourDe(contrat, 'deliberation')
    const numero = texteDe(contrat, 'numero-deliberation')
    const ecrite = contrat.champs.some((c) => c.cle === 'deliberation' && c.date !== null)
    const manque = [...(numero ? [] : ['son numéro']), ...(deliberation || ecrite ? [] : ['sa date'])]
    const constats: ConstatBrut[] = []
    if (manque.length > 0)
      constats.push({
        cellules: [...libellesDe(contrat, 'deliberation', 'numero-deliberation'), signature.cellule],
        gravite: 'a-justifier',
        message: `Le contrat est signé, mais la délibération du conseil départemental n’a pas ${manque.join(' ni ')} dans le classeur. Inscrivez ce qui manque.`,
        constate: `délibération sans ${manque.join(' ni ')}`,
        attendu: 'le numéro et la date de la délibération',
        correction: null,
      })
    if (deliberation && deliberation.jour > signature.jour)
      constats.push({
        cellules: [deliberation.cellule, signature.cellule],
        message: `La délibération (${dateLongue(deliberation.jour)}) est postérieure à la signature du contrat (${dateLongue(signature.jour)}) : le contrat vise une délibération déjà prise. Corrigez la date fautive.`,
        constate: dateLongue(deliberation.jour),
        attendu: `au plus tard le ${dateLongue(signature.jour)}`,
        correction: null,
      })
    return { constats }
  },
}
