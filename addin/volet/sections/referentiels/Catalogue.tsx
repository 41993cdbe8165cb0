import { Badge, SearchBox, Select } from '@fluentui/react-components'
import { useDeferredValue, useMemo, useState } from 'react'
import type { JSX } from 'react'
import { accorder } from '../../../../shared/classeur/texte.ts'
import { catalogue } from '../../../../shared/regles/catalogue.ts'
import type { EntreeCatalogue, EtatRegle } from '../../../../shared/regles/catalogue.ts'
import { Bloc } from '../../composants/Bloc.tsx'
import { useStylesCommuns } from '../../composants/styles.ts'
import { chercherRegles } from '../../etat/catalogue.ts'
import { typographier } from '../../texte/typographie.ts'

const ETATS: Record<
  EtatRegle,
  { un: string; plusieurs: string; couleur: 'success' | 'informative' | 'subtle' }
> = {
  verifiee: { un: 'Vérifiée', plusieurs: 'Vérifiées', couleur: 'success' },
  rappel: { un: 'Rappel', plusieurs: 'Rappels', couleur: 'informative' },
  'non-verifiee': { un: 'Non vérifiée', plusieurs: 'Non vérifiées', couleur: 'subtle' },
}

/** Every rule of the texts with its state, to be searched by id and words and kept by state. */
export default function Catalogue(): JSX.Element {
  const communs = useStylesCommuns()
  const entrees = useMemo(() => catalogue(), [])
  const [mots, chercher] = useState('')
  const [etat, garder] = useState<EtatRegle | ''>('')
  const cherches = useDeferredValue(mots)
  const trouvees = useMemo(() => chercherRegles(entrees, cherches, etat), [entrees, cherches, etat])
  return (
    <div className={communs.pileSerree}>
      <SearchBox
        className={communs.pleineLargeur}
        size="small"
        aria-label="Chercher une règle"
        placeholder="Chercher : ENV-01, sages-femmes…"
        value={mots}
        onChange={(_, { value }) => chercher(value)}
      />
      <Select
        className={communs.choix}
        size="small"
        aria-label="État de la règle"
        value={etat}
        onChange={(_, { value }) => garder(value as EtatRegle | '')}
      >
        <option value="">Tous les états ({entrees.length})</option>
        {(Object.keys(ETATS) as EtatRegle[]).map((e) => (
          <option key={e} value={e}>
            {ETATS[e].plusieurs} ({entrees.filter((r) => r.etat === e).length})
          </option>
        ))}
      </Select>
      <p className={communs.discret} role="status">
        {accorder(trouvees.length, 'règle')}
      </p>
      <ul className={communs.liste} aria-label="Règles">
        {trouvees.map((entree) => (
          <li key={entree.id} className={communs.carte} data-regle-catalogue={entree.id}>
            <Regle entree={entree} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Regle({ entree }: { entree: EntreeCatalogue }): JSX.Element {
  const communs = useStylesCommuns()
  const etat = ETATS[entree.etat]
  return (
    <>
      <div className={communs.rangee}>
        <h4 className={communs.sousTitre}>{entree.id}</h4>
        <Badge appearance="tint" color={etat.couleur}>
          {etat.un}
        </Badge>
      </div>
      <p className={communs.texte}>{typographier(entree.explication)}</p>
      {entree.citation !== '' && (
        <Bloc titre="Ce que dit le texte">
          <p className={communs.compact}>{typographier(entree.citation)}</p>
          <p className={communs.discret}>{typographier(`${entree.source} (${entree.annees})`)}</p>
        </Bloc>
      )}
    </>
  )
}
