import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import type { JSX, ReactNode } from 'react'

interface Props {
  genre: 'info' | 'success' | 'warning' | 'error'
  children: ReactNode
  actions?: ReactNode
}

/** A notice that stays until its cause is gone, read out by screen readers when it appears. */
export function Avis({ genre, children, actions }: Props): JSX.Element {
  return (
    <MessageBar intent={genre} layout="multiline">
      <MessageBarBody>{children}</MessageBarBody>
      {actions !== undefined && <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  )
}
