import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'

const CLE = 'cdppe.largeur-volet'
const MIN = 320
const MAX = 720
const DEFAUT = 440
/** On a small screen the grid keeps more than half. */
const DEFAUT_ETROIT = 360
const PAS = 24

function largeurInitiale(): number {
  const lue = Number(localStorage.getItem(CLE))
  return lue >= MIN && lue <= MAX ? lue : window.innerWidth < 1280 ? DEFAUT_ETROIT : DEFAUT
}

/** The border between grid and pane: dragged with the mouse, moved with the arrow keys, remembered on this machine. */
export function Separateur(): ReactNode {
  const [largeur, setLargeur] = useState(largeurInitiale)
  useEffect(() => {
    document.documentElement.style.setProperty('--largeur-volet', `${String(largeur)}px`)
    localStorage.setItem(CLE, String(largeur))
  }, [largeur])
  const poser = (pixels: number): void => {
    setLargeur(Math.min(MAX, Math.max(MIN, Math.round(pixels))))
  }
  return (
    <div
      className="separateur"
      role="separator"
      aria-orientation="vertical"
      aria-label="Largeur du volet"
      aria-valuemin={MIN}
      aria-valuemax={MAX}
      aria-valuenow={largeur}
      tabIndex={0}
      onPointerDown={(evenement) => {
        evenement.currentTarget.setPointerCapture(evenement.pointerId)
      }}
      onPointerMove={(evenement) => {
        if (evenement.currentTarget.hasPointerCapture(evenement.pointerId))
          poser(window.innerWidth - evenement.clientX)
      }}
      onKeyDown={({ key }) => {
        if (key === 'ArrowLeft') poser(largeur + PAS)
        if (key === 'ArrowRight') poser(largeur - PAS)
      }}
    />
  )
}
