import type { JSX } from 'react'
import { useStylesCommuns } from '../composants/styles.ts'
import type { EtatControle } from '../etat/controle.ts'
import { typographier } from '../texte/typographie.ts'

/** What a section says while there is no report to show. */
export function SansRapport({ titre, etat }: { titre: string; etat: EtatControle }): JSX.Element {
  const communs = useStylesCommuns()
  return (
    <div className={communs.pile}>
      <h2 className={communs.titre}>{titre}</h2>
      <p className={communs.texte}>
        {etat.erreur !== null
          ? typographier(etat.erreur)
          : etat.vide
            ? 'Ce classeur est vide. Ouvrez celui qui contient votre plan d’action.'
            : 'Le classeur est en cours de contrôle.'}
      </p>
    </div>
  )
}
