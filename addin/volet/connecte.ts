import { ADRESSE_CONNEXION, CANAL, CONNECTE } from './connexion.ts'

const CLE = 'cdppe-dialogue'

/**
 * First and last page of a sign-in window. Opened by the pane in the page, it is only the last one: it says
 * so to the pane and closes. In a dialog of Excel it is also the first, since such a dialog must start on
 * our own origin, and the way back is Excel's own.
 */
async function suivre(): Promise<void> {
  if (new URLSearchParams(window.location.search).get('depart') === 'excel') {
    sessionStorage.setItem(CLE, 'excel')
    window.location.replace(ADRESSE_CONNEXION)
    return
  }
  if (sessionStorage.getItem(CLE) === 'excel') {
    const { rendreLaSession } = await import('../excel/dialogue-retour.ts')
    await rendreLaSession()
    return
  }
  dire('Vous êtes connecté. Fermez cette fenêtre et revenez au volet.')
  const canal = new BroadcastChannel(CANAL)
  canal.postMessage(CONNECTE)
  canal.close()
  window.close()
}

function dire(phrase: string): void {
  const texte = document.querySelector('p')
  if (texte) texte.textContent = phrase
}

suivre().catch(() =>
  dire(
    'La connexion est faite, mais elle n’a pas pu être transmise au volet. Fermez cette fenêtre, puis cliquez de nouveau sur « Se connecter ».',
  ),
)
