import { Button, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { JSX } from 'react'
import { decouperReference } from '../../../shared/classeur/adresse.ts'
import type { MontantNotifie, Rapport, Totaux } from '../../../shared/controle/rapport.ts'
import { totauxParExercice } from '../../../shared/controle/totaux.ts'
import { lireMontant } from '../../../shared/montant/lire-montant.ts'
import { ENVELOPPES } from '../../../shared/referentiel/reference.ts'
import type { Enveloppe } from '../../../shared/referentiel/reference.ts'
import { Bloc } from '../composants/Bloc.tsx'
import { garderTexte, texteGarde } from '../composants/crochets.ts'
import { useStylesCommuns } from '../composants/styles.ts'
import { useStylesTableau } from '../composants/tableau.ts'
import { Verdict } from '../composants/Verdict.tsx'
import { direEcart } from '../texte/enveloppes.ts'
import { fr, montant, typographier } from '../texte/typographie.ts'

const LIGNES: [keyof Totaux, string][] = [
  ['FIR', 'FIR'],
  ['P304', 'Programme 304'],
  ['ONDAM', 'ONDAM médico-social'],
  ['etatNonVentile', 'État, enveloppe non indiquée'],
  ['departement', 'Département'],
  ['autres', 'Autres financeurs'],
]

interface Props {
  rapport: Rapport
  selectionner: (cellules: string[]) => void
}

/** Planned amounts by exercice and enveloppe, beside what was notified. */
export function EnveloppesTotaux({ rapport, selectionner }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const tableau = useStylesTableau()
  const [saisis, saisir] = useState<Record<string, string>>({})
  const exercices = totauxParExercice(rapport.plan)
  const notifie = (annee: number | null, cle: keyof Totaux): Notifie | null => {
    const duContrat = rapport.reperes.notifies.find((n) => n.annee === annee && n.enveloppe === cle)
    if (duContrat) return duContrat
    const texte = annee === null ? null : (saisis[`${annee}|${cle}`] ?? texteGarde(cleDe(annee, cle)))
    const centimes = texte === null ? null : lireMontant(texte).centimes
    return centimes === null ? null : { centimes }
  }
  if (exercices.length === 0)
    return <p className={communs.texte}>Aucun montant n’a été lu dans le plan d’action.</p>
  return (
    <>
      <p className={communs.discret}>
        Montants prévus au plan, par exercice. Un montant répété sur plusieurs années n’est compté qu’une
        fois.
      </p>
      {exercices.some(({ totaux }) => totaux.etatNonVentile !== 0) && (
        <Verdict genre="neutre">
          {fr`Des crédits de l’État n’ont pas d’enveloppe. Écrivez-la dans votre tableau, ou choisissez-la pour la colonne : onglet Contrôle, « Ce qui a été compris ».`}
        </Verdict>
      )}
      <table className={tableau.tableau}>
        <caption className={communs.invisible}>Montants prévus par exercice et par enveloppe</caption>
        {exercices.map(({ exercice, totaux }) => (
          <tbody key={exercice ?? 'duree'} data-exercice={exercice ?? 'duree'}>
            <tr>
              <th scope="rowgroup" colSpan={2}>
                {exercice ?? 'Toute la durée du contrat'}
              </th>
            </tr>
            {LIGNES.filter(([cle]) => totaux[cle] !== 0 || notifie(exercice, cle) !== null).map(
              ([cle, nom]) => (
                <Ligne
                  key={cle}
                  nom={nom}
                  prevu={totaux[cle]}
                  notifie={notifie(exercice, cle)}
                  selectionner={selectionner}
                />
              ),
            )}
          </tbody>
        ))}
        <tbody>
          <tr>
            <th scope="row">Total des montants lus</th>
            <th className={tableau.nombre}>
              {montant(LIGNES.reduce((somme, [cle]) => somme + rapport.totaux[cle], 0))}
            </th>
          </tr>
        </tbody>
      </table>
      <SaisieNotifies
        exercice={rapport.exercice}
        duContrat={rapport.reperes.notifies}
        saisir={(cle, texte) => {
          garderTexte(cleDe(rapport.exercice, cle), texte)
          saisir({ ...saisis, [`${rapport.exercice}|${cle}`]: texte })
        }}
      />
    </>
  )
}

function cleDe(annee: number, enveloppe: string): string {
  return `cdppe-notifie:${annee}:${enveloppe}`
}

type Notifie = Pick<MontantNotifie, 'centimes'> & { cellule?: string }

interface PropsLigne {
  nom: string
  prevu: number
  notifie: Notifie | null
  selectionner: Props['selectionner']
}

function Ligne({ nom, prevu, notifie, selectionner }: PropsLigne): JSX.Element {
  const tableau = useStylesTableau()
  const { cellule } = notifie ?? {}
  return (
    <>
      <tr>
        <th scope="row" className={tableau.leger}>
          {nom}
        </th>
        <td className={tableau.nombre}>{montant(prevu)}</td>
      </tr>
      {notifie && (
        <tr>
          <td colSpan={2}>
            <Verdict genre={prevu > notifie.centimes ? 'manque' : 'suffit'}>
              {direEcart(prevu, notifie.centimes)}{' '}
              {cellule !== undefined && (
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={fr`Sélectionner ${decouperReference(cellule).adresse}, feuille « ${decouperReference(cellule).feuille} »`}
                  onClick={() => selectionner([cellule])}
                >
                  {decouperReference(cellule).adresse}
                </Button>
              )}
            </Verdict>
          </td>
        </tr>
      )}
    </>
  )
}

interface PropsSaisie {
  exercice: number
  duContrat: readonly MontantNotifie[]
  saisir: (enveloppe: Enveloppe, texte: string) => void
}

/** The notified amounts that the workbook does not write, typed here; nothing is written into it. */
function SaisieNotifies({ exercice, duContrat, saisir }: PropsSaisie): JSX.Element | null {
  const communs = useStylesCommuns()
  const absentes = ENVELOPPES.filter((e) => !duContrat.some((n) => n.enveloppe === e && n.annee === exercice))
  if (absentes.length === 0) return null
  return (
    <Bloc titre={<span>{fr`Comparer aux montants notifiés en ${exercice}`}</span>}>
      <div className={communs.pileSerree}>
        <p className={communs.discret}>
          Votre classeur ne les écrit pas. Ce que vous saisissez ici sert à comparer et n’est pas écrit dans
          le classeur.
        </p>
        {absentes.map((enveloppe) => (
          <SaisieNotifie key={`${exercice}${enveloppe}`} {...{ exercice, enveloppe, saisir }} />
        ))}
      </div>
    </Bloc>
  )
}

function SaisieNotifie(props: {
  exercice: number
  enveloppe: Enveloppe
  saisir: PropsSaisie['saisir']
}): JSX.Element {
  const { exercice, enveloppe, saisir } = props
  const [texte, ecrire] = useState(() => texteGarde(cleDe(exercice, enveloppe)) ?? '')
  const { centimes, raison } = lireMontant(texte)
  const nom = LIGNES.find(([cle]) => cle === enveloppe)![1]
  return (
    <Field
      label={`${nom}, montant notifié`}
      size="small"
      {...(texte.trim() !== '' && centimes === null
        ? { validationMessage: typographier(raison ?? 'Ce texte n’est pas un montant.') }
        : {})}
    >
      <Input
        inputMode="decimal"
        value={texte}
        placeholder="par exemple 58 273,59 €"
        onChange={(_, donnees) => {
          ecrire(donnees.value)
          saisir(enveloppe, donnees.value)
        }}
      />
    </Field>
  )
}
