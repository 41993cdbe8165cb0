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
import type { Referentiel } from '../../../../shared/referentiel/referentiel.ts'
import { direExercices } from '../../texte/referentiel.ts'
import { fr } from '../../texte/typographie.ts'

interface Props {
  referentiel: Referentiel
  confirmer: () => void
  fermer: () => void
}

/** The one confirmation before a référentiel governs every département. */
export function ConfirmationPublication({ referentiel, confirmer, fermer }: Props): JSX.Element {
  return (
    <Dialog open modalType="alert" onOpenChange={(_, d) => !d.open && fermer()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{fr`Publier le référentiel ${referentiel.id} ?`}</DialogTitle>
          <DialogContent>
            <p>
              {fr`Il régira ${direExercices(referentiel.exercices)} pour tous les départements, dans le volet, les cellules et le service.`}
            </p>
            <p>Il sera signé de votre nom. Les autres exercices ne changent pas.</p>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={confirmer}>
              Publier
            </Button>
            <Button onClick={fermer}>Annuler</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
