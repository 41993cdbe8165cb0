import { ProgressBar } from '@fluentui/react-components'
import type { JSX, ReactNode } from 'react'
import { useDepuis } from './crochets.ts'
import { useStylesCommuns } from './styles.ts'

interface Props {
  /** What is going on, French. */
  phrase: string
  /** How far it has come, 0 to 1, where that is known. */
  avance?: number | null
  /** What else to say when it lasts, and after how many ms. */
  longue?: ReactNode
  longueApres?: number
}

/** A wait that says what it waits for: nothing for a moment, then a bar, then what the user can do. */
export function Attente({ phrase, avance = null, longue, longueApres = 6000 }: Props): JSX.Element | null {
  const communs = useStylesCommuns()
  const visible = useDepuis(true, 300)
  const dure = useDepuis(true, longueApres)
  if (!visible) return null
  return (
    <div className={communs.pileSerree}>
      <ProgressBar aria-label={phrase} {...(avance === null ? {} : { value: avance })} />
      <p className={communs.discret}>{phrase}</p>
      {dure && longue}
    </div>
  )
}
