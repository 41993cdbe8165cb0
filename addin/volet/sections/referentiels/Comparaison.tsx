import { Field, Select, makeStyles, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { JSX } from 'react'
import { accorder } from '../../../../shared/classeur/texte.ts'
import { comparerReferentiels } from '../../../../shared/referentiel/comparer.ts'
import { majuscule } from '../../../../shared/referentiel/comparer/ecarts.ts'
import type { Referentiel } from '../../../../shared/referentiel/referentiel.ts'
import { Bloc } from '../../composants/Bloc.tsx'
import { useMagasin } from '../../composants/crochets.ts'
import { useStylesCommuns } from '../../composants/styles.ts'
import { parRubrique } from '../../etat/comparaison.ts'
import type { SuiviControle } from '../../etat/controle.ts'
import type { SuiviReferentiels } from '../../etat/referentiels.ts'
import { fr, typographier } from '../../texte/typographie.ts'
import { VotrePlan } from './VotrePlan.tsx'

const useStyles = makeStyles({
  choix: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    columnGap: tokens.spacingHorizontalM,
  },
})

interface Props {
  referentiels: SuiviReferentiels
  suivi: SuiviControle
}

/** What changes from one référentiel to another: what they say, then what it does to the plan in hand. */
export function Comparaison({ referentiels, suivi }: Props): JSX.Element {
  const styles = useStyles()
  const communs = useStylesCommuns()
  const { charges } = useMagasin(referentiels)
  const liste = charges.map((c) => c.referentiel)
  const [choix, choisir] = useState<{ avant: string; apres: string } | null>(null)
  const avant = liste.find((r) => r.id === choix?.avant) ?? liste.at(-2)!
  const apres = liste.find((r) => r.id === choix?.apres) ?? liste.at(-1)!
  return (
    <section className={communs.pileSerree}>
      <h3 className={communs.sousTitre}>Comparer deux référentiels</h3>
      <div className={styles.choix}>
        <Choix
          libelle="De"
          liste={liste}
          valeur={avant.id}
          choisir={(id) => choisir({ avant: id, apres: apres.id })}
        />
        <Choix
          libelle="À"
          liste={liste}
          valeur={apres.id}
          choisir={(id) => choisir({ avant: avant.id, apres: id })}
        />
      </div>
      <CeQuiChange avant={avant} apres={apres} />
      <VotrePlan key={`${avant.id} ${apres.id}`} avant={avant} apres={apres} suivi={suivi} />
    </section>
  )
}

function Choix(props: {
  libelle: string
  liste: readonly Referentiel[]
  valeur: string
  choisir: (id: string) => void
}): JSX.Element {
  const communs = useStylesCommuns()
  return (
    <Field label={props.libelle} size="small">
      <Select
        className={communs.choix}
        size="small"
        value={props.valeur}
        onChange={(_, { value }) => props.choisir(value)}
      >
        {props.liste.map(({ id }) => (
          <option key={id} value={id}>
            {id}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function CeQuiChange({ avant, apres }: { avant: Referentiel; apres: Referentiel }): JSX.Element {
  const communs = useStylesCommuns()
  const { changements, identiques } = useMemo(() => comparerReferentiels(avant, apres), [avant, apres])
  if (identiques)
    return (
      <p
        className={communs.texte}
      >{fr`Rien ne change du référentiel ${avant.id} au référentiel ${apres.id}.`}</p>
    )
  return (
    <div role="group" aria-label={`Ce qui change de ${avant.id} à ${apres.id}`}>
      <p className={communs.texte}>
        {fr`${accorder(changements.length, 'changement')} du référentiel ${avant.id} au référentiel ${apres.id} :`}
      </p>
      {parRubrique(changements).map(([rubrique, phrases]) => (
        <Bloc key={rubrique} titre={`${majuscule(rubrique)} (${phrases.length})`}>
          <ul>
            {phrases.map((phrase) => (
              <li key={phrase}>{typographier(phrase)}</li>
            ))}
          </ul>
        </Bloc>
      ))}
    </div>
  )
}
