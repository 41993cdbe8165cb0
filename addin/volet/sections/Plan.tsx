import { Button, SearchBox } from '@fluentui/react-components'
import { useDeferredValue, useMemo, useState } from 'react'
import type { JSX } from 'react'
import { normaliser } from '../../../shared/classeur/texte.ts'
import type { Constat } from '../../../shared/controle/rapport.ts'
import type { Action } from '../../../shared/plan/plan.ts'
import { objectifDe } from '../../../shared/referentiel/decider.ts'
import type { Referentiel } from '../../../shared/referentiel/referentiel.ts'
import { Bloc } from '../composants/Bloc.tsx'
import { useMagasin, useTexteGarde } from '../composants/crochets.ts'
import { Rappels } from '../composants/Rappels.tsx'
import { useStylesCommuns } from '../composants/styles.ts'
import type { SuiviControle } from '../etat/controle.ts'
import { compte, fr, typographier } from '../texte/typographie.ts'
import { PlanMontants } from './PlanMontants.tsx'
import { SansRapport } from './SansRapport.tsx'

/** Shown at once: a plan of ten thousand rows is not to freeze the pane. */
const MONTREES = 40

/** The plan as it was read: each action with its objectif, its amounts and the points that speak of it. */
export default function Plan({ suivi }: { suivi: SuiviControle }): JSX.Element {
  const communs = useStylesCommuns()
  const etat = useMagasin(suivi)
  const [recherche, chercher] = useTexteGarde('cdppe-plan-recherche')
  const [montrees, montrer] = useState(MONTREES)
  const saisie = useDeferredValue(recherche)
  const resultat = etat.resultat
  const points = useMemo(() => parCellule(resultat?.rapport.constats ?? []), [resultat])
  const actions = useMemo(
    () => (resultat?.rapport.plan.actions ?? []).filter((a) => correspond(a, saisie)),
    [resultat, saisie],
  )
  if (!resultat) return <SansRapport titre="Plan d’action" etat={etat} />
  const { plan } = resultat.rapport
  const visibles = actions.slice(0, montrees)
  return (
    <div className={communs.pile}>
      <h2 className={communs.titre}>Plan d’action</h2>
      <p className={communs.texte} role="status">
        {fr`${compte(plan.actions.length, 'action')} et ${compte(plan.exercices.length, 'exercice')} lus dans votre classeur.`}
        {actions.length < plan.actions.length &&
          fr` ${compte(actions.length, 'action affichée', 'actions affichées')}.`}
      </p>
      <SearchBox
        className={communs.pleineLargeur}
        value={recherche}
        placeholder="Chercher une action, un objectif…"
        aria-label="Chercher dans le plan d’action"
        dismiss={{ 'aria-label': 'Effacer la recherche' }}
        onChange={(_, donnees) => chercher(donnees.value)}
      />
      <ul className={communs.liste}>
        {visibles.map((action) => (
          <CarteAction
            key={action.cellules.join()}
            action={action}
            referentiel={resultat.referentiel}
            points={pointsDe(action, points)}
            selectionner={(cellules) => void suivi.selectionner(cellules)}
          />
        ))}
      </ul>
      {visibles.length < actions.length && (
        <div>
          <Button size="small" onClick={() => montrer(montrees + MONTREES)}>
            Afficher d’autres actions ({actions.length - visibles.length})
          </Button>
        </div>
      )}
      {resultat.referentiel && <Rappels plan={plan} referentiel={resultat.referentiel} lieu="plan" />}
    </div>
  )
}

interface Props {
  action: Action
  referentiel: Referentiel | null
  points: number
  selectionner: (cellules: string[]) => void
}

function CarteAction({ action, referentiel, points, selectionner }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const { numero, intitule, objectif } = action
  const titre = objectif === null || !referentiel ? undefined : objectifDe(referentiel, objectif)?.titre
  return (
    <li className={communs.carte} data-action={numero}>
      <h3 className={communs.sousTitre}>
        <button type="button" className={communs.lien} onClick={() => selectionner(action.cellules)}>
          {fr`Action ${numero} : `}
          {intitule.trim() === '' ? 'sans intitulé' : typographier(intitule)}
        </button>
      </h3>
      <p className={communs.compact}>
        {objectif === null
          ? 'Aucun objectif n’a été reconnu.'
          : fr`Objectif ${objectif}${titre === undefined ? '' : ` : ${typographier(titre)}`}`}
      </p>
      {points > 0 && (
        <p className={communs.discret}>
          {compte(points, 'point la concerne', 'points la concernent')} dans le contrôle.
        </p>
      )}
      <Bloc titre={<span className={communs.discret}>Montants</span>}>
        <PlanMontants action={action} selectionner={selectionner} />
      </Bloc>
    </li>
  )
}

function correspond({ numero, intitule, objectif, objectifsLus }: Action, recherche: string): boolean {
  const mots = normaliser(recherche).split(' ').filter(Boolean)
  // « 2 » is not 12 nor 20.
  const texte = normaliser(
    `action ${numero} ${intitule} objectif ${objectif ?? ''} ${objectifsLus[0]?.texte ?? ''}`,
  )
  return mots.every((mot) => (/^\d+$/.test(mot) ? texte.split(' ').includes(mot) : texte.includes(mot)))
}

function parCellule(constats: readonly Constat[]): ReadonlyMap<string, Constat[]> {
  const points = new Map<string, Constat[]>()
  for (const constat of constats)
    for (const cellule of constat.cellules) {
      const siens = points.get(cellule)
      if (siens) siens.push(constat)
      else points.set(cellule, [constat])
    }
  return points
}

/** How many points name a cell of the action: its number, its title, its objectif or one of its amounts. */
function pointsDe(action: Action, points: ReadonlyMap<string, Constat[]>): number {
  const cellules = [
    ...action.cellules,
    ...action.objectifsLus.map((o) => o.cellule),
    ...action.financements.flatMap((f) =>
      [f.enveloppeLue, f.prevu, f.fleche, f.engage, f.execute].flatMap((x) =>
        x === null ? [] : [x.cellule],
      ),
    ),
  ]
  return new Set(cellules.flatMap((c) => points.get(c) ?? [])).size
}
