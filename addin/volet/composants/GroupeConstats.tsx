import { Button } from '@fluentui/react-components'
import { memo, useState, useTransition } from 'react'
import type { JSX } from 'react'
import type { Constat, Correction } from '../../../shared/controle/rapport.ts'
import { nombreJustifies } from '../../../shared/controle/rapprocher.ts'
import type { GroupeGravite, GroupeRegle } from '../etat/filtre.ts'
import { compte, fr, typographier } from '../texte/typographie.ts'
import { CarteConstat } from './CarteConstat.tsx'
import type { ActionsJustification } from './JustificationConstat.tsx'
import { IconeGravite, NOMS_GRAVITES } from './gravite.tsx'
import { useStylesCommuns } from './styles.ts'

/** Shown at once of one rule: a list of two hundred would hide the others. */
const MONTRES = 5
/** Shown by one more click: a thousand cards at once would keep the pane. */
const SUIVANTS = 50

interface Actions {
  titres: Record<string, string>
  selectionner: (cellules: string[]) => void
  appliquer: (correction: Correction) => void
  justifications: ActionsJustification
}

/** All the constats of one gravité, rule after rule. */
export const GroupeConstats = memo(function GroupeConstats({
  groupe,
  ...actions
}: Actions & { groupe: GroupeGravite }): JSX.Element {
  const communs = useStylesCommuns()
  const id = `cdppe-gravite-${groupe.gravite}`
  const justifies = nombreJustifies(groupe.regles.flatMap((regle) => regle.constats))
  return (
    <section className={communs.pile} aria-labelledby={id}>
      <h3 id={id} className={communs.sousTitre} tabIndex={-1}>
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
})

function ConstatsDeRegle({ groupe, titres, ...actions }: Actions & { groupe: GroupeRegle }): JSX.Element {
  const communs = useStylesCommuns()
  const [nombre, montrer] = useState(MONTRES)
  const [, enTransition] = useTransition()
  const visibles = groupe.constats.slice(0, nombre)
  const reste = groupe.constats.length - visibles.length
  return (
    <div className={communs.pileSerree}>
      <h4 className={communs.discret}>
        {typographier(titres[groupe.regle] ?? 'Règle')} ({groupe.regle})
      </h4>
      <ul className={communs.liste}>
        {visibles.map((constat) => (
          <CarteConstat key={cle(constat)} constat={constat} {...actions} />
        ))}
      </ul>
      {reste > 0 && (
        <div>
          <Button size="small" onClick={() => enTransition(() => montrer(nombre + SUIVANTS))}>
            {suite(reste)}
          </Button>
        </div>
      )}
    </div>
  )
}

/** « Afficher les 12 autres points de cette règle » */
function suite(reste: number): string {
  if (reste === 1) return 'Afficher l’autre point de cette règle'
  return reste > SUIVANTS
    ? fr`Afficher les ${SUIVANTS} points suivants de cette règle (${compte(reste, 'restant')})`
    : `Afficher les ${compte(reste, 'autre point', 'autres points')} de cette règle`
}

/** The same point has the same key at the next check; thousands of cells are not to be written out for it. */
function cle({ cellules, message }: Constat): string {
  return [cellules[0], cellules.at(-1), cellules.length, message].join()
}
