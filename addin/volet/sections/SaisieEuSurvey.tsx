import { Button, Link, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useMemo, useState } from 'react'
import type { JSX } from 'react'
import type { Chaine } from '../api.ts'
import type { FicheSaisie } from '../api-types.ts'
import { Attente } from '../composants/Attente.tsx'
import { Avis } from '../composants/Avis.tsx'
import { Bloc } from '../composants/Bloc.tsx'
import { useMagasin } from '../composants/crochets.ts'
import { useStylesCommuns } from '../composants/styles.ts'
import { copier } from '../copier.ts'
import { SuiviSaisie } from '../etat/saisie.ts'
import type { SuiviService } from '../etat/service.ts'
import { compte, dateHeure, fr, typographier } from '../texte/typographie.ts'

interface Props {
  service: SuiviService
  chaine: Chaine
  numero: number
  /** Readers follow what was typed, and record nothing. */
  peutNoter: boolean
}

const useStyles = makeStyles({
  reponse: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
    paddingBlock: tokens.spacingVerticalXS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  valeur: { whiteSpace: 'pre-wrap' },
})

/** The answers to type into the EUSurvey form, in the order of the plan, and what of them was typed. */
export function SaisieEuSurvey({ service, chaine, numero, peutNoter }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const { departement, exercice } = chaine
  const suivi = useMemo(
    () => new SuiviSaisie(service, { departement, exercice }, numero),
    [service, departement, exercice, numero],
  )
  const { saisie, erreur, enCours } = useMagasin(suivi)
  useEffect(() => void suivi.charger(), [suivi])
  if (erreur !== null)
    return (
      <Avis
        genre="error"
        actions={
          <Button size="small" onClick={() => void suivi.charger()}>
            Réessayer
          </Button>
        }
      >
        {typographier(erreur)}
      </Avis>
    )
  if (saisie === null) return <Attente phrase="Lecture des réponses…" />
  const total = saisie.fiches.length
  const suivante = saisie.fiches.find((f) => f.saisie === null)?.id
  return (
    <div className={communs.pile}>
      <p className={communs.texte}>
        {fr`Ce plan d’action ne part pas par courriel : il se saisit dans le formulaire EUSurvey de la DGCS. Copiez chaque réponse dans le champ du même nom, puis marquez la fiche comme saisie.`}
      </p>
      {saisie.adresse !== null && (
        <p className={communs.texte}>
          <Link href={saisie.adresse} target="_blank" rel="noreferrer">
            Ouvrir le formulaire EUSurvey
          </Link>
        </p>
      )}
      {saisie.avertissement !== null && <Avis genre="info">{typographier(saisie.avertissement)}</Avis>}
      <p className={communs.texte} role="status">
        {saisie.saisies === total
          ? fr`Les ${total} fiches de la version ${numero} sont saisies.`
          : fr`${compte(saisie.saisies, 'fiche saisie', 'fiches saisies')} sur ${total}.`}
      </p>
      <ul className={communs.liste}>
        {saisie.fiches.map((fiche) => (
          <li key={fiche.id} className={communs.carte} data-fiche={fiche.id}>
            <Bloc
              ouvert={fiche.id === suivante}
              titre={<h3 className={communs.sousTitre}>{typographier(fiche.titre)}</h3>}
            >
              <FicheReponses fiche={fiche} />
            </Bloc>
            {fiche.saisie !== null ? (
              <p className={communs.discret}>
                {fr`Saisie le ${dateHeure(fiche.saisie.le)} par ${fiche.saisie.par.prenom} ${fiche.saisie.par.nom}.`}
              </p>
            ) : (
              peutNoter && (
                <div>
                  <Button
                    size="small"
                    disabled={enCours !== null}
                    aria-label={`Marquer comme saisie : ${fiche.titre}`}
                    onClick={() => void suivi.noter(fiche.id)}
                  >
                    Marquer comme saisie
                  </Button>
                </div>
              )
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function FicheReponses({ fiche }: { fiche: FicheSaisie }): JSX.Element {
  const styles = useStyles()
  const communs = useStylesCommuns()
  const [copiee, retenir] = useState<{ champ: string; reussie: boolean } | null>(null)
  return (
    <div>
      {fiche.reponses.map(({ champ, libelle, valeur, raison }) => (
        <div key={champ} className={styles.reponse} data-champ={champ}>
          <div>
            <p className={communs.discret}>{typographier(libelle)}</p>
            {valeur === null ? (
              <p className={communs.compact}>{typographier(raison ?? '')}</p>
            ) : (
              // As it is typed: no typography is added to what is copied.
              <p className={`${communs.texte} ${styles.valeur}`}>{valeur}</p>
            )}
            {copiee?.champ === champ && !copiee.reussie && (
              <p className={communs.compact} role="status">
                {fr`La copie n’est pas permise ici : sélectionnez le texte, puis Ctrl+C.`}
              </p>
            )}
          </div>
          {valeur !== null && (
            <Button
              size="small"
              aria-label={`Copier : ${libelle}`}
              onClick={() => void copier(valeur).then((reussie) => retenir({ champ, reussie }))}
            >
              {copiee?.champ === champ && copiee.reussie ? 'Copié' : 'Copier'}
            </Button>
          )}
        </div>
      ))}
    </div>
  )
}
