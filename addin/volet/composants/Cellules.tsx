import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState, useTransition } from 'react'
import type { JSX } from 'react'
import type { ReferenceCellule } from '../../../shared/classeur/adresse.ts'
import { plagesDe } from '../plages-cellules.ts'
import { compte, fr } from '../texte/typographie.ts'
import { useStylesCommuns } from './styles.ts'

const MONTREES = 6
/** Shown by one more click: a thousand buttons at once would keep the pane. */
const SUIVANTES = 100

const useStyles = makeStyles({
  bouton: {
    minWidth: 'auto',
    fontVariantNumeric: 'tabular-nums',
    paddingInline: tokens.spacingHorizontalSNudge,
  },
  feuille: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

interface Props {
  cellules: ReferenceCellule[]
  selectionner: (cellules: ReferenceCellule[]) => void
}

/** The cells of a constat as buttons, by sheet, neighbours joined: « Plan d'action  G8:G10  G14 ». */
export function Cellules({ cellules, selectionner }: Props): JSX.Element {
  const styles = useStyles()
  const communs = useStylesCommuns()
  const [nombre, montrer] = useState(MONTREES)
  const [, enTransition] = useTransition()
  return (
    <>
      {plagesDe(cellules).map(({ feuille, adresses }) => {
        const visibles = adresses.slice(0, nombre)
        const reste = adresses.length - visibles.length
        return (
          <div key={feuille} className={communs.rangee}>
            <span className={styles.feuille}>{feuille}</span>
            {visibles.map((adresse) => (
              <Button
                key={adresse}
                size="small"
                className={styles.bouton}
                aria-label={fr`Sélectionner ${adresse}, feuille « ${feuille} »`}
                onClick={() => selectionner([`${feuille}!${adresse}`])}
              >
                {adresse}
              </Button>
            ))}
            {reste > 0 && (
              <Button
                size="small"
                appearance="transparent"
                onClick={() => enTransition(() => montrer(nombre + SUIVANTES))}
              >
                et {compte(reste, 'autre')}
              </Button>
            )}
          </div>
        )
      })}
    </>
  )
}
