import type { MessageAuControle } from './messages-controle.ts'
import { repondreAuControle } from './reponses-controle.ts'

/** Runs the check away from the screen's thread, so that the pane never freezes. */
const repondre = repondreAuControle((message) => self.postMessage(message))
self.addEventListener('message', ({ data }: MessageEvent<MessageAuControle>) => repondre(data))
