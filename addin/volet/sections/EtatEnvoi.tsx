import { Button } from '@fluentui/react-components'
import { Fragment } from 'react'
import type { JSX } from 'react'
import type { Transmission } from '../api-types.ts'
import { Attente } from '../composants/Attente.tsx'
import { Avis } from '../composants/Avis.tsx'
import { useStylesCommuns } from '../composants/styles.ts'
import { enMarche } from '../etat/envoi.ts'
import { dateHeure, fr, typographier } from '../texte/typographie.ts'

interface Props {
  transmission: Transmission
  trancher: (issue: 'recu' | 'renvoyer') => void
  actualiser: () => void
}

/** Where a sending stands, with its receipt, or with the question that only a person can settle. */
export function EtatEnvoi({ transmission, trancher, actualiser }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const { statut, destinataire } = transmission
  const message = transmission.message.trim() === '' ? null : typographier(transmission.message)
  if (enMarche(statut))
    return (
      <div className={communs.carte} role="status">
        <p className={communs.texte}>
          {message ?? fr`Votre envoi a bien été pris en charge le ${dateHeure(transmission.creeeLe)}.`}
        </p>
        <Attente
          phrase={statut === 'preparee' ? 'En attente d’expédition…' : 'Expédition en cours…'}
          longue={
            <div className={communs.rangee}>
              <p className={communs.discret}>L’envoi se poursuit même si vous fermez ce volet.</p>
              <Button size="small" onClick={actualiser}>
                Actualiser
              </Button>
            </div>
          }
        />
      </div>
    )
  if (statut === 'incertaine')
    return (
      <Avis
        genre="warning"
        actions={
          <>
            <Button size="small" onClick={() => trancher('recu')}>
              Reçu par la DGCS
            </Button>
            <Button size="small" onClick={() => trancher('renvoyer')}>
              Renvoyer
            </Button>
          </>
        }
      >
        {message ??
          'Nous ne pouvons pas établir si le message est parti. Ne renvoyez pas : vérifiez auprès de la DGCS, puis indiquez « reçu » ou « renvoyer ».'}
      </Avis>
    )
  if (statut === 'differee') return <Avis genre="warning">{message ?? 'La remise est retentée.'}</Avis>
  if (statut === 'echouee' || statut === 'rejetee')
    return (
      <Avis genre="error">{message ?? 'Le message n’a pas pu être expédié. Vous pouvez recommencer.'}</Avis>
    )
  return (
    <section className={communs.carte} aria-labelledby="cdppe-recu">
      <h3 id="cdppe-recu" className={communs.sousTitre}>
        Transmission effectuée
      </h3>
      <p className={communs.texte} role="status">
        {message ??
          fr`Transmis à ${destinataire} le ${dateHeure(transmission.envoyeeLe ?? transmission.creeeLe)}.`}
      </p>
      <dl className={communs.definitions}>
        <dt>Destinataire</dt>
        <dd>{destinataire}</dd>
        <dt>Objet</dt>
        <dd>{transmission.objet}</dd>
        {transmission.envoyeeLe !== null && (
          <>
            <dt>Expédié le</dt>
            <dd>{dateHeure(transmission.envoyeeLe)}</dd>
          </>
        )}
        {transmission.remiseLe !== null && (
          <>
            <dt>Remis le</dt>
            <dd>{dateHeure(transmission.remiseLe)}</dd>
          </>
        )}
        {transmission.pieces.map(({ piece, nom, nomFichier }) => (
          <Fragment key={piece + nomFichier}>
            <dt>{nom}</dt>
            <dd>{nomFichier}</dd>
          </Fragment>
        ))}
        {transmission.messageId !== null && (
          <>
            <dt>Référence</dt>
            <dd>{transmission.messageId}</dd>
          </>
        )}
      </dl>
    </section>
  )
}
