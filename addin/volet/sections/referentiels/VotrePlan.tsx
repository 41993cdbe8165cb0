import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { JSX } from 'react'
import { accorder } from '../../../../shared/classeur/texte.ts'
import type { Constat } from '../../../../shared/controle/rapport.ts'
import type { Referentiel } from '../../../../shared/referentiel/referentiel.ts'
import { Attente } from '../../composants/Attente.tsx'
import { Avis } from '../../composants/Avis.tsx'
import { Bloc } from '../../composants/Bloc.tsx'
import { useMagasin } from '../../composants/crochets.ts'
import { IconeGravite, NOMS_GRAVITES } from '../../composants/gravite.tsx'
import { useStylesCommuns } from '../../composants/styles.ts'
import { comparerConstats } from '../../etat/comparaison.ts'
import type { EcartConstats } from '../../etat/comparaison.ts'
import { phrase } from '../../etat/controle.ts'
import type { SuiviControle } from '../../etat/controle.ts'
import { premierePhrase } from '../../texte/phrase.ts'
import { fr, typographier } from '../../texte/typographie.ts'

interface Props {
  avant: Referentiel
  apres: Referentiel
  suivi: SuiviControle
}

type Etat = { enCours: true } | { erreur: string } | { ecart: EcartConstats; revision: number }

/** The workbook in hand judged by one référentiel, then by the other: the points that come and those that go. */
export function VotrePlan({ avant, apres, suivi }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const { resultat, revision } = useMagasin(suivi)
  const [etat, poser] = useState<Etat | null>(null)
  const comparer = async (): Promise<void> => {
    poser({ enCours: true })
    try {
      const [par, puis] = [await suivi.essayer(avant), await suivi.essayer(apres)]
      poser({ ecart: comparerConstats(par, puis), revision })
    } catch (erreur) {
      poser({
        erreur: phrase(
          erreur,
          'Le classeur n’a pas pu être lu. Terminez la saisie en cours, puis recommencez.',
        ),
      })
    }
  }
  const enCours = etat !== null && 'enCours' in etat
  return (
    <div className={communs.pileSerree}>
      <div>
        <Button size="small" disabled={enCours} onClick={() => void comparer()}>
          Ce qui change pour votre plan
        </Button>
      </div>
      {enCours && <Attente phrase="Contrôle de votre plan par les deux référentiels…" />}
      {etat && 'erreur' in etat && <Avis genre="error">{typographier(etat.erreur)}</Avis>}
      {etat && 'ecart' in etat && (
        <div className={communs.pileSerree} role="status">
          <p className={communs.discret}>
            {fr`Votre plan tel qu’il est${resultat ? `, exercice ${resultat.rapport.exercice}` : ''}, jugé par le référentiel ${avant.id}, puis par le référentiel ${apres.id}.`}
            {etat.revision !== revision && fr` Le classeur a changé depuis : refaites la comparaison.`}
          </p>
          <Resultat ecart={etat.ecart} />
        </div>
      )}
    </div>
  )
}

function Resultat({ ecart }: { ecart: EcartConstats }): JSX.Element {
  const communs = useStylesCommuns()
  const { apparaissent, disparaissent, changent, inchanges } = ecart
  return (
    <>
      <p className={communs.texte}>
        {accorder(apparaissent.length, 'point apparaît', 'points apparaissent')},{' '}
        {accorder(disparaissent.length, 'disparaît', 'disparaissent')},{' '}
        {accorder(changent.length, 'change de gravité', 'changent de gravité')},{' '}
        {accorder(inchanges, 'reste tel quel', 'restent tels quels')}.
      </p>
      <Constats titre="Points qui apparaissent" constats={apparaissent} />
      <Constats titre="Points qui disparaissent" constats={disparaissent} />
      <Constats
        titre="Points qui changent de gravité"
        constats={changent.map((c) => c.apres)}
        suite={(i) => ` (auparavant ${NOMS_GRAVITES[changent[i]!.avant.gravite].un})`}
      />
    </>
  )
}

function Constats(props: {
  titre: string
  constats: readonly Constat[]
  suite?: (i: number) => string
}): JSX.Element | null {
  const communs = useStylesCommuns()
  if (props.constats.length === 0) return null
  return (
    <Bloc titre={`${props.titre} (${props.constats.length})`} ouvert={props.constats.length <= 10}>
      <ul className={communs.liste}>
        {props.constats.map((constat, i) => (
          <li key={`${constat.regle} ${i}`} className={communs.carte}>
            <span className={communs.rangee}>
              <IconeGravite gravite={constat.gravite} />
              <span className={communs.compact}>
                {constat.regle}, {NOMS_GRAVITES[constat.gravite].un}
                {props.suite?.(i)}
              </span>
            </span>
            <p className={communs.texte}>{premierePhrase(typographier(constat.message))[0]}</p>
          </li>
        ))}
      </ul>
    </Bloc>
  )
}
