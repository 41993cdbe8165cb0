import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import type { JSX } from 'react'
import type { Constat, Correction } from '../../../shared/controle/rapport.ts'
import { premierePhrase } from '../texte/phrase.ts'
import { typographier } from '../texte/typographie.ts'
import { Cellules } from './Cellules.tsx'
import { JustificationConstat } from './JustificationConstat.tsx'
import type { ActionsJustification } from './JustificationConstat.tsx'
import { useStylesCommuns } from './styles.ts'

const useStyles = makeStyles({
  carte: { borderLeftWidth: '3px' },
  bloquant: { borderLeftColor: tokens.colorStatusDangerBorder2 },
  'a-justifier': { borderLeftColor: tokens.colorStatusWarningBorder2 },
  information: { borderLeftColor: tokens.colorBrandStroke1 },
  phrase: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
})

interface Props {
  constat: Constat
  selectionner: (cellules: string[]) => void
  appliquer: (correction: Correction) => void
  justifications: ActionsJustification
}

/** One constat: what is wrong, what was found and expected, which text, where, the correction when one is safe, the justification. */
export const CarteConstat = memo(function CarteConstat({
  constat,
  selectionner,
  appliquer,
  justifications,
}: Props): JSX.Element {
  const styles = useStyles()
  const communs = useStylesCommuns()
  const [phrase, suite] = premierePhrase(typographier(constat.message))
  const { reference, correction } = constat
  return (
    <li
      className={mergeClasses(communs.carte, styles.carte, styles[constat.gravite])}
      data-regle={constat.regle}
    >
      <h5 className={styles.phrase}>
        {constat.cellules.length === 0 ? (
          phrase
        ) : (
          <button type="button" className={communs.lien} onClick={() => selectionner(constat.cellules)}>
            {phrase}
          </button>
        )}
      </h5>
      {suite !== '' && <p className={communs.texte}>{suite}</p>}
      <dl className={communs.definitions}>
        <dt>Constaté</dt>
        <dd>{typographier(constat.constate)}</dd>
        <dt>Attendu</dt>
        <dd>{typographier(constat.attendu)}</dd>
        <dt>Texte</dt>
        <dd>{typographier(`${reference.texte}, ${reference.article}`)}</dd>
      </dl>
      <Cellules cellules={constat.cellules} selectionner={selectionner} />
      {correction !== null && (
        <div className={communs.pileSerree}>
          <p className={communs.discret}>{typographier(correction.libelle)}</p>
          <div>
            <Button size="small" appearance="primary" onClick={() => appliquer(correction)}>
              Appliquer la correction
            </Button>
          </div>
        </div>
      )}
      <JustificationConstat constat={constat} actions={justifications} />
    </li>
  )
})
