/** How the pane looks. 'contraste' is the system's forced colours. */
export type Apparence = 'clair' | 'sombre' | 'contraste'

const CONTRASTE = '(forced-colors: active)'
const SOMBRE = '(prefers-color-scheme: dark)'

/** What the system asks for now. */
export function apparenceDuSysteme(): Apparence {
  if (window.matchMedia(CONTRASTE).matches) return 'contraste'
  return window.matchMedia(SOMBRE).matches ? 'sombre' : 'clair'
}

/** Whether the system's background is dark, its forced colours included: browsers say it of those too. */
export function fondSombre(): boolean {
  return window.matchMedia(SOMBRE).matches
}

/** Calls back each time that the system asks for another look; returns how to stop. */
export function suivreSysteme(rappel: () => void): () => void {
  const requetes = [CONTRASTE, SOMBRE].map((requete) => window.matchMedia(requete))
  for (const requete of requetes) requete.addEventListener('change', rappel)
  return () => {
    for (const requete of requetes) requete.removeEventListener('change', rappel)
  }
}
