import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { JSX } from 'react'
import { Avis } from '../composants/Avis.tsx'
import { useMagasin } from '../composants/crochets.ts'
import type { SuiviMarques } from '../etat/marques.ts'
import { compte, fr, typographier } from '../texte/typographie.ts'

interface PropsVersion {
  marques: SuiviMarques
  enregistrer: () => void
  fermer: () => void
}

/** Asked before a workbook is signed that holds the marks of the check: they would be in the file for ever. */
export function MarquesAvantVersion({ marques, enregistrer, fermer }: PropsVersion): JSX.Element {
  const { nombre, enCours, avis } = useMagasin(marques)
  const [echec, signaler] = useState(false)
  const oter = async (): Promise<void> => {
    if (await marques.oter()) enregistrer()
    else signaler(true)
  }
  return (
    <Dialog open modalType="alert" onOpenChange={(_, d) => !d.open && fermer()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Enregistrer avec les marques du contrôle ?</DialogTitle>
          <DialogContent>
            <p>
              {fr`Dans ce classeur, ${compte(nombre ?? 0, 'cellule porte', 'cellules portent')} la couleur et la note d’un point relevé. La version signée les garderait, et qui la reçoit les verrait.`}
            </p>
            <p>Les valeurs et les formules sont les mêmes avec ou sans marques.</p>
            {echec && avis !== null && <Avis genre={avis.genre}>{typographier(avis.texte)}</Avis>}
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" disabled={enCours} onClick={() => void oter()}>
              Ôter les marques, puis enregistrer
            </Button>
            <Button disabled={enCours} onClick={enregistrer}>
              Enregistrer avec les marques
            </Button>
            <Button disabled={enCours} onClick={fermer}>
              Annuler
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

/** Said before a sending: what leaves is the version's file, marks included where it was saved with them. */
export function MarquesAvantEnvoi({ marques }: { marques: SuiviMarques }): JSX.Element | null {
  const { nombre, enCours } = useMagasin(marques)
  if (!marques.dansLeFichier || (nombre ?? 0) === 0) return null
  return (
    <Avis
      genre="warning"
      actions={
        <Button size="small" disabled={enCours} onClick={() => void marques.oter()}>
          Ôter les marques
        </Button>
      }
    >
      {fr`Le classeur ouvert porte les marques du contrôle (${compte(nombre ?? 0, 'cellule')}). C’est le fichier de la version qui part : si elle a été enregistrée avec des marques, la DGCS les verra. Ôtez-les, enregistrez une version, puis transmettez-la.`}
    </Avis>
  )
}
