import { controlerPourVolet } from './controle-pur.ts'
import type { AvanceControle, DemandeControle, ReponseControle } from './controle-pur.ts'

/** Told no more often than this, in ms: a short check tells nothing. */
const PAS_MS = 100

/** Runs the check away from the screen's thread, so that the pane never freezes. */
self.addEventListener('message', (evenement: MessageEvent<DemandeControle>) => {
  const { id } = evenement.data
  let dernier = performance.now()
  const reponse: ReponseControle = controlerPourVolet(evenement.data, (avance) => {
    if (performance.now() - dernier < PAS_MS) return
    dernier = performance.now()
    self.postMessage({ id, avance } satisfies AvanceControle)
  })
  self.postMessage(reponse)
})
