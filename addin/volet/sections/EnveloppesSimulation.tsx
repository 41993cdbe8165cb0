import { Button, Field, Input, Select } from '@fluentui/react-components'
import { useDeferredValue, useMemo, useState } from 'react'
import type { JSX } from 'react'
import { cofinancements } from '../../../shared/controle/cofinancement.ts'
import type { CofinancementObjectif, Rapport, Totaux } from '../../../shared/controle/rapport.ts'
import { totauxDe } from '../../../shared/controle/totaux.ts'
import { lireMontant } from '../../../shared/montant/lire-montant.ts'
import type { Action, Financement } from '../../../shared/plan/plan.ts'
import { simuler } from '../../../shared/plan/simuler.ts'
import { NOMS_ENVELOPPES } from '../../../shared/referentiel/phrases.ts'
import type { Referentiel } from '../../../shared/referentiel/referentiel.ts'
import { useStylesCommuns } from '../composants/styles.ts'
import { Verdict } from '../composants/Verdict.tsx'
import { direManque } from '../texte/cofinancement.ts'
import { direNature, signe } from '../texte/enveloppes.ts'
import { compte, fr, montant, typographier } from '../texte/typographie.ts'

interface Props {
  rapport: Rapport
  referentiel: Referentiel
}

/** A change of amounts, tried without being written: what it does to the co-financing and to the totals. */
export function EnveloppesSimulation({ rapport, referentiel }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const [rang, choisir] = useState('')
  const [essais, essayer] = useState<Readonly<Record<string, string>>>({})
  const action = rapport.plan.actions[Number(rang)]
  const nombre = Object.values(essais).filter((t) => t.trim() !== '').length
  return (
    <section className={communs.pile} aria-labelledby="cdppe-simulation">
      <h3 id="cdppe-simulation" className={communs.sousTitre}>
        Essayer un changement
      </h3>
      <p className={communs.discret}>
        {fr`Tapez un autre montant : le cofinancement et les totaux sont recalculés ici. Rien n’est écrit dans votre classeur.`}
      </p>
      <Field label="Action" size="small">
        <Select className={communs.choix} value={rang} onChange={(_, donnees) => choisir(donnees.value)}>
          <option value="">Choisir une action…</option>
          {rapport.plan.actions.map((a, i) => (
            <option key={i} value={i}>
              {`${a.numero} – ${a.intitule}`.slice(0, 80)}
            </option>
          ))}
        </Select>
      </Field>
      {rang !== '' && action && (
        <Montants
          action={action}
          essais={essais}
          essayer={(cellule, texte) => essayer({ ...essais, [cellule]: texte })}
        />
      )}
      {nombre > 0 && (
        <>
          <Effet rapport={rapport} referentiel={referentiel} essais={essais} />
          <div>
            <Button size="small" onClick={() => essayer({})}>
              Abandonner {nombre === 1 ? 'l’essai' : `les ${compte(nombre, 'essai')}`}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

interface PropsMontants {
  action: Action
  essais: Readonly<Record<string, string>>
  essayer: (cellule: string, texte: string) => void
}

function Montants({ action, essais, essayer }: PropsMontants): JSX.Element {
  const communs = useStylesCommuns()
  const financements = action.financements.filter((f) => f.prevu !== null)
  if (financements.length === 0)
    return <p className={communs.texte}>Cette action ne porte aucun montant prévu.</p>
  return (
    <div className={communs.pileSerree}>
      {financements.map((f) => {
        const { cellule, centimes, texte } = f.prevu!
        const essai = essais[cellule] ?? ''
        const lu = lireMontant(essai)
        return (
          <Field
            key={cellule}
            size="small"
            label={typographier(nommer(f))}
            {...(essai.trim() !== '' && lu.centimes === null
              ? { validationMessage: typographier(lu.raison ?? 'Ce texte n’est pas un montant.') }
              : { hint: fr`Au plan : ${centimes === null ? `« ${texte} »` : montant(centimes)}` })}
          >
            <Input
              inputMode="decimal"
              value={essai}
              onChange={(_, donnees) => essayer(cellule, donnees.value)}
            />
          </Field>
        )
      })}
    </div>
  )
}

/** « 2021, FIR » */
function nommer(f: Financement): string {
  const qui =
    f.financeur === 'Etat'
      ? f.enveloppe === null
        ? 'État'
        : NOMS_ENVELOPPES[f.enveloppe]
      : f.financeur === 'Departement'
        ? 'Département'
        : 'autre financeur'
  return `${f.exercice ?? f.periode?.texte ?? 'toute la durée'}, ${qui}`
}

interface PropsEffet extends Props {
  essais: Readonly<Record<string, string>>
}

function Effet({ rapport, referentiel, essais }: PropsEffet): JSX.Element {
  const communs = useStylesCommuns()
  const vus = useDeferredValue(essais)
  const { lectureOndam = 'exclu', plan, totaux: avant } = rapport
  const { apres, objectifs } = useMemo(() => {
    const changements = Object.entries(vus).flatMap(([cellule, texte]) => {
      const { centimes } = lireMontant(texte)
      return texte.trim() === '' || centimes === null ? [] : [{ cellule, centimes }]
    })
    const essai = simuler(plan, changements)
    return { apres: totauxDe(essai), objectifs: cofinancements(essai, referentiel, lectureOndam) }
  }, [vus, plan, referentiel, lectureOndam])
  const anciens = new Map(rapport.cofinancement.map((o) => [o.objectif, o]))
  const touches = objectifs.filter((o) => {
    const ancien = anciens.get(o.objectif)
    return ancien?.etat !== o.etat || ancien.departement !== o.departement || ancien.manque !== o.manque
  })
  const nature = direNature(avant, apres)
  return (
    <div className={communs.carte} role="status" data-essai>
      <strong>Avec cet essai</strong>
      <Verdict genre={nature.genre}>{nature.phrase}</Verdict>
      <dl className={communs.definitions}>
        {LIGNES.filter(([cle]) => avant[cle] !== apres[cle]).map(([cle, nom]) => (
          <Ligne key={cle} nom={nom} avant={avant[cle]} apres={apres[cle]} />
        ))}
      </dl>
      {touches.map((o) => (
        <Objectif key={o.objectif} objectif={o} ancien={anciens.get(o.objectif)} />
      ))}
    </div>
  )
}

const LIGNES: [keyof Totaux, string][] = [
  ['FIR', 'FIR'],
  ['P304', 'Programme 304'],
  ['ONDAM', 'ONDAM'],
  ['etatNonVentile', 'État, sans enveloppe'],
  ['departement', 'Département'],
  ['autres', 'Autres'],
]

function Ligne({ nom, avant, apres }: { nom: string; avant: number; apres: number }): JSX.Element {
  return (
    <>
      <dt>{nom}</dt>
      <dd>{fr`${montant(avant)} → ${montant(apres)} (${signe(apres - avant)})`}</dd>
    </>
  )
}

function Objectif(props: {
  objectif: CofinancementObjectif
  ancien: CofinancementObjectif | undefined
}): JSX.Element {
  const { objectif: o, ancien } = props
  if (o.manque > 0)
    return (
      <Verdict genre="manque">
        {fr`Objectif ${o.objectif} : ${direManque(o)}`}
        {ancien !== undefined && ancien.manque > 0 && fr` Avant : ${montant(ancien.manque)}.`}
      </Verdict>
    )
  if (o.indetermine)
    return (
      <Verdict genre="incertain">{fr`Objectif ${o.objectif} : le cofinancement ne peut pas être établi.`}</Verdict>
    )
  return (
    <Verdict genre="suffit">
      {fr`Objectif ${o.objectif} : le Département apporte au moins autant`}
      {ancien !== undefined && ancien.manque > 0 ? fr` ; il manquait ${montant(ancien.manque)}.` : '.'}
    </Verdict>
  )
}
