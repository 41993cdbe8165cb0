import { Switch, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import { useState } from 'react'
import type { JSX } from 'react'
import type { CofinancementObjectif, Totaux } from '../../../shared/controle/rapport.ts'
import { Cellules } from '../composants/Cellules.tsx'
import { Bloc } from '../composants/Bloc.tsx'
import { Barre } from '../composants/Barre.tsx'
import { useMagasin } from '../composants/crochets.ts'
import { useStylesCommuns } from '../composants/styles.ts'
import type { SuiviControle } from '../etat/controle.ts'
import { compte, fr, montant, typographier } from '../texte/typographie.ts'
import { direManque, sansMontant } from '../texte/cofinancement.ts'
import { SansRapport } from './SansRapport.tsx'

const useStyles = makeStyles({
  tableau: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& th': {
      fontWeight: tokens.fontWeightSemibold,
      textAlign: 'start',
      padding: `${tokens.spacingVerticalXXS} 0`,
    },
    '& td': { padding: `${tokens.spacingVerticalXXS} 0`, verticalAlign: 'top' },
    '& tbody': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  nombre: { textAlign: 'end !important' as 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  manque: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  suffit: { color: tokens.colorStatusSuccessForeground1 },
  incertain: { color: tokens.colorStatusWarningForeground1 },
  financeur: {
    fontWeight: `${tokens.fontWeightRegular} !important` as 'normal',
    width: '1%',
    whiteSpace: 'nowrap',
  },
  cellulePiste: {
    width: '100%',
    verticalAlign: 'middle !important' as 'middle',
    paddingInline: `${tokens.spacingHorizontalS} !important`,
  },
  note: { margin: `${tokens.spacingVerticalXS} 0 0` },
  verdict: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalXS,
    '& svg': { flexShrink: 0, marginTop: '1px' },
  },
})

/** State and Département by objectif, what is missing, and the totals by enveloppe. */
export default function Cofinancement({ suivi }: { suivi: SuiviControle }): JSX.Element {
  const communs = useStylesCommuns()
  const etat = useMagasin(suivi)
  const rapport = etat.resultat?.rapport
  if (!rapport) return <SansRapport titre="Cofinancement" etat={etat} />
  const { cofinancement, totaux } = rapport
  const manquants = cofinancement.filter((o) => o.manque > 0)
  const manque = manquants.reduce((somme, o) => somme + o.manque, 0)
  const incertain = manquants.some((o) => o.illisibles.length > 0)
  const indetermines = cofinancement.filter((o) => o.indetermine)
  return (
    <div className={communs.pile}>
      <h2 className={communs.titre}>Cofinancement par objectif</h2>
      <p className={communs.texte} role="status">
        {cofinancement.length === 0
          ? 'Aucun objectif ne porte de montant.'
          : manquants.length === 0 && indetermines.length > 0
            ? fr`Rien ne manque de façon certaine ; ${compte(indetermines.length, 'objectif')} ne ${indetermines.length < 2 ? 'peut' : 'peuvent'} pas être établi${indetermines.length < 2 ? '' : 's'}, faute de montant certain.`
            : manquants.length === 0
              ? fr`Sur chacun des ${compte(cofinancement.length, 'objectif')}, le Département apporte au moins autant que l’État.`
              : fr`Sur ${compte(manquants.length, 'objectif')} parmi ${cofinancement.length}, le Département apporte moins que l’État : il manque ${incertain ? 'au moins ' : ''}${montant(manque)} au total.`}
      </p>
      <p className={communs.discret}>
        Montants prévus, sur toute la durée du contrat. L’ONDAM médico-social, versé aux établissements, n’est
        pas compté dans la part de l’État.
      </p>
      {cofinancement.length > 0 && (
        <ParObjectif
          objectifs={cofinancement}
          selectionner={(cellules) => void suivi.selectionner(cellules)}
        />
      )}
      <h2 className={communs.titre}>Totaux par enveloppe</h2>
      <ParEnveloppe totaux={totaux} />
    </div>
  )
}

function ParObjectif({
  objectifs,
  selectionner,
}: {
  objectifs: CofinancementObjectif[]
  selectionner: (cellules: string[]) => void
}): JSX.Element {
  const styles = useStyles()
  const communs = useStylesCommuns()
  const [manquants, limiter] = useState(false)
  const visibles = manquants ? objectifs.filter((o) => o.manque > 0) : objectifs
  return (
    <>
      <Switch
        label="Seulement les objectifs où il manque"
        checked={manquants}
        onChange={(_, donnees) => limiter(donnees.checked)}
      />
      <table className={styles.tableau}>
        <caption className={communs.invisible}>
          Parts de l’État et du Département par objectif, et ce qui manque
        </caption>
        {visibles.map((o) => (
          <Objectif key={o.objectif} objectif={o} selectionner={selectionner} />
        ))}
      </table>
    </>
  )
}

function Objectif({
  objectif: o,
  selectionner,
}: {
  objectif: CofinancementObjectif
  selectionner: (cellules: string[]) => void
}): JSX.Element {
  const styles = useStyles()
  const maximum = Math.max(1, o.etat, o.departement)
  return (
    <tbody data-objectif={o.objectif}>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          {typographier(`Objectif ${o.objectif} : ${o.titre}`)}
        </th>
      </tr>
      <tr>
        <th scope="row" className={styles.financeur}>
          État
        </th>
        <td className={styles.cellulePiste}>
          <Barre part={o.etat / maximum} genre="etat" />
        </td>
        <td className={styles.nombre}>
          {o.illisibles.length > 0 && o.etat > 0 && '≥ '}
          {montant(o.etat)}
        </td>
      </tr>
      <tr>
        <th scope="row" className={styles.financeur}>
          Département
        </th>
        <td className={styles.cellulePiste}>
          <Barre part={o.departement / maximum} genre={o.manque > 0 ? 'manque' : 'departement'} />
        </td>
        <td className={styles.nombre}>{montant(o.departement)}</td>
      </tr>
      <tr>
        <td colSpan={3}>
          <Verdict objectif={o} />
          <Bloc titre={<span>Voir les cellules</span>}>
            <Cellules cellules={o.cellules} selectionner={selectionner} />
            {o.illisibles.length > 0 && (
              <>
                <p className={styles.note}>Sans montant certain :</p>
                <Cellules cellules={o.illisibles} selectionner={selectionner} />
              </>
            )}
          </Bloc>
        </td>
      </tr>
    </tbody>
  )
}

/** What is to be understood of an objectif, in words and with a mark; never certain where amounts could not be read. */
function Verdict({ objectif }: { objectif: CofinancementObjectif }): JSX.Element {
  const styles = useStyles()
  const { manque, indetermine, illisibles, etat } = objectif
  if (manque > 0)
    return (
      <div className={mergeClasses(styles.verdict, styles.manque)}>
        <ErrorCircleFilled fontSize={16} aria-hidden />
        <span>{direManque(objectif)}</span>
      </div>
    )
  if (indetermine)
    return (
      <div className={mergeClasses(styles.verdict, styles.incertain)}>
        <WarningFilled fontSize={16} aria-hidden />
        <span>{fr`Ne peut pas être établi : ${sansMontant(illisibles.length)}.`}</span>
      </div>
    )
  return (
    <div className={mergeClasses(styles.verdict, styles.suffit)}>
      <CheckmarkCircleFilled fontSize={16} aria-hidden />
      <span>
        {etat === 0 ? 'Aucune part de l’État n’est à égaler.' : 'Le Département apporte au moins autant.'}
      </span>
    </div>
  )
}

const LIGNES: [keyof Totaux, string][] = [
  ['FIR', 'FIR'],
  ['P304', 'Programme 304'],
  ['ONDAM', 'ONDAM médico-social'],
  ['etatNonVentile', 'État, enveloppe non indiquée'],
  ['departement', 'Département'],
  ['autres', 'Autres financeurs'],
]

function ParEnveloppe({ totaux }: { totaux: Totaux }): JSX.Element {
  const styles = useStyles()
  const total = LIGNES.reduce((somme, [cle]) => somme + totaux[cle], 0)
  return (
    <table className={styles.tableau}>
      <thead>
        <tr>
          <th scope="col">Enveloppe</th>
          <th scope="col" className={styles.nombre}>
            Prévu
          </th>
        </tr>
      </thead>
      <tbody>
        {LIGNES.map(([cle, nom]) => (
          <tr key={cle}>
            <td>{nom}</td>
            <td className={styles.nombre}>{montant(totaux[cle])}</td>
          </tr>
        ))}
      </tbody>
      <tbody>
        <tr>
          <th scope="row">Total des montants lus</th>
          <th className={styles.nombre}>{montant(total)}</th>
        </tr>
      </tbody>
    </table>
  )
}
