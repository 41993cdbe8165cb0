import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { InfoFilled } from '@fluentui/react-icons/svg/info'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import type { JSX } from 'react'
import type { Gravite } from '../../../shared/referentiel/referentiel.ts'

export const GRAVITES: readonly Gravite[] = ['bloquant', 'a-justifier', 'information']

/** How each gravité is named: over a group, on a narrow button, and beside a number. */
export const NOMS_GRAVITES: Record<Gravite, { titre: string; court: string; un: string; plusieurs: string }> =
  {
    bloquant: {
      titre: 'Points bloquants',
      court: 'Bloquants',
      un: 'point bloquant',
      plusieurs: 'points bloquants',
    },
    'a-justifier': {
      titre: 'Points à justifier',
      court: 'À justifier',
      un: 'à justifier',
      plusieurs: 'à justifier',
    },
    information: {
      titre: 'Informations',
      court: 'Informations',
      un: 'information',
      plusieurs: 'informations',
    },
  }

const useStyles = makeStyles({
  icone: { flexShrink: 0 },
  bloquant: { color: tokens.colorStatusDangerForeground1 },
  'a-justifier': { color: tokens.colorStatusWarningForeground1 },
  information: { color: tokens.colorBrandForeground1 },
})

const ICONES = { bloquant: ErrorCircleFilled, 'a-justifier': WarningFilled, information: InfoFilled }

/** The mark of a gravité. Always beside a word: colour and shape never speak alone. */
export function IconeGravite({ gravite }: { gravite: Gravite }): JSX.Element {
  const styles = useStyles()
  const Icone = ICONES[gravite]
  return <Icone className={mergeClasses(styles.icone, styles[gravite])} fontSize={18} aria-hidden />
}
