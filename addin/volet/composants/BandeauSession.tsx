import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { JSX } from 'react'
import type { SuiviService } from '../etat/service.ts'
import { Attente } from './Attente.tsx'
import { Avis } from './Avis.tsx'
import { useMagasin } from './crochets.ts'
import { useStylesCommuns } from './styles.ts'

const useStyles = makeStyles({
  // As wide as its words: on the line of the name where there is room, at its left below where there is none.
  deconnexion: {
    minWidth: 0,
    paddingInline: 0,
    textDecorationLine: 'underline',
    // Where buttons are framed.
    '@media (forced-colors: active)': { paddingInline: tokens.spacingHorizontalS },
  },
})

/** Who is signed in, how to sign in, or that the service does not answer. */
export function BandeauSession({ service }: { service: SuiviService }): JSX.Element {
  const styles = useStyles()
  const communs = useStylesCommuns()
  const { session, agent } = useMagasin(service)
  if (session === 'inconnue') return <Attente phrase="Vérification de votre connexion…" />
  if (session === 'absent')
    return (
      <Avis
        genre="warning"
        actions={
          <Button size="small" onClick={() => void service.ouvrir()}>
            Réessayer
          </Button>
        }
      >
        Le service des versions ne répond pas. Le contrôle du classeur continue de fonctionner{'\u202f'}; vous
        pourrez enregistrer et transmettre dès que le service répondra.
      </Avis>
    )
  if (session === 'fermee' || !agent)
    return (
      <div className={communs.carte}>
        <p className={communs.texte}>
          Connectez-vous pour enregistrer une version signée et la transmettre. Le contrôle du classeur, lui,
          ne demande pas de connexion.
        </p>
        <div>
          <Button appearance="primary" onClick={() => void service.connecter()}>
            Se connecter
          </Button>
        </div>
      </div>
    )
  return (
    <div className={communs.rangee}>
      <p className={communs.discret}>
        {agent.prenom} {agent.nom}, {agent.departement.nom} ({agent.departement.code})
      </p>
      <Button
        size="small"
        appearance="transparent"
        className={styles.deconnexion}
        onClick={() => void service.deconnecter()}
      >
        Se déconnecter
      </Button>
    </div>
  )
}
