import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'

interface Proprietes {
  deposer: (fichier: File) => void
  refuser: (phrase: string) => void
}

/** Opens a file dropped anywhere on the page. */
export function Depot({ deposer, refuser }: Proprietes): ReactNode {
  const [survol, setSurvol] = useState(false)
  useEffect(() => {
    const porteFichier = (evenement: DragEvent): boolean =>
      evenement.dataTransfer?.types.includes('Files') ?? false
    const survoler = (evenement: DragEvent): void => {
      if (!porteFichier(evenement)) return
      evenement.preventDefault()
      setSurvol(true)
    }
    const quitter = (evenement: DragEvent): void => {
      if (!evenement.relatedTarget) setSurvol(false)
    }
    const lacher = (evenement: DragEvent): void => {
      if (!porteFichier(evenement)) return
      evenement.preventDefault()
      setSurvol(false)
      const fichiers = evenement.dataTransfer?.files
      if (fichiers?.length === 1) deposer(fichiers[0]!)
      else refuser('Déposez un seul classeur à la fois.')
    }
    window.addEventListener('dragover', survoler)
    window.addEventListener('dragleave', quitter)
    window.addEventListener('drop', lacher)
    return () => {
      window.removeEventListener('dragover', survoler)
      window.removeEventListener('dragleave', quitter)
      window.removeEventListener('drop', lacher)
    }
  }, [deposer, refuser])
  return survol ? <div className="depot">Déposez le classeur pour l’ouvrir</div> : null
}
