import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { JSX } from 'react'

const useStyles = makeStyles({
  piste: {
    height: '8px',
    backgroundColor: tokens.colorNeutralBackground4,
    borderRadius: tokens.borderRadiusSmall,
  },
  barre: {
    height: '100%',
    borderRadius: tokens.borderRadiusSmall,
    minWidth: '2px',
    transitionProperty: 'width',
    transitionDuration: tokens.durationNormal,
    forcedColorAdjust: 'none',
    '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0.01ms' },
  },
  etat: {
    backgroundColor: tokens.colorNeutralForeground3,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  departement: {
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  manque: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
})

/**
 * A bar, `part` of its track (0 to 1). It only repeats the amount that stands beside it, so it is kept from
 * screen readers.
 */
export function Barre({
  part,
  genre,
}: {
  part: number
  genre: 'etat' | 'departement' | 'manque'
}): JSX.Element {
  const styles = useStyles()
  return (
    <div className={styles.piste} aria-hidden>
      {part > 0 && (
        <div
          className={mergeClasses(styles.barre, styles[genre])}
          style={{ width: `${Math.min(1, part) * 100}%` }}
        />
      )}
    </div>
  )
}
