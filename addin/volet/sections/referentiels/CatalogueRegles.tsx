import { Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { JSX } from 'react'
import { normaliser } from '../../../../shared/classeur/texte.ts'
import { catalogue } from '../../../../shared/regles/catalogue.ts'
import type { EntreeCatalogue, EtatRegle } from '../../../../shared/regles/catalogue.ts'
import { Bloc } from '../../composants/Bloc.tsx'
import { useStylesCommuns } from '../../composants/styles.ts'
import { compte, fr, typographier } from '../../texte/typographie.ts'

const ETATS: Record<EtatRegle, string> = {
  verifiee: 'vérifiée',
  rappel: 'rappel',
  'non-verifiee': 'non vérifiée',
}

/** Every rule of the texts with what is done of it, and a search in all their words. */
export function CatalogueRegles(): JSX.Element {
  const communs = useStylesCommuns()
  const [cherche, chercher] = useState('')
  const [regles] = useState(catalogue)
  const mots = normaliser(cherche).split(' ').filter(Boolean)
  const trouvees = regles.filter((r) => {
    const texte = normaliser(`${r.id} ${ETATS[r.etat]} ${r.explication} ${r.citation} ${r.source}`)
    return mots.every((mot) => texte.includes(mot))
  })
  const nombre = (etat: EtatRegle): number => trouvees.filter((r) => r.etat === etat).length
  return (
    <Bloc titre={<h3 className={communs.sousTitre}>Catalogue des règles ({regles.length})</h3>}>
      <div className={communs.pileSerree}>
        <Input
          type="search"
          size="small"
          aria-label="Chercher une règle"
          placeholder="Chercher : COF-01, échéance, rappel…"
          value={cherche}
          onChange={(_, donnees) => chercher(donnees.value)}
        />
        <p className={communs.discret} role="status">
          {fr`${compte(nombre('verifiee'), 'règle vérifiée', 'règles vérifiées')}, ${compte(nombre('rappel'), 'rappel')}, ${compte(nombre('non-verifiee'), 'règle non vérifiée', 'règles non vérifiées')}.`}
        </p>
        <ul className={communs.liste}>
          {trouvees.map((regle) => (
            <Regle key={regle.id} regle={regle} />
          ))}
        </ul>
      </div>
    </Bloc>
  )
}

function Regle({
  regle: { id, etat, explication, citation, source },
}: {
  regle: EntreeCatalogue
}): JSX.Element {
  const communs = useStylesCommuns()
  return (
    <li className={communs.carte}>
      <p className={communs.texte}>
        <strong>{id}</strong> ({ETATS[etat]})
      </p>
      <p className={communs.compact}>{typographier(explication)}</p>
      {citation !== '' && <p className={communs.discret}>{typographier(`« ${citation} » (${source})`)}</p>}
    </li>
  )
}
