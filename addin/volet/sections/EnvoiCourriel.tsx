import { Button } from '@fluentui/react-components'
import { SendRegular } from '@fluentui/react-icons/svg/send'
import { useEffect, useMemo, useState } from 'react'
import type { JSX } from 'react'
import type { Chaine } from '../api.ts'
import type { Envoi, StatutTransmission, VersionResume } from '../api-types.ts'
import { Avis } from '../composants/Avis.tsx'
import { useMagasin } from '../composants/crochets.ts'
import { useStylesCommuns } from '../composants/styles.ts'
import type { SuiviControle } from '../etat/controle.ts'
import { demandeVide, manque } from '../etat/demande-envoi.ts'
import { SuiviEnvoi } from '../etat/envoi.ts'
import { refusEnvoi } from '../etat/refus-envoi.ts'
import type { SuiviService } from '../etat/service.ts'
import { dateHeure, empreinteCourte, fr, taille, typographier } from '../texte/typographie.ts'
import Confirmation from './Confirmation.tsx'
import { useEcart } from './crochets-envoi.ts'
import { EtatEnvoi } from './EtatEnvoi.tsx'
import { PreparerEnvoi } from './PreparerEnvoi.tsx'

interface Props {
  service: SuiviService
  suivi: SuiviControle
  active: boolean
  chaine: Chaine
  version: VersionResume
  /** Id of the sending. */
  id: string
  /** What the texts say of it, undefined until it was read. */
  prevu: Envoi | undefined
  /** Bytes, workbook and pièces together. */
  tailleMax: number
}

/** The mail has left: nothing of it can be changed. */
const PARTIS: ReadonlySet<StatutTransmission> = new Set(['envoyee', 'remise', 'differee'])

/** One sending by mail: what will leave, to whom, and what became of it. */
export function EnvoiCourriel(props: Props): JSX.Element {
  const { service, suivi, active, chaine, version, id, prevu, tailleMax } = props
  const communs = useStylesCommuns()
  const { transmissions, agent } = useMagasin(service)
  const { resultat, revision } = useMagasin(suivi)
  const [confirmer, demanderConfirmation] = useState(false)
  const envoi = useMemo(() => new SuiviEnvoi(service), [service])
  const ecart = useEcart(service, active ? version : undefined, revision)
  const [demande, demander] = useState(() => demandeVide())
  const enCours = demande.envoi === id ? demande : demandeVide(id)
  const connue = transmissions[version.numero]
  const transmission = connue?.envoi === id ? connue : null

  useEffect(() => {
    void envoi.regarder(chaine, version.numero, id)
    // The chain is named by its two parts: the object itself changes with each reading of the list.
  }, [envoi, chaine.departement, chaine.exercice, version.numero, id])

  const refus =
    refusEnvoi({ version, ecart: ecart.valeur, transmission, envoi: id, roles: agent?.roles ?? [] }) ??
    (prevu ? manque(prevu, enCours, version.taille, tailleMax) : null)
  const destinataires = resultat?.destinataires ?? []
  const adresse = prevu?.destinataire ?? destinataires[0]?.courriel
  const aPreparer = transmission === null || ['echouee', 'rejetee'].includes(transmission.statut)
  const parti = transmission !== null && PARTIS.has(transmission.statut)
  return (
    <>
      {transmission ? (
        <EtatEnvoi
          transmission={transmission}
          peutTrancher={agent?.roles.includes('valideur') ?? false}
          trancher={(issue) => void envoi.trancher(chaine, version.numero, issue, id)}
          actualiser={() => void envoi.suivre(chaine, version.numero, id)}
        />
      ) : null}
      {prevu && aPreparer && (
        <PreparerEnvoi
          key={id}
          envoi={prevu}
          demande={enCours}
          changer={(suite) => demander({ ...enCours, ...suite })}
        />
      )}
      <section className={communs.carte} aria-labelledby="cdppe-part">
        <h3 id="cdppe-part" className={communs.sousTitre}>
          {parti ? 'Ce qui est parti' : 'Ce qui part'}
        </h3>
        <dl className={communs.definitions}>
          <dt>Classeur</dt>
          <dd>
            {version.nomFichier} ({taille(version.taille)})
          </dd>
          <dt>Version</dt>
          <dd>
            {fr`${version.numero}, enregistrée le ${dateHeure(version.le)} par ${version.auteur.prenom} ${version.auteur.nom}`}
          </dd>
          <dt>Empreinte</dt>
          <dd title={version.empreinte}>{empreinteCourte(version.empreinte)}…</dd>
          <dt>Contrôle</dt>
          <dd>
            référentiel {version.referentiel},{' '}
            {version.bloquants === 0 ? 'aucun point bloquant' : 'points bloquants'}
          </dd>
          <dt>Destinataire</dt>
          <dd>{adresse ?? 'celui que le référentiel désigne'}</dd>
          {prevu && prevu.copies.length > 0 && (
            <>
              <dt>Copie</dt>
              <dd>{prevu.copies.join(', ')}</dd>
            </>
          )}
        </dl>
        {ecart.valeur === 'identique' && (
          <p
            className={communs.discret}
          >{fr`Le classeur ouvert est, à l’octet près, la version ${version.numero}.`}</p>
        )}
        {ecart.valeur === 'meme-contenu' && (
          <p className={communs.discret}>
            {fr`Le classeur ouvert a les mêmes valeurs et les mêmes formules que la version ${version.numero}. C’est le fichier de la version qui part.`}
          </p>
        )}
      </section>
      {ecart.erreur !== null && <Avis genre="warning">{typographier(ecart.erreur)}</Avis>}
      {aPreparer && (
        <div className={communs.pileSerree}>
          <div>
            <Button
              appearance="primary"
              icon={<SendRegular />}
              disabled={refus !== null}
              aria-describedby={refus === null ? undefined : 'cdppe-refus'}
              onClick={() => demanderConfirmation(true)}
            >
              Transmettre à la DGCS
            </Button>
          </div>
          {refus !== null && (
            <p id="cdppe-refus" className={communs.texte} role="status">
              {refus}
            </p>
          )}
        </div>
      )}
      {confirmer && (
        <Confirmation
          version={version}
          destinataire={adresse ?? 'la boîte de la DGCS que le référentiel désigne'}
          envoi={prevu?.nom ?? 'plan d’action'}
          copies={prevu?.copies ?? []}
          pieces={Object.values(enCours.fichiers).map(({ name }) => name)}
          horsDelai={enCours.horsDelai}
          fermer={() => demanderConfirmation(false)}
          confirmer={() => {
            demanderConfirmation(false)
            void envoi.transmettre(chaine, version.numero, enCours)
          }}
        />
      )}
    </>
  )
}
