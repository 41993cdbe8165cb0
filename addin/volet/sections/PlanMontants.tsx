import { makeStyles, tokens } from '@fluentui/react-components'
import type { JSX } from 'react'
import { decouperReference } from '../../../shared/classeur/adresse.ts'
import type { Action, Financement, MontantLu } from '../../../shared/plan/plan.ts'
import { NOMS_ENVELOPPES } from '../../../shared/referentiel/phrases.ts'
import { useStylesCommuns } from '../composants/styles.ts'
import { useStylesTableau } from '../composants/tableau.ts'
import { fr, montant, typographier } from '../texte/typographie.ts'

const useStyles = makeStyles({
  raison: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
})

interface Props {
  action: Action
  selectionner: (cellules: string[]) => void
}

const DEPENSES = [
  ['fleche', 'Fléché'],
  ['engage', 'Engagé'],
  ['execute', 'Exécuté'],
] as const

/** The amounts of an action by exercice: who plans to pay, then what was spent. A click goes to the cell. */
export function PlanMontants({ action, selectionner }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const tableau = useStylesTableau()
  const parExercice = Map.groupBy(
    action.financements,
    (f) => f.exercice ?? f.periode?.texte ?? 'Toute la durée',
  )
  if (action.financements.length === 0) return <p className={communs.compact}>Aucun montant n’a été lu.</p>
  return (
    <table className={tableau.tableau}>
      <caption className={communs.invisible}>{fr`Montants de l’action ${action.numero}`}</caption>
      {[...parExercice].map(([exercice, financements]) => (
        <tbody key={exercice}>
          <tr>
            <th scope="rowgroup" colSpan={2}>
              {exercice}
            </th>
          </tr>
          {financements.flatMap((f, i) => [
            f.prevu === null ? null : (
              <Ligne key={`${i}prevu`} nom={nommer(f)} lu={f.prevu} selectionner={selectionner} />
            ),
            ...DEPENSES.map(([cle, nom]) => {
              const lu = f[cle]
              return lu === null ? null : (
                <Ligne key={`${i}${cle}`} nom={nom} lu={lu} selectionner={selectionner} />
              )
            }),
          ])}
        </tbody>
      ))}
    </table>
  )
}

function nommer({ financeur, enveloppe }: Financement): string {
  if (financeur === 'Etat') return enveloppe === null ? 'État, sans enveloppe' : NOMS_ENVELOPPES[enveloppe]
  return financeur === 'Departement' ? 'Département' : 'Autre financeur'
}

interface PropsLigne {
  nom: string
  lu: MontantLu
  selectionner: Props['selectionner']
}

function Ligne({ nom, lu, selectionner }: PropsLigne): JSX.Element {
  const styles = useStyles()
  const communs = useStylesCommuns()
  const tableau = useStylesTableau()
  const { adresse, feuille } = decouperReference(lu.cellule)
  return (
    <tr>
      <th scope="row" className={tableau.leger}>
        {typographier(nom)}
      </th>
      <td className={tableau.nombre}>
        <button
          type="button"
          className={communs.lien}
          title={fr`${adresse}, feuille « ${feuille} »`}
          onClick={() => selectionner([lu.cellule])}
        >
          {lu.centimes === null ? (
            <span className={styles.raison}>{court(lu.texte)}</span>
          ) : (
            montant(lu.centimes)
          )}
        </button>
      </td>
    </tr>
  )
}

/** What the cell holds, where it is no amount, as much as a column shows. */
function court(texte: string): string {
  const net = texte.replace(/\s+/g, ' ').trim()
  if (net === '') return 'vide'
  return net.length > 24 ? `${net.slice(0, 22)}…` : net
}
