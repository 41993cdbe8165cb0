import { makeStyles, tokens } from '@fluentui/react-components'

/** Looks of the pane's tables of figures: narrow, amounts aligned, groups parted by a line. */
export const useStylesTableau = makeStyles({
  tableau: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& th': {
      fontWeight: tokens.fontWeightSemibold,
      textAlign: 'start',
      verticalAlign: 'top',
      padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS} 0`,
    },
    '& td': { padding: `${tokens.spacingVerticalXXS} 0`, verticalAlign: 'top' },
    '& tbody': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  nombre: {
    textAlign: 'end !important' as 'end',
    paddingInlineEnd: '0 !important',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  leger: { fontWeight: `${tokens.fontWeightRegular} !important` as 'normal' },
  verdict: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalXS,
    '& svg': { flexShrink: 0, marginTop: '1px' },
  },
  manque: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  suffit: { color: tokens.colorStatusSuccessForeground1 },
  incertain: { color: tokens.colorStatusWarningForeground1 },
})
