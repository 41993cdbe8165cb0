import { ClientApi } from '../volet/api.ts'

const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'

/** Last page of Excel's sign-in dialog: takes the session and hands it to the pane, which closes the dialog. */
export async function rendreLaSession(): Promise<void> {
  await chargerOffice()
  await Office.onReady()
  const session = await new ClientApi().session().catch(() => null)
  Office.context.ui.messageParent(JSON.stringify(session), { targetOrigin: window.location.origin })
}

/** Office.js from Microsoft's own address, as its licence wants. */
function chargerOffice(): Promise<void> {
  return new Promise((tenir, rompre) => {
    const script = document.createElement('script')
    script.src = OFFICE_JS
    script.addEventListener('load', () => tenir())
    script.addEventListener('error', () => rompre(new Error('office.js')))
    document.head.append(script)
  })
}
