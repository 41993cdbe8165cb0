import { useEffect, useReducer } from 'react'
import type { JSX } from 'react'
import { dateLongue } from '../../../shared/referentiel/date-civile.ts'
import type { Referentiel } from '../../../shared/referentiel/referentiel.ts'
import { REFERENTIELS } from '../../../shared/referentiel/registre.ts'
import { Button } from '@fluentui/react-components'
import { referentielsCharges, retirerReferentiel, surCharges } from '../../referentiels/charges.ts'
import { useStylesCommuns } from '../composants/styles.ts'
import type { SuiviService } from '../etat/service.ts'
import type { Telechargement } from '../telechargement.ts'
import { compte, fr, typographier } from '../texte/typographie.ts'
import { CatalogueRegles } from './referentiels/CatalogueRegles.tsx'
import { ChargerReferentiel } from './referentiels/ChargerReferentiel.tsx'
import { ComparerReferentiels } from './referentiels/ComparerReferentiels.tsx'

interface Props {
  service: SuiviService
  telechargement: Telechargement
}

/** The texts by which workbooks are judged: which are loaded, another one from a file, what changes, every rule. */
export default function Referentiels({ service, telechargement }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const charges = useCharges()
  return (
    <div className={communs.pile}>
      <h2 className={communs.titre}>Référentiels</h2>
      <ul className={communs.liste}>
        {charges.map((r) => (
          <Charge key={r.id} referentiel={r} />
        ))}
      </ul>
      <ChargerReferentiel service={service} telechargement={telechargement} charges={charges} />
      <ComparerReferentiels charges={charges} />
      <CatalogueRegles />
    </div>
  )
}

function useCharges(): readonly Referentiel[] {
  const [, revoir] = useReducer((n: number) => n + 1, 0)
  useEffect(() => surCharges(revoir), [])
  return referentielsCharges()
}

function Charge({ referentiel: r }: { referentiel: Referentiel }): JSX.Element {
  const communs = useStylesCommuns()
  return (
    <li className={communs.carte}>
      <h3 className={communs.sousTitre}>
        {typographier(r.id === r.titre ? r.titre : `${r.id} – ${r.titre}`)}
      </h3>
      <p className={communs.texte}>
        {fr`${r.exercices.length > 1 ? 'Exercices' : 'Exercice'} ${r.exercices.join(', ')} ; ${compte(r.objectifs.length, 'objectif')}, dont ${compte(r.objectifs.filter((o) => o.caractere !== 'facultatif').length, 'obligatoire')}.`}
      </p>
      <p className={communs.discret}>
        {fr`${typographier(r.reference.texte)}. Données du ${dateLongue(r.version)}.`}
      </p>
      {!REFERENTIELS.includes(r) && (
        <div>
          <Button size="small" onClick={() => retirerReferentiel(r.id)}>
            Retirer de cet appareil
          </Button>
        </div>
      )}
    </li>
  )
}
