import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { JSX } from 'react'
import type { Evenement } from '../../api-types.ts'
import { useStylesCommuns } from '../../composants/styles.ts'
import type { SuiviService } from '../../etat/service.ts'
import { direEvenement } from '../../texte/etat-version.ts'
import { dateHeure, fr } from '../../texte/typographie.ts'

const PAR_FOIS = 15

/** What happened to the versions, the newest first, read when it is asked for. */
export function Journal({ service }: { service: SuiviService }): JSX.Element {
  const communs = useStylesCommuns()
  const [lus, garder] = useState<Evenement[] | null>(null)
  const [montres, montrer] = useState(PAR_FOIS)
  const lire = async (): Promise<void> => {
    const { chaine } = service.etat
    if (!chaine) return
    try {
      garder(await service.api.journal(chaine))
      montrer(PAR_FOIS)
    } catch (erreur) {
      service.echouer(erreur)
    }
  }
  return (
    <section className={communs.pileSerree} aria-labelledby="cdppe-journal">
      <h3 id="cdppe-journal" className={communs.sousTitre}>
        Journal
      </h3>
      <p className={communs.discret}>Qui a vu, contrôlé, signé, envoyé quoi, et quand. Rien ne s’y efface.</p>
      {lus !== null && (
        <ol className={communs.liste} data-journal={lus.length}>
          {lus.slice(0, montres).map((e, rang) => (
            <li key={`${e.le}${e.evenement}${rang}`} className={communs.compact}>
              {direEvenement(e)}
              {fr`, le ${dateHeure(e.le)}, `}
              {e.agent ? `par ${e.agent.prenom} ${e.agent.nom}` : 'par le service'}.
            </li>
          ))}
        </ol>
      )}
      <div className={communs.rangee}>
        <Button size="small" onClick={() => void lire()}>
          {lus === null ? 'Lire le journal' : 'Relire le journal'}
        </Button>
        {lus !== null && lus.length > montres && (
          <Button size="small" appearance="transparent" onClick={() => montrer(montres + 10 * PAR_FOIS)}>
            Événements plus anciens
          </Button>
        )}
      </div>
    </section>
  )
}
