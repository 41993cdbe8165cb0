import { ProgressBar } from '@fluentui/react-components'
import type { JSX, ReactNode } from 'react'
import { useDepuis } from './crochets.ts'
import { useStylesCommuns } from './styles.ts'

interface Props {
  /** What is going on, French. */
  phrase: string
  /** What else to say when it lasts. */
  longue?: ReactNode
}

/** A wait that says what it waits for: nothing for a moment, then a bar, then what the user can do. */
export function Attente({ phrase, longue }: Props): JSX.Element | null {
  const communs = useStylesCommuns()
  const visible = useDepuis(true, 300)
  const dure = useDepuis(true, 6000)
  if (!visible) return null
  return (
    <div className={communs.pileSerree}>
      <ProgressBar aria-label={phrase} />
      <p className={communs.discret}>{phrase}</p>
      {dure && longue}
    </div>
  )
}
