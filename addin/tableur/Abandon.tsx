import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { typographier } from '../volet/texte/typographie.ts'

interface Proprietes {
  nom: string
  enregistrer: () => Promise<void>
  abandonner: () => void
  annuler: () => void
}

/** Asks before another workbook takes the place of one that has unsaved changes. */
export function Abandon({ nom, enregistrer, abandonner, annuler }: Proprietes): ReactNode {
  const dialogue = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialogue.current?.showModal()
  }, [])
  return (
    <dialog ref={dialogue} className="abandon" onCancel={annuler} aria-labelledby="abandon-titre">
      <h2 id="abandon-titre">Modifications non enregistrées</h2>
      <p>
        {typographier(
          `« ${nom} » a été modifié depuis sa dernière copie. Ouvrir un autre classeur fera perdre ces modifications.`,
        )}
      </p>
      <div className="boutons">
        <button type="button" className="principal" onClick={() => void enregistrer()}>
          Enregistrer une copie, puis ouvrir
        </button>
        <button type="button" onClick={abandonner}>
          Ouvrir sans enregistrer
        </button>
        <button type="button" onClick={annuler}>
          Annuler
        </button>
      </div>
    </dialog>
  )
}
