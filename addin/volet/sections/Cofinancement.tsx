import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import type { JSX } from 'react'
import type { CofinancementObjectif, Totaux } from '../../../shared/controle/rapport.ts'
import { Cellules } from '../composants/Cellules.tsx'
import { Bloc } from '../composants/Bloc.tsx'
import { Barres } from '../composants/Barres.tsx'
import { useMagasin } from '../composants/crochets.ts'
import { useStylesCommuns } from '../composants/styles.ts'
import type { SuiviControle } from '../etat/controle.ts'
import { compte, fr, montant, typographier } from '../texte/typographie.ts'
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
  etatObjectif: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalXS,
    '& svg': { flexShrink: 0, marginTop: '1px' },
  },
  legende: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
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
  return (
    <div className={communs.pile}>
      <h2 className={communs.titre}>Cofinancement par objectif</h2>
      <p className={communs.texte} role="status">
        {cofinancement.length === 0
          ? 'Aucun objectif ne porte de montant.'
          : manquants.length === 0
            ? fr`Sur chacun des ${compte(cofinancement.length, 'objectif')}, le Département apporte au moins autant que l’État.`
            : fr`Sur ${compte(manquants.length, 'objectif')} parmi ${cofinancement.length}, le Département apporte moins que l’État : il manque ${montant(manque)} au total.`}
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
  const maximum = Math.max(1, ...objectifs.flatMap((o) => [o.etat, o.departement]))
  return (
    <table className={styles.tableau}>
      <caption className={communs.invisible}>
        Parts de l’État et du Département par objectif, et ce qui manque
      </caption>
      <thead>
        <tr>
          <th scope="col">Part de l’État</th>
          <th scope="col" className={styles.nombre}>
            Part du Département
          </th>
        </tr>
      </thead>
      {objectifs.map((o) => (
        <tbody key={o.objectif}>
          <tr>
            <th scope="rowgroup" colSpan={2}>
              {typographier(`Objectif ${o.objectif} : ${o.titre}`)}
            </th>
          </tr>
          <tr>
            <td className={communs.chiffre}>{montant(o.etat)}</td>
            <td className={styles.nombre}>{montant(o.departement)}</td>
          </tr>
          <tr>
            <td colSpan={2}>
              <Barres etat={o.etat} departement={o.departement} maximum={maximum} />
              <Verdict objectif={o} />
              {o.illisibles.length > 0 && (
                <p className={communs.discret}>
                  {fr`Non comptés, car sans montant certain : ${compte(o.illisibles.length, 'cellule')}.`}
                </p>
              )}
              <Bloc titre={<span>Voir les cellules</span>}>
                <Cellules cellules={o.cellules} selectionner={selectionner} />
              </Bloc>
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  )
}

function Verdict({ objectif }: { objectif: CofinancementObjectif }): JSX.Element {
  const styles = useStyles()
  if (objectif.manque > 0)
    return (
      <div className={mergeClasses(styles.etatObjectif, styles.manque)}>
        <ErrorCircleFilled fontSize={16} aria-hidden /> Il manque {montant(objectif.manque)} du Département.
      </div>
    )
  return (
    <div className={mergeClasses(styles.etatObjectif, styles.suffit)}>
      <CheckmarkCircleFilled fontSize={16} aria-hidden />
      {objectif.etat === 0
        ? 'L’État ne finance pas cet objectif.'
        : 'Le Département apporte au moins autant.'}
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
