import { Badge, Button } from '@fluentui/react-components'
import { Fragment } from 'react'
import type { JSX } from 'react'
import type { StatutTransmission, Transmission } from '../api-types.ts'
import { Attente } from '../composants/Attente.tsx'
import { Avis } from '../composants/Avis.tsx'
import { useStylesCommuns } from '../composants/styles.ts'
import { enMarche } from '../etat/envoi.ts'
import { dateHeure, fr, typographier } from '../texte/typographie.ts'

const ETATS: Record<
  StatutTransmission,
  { nom: string; couleur: 'informative' | 'success' | 'warning' | 'danger' }
> = {
  preparee: { nom: 'Préparée', couleur: 'informative' },
  'en-cours': { nom: 'En cours', couleur: 'informative' },
  envoyee: { nom: 'Envoyée', couleur: 'success' },
  remise: { nom: 'Remise', couleur: 'success' },
  differee: { nom: 'Différée', couleur: 'warning' },
  rejetee: { nom: 'Rejetée', couleur: 'danger' },
  incertaine: { nom: 'Incertaine', couleur: 'warning' },
  echouee: { nom: 'Non partie', couleur: 'danger' },
}

interface Props {
  transmission: Transmission
  /** Whether this person may settle a doubt. */
  peutTrancher: boolean
  trancher: (issue: 'recu' | 'renvoyer') => void
  actualiser: () => void
}

/** Where a sending stands, and what came back that asks for something. */
export function EtatEnvoi(props: Props): JSX.Element {
  const communs = useStylesCommuns()
  const { statut, alerte } = props.transmission
  const { nom, couleur } = ETATS[statut]
  return (
    <section className={communs.pileSerree} aria-label="État de la transmission" data-etat={statut}>
      <div>
        <Badge appearance="tint" color={couleur}>
          {nom}
        </Badge>
      </div>
      <div className={communs.pile}>
        {alerte !== null && <Avis genre="warning">{typographier(alerte)}</Avis>}
        <Detail {...props} />
      </div>
    </section>
  )
}

/** What is known of it, with its receipt, or with the question that only a person can settle. */
function Detail({ transmission, peutTrancher, trancher, actualiser }: Props): JSX.Element {
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
          peutTrancher && (
            <>
              <Button size="small" onClick={() => trancher('recu')}>
                Reçu par la DGCS
              </Button>
              <Button size="small" onClick={() => trancher('renvoyer')}>
                Renvoyer
              </Button>
            </>
          )
        }
      >
        {message ??
          fr`Nous ne pouvons pas établir si le message est parti. Ne renvoyez pas : vérifiez auprès de la DGCS, puis indiquez « reçu » ou « renvoyer ».`}
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
        <dt>Objet</dt>
        <dd>{transmission.objet}</dd>
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
