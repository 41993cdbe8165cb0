import { telechargementNavigateur } from '../volet/telechargement.ts'
import type { Telechargement } from '../volet/telechargement.ts'

/** Excel's pane does not download by itself everywhere: an address opens in the user's browser where Office can do so. */
export const telechargementExcel: Telechargement = {
  async adresse(url, nomFichier) {
    if (Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1'))
      Office.context.ui.openBrowserWindow(url)
    else await telechargementNavigateur.adresse(url, nomFichier)
  },
  fichier: (nomFichier, contenu) => telechargementNavigateur.fichier(nomFichier, contenu),
}
