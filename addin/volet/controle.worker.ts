import { controlerPourVolet } from './controle-pur.ts'
import type { DemandeControle, ReponseControle } from './controle-pur.ts'

/** Runs the check away from the screen's thread, so that the pane never freezes. */
self.addEventListener('message', (evenement: MessageEvent<DemandeControle>) => {
  const reponse: ReponseControle = controlerPourVolet(evenement.data)
  self.postMessage(reponse)
})
