import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { JSX } from 'react'
import { Attente } from '../../composants/Attente.tsx'
import { chargeur } from '../../composants/charger.ts'
import { differer } from '../../composants/Differe.tsx'
import { useStylesCommuns } from '../../composants/styles.ts'
import { fr } from '../../texte/typographie.ts'

/** Fetched when it is opened: it bears the words of every rule. */
const charger = chargeur(() => import('./Catalogue.tsx'))
const Catalogue = differer(async () => (await charger()).default)

/** The catalogue of the rules, shut until it is asked for. */
export function BlocCatalogue(): JSX.Element {
  const communs = useStylesCommuns()
  const [ouvert, ouvrir] = useState(false)
  return (
    <section className={communs.pileSerree}>
      <h3 className={communs.sousTitre}>Règles des textes</h3>
      <p className={communs.texte}>
        {fr`Toutes les règles relevées dans les textes : celles que le contrôle vérifie, celles qu’il rappelle, celles qu’un classeur ne permet pas de vérifier, et pourquoi.`}
      </p>
      <div>
        <Button size="small" aria-expanded={ouvert} onClick={() => ouvrir(!ouvert)}>
          {ouvert ? 'Fermer le catalogue' : 'Ouvrir le catalogue des règles'}
        </Button>
      </div>
      {ouvert && <Catalogue proprietes={{}} attente={<Attente phrase="Ouverture du catalogue…" />} />}
    </section>
  )
}
