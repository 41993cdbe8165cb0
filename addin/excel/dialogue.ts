import type { SessionOuverte } from '../volet/api-types.ts'
import { FenetreBloquee } from '../volet/connexion.ts'
import type { OuvrirConnexion } from '../volet/connexion.ts'

/** Where the dialog starts: a page of our own origin, as Excel wants it, which then goes to the sign-in. */
export const PAGE_DEPART = '/connecte.html?depart=excel'

const DEJA_OUVERT = 12007
const REFUSE = 12009

/**
 * Signs in through Excel's dialog. Its last page hands the session over: in Excel on the web the pane lives
 * in a frame of another site, where the session's cookie does not follow.
 */
export const ouvrirDansExcel: OuvrirConnexion = () =>
  new Promise((tenir, rompre) => {
    const adresse = new URL(PAGE_DEPART, window.location.origin).href
    Office.context.ui.displayDialogAsync(
      adresse,
      { height: 60, width: 30, promptBeforeOpen: false },
      (ouverture) => {
        if (ouverture.status !== Office.AsyncResultStatus.Succeeded) {
          rompre(new FenetreBloquee(phraseOuverture(ouverture.error.code)))
          return
        }
        const dialogue = ouverture.value
        dialogue.addEventHandler(Office.EventType.DialogMessageReceived, (message) => {
          dialogue.close()
          tenir('message' in message ? lireSession(message.message, message.origin) : null)
        })
        // Closed by the user: nobody is signed in, or the pane will find out by asking.
        dialogue.addEventHandler(Office.EventType.DialogEventReceived, () => tenir(null))
      },
    )
  })

/** The session in a dialog's message; null when it holds none or when another origin wrote it. */
export function lireSession(texte: string, origine: string | undefined): SessionOuverte | null {
  if (origine !== undefined && origine !== '*' && origine !== window.location.origin) return null
  try {
    const session = JSON.parse(texte) as Partial<SessionOuverte> | null
    return typeof session?.jeton === 'string' && session.agent ? (session as SessionOuverte) : null
  } catch {
    return null
  }
}

function phraseOuverture(code: number): string {
  if (code === DEJA_OUVERT)
    return 'La fenêtre de connexion est déjà ouverte. Terminez-y la connexion, ou fermez-la.'
  if (code === REFUSE)
    return 'La fenêtre de connexion a été refusée. Acceptez son ouverture pour vous connecter, puis recommencez.'
  return 'La fenêtre de connexion n’a pas pu être ouverte. Autorisez les fenêtres de ce site, puis recommencez.'
}
