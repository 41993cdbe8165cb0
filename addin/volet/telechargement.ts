/** How a file reaches the user's disk: the browser's own way, or Excel's. */
export interface Telechargement {
  /** From a short-lived address. */
  adresse(url: string, nomFichier: string): Promise<void>
  /** From what the pane holds. */
  fichier(nomFichier: string, contenu: Blob): Promise<void>
}

/** Downloads as a page does. */
export const telechargementNavigateur: Telechargement = {
  adresse(url, nomFichier) {
    cliquer(url, nomFichier)
    return Promise.resolve()
  },
  fichier(nomFichier, contenu) {
    const url = URL.createObjectURL(contenu)
    cliquer(url, nomFichier)
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
    return Promise.resolve()
  },
}

function cliquer(url: string, nomFichier: string): void {
  const lien = document.createElement('a')
  lien.href = url
  lien.download = nomFichier
  lien.rel = 'noopener'
  document.body.append(lien)
  lien.click()
  lien.remove()
}
