import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import type { JSX, ReactNode } from 'react'

const useStyles = makeStyles({
  resume: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    cursor: 'pointer',
    listStyleType: 'none',
    borderRadius: tokens.borderRadiusMedium,
    paddingBlock: tokens.spacingVerticalXXS,
    '&::-webkit-details-marker': { display: 'none' },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  fleche: { flexShrink: 0, transitionProperty: 'transform', transitionDuration: tokens.durationFast },
  bloc: { minWidth: 0, '&[open] > summary > svg': { transform: 'rotate(90deg)' } },
})

interface Props {
  titre: ReactNode
  children: ReactNode
  ouvert?: boolean
  className?: string
}

/** Something to open when wanted: the browser's own details element, keyboard and screen readers included. */
export function Bloc({ titre, children, ouvert = false, className }: Props): JSX.Element {
  const styles = useStyles()
  return (
    <details className={mergeClasses(styles.bloc, className)} open={ouvert}>
      <summary className={styles.resume}>
        <ChevronRightRegular className={styles.fleche} aria-hidden />
        {titre}
      </summary>
      {children}
    </details>
  )
}
