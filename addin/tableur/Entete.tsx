import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { Demarrage } from './demarrage.ts'
import { EXEMPLES } from './exemples.ts'

interface Proprietes {
  nom: string
  /** A workbook can be opened. */
  pret: boolean
  /** A workbook is open. */
  ouvert: boolean
  demarrage: Demarrage | undefined
  ouvrirFichier: (fichier: File) => void
  ouvrirExemple: (fichier: string) => void
  enregistrer: () => void
}

/** The bar above the grid: which file, and what can be done with it. */
export function Entete({
  nom,
  pret,
  ouvert,
  demarrage,
  ouvrirFichier,
  ouvrirExemple,
  enregistrer,
}: Proprietes): ReactNode {
  const choix = useRef<HTMLInputElement>(null)
  const menu = useRef<HTMLDetailsElement>(null)
  const fermerMenu = (): void => {
    if (menu.current) menu.current.open = false
  }
  useEffect(() => {
    const fermerDehors = ({ target }: PointerEvent): void => {
      if (!menu.current?.contains(target as Node)) fermerMenu()
    }
    const fermerAuClavier = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') fermerMenu()
    }
    // Captured: the grid keeps the presses made in it to itself.
    window.addEventListener('pointerdown', fermerDehors, { capture: true })
    window.addEventListener('keydown', fermerAuClavier, { capture: true })
    return () => {
      window.removeEventListener('pointerdown', fermerDehors, { capture: true })
      window.removeEventListener('keydown', fermerAuClavier, { capture: true })
    }
  }, [])
  return (
    <header className="entete" data-partie="entete">
      <span className="marque">CDPPE</span>
      <h1 className="nom" title={nom}>
        {nom}
      </h1>
      <div className="actions">
        <button
          type="button"
          className="icone"
          title="Annuler (Ctrl+Z)"
          aria-label="Annuler"
          disabled={!ouvert}
          onClick={demarrage?.annuler}
        >
          <Fleche />
        </button>
        <button
          type="button"
          className="icone"
          title="Rétablir (Ctrl+Y)"
          aria-label="Rétablir"
          disabled={!ouvert}
          onClick={demarrage?.retablir}
        >
          <Fleche inverse />
        </button>
        <span className="filet" />
        <button type="button" disabled={!pret} onClick={() => choix.current?.click()}>
          Ouvrir un classeur…
        </button>
        <input
          ref={choix}
          type="file"
          hidden
          accept=".xlsx,.xlsm,.xls,.xlsb,.ods,.csv"
          data-testid="fichier"
          onChange={({ target }) => {
            const fichier = target.files?.[0]
            // Emptied so that choosing the same file again is a choice too.
            target.value = ''
            if (fichier) ouvrirFichier(fichier)
          }}
        />
        <button type="button" disabled={!ouvert} onClick={enregistrer}>
          Enregistrer une copie
        </button>
        <details className="exemples" ref={menu}>
          <summary>Exemples</summary>
          <ul>
            {EXEMPLES.map(({ fichier, titre }) => (
              <li key={fichier}>
                <button
                  type="button"
                  disabled={!pret}
                  onClick={() => {
                    fermerMenu()
                    ouvrirExemple(fichier)
                  }}
                >
                  {titre}
                </button>
              </li>
            ))}
          </ul>
        </details>
        <a href="aide.html" target="_blank" rel="noopener">
          Aide
        </a>
      </div>
    </header>
  )
}

function Fleche({ inverse = false }: { inverse?: boolean }): ReactNode {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 20 20"
      aria-hidden="true"
      style={inverse ? { transform: 'scaleX(-1)' } : {}}
    >
      <path
        d="M7.5 4 4 7.5 7.5 11M4.5 7.5H12a4 4 0 0 1 0 8H8"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
