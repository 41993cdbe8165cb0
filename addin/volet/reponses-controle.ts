import { controlerPourVolet } from './controle-pur.ts'
import type { MessageAuControle, MessageDuControle } from './messages-controle.ts'
import { Reception } from './remise.ts'
import { teteDe, trancherResultat } from './resultat-en-tranches.ts'

/** Told no more often than this, in ms: a short check tells nothing. */
const PAS_MS = 100

/** What the worker does with each message: it keeps what it is given of a workbook, and judges it once asked. */
export function repondreAuControle(
  dire: (message: MessageDuControle) => void,
): (message: MessageAuControle) => void {
  const reception = new Reception()
  return (message) => {
    if ('morceau' in message) {
      reception.recevoir(message.morceau)
      return
    }
    const { id, exercice, referentiels } = message
    let dernier = performance.now()
    const demande = { id, classeur: reception.classeur(), exercice, referentiels }
    const reponse = controlerPourVolet(demande, (avance) => {
      if (performance.now() - dernier < PAS_MS) return
      dernier = performance.now()
      dire({ id, avance })
    })
    if (!('resultat' in reponse)) {
      dire(reponse)
      return
    }
    dire({ id, resultat: teteDe(reponse.resultat) })
    for (const tranche of trancherResultat(reponse.resultat)) dire({ id, tranche })
    dire({ id, fin: true })
  }
}
