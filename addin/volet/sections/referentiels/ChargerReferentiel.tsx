import { Button } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { JSX } from 'react'
import schema from '../../../../shared/referentiel/schema.json' with { type: 'json' }
import { lireReferentielFichier } from '../../../../shared/referentiel/lire-fichier.ts'
import type { Referentiel } from '../../../../shared/referentiel/referentiel.ts'
import { REFERENTIELS } from '../../../../shared/referentiel/registre.ts'
import { REGLES } from '../../../../shared/regles/registre.ts'
import { lireClasseur, RefusClasseur } from '../../../hote/lire-classeur.ts'
import { chargerReferentiel } from '../../../referentiels/charges.ts'
import { ErreurApi } from '../../api.ts'
import { Avis } from '../../composants/Avis.tsx'
import { useMagasin } from '../../composants/crochets.ts'
import { useStylesCommuns } from '../../composants/styles.ts'
import type { SuiviService } from '../../etat/service.ts'
import type { Telechargement } from '../../telechargement.ts'
import { compte, fr, typographier } from '../../texte/typographie.ts'

type Issue =
  | { genre: 'success' | 'error'; phrase: string }
  | { genre: 'warning'; nom: string; erreurs: readonly string[] }

interface Props {
  service: SuiviService
  telechargement: Telechargement
  charges: readonly Referentiel[]
}

const RECALCUL =
  'Le contrôle le prend dès maintenant. Les formules CDPPE déjà écrites le prendront au prochain calcul complet : Ctrl+Alt+F9 dans Excel, ou rouvrez le classeur.'

/** A référentiel from its file, from the service, and to the service for an administrateur. */
export function ChargerReferentiel({ service, telechargement, charges }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const champ = useRef<HTMLInputElement>(null)
  const [issue, noter] = useState<Issue | null>(null)
  const [occupe, occuper] = useState(false)
  const { session, agent } = useMagasin(service)
  const siens = charges.filter((r) => !REFERENTIELS.includes(r))
  const administre = session === 'ouverte' && agent?.roles.includes('administrateur') === true

  const faire = async (tache: () => Promise<Issue>): Promise<void> => {
    occuper(true)
    try {
      noter(await tache())
    } catch (erreur) {
      const connue = erreur instanceof ErreurApi || erreur instanceof RefusClasseur
      noter({ genre: 'error', phrase: connue ? erreur.message : 'Le fichier n’a pas pu être lu.' })
    } finally {
      occuper(false)
    }
  }
  return (
    <section className={communs.pileSerree}>
      <h3 className={communs.sousTitre}>Charger un référentiel</h3>
      <p className={communs.texte}>
        {fr`Un nouveau texte se charge d’un fichier : le modèle Excel rempli, ou du JSON. Il ne juge que les exercices qu’il nomme ; ceux qui sont livrés ne se remplacent pas.`}
      </p>
      <input
        ref={champ}
        type="file"
        accept=".json,.xlsx,.xlsm"
        className={communs.invisible}
        tabIndex={-1}
        aria-label="Fichier du référentiel"
        onChange={(evenement) => {
          const fichier = evenement.target.files?.[0]
          if (fichier) void faire(() => charger(fichier, charges))
          evenement.target.value = ''
        }}
      />
      <div className={communs.rangee}>
        <Button size="small" appearance="primary" disabled={occupe} onClick={() => champ.current?.click()}>
          Choisir un fichier…
        </Button>
        {session === 'ouverte' && (
          <Button size="small" disabled={occupe} onClick={() => void faire(() => prendrePublies(service))}>
            Prendre les référentiels publiés
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          onClick={() =>
            void telechargement.fichier(
              'referentiel.schema.json',
              new Blob([JSON.stringify(schema, null, 2)], { type: 'application/json' }),
            )
          }
        >
          Schéma JSON
        </Button>
      </div>
      {administre &&
        siens.map((r) => (
          <div key={r.id}>
            <Button size="small" disabled={occupe} onClick={() => void faire(() => publier(service, r))}>
              {fr`Publier ${r.id} pour tous`}
            </Button>
          </div>
        ))}
      {issue !== null && <Resultat issue={issue} />}
    </section>
  )
}

function Resultat({ issue }: { issue: Issue }): JSX.Element {
  const communs = useStylesCommuns()
  if (issue.genre !== 'warning') return <Avis genre={issue.genre}>{typographier(issue.phrase)}</Avis>
  return (
    <Avis genre="warning">
      {fr`« ${issue.nom} » n’est pas chargé : ${compte(issue.erreurs.length, 'point')} à compléter.`}
      <ul className={communs.liste}>
        {issue.erreurs.map((erreur) => (
          <li key={erreur}>{typographier(erreur)}</li>
        ))}
      </ul>
    </Avis>
  )
}

async function charger(fichier: File, charges: readonly Referentiel[]): Promise<Issue> {
  const octets = new Uint8Array(await fichier.arrayBuffer())
  const regles = REGLES.map(({ id }) => id)
  const lecture = await lireReferentielFichier(octets, fichier.name, lireClasseur, { charges, regles })
  if ('erreurs' in lecture) return { genre: 'warning', nom: fichier.name, erreurs: lecture.erreurs }
  const { referentiel: r } = lecture
  chargerReferentiel(r)
  const obligatoires = r.objectifs.filter((o) => o.caractere !== 'facultatif').length
  return {
    genre: 'success',
    phrase: `Référentiel ${r.id} : ${compte(r.objectifs.length, 'objectif')}, ${compte(obligatoires, 'obligatoire')}. ${RECALCUL}`,
  }
}

async function prendrePublies(service: SuiviService): Promise<Issue> {
  const publies = await service.api.referentielsPublies()
  for (const r of publies) chargerReferentiel(r)
  return {
    genre: 'success',
    phrase:
      publies.length === 0
        ? 'Aucun référentiel n’a encore été publié.'
        : `${compte(publies.length, 'référentiel publié pris', 'référentiels publiés pris')}. ${RECALCUL}`,
  }
}

async function publier(service: SuiviService, referentiel: Referentiel): Promise<Issue> {
  await service.api.publierReferentiel(referentiel, crypto.randomUUID())
  return {
    genre: 'success',
    phrase: `Référentiel ${referentiel.id} publié et signé : les classeurs de ses exercices seront jugés par lui dès leur prochaine version. Il ne changera plus.`,
  }
}
