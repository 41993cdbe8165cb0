import { useEffect, useRef, useState } from 'react'
import type { Demarrage } from './demarrage.ts'

/** The parts of the page between which F6 goes round, as between those of Excel. In their order. */
const PARTIES = ['entete', 'classeur', 'volet'] as const
export type Partie = (typeof PARTIES)[number]

/** What is said on arriving: where one is, and how to leave. */
const ARRIVEES: Record<Partie, string> = {
  entete: 'En-tête. F6 : aller au classeur ; Maj+F6 : aller au volet.',
  classeur: 'Classeur. F6 : aller au volet ; Maj+F6 : aller à l’en-tête.',
  volet: 'Volet. F6 : aller à l’en-tête ; Maj+F6 : aller au classeur.',
}

const ATTEIGNABLE =
  ':is(button, summary, a[href], input, select, textarea, [tabindex]):not([tabindex="-1"], :disabled, [hidden])'

interface Circulation {
  aller: (partie: Partie) => void
  /** To be said by a live region. */
  annonce: string
}

/**
 * Goes round the parts of the page by keyboard: the grid keeps Tab for its cells, and F6 is the way out of it.
 * Coming back to a part finds what had the focus there.
 */
export function useCirculation(demarrage: Demarrage | undefined): Circulation {
  const [annonce, dire] = useState('')
  const derniers = useRef<Partial<Record<Partie, HTMLElement>>>({})
  const aller = useRef<(partie: Partie) => void>(() => undefined)

  useEffect(() => {
    // Where the last press is leading: a second one may come before the cell being typed is taken.
    let enRoute: Partie | undefined
    aller.current = (partie) => {
      enRoute = partie
      void demarrage?.quitter().then(() => {
        if (enRoute !== partie) return
        enRoute = undefined
        if (partie === 'classeur') demarrage.entrer()
        else cible(partie, derniers.current[partie])?.focus()
        document.documentElement.dataset['clavier'] = partie
        dire(ARRIVEES[partie])
      })
    }
    const noter = ({ target }: FocusEvent): void => {
      const element = target as HTMLElement
      const partie = partieDe(element)
      if (partie) derniers.current[partie] = element
    }
    const tourner = (evenement: KeyboardEvent): void => {
      if (evenement.key !== 'F6' || evenement.ctrlKey || evenement.altKey || evenement.metaKey) return
      // A dialog keeps the keyboard until it is answered.
      if (document.querySelector('dialog[open], [aria-modal="true"]')) return
      evenement.preventDefault()
      evenement.stopImmediatePropagation()
      const ici = PARTIES.indexOf(enRoute ?? partieDe(document.activeElement) ?? 'volet')
      const pas = evenement.shiftKey ? -1 : 1
      aller.current(PARTIES[(ici + pas + PARTIES.length) % PARTIES.length]!)
    }
    const oublier = (): void => {
      delete document.documentElement.dataset['clavier']
    }
    document.addEventListener('focusin', noter)
    // Captured: the grid keeps the keys and presses made in it to itself.
    window.addEventListener('keydown', tourner, { capture: true })
    window.addEventListener('pointerdown', oublier, { capture: true })
    return () => {
      document.removeEventListener('focusin', noter)
      window.removeEventListener('keydown', tourner, { capture: true })
      window.removeEventListener('pointerdown', oublier, { capture: true })
    }
  }, [demarrage])

  return {
    aller: (partie) => {
      aller.current(partie)
    },
    annonce,
  }
}

function partieDe(element: Element | null): Partie | undefined {
  const nom = element?.closest<HTMLElement>('[data-partie]')?.dataset['partie']
  return PARTIES.find((partie) => partie === nom)
}

/** Where the focus goes in a part: where it was, else on the open tab, else on the first thing to press. */
function cible(partie: Partie, dernier: HTMLElement | undefined): HTMLElement | null {
  if (dernier?.isConnected && dernier.checkVisibility() && dernier.matches(ATTEIGNABLE)) return dernier
  const racine = document.querySelector(`[data-partie="${partie}"]`)
  return (
    racine?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]') ??
    racine?.querySelector<HTMLElement>(ATTEIGNABLE) ??
    null
  )
}
