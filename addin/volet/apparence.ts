import { createDarkTheme, createLightTheme, teamsHighContrastTheme } from '@fluentui/react-components'
import type { BrandVariants, Theme } from '@fluentui/react-components'
import { useMemo, useSyncExternalStore } from 'react'
import { apparenceDuSysteme, suivreSysteme } from './apparence-systeme.ts'
import type { Apparence } from './apparence-systeme.ts'

/** A green-blue of our own, chosen away from the State's blue and red. Dark to light. */
const MARQUE: BrandVariants = {
  10: '#021614',
  20: '#032320',
  30: '#05302c',
  40: '#063d38',
  50: '#084a44',
  60: '#0a5851',
  70: '#0c665e',
  80: '#0f766e',
  90: '#1f877f',
  100: '#35988f',
  110: '#52a99f',
  120: '#6cbab0',
  130: '#8accc2',
  140: '#a9ddd5',
  150: '#c8ede7',
  160: '#e3f7f4',
}

const THEMES: Record<Apparence, Theme> = {
  clair: createLightTheme(MARQUE),
  sombre: {
    ...createDarkTheme(MARQUE),
    // Lighter than Fluent's default so that brand text keeps 4.5:1 on dark grey.
    colorBrandForeground1: MARQUE[120],
    colorBrandForeground2: MARQUE[130],
    colorBrandForegroundLink: MARQUE[120],
    colorBrandStroke1: MARQUE[120],
    colorCompoundBrandStroke: MARQUE[120],
    colorCompoundBrandForeground1: MARQUE[120],
    // Fluent's red has 4.1:1 on the cards.
    colorStatusDangerForeground1: '#e8878f',
  },
  contraste: teamsHighContrastTheme,
}

/** The theme to use: the host's where it states one, the system's otherwise; forced colours win over both. */
export function useTheme(hote: Apparence | undefined): Theme {
  const systeme = useSyncExternalStore(suivreSysteme, apparenceDuSysteme)
  const apparence = systeme === 'contraste' ? systeme : (hote ?? systeme)
  return useMemo(() => THEMES[apparence], [apparence])
}
