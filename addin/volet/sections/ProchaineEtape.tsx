import { Button } from '@fluentui/react-components'
import type { JSX } from 'react'
import type { Rapport } from '../../../shared/controle/rapport.ts'
import { useStylesCommuns } from '../composants/styles.ts'
import { graviteSuivante, prochaineEtape } from '../texte/prochaine.ts'

interface Props {
  rapport: Rapport
  /** Opens the section of the versions. */
  versions: () => void
}

/** What is to be done next, and the way there: the points that come first, else the versions. */
export function ProchaineEtape({ rapport, versions }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const suivante = graviteSuivante(rapport)
  return (
    <div className={communs.pileSerree}>
      <strong className={communs.texte}>{prochaineEtape(rapport)}</strong>
      <div>
        <Button
          size="small"
          appearance="primary"
          onClick={() => (suivante === null ? versions() : montrer(suivante))}
        >
          {suivante === null
            ? 'Ouvrir l’onglet Versions'
            : suivante === 'bloquant'
              ? 'Voir ce qui bloque'
              : 'Voir ce qui reste'}
        </Button>
      </div>
    </div>
  )
}

/** Goes to the points of a gravité, or to the filters where these put them out of sight. */
function montrer(gravite: string): void {
  const points = document.getElementById(`cdppe-gravite-${gravite}`)
  const cible = points ?? document.getElementById('cdppe-points')
  cible?.scrollIntoView()
  cible?.focus({ preventScroll: true })
}
