import { mergeClasses } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { InfoFilled } from '@fluentui/react-icons/svg/info'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import type { JSX, ReactNode } from 'react'
import { useStylesTableau } from './tableau.ts'

const ICONES = {
  suffit: CheckmarkCircleFilled,
  incertain: WarningFilled,
  manque: ErrorCircleFilled,
  neutre: InfoFilled,
}

interface Props {
  genre: keyof typeof ICONES
  children: ReactNode
}

/** What is to be understood of figures: a colour, a mark and, always, words. */
export function Verdict({ genre, children }: Props): JSX.Element {
  const styles = useStylesTableau()
  const Icone = ICONES[genre]
  return (
    <div className={mergeClasses(styles.verdict, genre !== 'neutre' && styles[genre])}>
      <Icone fontSize={16} aria-hidden />
      <span>{children}</span>
    </div>
  )
}
