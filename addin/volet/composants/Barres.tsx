import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { JSX } from 'react'

const useStyles = makeStyles({
  figure: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    rowGap: '3px',
    alignItems: 'center',
    paddingBlock: tokens.spacingVerticalXXS,
  },
  nom: { fontSize: tokens.fontSizeBase100, color: tokens.colorNeutralForeground2 },
  piste: {
    height: '8px',
    backgroundColor: tokens.colorNeutralBackground4,
    borderRadius: tokens.borderRadiusSmall,
  },
  barre: {
    height: '100%',
    borderRadius: tokens.borderRadiusSmall,
    minWidth: '2px',
    forcedColorAdjust: 'none',
  },
  etat: {
    backgroundColor: tokens.colorNeutralForeground3,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  departement: {
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  court: { backgroundColor: tokens.colorStatusDangerBackground3 },
})

interface Props {
  /** Cents. */
  etat: number
  departement: number
  /** What a full bar stands for, in cents. */
  maximum: number
}

/**
 * Two bars on one scale. They only repeat the amounts that stand above them in the table, so they are kept
 * from screen readers.
 */
export function Barres({ etat, departement, maximum }: Props): JSX.Element {
  const styles = useStyles()
  return (
    <div className={styles.figure} aria-hidden>
      <span className={styles.nom}>État</span>
      <Barre part={etat / maximum} classe={styles.etat} />
      <span className={styles.nom}>Département</span>
      <Barre
        part={departement / maximum}
        classe={mergeClasses(styles.departement, departement < etat && styles.court)}
      />
    </div>
  )
}

function Barre({ part, classe }: { part: number; classe: string }): JSX.Element {
  const styles = useStyles()
  return (
    <div className={styles.piste}>
      {part > 0 && (
        <div
          className={mergeClasses(styles.barre, classe)}
          style={{ width: `${Math.min(100, part * 100)}%` }}
        />
      )}
    </div>
  )
}
