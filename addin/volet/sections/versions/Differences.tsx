import { useState } from 'react'
import type { JSX } from 'react'
import { Button } from '@fluentui/react-components'
import type { ReferenceCellule } from '../../../../shared/classeur/adresse.ts'
import { useStylesCommuns } from '../../composants/styles.ts'
import { compte, typographier } from '../../texte/typographie.ts'

const PAR_FOIS = 20

interface Props {
  cellules: readonly { cellule: ReferenceCellule; phrase: string }[]
  selectionner: (cellules: ReferenceCellule[]) => void
}

/** Cells that differ, one sentence each; a click selects the cell in the workbook. */
export function Differences({ cellules, selectionner }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const [montrees, montrer] = useState(PAR_FOIS)
  return (
    <>
      <ul className={communs.liste}>
        {cellules.slice(0, montrees).map(({ cellule, phrase }) => (
          <li key={cellule} className={communs.compact}>
            <button type="button" className={communs.lien} onClick={() => selectionner([cellule])}>
              {typographier(phrase)}
            </button>
          </li>
        ))}
      </ul>
      {montrees < cellules.length && (
        <div>
          <Button size="small" appearance="transparent" onClick={() => montrer(montrees + 5 * PAR_FOIS)}>
            {`et ${compte(cellules.length - montrees, 'autre cellule', 'autres cellules')}`}
          </Button>
        </div>
      )}
    </>
  )
}
