import { Button } from '@fluentui/react-components'
import type { JSX } from 'react'
import { adresse } from '../../../shared/classeur/adresse.ts'
import type { ColonneReconnue, Comprehension, TableReconnue } from '../../../shared/classeur/comprehension.ts'
import { choisirColonnes, choisirFeuille, oublierTable } from '../../../shared/classeur/correspondance.ts'
import type { Correspondance } from '../../../shared/classeur/correspondance.ts'
import { direDoutes } from '../../../shared/classeur/phrases.ts'
import { Bloc } from '../composants/Bloc.tsx'
import { useStylesCommuns } from '../composants/styles.ts'
import { adressePlage } from '../../hote/plages.ts'
import { compte, fr, typographier } from '../texte/typographie.ts'
import { ComprisColonne } from './ComprisColonne.tsx'
import { ComprisFeuilles } from './ComprisFeuilles.tsx'

/** Keeps in the workbook what the officer says; true once it is kept. */
export type Corriger = (changer: (c: Correspondance) => Correspondance) => Promise<boolean>

interface Props {
  comprehension: Comprehension
  selectionner: (cellules: string[]) => void
  corriger: Corriger
}

/** What was understood of the workbook, before anything is judged: what is to be confirmed first, then each column. */
export function Compris({ comprehension, selectionner, corriger }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const { tables, changements, phrases, ecartees } = comprehension
  const doutes = new Set([...changements, ...tables.flatMap((t) => direDoutes(t.colonnes))])
  const exercices = anneesDe(tables)
  return (
    <section className={communs.carte} aria-labelledby="cdppe-compris">
      <h3 id="cdppe-compris" className={communs.sousTitre}>
        Ce qui a été compris
      </h3>
      {changements.length > 0 && (
        <div className={communs.pileSerree} role="group" aria-label="Ce qui a changé dans vos tableaux">
          {changements.map((phrase) => (
            <p key={phrase} className={communs.compact}>
              {typographier(phrase)}
            </p>
          ))}
          {tables.length > 0 && (
            <div>
              <Button
                size="small"
                onClick={() =>
                  void corriger((c) =>
                    tables.reduce<Correspondance>((suite, t) => choisirColonnes(suite, t, new Map()), {
                      ...c,
                      tables: [],
                    }),
                  )
                }
              >
                C’est bien ainsi
              </Button>
            </div>
          )}
        </div>
      )}
      {tables.map((table) => (
        <Colonnes
          key={cle(table)}
          table={table}
          colonnes={table.colonnes.filter((c) => c.surete === 'a-confirmer')}
          {...{ exercices, selectionner, corriger }}
        />
      ))}
      {phrases
        .filter((phrase) => !doutes.has(phrase))
        .map((phrase) => (
          <p key={phrase} className={communs.compact}>
            {typographier(phrase)}
          </p>
        ))}
      {tables.map((table) => (
        <Table key={cle(table)} {...{ table, exercices, selectionner, corriger }} />
      ))}
      <ComprisFeuilles ecartees={ecartees} corriger={corriger} />
    </section>
  )
}

const cle = (table: TableReconnue): string => `${table.feuille}!${adressePlage(table.plage)}`

/** The exercices that may be said of a column: those that the tables name, with a year before and after. */
function anneesDe(tables: readonly TableReconnue[]): number[] {
  const lues = tables.flatMap((t) =>
    t.colonnes.flatMap((c) => [
      ...(c.exercice === null ? [] : [c.exercice]),
      ...(c.role === 'exercice' ? c.exemples.map(Number).filter((n) => n >= 2000 && n < 2100) : []),
    ]),
  )
  const bornes = lues.length > 0 ? lues : [2020, 2024]
  const [debut, fin] = [Math.min(...bornes) - 1, Math.max(...bornes) + 1]
  return Array.from({ length: fin - debut + 1 }, (_, i) => debut + i)
}

interface PropsTable {
  table: TableReconnue
  exercices: readonly number[]
  selectionner: Props['selectionner']
  corriger: Corriger
}

function Colonnes({
  table,
  colonnes,
  exercices,
  selectionner,
  corriger,
}: PropsTable & { colonnes: readonly ColonneReconnue[] }): JSX.Element | null {
  const communs = useStylesCommuns()
  if (colonnes.length === 0) return null
  const { ligne, derniereLigne } = table.plage
  return (
    <ul className={communs.liste}>
      {colonnes.map((colonne) => (
        <ComprisColonne
          key={`${String(colonne.colonne)}|${colonne.entete}`}
          colonne={colonne}
          exercices={exercices}
          selectionner={() =>
            selectionner([
              `${table.feuille}!${adresse(ligne, colonne.colonne)}:${adresse(derniereLigne, colonne.colonne)}`,
            ])
          }
          choisir={(choix) => corriger((c) => choisirColonnes(c, table, new Map([[colonne.colonne, choix]])))}
        />
      ))}
    </ul>
  )
}

/** One table: where it stands, each of its columns, and what to do with it. */
function Table({ table, exercices, selectionner, corriger }: PropsTable): JSX.Element {
  const communs = useStylesCommuns()
  const plage = adressePlage(table.plage)
  const utilisees = table.colonnes.filter((c) => c.role !== null).length
  const lignes = (liste: readonly number[]): string[] =>
    liste.map(
      (l) => `${table.feuille}!${adresse(l, table.plage.colonne)}:${adresse(l, table.plage.derniereColonne)}`,
    )
  return (
    <Bloc
      titre={
        <span className={communs.discret}>
          {fr`« ${table.feuille} » : ${compte(utilisees, 'colonne')} sur ${table.colonnes.length}`}
        </span>
      }
    >
      <div className={communs.pile}>
        <div className={communs.rangee}>
          <Button size="small" onClick={() => selectionner([`${table.feuille}!${plage}`])}>
            Montrer le tableau ({plage})
          </Button>
          {table.lignesTotal.length > 0 && (
            <Button size="small" onClick={() => selectionner(lignes(table.lignesTotal))}>
              Montrer {compte(table.lignesTotal.length, 'ligne')} de total
            </Button>
          )}
          {table.lignesNote.length > 0 && (
            <Button size="small" onClick={() => selectionner(lignes(table.lignesNote))}>
              Montrer {compte(table.lignesNote.length, 'ligne')} hors du plan
            </Button>
          )}
        </div>
        <Colonnes
          colonnes={table.colonnes.filter((c) => c.surete !== 'a-confirmer')}
          {...{ table, exercices, selectionner, corriger }}
        />
        <div className={communs.rangee}>
          <Button
            size="small"
            aria-label={fr`Ne pas lire cette feuille : « ${table.feuille} »`}
            onClick={() => void corriger((c) => choisirFeuille(c, table.feuille, 'ignorer'))}
          >
            Ne pas lire cette feuille
          </Button>
          {table.colonnes.some((c) => c.surete === 'choisie') && (
            <Button size="small" onClick={() => void corriger((c) => oublierTable(c, table))}>
              Oublier mes choix pour ce tableau
            </Button>
          )}
        </div>
      </div>
    </Bloc>
  )
}
