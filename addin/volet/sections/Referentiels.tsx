import type { JSX } from 'react'
import { BandeauSession } from '../composants/BandeauSession.tsx'
import { AvisService } from '../composants/AvisService.tsx'
import { useStylesCommuns } from '../composants/styles.ts'
import type { SuiviControle } from '../etat/controle.ts'
import type { SuiviReferentiels } from '../etat/referentiels.ts'
import type { SuiviService } from '../etat/service.ts'
import type { Telechargement } from '../telechargement.ts'
import { BlocCatalogue } from './referentiels/BlocCatalogue.tsx'
import { Chargement } from './referentiels/Chargement.tsx'
import { Comparaison } from './referentiels/Comparaison.tsx'
import { Liste } from './referentiels/Liste.tsx'

interface Props {
  referentiels: SuiviReferentiels
  suivi: SuiviControle
  service: SuiviService
  telechargement: Telechargement
}

/** The texts by which the workbook is judged: which, from where, how to add one, what changes from one to another. */
export default function Referentiels({ referentiels, suivi, service, telechargement }: Props): JSX.Element {
  const communs = useStylesCommuns()
  return (
    <div className={communs.pile}>
      <h2 className={communs.titre}>Référentiels</h2>
      <Liste referentiels={referentiels} service={service} />
      <Chargement referentiels={referentiels} telechargement={telechargement} />
      <Comparaison referentiels={referentiels} suivi={suivi} />
      <BlocCatalogue />
      <section className={communs.pileSerree}>
        <h3 className={communs.sousTitre}>Référentiels publiés</h3>
        <p className={communs.discret}>
          Une fois connecté, les référentiels publiés par un administrateur sont pris en compte d’eux-mêmes.
        </p>
        <BandeauSession service={service} />
        <AvisService service={service} />
      </section>
    </div>
  )
}
