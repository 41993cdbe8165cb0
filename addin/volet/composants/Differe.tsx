import { Button } from '@fluentui/react-components'
import { Component, Suspense, lazy, useState } from 'react'
import type { ComponentType, JSX, ReactNode } from 'react'
import { fr } from '../texte/typographie.ts'
import { Avis } from './Avis.tsx'
import { ErreurChargement } from './charger.ts'

/**
 * A part of the pane fetched when needed, with a wait meanwhile; its failure is said in its place and leaves the
 * rest of the page as it is. `charger` is asked again at each « Réessayer ».
 */
export function differer<P extends object>(
  charger: () => Promise<ComponentType<P>>,
): (props: { proprietes: P; attente?: ReactNode }) => JSX.Element {
  const creer = (): ComponentType<P> => lazy(async () => ({ default: await charger() }))
  return function Differe({ proprietes, attente }) {
    // A lazy component keeps its failure: another try is another component.
    const [Contenu, changer] = useState(creer)
    return (
      <Garde reessayer={() => changer(creer)}>
        <Suspense fallback={attente}>
          <Contenu {...proprietes} />
        </Suspense>
      </Garde>
    )
  }
}

interface EtatGarde {
  erreur: unknown
  echecs: number
}

/** Keeps the failure of a part from taking the page, and the unsaved work, with it. */
class Garde extends Component<{ reessayer: () => void; children: ReactNode }, EtatGarde> {
  override state: EtatGarde = { erreur: null, echecs: 0 }

  static getDerivedStateFromError(erreur: unknown): Partial<EtatGarde> {
    return { erreur }
  }

  override componentDidCatch(): void {
    this.setState(({ echecs }) => ({ echecs: echecs + 1 }))
  }

  override render(): ReactNode {
    const { erreur, echecs } = this.state
    if (erreur === null) return this.props.children
    return (
      <Avis
        genre="error"
        actions={
          <Button
            size="small"
            onClick={() => {
              this.props.reessayer()
              this.setState({ erreur: null })
            }}
          >
            Réessayer
          </Button>
        }
      >
        {erreur instanceof ErreurChargement
          ? fr`Cette section n’a pas pu être chargée : le service ne répond pas. Votre classeur n’est pas touché.`
          : 'Cette section n’a pas pu être affichée. Votre classeur n’est pas touché.'}
        {echecs > 1 && ' Si cela se répète, enregistrez votre classeur, puis rechargez la page.'}
      </Avis>
    )
  }
}
