import { Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { JSX } from 'react'
import { comparerReferentiels } from '../../../../shared/referentiel/comparer.ts'
import type { Changement } from '../../../../shared/referentiel/comparer.ts'
import type { Referentiel } from '../../../../shared/referentiel/referentiel.ts'
import { Bloc } from '../../composants/Bloc.tsx'
import { useStylesCommuns } from '../../composants/styles.ts'
import { compte, fr, typographier } from '../../texte/typographie.ts'

/** What changes from one référentiel to another, by rubrique. */
export function ComparerReferentiels({ charges }: { charges: readonly Referentiel[] }): JSX.Element {
  const communs = useStylesCommuns()
  const [de, choisirDe] = useState('2022')
  const [a, choisirA] = useState('2024')
  const avant = charges.find((r) => r.id === de) ?? charges[0]!
  const apres = charges.find((r) => r.id === a) ?? charges[0]!
  const { changements } = comparerReferentiels(avant, apres)
  const rubriques = [...new Set(changements.map((c) => c.rubrique))]
  return (
    <section className={communs.pileSerree}>
      <h3 className={communs.sousTitre}>Comparer deux référentiels</h3>
      <div className={communs.rangee}>
        <Choix nom="De" valeur={avant.id} charges={charges} choisir={choisirDe} />
        <Choix nom="à" valeur={apres.id} charges={charges} choisir={choisirA} />
      </div>
      <p className={communs.texte} role="status">
        {changements.length === 0
          ? fr`Aucune différence entre ${avant.id} et ${apres.id}.`
          : fr`${compte(changements.length, 'changement')} de ${avant.id} à ${apres.id}.`}
      </p>
      {rubriques.map((rubrique) => (
        <Rubrique
          key={`${avant.id}|${apres.id}|${rubrique}`}
          nom={rubrique}
          changements={changements.filter((c) => c.rubrique === rubrique)}
        />
      ))}
    </section>
  )
}

function Rubrique({ nom, changements }: { nom: string; changements: Changement[] }): JSX.Element {
  const communs = useStylesCommuns()
  return (
    <Bloc titre={`${nom[0]!.toUpperCase()}${nom.slice(1)} (${changements.length})`}>
      <ul className={communs.liste}>
        {changements.map(({ phrase }) => (
          <li key={phrase} className={communs.compact}>
            {typographier(phrase)}
          </li>
        ))}
      </ul>
    </Bloc>
  )
}

interface Choix {
  nom: string
  valeur: string
  charges: readonly Referentiel[]
  choisir: (id: string) => void
}

function Choix({ nom, valeur, charges, choisir }: Choix): JSX.Element {
  const communs = useStylesCommuns()
  return (
    <label className={communs.rangee}>
      {nom}
      <Select size="small" value={valeur} onChange={(_, donnees) => choisir(donnees.value)}>
        {charges.map(({ id }) => (
          <option key={id} value={id}>
            {id}
          </option>
        ))}
      </Select>
    </label>
  )
}
