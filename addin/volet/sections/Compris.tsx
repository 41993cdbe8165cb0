import { Button } from '@fluentui/react-components'
import type { JSX } from 'react'
import { lettresDeColonne } from '../../../shared/classeur/adresse.ts'
import type { Comprehension, RoleColonne, TableReconnue } from '../../../shared/classeur/comprehension.ts'
import { Bloc } from '../composants/Bloc.tsx'
import { useStylesCommuns } from '../composants/styles.ts'
import { adressePlage } from '../../hote/plages.ts'
import { compte, fr, typographier } from '../texte/typographie.ts'

const ROLES: Record<RoleColonne, string> = {
  numero: 'Numéro de l’action',
  intitule: 'Intitulé',
  engagement: 'Engagement',
  objectif: 'Objectif',
  exercice: 'Exercice',
  enveloppe: 'Enveloppe',
  financeur: 'Financeur',
  montant: 'Montant',
  etat: 'Part de l’État',
  departement: 'Part du Département',
  autres: 'Autres financeurs',
  FIR: 'Part du FIR',
  P304: 'Part du programme 304',
  ONDAM: 'Part de l’ONDAM médico-social',
  fleche: 'Dépenses fléchées',
  engage: 'Dépenses engagées',
  execute: 'Dépenses exécutées',
}

interface Props {
  comprehension: Comprehension
  selectionner: (cellules: string[]) => void
}

/** What was understood of the workbook, before anything is judged. */
export function Compris({ comprehension, selectionner }: Props): JSX.Element {
  const communs = useStylesCommuns()
  return (
    <section className={communs.carte} aria-labelledby="cdppe-compris">
      <h3 id="cdppe-compris" className={communs.sousTitre}>
        Ce qui a été compris
      </h3>
      {comprehension.phrases.map((phrase) => (
        <p key={phrase} className={communs.compact}>
          {typographier(phrase)}
        </p>
      ))}
      {comprehension.tables.map((table) => (
        <Table
          key={`${table.feuille}!${adressePlage(table.plage)}`}
          table={table}
          selectionner={selectionner}
        />
      ))}
    </section>
  )
}

function Table({
  table,
  selectionner,
}: {
  table: TableReconnue
  selectionner: Props['selectionner']
}): JSX.Element {
  const communs = useStylesCommuns()
  const plage = adressePlage(table.plage)
  const utilisees = table.colonnes.filter((c) => c.role !== null).length
  return (
    <Bloc
      titre={
        <span className={communs.discret}>
          {fr`« ${table.feuille} » : ${compte(utilisees, 'colonne')} sur ${table.colonnes.length}`}
        </span>
      }
    >
      <div className={communs.pileSerree}>
        <div>
          <Button size="small" onClick={() => selectionner([`${table.feuille}!${plage}`])}>
            Montrer le tableau ({plage})
          </Button>
        </div>
        <dl className={communs.definitions}>
          {table.colonnes.map((colonne) => (
            <Colonne
              key={colonne.colonne}
              entete={colonne.entete}
              lettres={lettresDeColonne(colonne.colonne)}
            >
              {colonne.role === null ? 'Non utilisée' : ROLES[colonne.role]}
              {colonne.exercice !== null && `, ${colonne.exercice}`}
              {colonne.unite === 1000 && ', en k€'}
              {colonne.unite === 1_000_000 && ', en M€'}
            </Colonne>
          ))}
        </dl>
        {table.lignesTotal.length > 0 && (
          <p className={communs.discret}>
            {fr`${compte(table.lignesTotal.length, 'ligne')} de total ou de sous-total, non comptées comme des actions.`}
          </p>
        )}
      </div>
    </Bloc>
  )
}

function Colonne(props: { entete: string; lettres: string; children: React.ReactNode }): JSX.Element {
  return (
    <>
      <dt>
        {props.lettres}{' '}
        {props.entete.trim() === '' ? '(sans titre)' : fr`« ${props.entete.replace(/\s+/g, ' ').trim()} »`}
      </dt>
      <dd>{props.children}</dd>
    </>
  )
}
