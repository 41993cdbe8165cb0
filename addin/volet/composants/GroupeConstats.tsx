import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { JSX } from 'react'
import type { Correction } from '../../../shared/controle/rapport.ts'
import { nombreJustifies } from '../../../shared/controle/rapprocher.ts'
import type { GroupeGravite, GroupeRegle } from '../etat/filtre.ts'
import { compte, typographier } from '../texte/typographie.ts'
import { CarteConstat } from './CarteConstat.tsx'
import type { ActionsJustification } from './JustificationConstat.tsx'
import { IconeGravite, NOMS_GRAVITES } from './gravite.tsx'
import { useStylesCommuns } from './styles.ts'

/** Shown at once of one rule: a list of two hundred would hide the others. */
const MONTRES = 5

interface Actions {
  titres: Record<string, string>
  selectionner: (cellules: string[]) => void
  appliquer: (correction: Correction) => void
  justifications: ActionsJustification
}

/** All the constats of one gravité, rule after rule. */
export function GroupeConstats({ groupe, ...actions }: Actions & { groupe: GroupeGravite }): JSX.Element {
  const communs = useStylesCommuns()
  const id = `cdppe-gravite-${groupe.gravite}`
  const justifies = nombreJustifies(groupe.regles.flatMap((regle) => regle.constats))
  return (
    <section className={communs.pile} aria-labelledby={id}>
      <h3 id={id} className={communs.sousTitre}>
        <span className={communs.rangee}>
          <IconeGravite gravite={groupe.gravite} />
          {NOMS_GRAVITES[groupe.gravite].titre} ({groupe.nombre})
          {justifies > 0 && <span className={communs.discret}>dont {compte(justifies, 'justifié')}</span>}
        </span>
      </h3>
      {groupe.regles.map((regle) => (
        <ConstatsDeRegle key={regle.regle} groupe={regle} {...actions} />
      ))}
    </section>
  )
}

function ConstatsDeRegle({ groupe, titres, ...actions }: Actions & { groupe: GroupeRegle }): JSX.Element {
  const communs = useStylesCommuns()
  const [tous, montrerTous] = useState(false)
  const visibles = tous ? groupe.constats : groupe.constats.slice(0, MONTRES)
  const reste = groupe.constats.length - visibles.length
  return (
    <div className={communs.pileSerree}>
      <h4 className={communs.discret}>
        {typographier(titres[groupe.regle] ?? 'Règle')} ({groupe.regle})
      </h4>
      <ul className={communs.liste}>
        {visibles.map((constat) => (
          <CarteConstat key={`${constat.cellules.join()}${constat.message}`} constat={constat} {...actions} />
        ))}
      </ul>
      {reste > 0 && (
        <div>
          <Button size="small" appearance="subtle" onClick={() => montrerTous(true)}>
            {reste === 1
              ? 'Afficher l’autre point'
              : `Afficher les ${compte(reste, 'autre point', 'autres points')}`}{' '}
            de cette règle
          </Button>
        </div>
      )}
    </div>
  )
}
