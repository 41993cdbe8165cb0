import { Badge } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { JSX } from 'react'
import { phraseDifference } from '../../../../shared/version/comparer.ts'
import type { Comparaison } from '../../../../shared/version/comparer.ts'
import type { VersionResume } from '../../api-types.ts'
import { Attente } from '../../composants/Attente.tsx'
import { Bloc } from '../../composants/Bloc.tsx'
import { useMagasin } from '../../composants/crochets.ts'
import { useStylesCommuns } from '../../composants/styles.ts'
import type { SuiviControle } from '../../etat/controle.ts'
import type { SuiviService } from '../../etat/service.ts'
import { compte, fr, typographier } from '../../texte/typographie.ts'
import { useEcart } from '../crochets-envoi.ts'
import { Differences } from './Differences.tsx'

interface Props {
  service: SuiviService
  suivi: SuiviControle
  /** The last version; none: the whole workbook is a draft. */
  version: VersionResume | undefined
  /** In sight: the bytes are asked for only then. */
  active: boolean
}

/** How the workbook in hand stands to the last version: unchanged since, or a draft and which cells it changes. */
export function ClasseurOuvert({ service, suivi, version, active }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const { revision } = useMagasin(suivi)
  const ecart = useEcart(service, active ? version : undefined, revision)
  const modifie = version !== undefined && ecart.valeur === 'modifie'
  const differences = useDifferences(service, modifie ? version : undefined, revision)
  const inchange = ecart.valeur === 'identique' || ecart.valeur === 'meme-contenu'
  return (
    <section className={communs.carte} aria-labelledby="cdppe-ouvert" data-ecart={ecart.valeur ?? ''}>
      <div className={communs.rangee}>
        <h3 id="cdppe-ouvert" className={communs.sousTitre}>
          Classeur ouvert
        </h3>
        {(modifie || version === undefined) && (
          <Badge appearance="tint" color="warning">
            Brouillon
          </Badge>
        )}
        {inchange && (
          <Badge appearance="tint" color="success">
            Inchangé
          </Badge>
        )}
      </div>
      {version === undefined && <p className={communs.texte}>Aucune version n’en garde encore le contenu.</p>}
      {version && ecart.valeur === null && ecart.erreur === null && active && (
        <Attente phrase="Comparaison avec la dernière version…" />
      )}
      {version && inchange && (
        <p className={communs.texte}>
          {fr`Inchangé depuis la version ${version.numero}${ecart.valeur === 'meme-contenu' ? ' : mêmes valeurs, mêmes formules' : ''}.`}
        </p>
      )}
      {version && modifie && <Modifications version={version} differences={differences} suivi={suivi} />}
      {ecart.erreur !== null && <p className={communs.texte}>{typographier(ecart.erreur)}</p>}
    </section>
  )
}

function Modifications({
  version,
  differences,
  suivi,
}: {
  version: VersionResume
  differences: Comparaison | 'echec' | null
  suivi: SuiviControle
}): JSX.Element {
  const communs = useStylesCommuns()
  if (differences === null || differences === 'echec')
    return (
      <p className={communs.texte}>
        {fr`Modifié depuis la version ${version.numero}.`}
        {differences === 'echec' && ' Les cellules modifiées n’ont pas pu être établies.'}
      </p>
    )
  const { differences: cellules, feuillesAjoutees, feuillesSupprimees } = differences
  return (
    <>
      <p className={communs.texte}>
        {fr`Depuis la version ${version.numero} : ${compte(cellules.length, 'cellule modifiée', 'cellules modifiées')}.`}
      </p>
      {feuillesAjoutees.map((feuille) => (
        <p key={feuille} className={communs.texte}>
          {typographier(`Feuille « ${feuille} » ajoutée.`)}
        </p>
      ))}
      {feuillesSupprimees.map((feuille) => (
        <p key={feuille} className={communs.texte}>
          {typographier(`Feuille « ${feuille} » supprimée.`)}
        </p>
      ))}
      {cellules.length > 0 && (
        <Bloc titre="Voir les cellules modifiées" ouvert={cellules.length <= 10}>
          <Differences
            cellules={cellules.map((d) => ({ cellule: d.cellule, phrase: phraseDifference(d) }))}
            selectionner={(c) => void suivi.selectionner(c)}
          />
        </Bloc>
      )}
    </>
  )
}

/** The cells that changed since a version, established again after each change of either; null until they are. */
function useDifferences(
  service: SuiviService,
  version: VersionResume | undefined,
  revision: number,
): Comparaison | 'echec' | null {
  const repere = `${version?.empreinteDeclaration ?? ''}|${revision}`
  const [etabli, etablir] = useState<{ repere: string; valeur: Comparaison | 'echec' } | null>(null)
  useEffect(() => {
    if (!version) return
    let abandonne = false
    service.differences(version).then(
      (valeur) => {
        if (!abandonne) etablir({ repere, valeur })
      },
      () => {
        if (!abandonne) etablir({ repere, valeur: 'echec' })
      },
    )
    return () => {
      abandonne = true
    }
    // The marker stands for the version and for the workbook's revision.
  }, [service, version, repere])
  return etabli?.repere === repere ? etabli.valeur : null
}
