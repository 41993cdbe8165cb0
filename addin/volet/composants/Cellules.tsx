import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { JSX } from 'react'
import { decouperReference } from '../../../shared/classeur/adresse.ts'
import type { ReferenceCellule } from '../../../shared/classeur/adresse.ts'
import { adressePlage, regrouper } from '../../hote/plages.ts'
import { compte, fr } from '../texte/typographie.ts'
import { useStylesCommuns } from './styles.ts'

const MONTREES = 6

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
  const [toutes, montrerToutes] = useState(false)
  const feuilles = [...new Set(cellules.map((c) => decouperReference(c).feuille))]
  return (
    <>
      {feuilles.map((feuille) => {
        const plages =
          regrouper(cellules.filter((c) => decouperReference(c).feuille === feuille))?.plages ?? []
        const visibles = toutes ? plages : plages.slice(0, MONTREES)
        return (
          <div key={feuille} className={communs.rangee}>
            <span className={styles.feuille}>{feuille}</span>
            {visibles.map((plage) => {
              const adresse = adressePlage(plage)
              return (
                <Button
                  key={adresse}
                  size="small"
                  className={styles.bouton}
                  aria-label={fr`Sélectionner ${adresse}, feuille « ${feuille} »`}
                  onClick={() => selectionner([`${feuille}!${adresse}`])}
                >
                  {adresse}
                </Button>
              )
            })}
            {visibles.length < plages.length && (
              <Button size="small" appearance="transparent" onClick={() => montrerToutes(true)}>
                et {compte(plages.length - visibles.length, 'autre')}
              </Button>
            )}
          </div>
        )
      })}
    </>
  )
}
