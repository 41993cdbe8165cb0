import type { JSX } from 'react'
import { rebours } from '../../../shared/calendrier/compte-a-rebours.ts'
import type { Rapport } from '../../../shared/controle/rapport.ts'
import type { Echeance } from '../../../shared/referentiel/calendrier.ts'
import { majuscule } from '../../../shared/referentiel/comparer/ecarts.ts'
import type { Referentiel } from '../../../shared/referentiel/referentiel.ts'
import { dater } from '../../../shared/regles/echeances.ts'
import { Bloc } from '../composants/Bloc.tsx'
import { useMagasin, useMaintenant } from '../composants/crochets.ts'
import { Rappels } from '../composants/Rappels.tsx'
import { useStylesCommuns } from '../composants/styles.ts'
import { Verdict } from '../composants/Verdict.tsx'
import type { SuiviControle } from '../etat/controle.ts'
import { dateEtJour, direCanaux, direSituation } from '../texte/calendrier.ts'
import { direReference } from '../texte/reference.ts'
import { fr, typographier } from '../texte/typographie.ts'
import { Retroplanning } from './Retroplanning.tsx'
import { SansRapport } from './SansRapport.tsx'

/** What the texts date for the exercice, what is left of it, and the rétroplanning from a day J. */
export default function Calendrier({ suivi }: { suivi: SuiviControle }): JSX.Element {
  const communs = useStylesCommuns()
  const etat = useMagasin(suivi)
  if (!etat.resultat) return <SansRapport titre="Calendrier" etat={etat} />
  const { rapport, referentiel } = etat.resultat
  return (
    <div className={communs.pile}>
      <h2 className={communs.titre}>{fr`Calendrier ${rapport.exercice}`}</h2>
      {referentiel ? (
        <>
          <Echeances rapport={rapport} referentiel={referentiel} />
          <Retroplanning referentiel={referentiel} effet={rapport.reperes.effet?.jour ?? null} />
          <Rappels plan={rapport.plan} referentiel={referentiel} lieu="calendrier" />
        </>
      ) : (
        <p className={communs.texte}>
          {fr`Aucun référentiel n’est chargé pour ${rapport.exercice} : aucune échéance n’est connue.`}
        </p>
      )}
    </div>
  )
}

function Echeances({ rapport, referentiel }: { rapport: Rapport; referentiel: Referentiel }): JSX.Element {
  const communs = useStylesCommuns()
  const maintenant = useMaintenant()
  const { exercice, reperes } = rapport
  // What is still to come first, then what has no date, then what is past.
  const rang = (e: Echeance): number => (e.date === null ? 1 : rebours(e, maintenant).reste > 0 ? 0 : 2)
  const echeances = referentiel.echeances
    .filter((e) => e.exercice === exercice)
    .map((e) => dater(e, reperes.signature?.jour ?? null))
    .sort((a, b) => rang(a) - rang(b) || (a.date ?? '').localeCompare(b.date ?? ''))
  if (echeances.length === 0)
    return (
      <p className={communs.texte}>
        {fr`Le référentiel ${referentiel.id} ne date rien pour l’exercice ${exercice}.`}
      </p>
    )
  const prochaine = echeances.find((e) => e.date !== null && rebours(e, maintenant).reste > 0)
  return (
    <>
      <p className={communs.texte}>
        {prochaine
          ? fr`Prochaine échéance : ${typographier(prochaine.quoi)}, ${typographier(prochaine.libelle)}.`
          : fr`Toutes les échéances datées de ${exercice} sont passées.`}
      </p>
      <ul className={communs.liste}>
        {echeances.map((e) => (
          <Carte key={e.id} echeance={e} referentiel={referentiel} maintenant={maintenant} />
        ))}
      </ul>
    </>
  )
}

interface PropsCarte {
  echeance: Echeance
  referentiel: Referentiel
  maintenant: number
}

function Carte({ echeance: e, referentiel, maintenant }: PropsCarte): JSX.Element {
  const communs = useStylesCommuns()
  const { genre, phrase } = direSituation(e, rebours(e, maintenant))
  const pieces = referentiel.pieces.filter((p) => e.pieces.includes(p.id))
  const canaux = direCanaux(e.canaux)
  return (
    <li className={communs.carte} data-echeance={e.id} data-situation={genre}>
      <h3 className={communs.sousTitre}>{typographier(majuscule(e.quoi))}</h3>
      <p className={communs.compact}>
        {e.date !== null && <strong>{dateEtJour(e.date)}</strong>}
        {e.date !== null && fr` : `}
        {typographier(e.date === null ? majuscule(e.libelle) : e.libelle)}.
      </p>
      <Verdict genre={genre}>{phrase}</Verdict>
      {(pieces.length > 0 || canaux !== '') && (
        <Bloc titre={<span className={communs.discret}>Ce qu’il faut envoyer, et par où</span>}>
          <dl className={communs.definitions}>
            {pieces.length > 0 && (
              <>
                <dt>Pièces</dt>
                <dd>{typographier(pieces.map((p) => p.nom).join(' ; '))}</dd>
              </>
            )}
            {canaux !== '' && (
              <>
                <dt>Voie</dt>
                <dd>{canaux}</dd>
              </>
            )}
          </dl>
        </Bloc>
      )}
      <p className={communs.discret}>{direReference(e.reference)}</p>
    </li>
  )
}
