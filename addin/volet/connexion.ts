import type { SessionOuverte } from './api-types.ts'

/**
 * Lets the user sign in and comes back when it is over. Gives the session where the window could hand it
 * over, null where the pane is to ask for it (or where the user gave up: asking tells).
 */
export type OuvrirConnexion = () => Promise<SessionOuverte | null>

/** The window could not be opened; the message is for the user. */
export class FenetreBloquee extends Error {
  override readonly name = 'FenetreBloquee'
}

export const PAGE_RETOUR = '/connecte.html'
export const ADRESSE_CONNEXION = `/api/connexion?retour=${encodeURIComponent(PAGE_RETOUR)}`
export const CANAL = 'cdppe-connexion'
export const CONNECTE = 'cdppe-connecte'

/** Ends the listening of the attempt before, given up when another one starts. */
let oublier: () => void = () => undefined

/**
 * Signs in through a window of its own, so that what is being typed in the page is not lost. Its last page
 * says that it is done, on a channel that only our own origin hears. Whether the window is closed tells
 * nothing: a sign-in page that isolates itself (Cross-Origin-Opener-Policy) looks closed from here while its
 * user is still typing. An attempt that is given up stays silent, and the next one takes its place.
 */
export const ouvrirDansUneFenetre: OuvrirConnexion = () =>
  new Promise((tenir, rompre) => {
    oublier()
    const fenetre = window.open(ADRESSE_CONNEXION, 'cdppe-connexion', 'popup,width=520,height=680')
    if (!fenetre) {
      rompre(
        new FenetreBloquee(
          'Le navigateur a bloqué la fenêtre de connexion. Autorisez les fenêtres de ce site, puis recommencez.',
        ),
      )
      return
    }
    const canal = new BroadcastChannel(CANAL)
    oublier = () => canal.close()
    canal.addEventListener('message', (evenement) => {
      if (evenement.data !== CONNECTE) return
      canal.close()
      tenir(null)
    })
  })
