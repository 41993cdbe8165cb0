import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { JSX } from 'react'
import type { VersionResume } from '../api-types.ts'
import { fr } from '../texte/typographie.ts'

interface Props {
  version: VersionResume
  destinataire: string
  /** What is sent: « projet de contrat ». */
  envoi: string
  copies: readonly string[]
  pieces: readonly string[]
  horsDelai: boolean
  confirmer: () => void
  fermer: () => void
}

/** The one confirmation before a version leaves. */
export default function Confirmation(props: Props): JSX.Element {
  const { version, destinataire, envoi, copies, pieces, horsDelai, confirmer, fermer } = props
  return (
    <Dialog open modalType="alert" onOpenChange={(_, d) => !d.open && fermer()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{fr`Transmettre la version ${version.numero} ?`}</DialogTitle>
          <DialogContent>
            <p>{fr`Le classeur « ${version.nomFichier} » sera envoyé à ${destinataire}, au titre de : ${envoi}.`}</p>
            {pieces.length > 0 && <p>{fr`Pièces jointes : ${pieces.join(' ; ')}.`}</p>}
            {copies.length > 0 && <p>{fr`Copie : ${copies.join(', ')}.`}</p>}
            {horsDelai && <p>L’envoi est hors délai, et le message le dira.</p>}
            <p>Une version ne part qu’une fois, et l’envoi ne peut pas être rappelé.</p>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={confirmer}>
              Transmettre
            </Button>
            <Button onClick={fermer}>Annuler</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
