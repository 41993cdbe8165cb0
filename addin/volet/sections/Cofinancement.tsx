import { Switch, makeStyles, tokens } from '@fluentui/react-components'
import type { JSX, ReactNode } from 'react'
import type { CofinancementObjectif } from '../../../shared/controle/rapport.ts'
import { Cellules } from '../composants/Cellules.tsx'
import { Bloc } from '../composants/Bloc.tsx'
import { Barre } from '../composants/Barre.tsx'
import { useChoixGarde, useMagasin } from '../composants/crochets.ts'
import { Rappels } from '../composants/Rappels.tsx'
import { useStylesCommuns } from '../composants/styles.ts'
import { useStylesTableau } from '../composants/tableau.ts'
import { Verdict } from '../composants/Verdict.tsx'
import type { SuiviControle } from '../etat/controle.ts'
import { compte, fr, montant, typographier } from '../texte/typographie.ts'
import { direManque, sansMontant } from '../texte/cofinancement.ts'
import { SansRapport } from './SansRapport.tsx'

const useStyles = makeStyles({
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
  // Its mark in line with the words above; Fluent keeps 8 px around each.
  choix: {
    alignItems: 'flex-start',
    '& > .fui-Switch__indicator': { marginBlock: tokens.spacingVerticalXXS, marginInlineStart: 0 },
    '& > .fui-Switch__label': { paddingBlock: tokens.spacingVerticalXXS },
  },
  objectif: { '& > tr:first-child > th': { paddingTop: tokens.spacingVerticalS } },
  titre: { fontWeight: tokens.fontWeightRegular },
  note: { margin: `${tokens.spacingVerticalXS} 0 0` },
})

/** State and Département by objectif, and what is missing. */
export default function Cofinancement({ suivi }: { suivi: SuiviControle }): JSX.Element {
  const communs = useStylesCommuns()
  const styles = useStyles()
  const etat = useMagasin(suivi)
  const rapport = etat.resultat?.rapport
  if (!rapport) return <SansRapport titre="Cofinancement" etat={etat} />
  const { cofinancement, lectureOndam } = rapport
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
      {cofinancement.length > 0 && (
        <ParObjectif objectifs={cofinancement} selectionner={(cellules) => void suivi.selectionner(cellules)}>
          <Switch
            className={styles.choix}
            label="Compter l’ONDAM médico-social dans la part de l’État"
            checked={lectureOndam === 'inclus'}
            onChange={(_, donnees) => void suivi.choisirLecture(donnees.checked ? 'inclus' : 'exclu')}
          />
          <p className={communs.discret}>
            {typographier(
              'Montants prévus, sur toute la durée du contrat. Le texte compare la part du Département aux crédits « qui lui sont versés » par l’État ; l’ONDAM médico-social est versé aux établissements.',
            )}
          </p>
        </ParObjectif>
      )}
      {etat.resultat?.referentiel && (
        <Rappels plan={rapport.plan} referentiel={etat.resultat.referentiel} lieu="cofinancement" />
      )}
    </div>
  )
}

function ParObjectif({
  objectifs,
  selectionner,
  children,
}: {
  objectifs: CofinancementObjectif[]
  selectionner: (cellules: string[]) => void
  /** The other choice, beside the one made here. */
  children: ReactNode
}): JSX.Element {
  const communs = useStylesCommuns()
  const styles = useStyles()
  const tableau = useStylesTableau()
  const [limite, limiter] = useChoixGarde('cdppe-cofinancement', ['tous', 'manquants'], 'tous')
  const manquants = limite === 'manquants'
  const visibles = manquants ? objectifs.filter((o) => o.manque > 0) : objectifs
  return (
    <>
      <div className={communs.pileSerree}>
        <Switch
          className={styles.choix}
          label="Seulement les objectifs où il manque"
          checked={manquants}
          onChange={(_, donnees) => limiter(donnees.checked ? 'manquants' : 'tous')}
        />
        {children}
      </div>
      <table className={tableau.tableau}>
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
  const tableau = useStylesTableau()
  const maximum = Math.max(1, o.etat, o.departement)
  return (
    <tbody className={styles.objectif} data-objectif={o.objectif}>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          {fr`Objectif ${o.objectif} : `}
          <span className={styles.titre}>{typographier(o.titre)}</span>
        </th>
      </tr>
      <tr>
        <th scope="row" className={styles.financeur}>
          État
        </th>
        <td className={styles.cellulePiste}>
          <Barre part={o.etat / maximum} genre="etat" />
        </td>
        <td className={tableau.nombre}>
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
        <td className={tableau.nombre}>{montant(o.departement)}</td>
      </tr>
      <tr>
        <td colSpan={3}>
          <Etabli objectif={o} />
          <Bloc titre={<span>Voir les cellules</span>}>
            <Cellules cellules={o.cellules} selectionner={selectionner} />
            {o.illisibles.length > 0 && (
              <>
                <p className={styles.note}>{fr`Sans montant certain :`}</p>
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
function Etabli({ objectif }: { objectif: CofinancementObjectif }): JSX.Element {
  const { manque, indetermine, illisibles, etat } = objectif
  if (manque > 0) return <Verdict genre="manque">{direManque(objectif)}</Verdict>
  if (indetermine)
    return (
      <Verdict genre="incertain">{fr`Ne peut pas être établi : ${sansMontant(illisibles.length)}.`}</Verdict>
    )
  return (
    <Verdict genre="suffit">
      {etat === 0 ? 'Aucune part de l’État n’est à égaler.' : 'Le Département apporte au moins autant.'}
    </Verdict>
  )
}
