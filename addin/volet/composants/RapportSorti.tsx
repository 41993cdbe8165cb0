import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { JSX } from 'react'
import type { Rapport } from '../../../shared/controle/rapport.ts'
import type { Telechargement } from '../telechargement.ts'
import { dateHeure, fr } from '../texte/typographie.ts'
import { Avis } from './Avis.tsx'
import { differer } from './Differe.tsx'
import { useStylesCommuns } from './styles.ts'

const Impression = differer(async () => (await import('./Impression.tsx')).Impression)

interface Props {
  rapport: Rapport
  nomFichier: string
  /** ms since the epoch of the check. */
  controleLe: number
  telechargement: Telechargement
}

/** The report out of the pane: on paper for the meeting, or as a workbook. */
export function RapportSorti({ rapport, nomFichier, controleLe, telechargement }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const [imprime, imprimer] = useState(false)
  const [echec, signaler] = useState(false)
  const le = dateHeure(new Date(controleLe))
  const enregistrer = async (): Promise<void> => {
    try {
      signaler(false)
      const { rapportEnClasseur } = await import('../rapport-classeur.ts')
      await telechargement.fichier(nomDuRapport(nomFichier), rapportEnClasseur(rapport, nomFichier, le))
    } catch {
      signaler(true)
    }
  }
  return (
    <>
      <div className={communs.rangee}>
        <Button size="small" onClick={() => imprimer(true)}>
          Imprimer le rapport
        </Button>
        <Button size="small" onClick={() => void enregistrer()}>
          Rapport en .xlsx
        </Button>
      </div>
      {echec && (
        <Avis genre="warning">
          {fr`Le rapport n’a pas pu être enregistré. Votre classeur n’est pas touché ; recommencez.`}
        </Avis>
      )}
      {imprime && <Impression proprietes={{ rapport, nomFichier, le, fermer: () => imprimer(false) }} />}
    </>
  )
}

/** « Rapport CDPPE_62.xlsx » of « CDPPE_62.xlsx ». */
function nomDuRapport(nomFichier: string): string {
  return `Rapport ${nomFichier.replace(/\.[^.]*$/, '') || 'CDPPE'}.xlsx`
}
