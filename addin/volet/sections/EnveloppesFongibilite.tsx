import type { JSX } from 'react'
import type { Action, PlanAction } from '../../../shared/plan/plan.ts'
import { enveloppesAdmises } from '../../../shared/referentiel/decider.ts'
import type { Fongibilite, RegimeFongibilite } from '../../../shared/referentiel/fongibilite.ts'
import { DE_ENVELOPPE, NOMS_ENVELOPPES } from '../../../shared/referentiel/phrases.ts'
import { ENVELOPPES } from '../../../shared/referentiel/reference.ts'
import type { Enveloppe, Reference } from '../../../shared/referentiel/reference.ts'
import { majuscule } from '../../../shared/referentiel/comparer/ecarts.ts'
import type { Referentiel } from '../../../shared/referentiel/referentiel.ts'
import { Bloc } from '../composants/Bloc.tsx'
import { Cellules } from '../composants/Cellules.tsx'
import { useStylesCommuns } from '../composants/styles.ts'
import { direReference } from '../texte/reference.ts'
import { compte, fr, typographier } from '../texte/typographie.ts'

interface Props {
  plan: PlanAction
  referentiel: Referentiel
  regime: RegimeFongibilite | null
  selectionner: (cellules: string[]) => void
}

/** What may move from one action to another once the contract is signed, and who is told first (FON-01 to FON-04). */
export function EnveloppesFongibilite({ plan, referentiel, regime, selectionner }: Props): JSX.Element {
  const communs = useStylesCommuns()
  if (regime === null)
    return (
      <section className={communs.pile}>
        <h3 className={communs.sousTitre}>Ce qui peut bouger</h3>
        <p className={communs.texte}>
          {fr`Le référentiel ${referentiel.id} ne dit rien de la fongibilité des crédits.`}
        </p>
      </section>
    )
  return (
    <section className={communs.pile} aria-labelledby="cdppe-fongibilite">
      <h3 id="cdppe-fongibilite" className={communs.sousTitre}>
        Ce qui peut bouger
      </h3>
      <ul className={communs.liste}>
        {ENVELOPPES.map((enveloppe) => (
          <Regime
            key={enveloppe}
            enveloppe={enveloppe}
            fongibilite={regime.parEnveloppe.find((f) => f.enveloppe === enveloppe)}
            receveuses={plan.actions.filter(
              (a) => a.objectif !== null && enveloppesAdmises(referentiel, a.objectif).includes(enveloppe),
            )}
            selectionner={selectionner}
          />
        ))}
      </ul>
      {regime.compteRendu && (
        <Rappel reference={regime.compteRendu}>
          Rendez compte de chaque déplacement au bilan annuel de mise en œuvre.
        </Rappel>
      )}
      {regime.avenant && (
        <Rappel reference={regime.avenant}>
          Une action qui n’est pas au contrat ne reçoit rien par déplacement : il faut un avenant.
        </Rappel>
      )}
    </section>
  )
}

interface PropsRegime {
  enveloppe: Enveloppe
  fongibilite: Fongibilite | undefined
  receveuses: Action[]
  selectionner: Props['selectionner']
}

function Regime({ enveloppe, fongibilite, receveuses, selectionner }: PropsRegime): JSX.Element {
  const communs = useStylesCommuns()
  if (!fongibilite)
    return (
      <li className={communs.carte}>
        <strong>{majuscule(NOMS_ENVELOPPES[enveloppe])}</strong>
        <p className={communs.compact}>
          {fr`Les textes en main ne disent rien de la fongibilité ${DE_ENVELOPPE[enveloppe]} pour cet exercice : demandez avant de déplacer.`}
        </p>
      </li>
    )
  const { aPrevenir, reference } = fongibilite
  return (
    <li className={communs.carte} data-enveloppe={enveloppe}>
      <strong>{majuscule(NOMS_ENVELOPPES[enveloppe])}</strong>
      <p className={communs.compact}>
        {fr`Les crédits ${DE_ENVELOPPE[enveloppe]} passent d’une action du contrat à une autre, sans sortir de l’enveloppe. `}
        {aPrevenir === null
          ? 'Le texte ne demande pas d’information préalable.'
          : fr`Avant de déplacer, informez ${aPrevenir}.`}
      </p>
      <p className={communs.discret}>{direReference(reference)}</p>
      {receveuses.length > 0 && (
        <Bloc
          titre={
            <span className={communs.discret}>
              {compte(receveuses.length, 'action du plan peut', 'actions du plan peuvent')} les recevoir
            </span>
          }
        >
          <ul className={communs.liste}>
            {receveuses.map((a) => (
              <li key={a.cellules.join()}>
                <p className={communs.compact}>
                  {fr`Action ${a.numero}, objectif ${a.objectif ?? ''} : `}
                  {typographier(a.intitule)}
                </p>
                <Cellules cellules={a.cellules} selectionner={selectionner} />
              </li>
            ))}
          </ul>
        </Bloc>
      )}
    </li>
  )
}

function Rappel({ reference, children }: { reference: Reference; children: string }): JSX.Element {
  const communs = useStylesCommuns()
  return (
    <div>
      <p className={communs.compact}>{typographier(children)}</p>
      <p className={communs.discret}>{direReference(reference)}</p>
    </div>
  )
}
