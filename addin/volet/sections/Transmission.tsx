import { Button, Field, Select } from '@fluentui/react-components'
import { SendRegular } from '@fluentui/react-icons/svg/send'
import { useEffect, useMemo, useState } from 'react'
import type { JSX } from 'react'
import type { ListeEnvois, VersionResume } from '../api-types.ts'
import { Avis } from '../composants/Avis.tsx'
import { AvisService } from '../composants/AvisService.tsx'
import { BandeauSession } from '../composants/BandeauSession.tsx'
import { useMagasin } from '../composants/crochets.ts'
import { useStylesCommuns } from '../composants/styles.ts'
import type { SuiviControle } from '../etat/controle.ts'
import { demandeVide, envoiPropose, manque } from '../etat/demande-envoi.ts'
import { SuiviEnvoi } from '../etat/envoi.ts'
import type { SuiviMarques } from '../etat/marques.ts'
import { refusEnvoi } from '../etat/refus-envoi.ts'
import type { Ecart, SuiviService } from '../etat/service.ts'
import { dateHeure, empreinteCourte, fr, jour, taille, typographier } from '../texte/typographie.ts'
import Confirmation from './Confirmation.tsx'
import { EtatEnvoi } from './EtatEnvoi.tsx'
import { MarquesAvantEnvoi } from './MarquesAvantVersion.tsx'
import { PreparerEnvoi } from './PreparerEnvoi.tsx'

interface Props {
  service: SuiviService
  suivi: SuiviControle
  marques: SuiviMarques
  /** In sight: the workbook's bytes are compared only then, since asking Excel for them takes time. */
  active: boolean
}

/** What will leave, to whom, and what became of it. */
export default function Transmission({ service, suivi, marques, active }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const etat = useMagasin(service)
  return (
    <div className={communs.pile}>
      <h2 className={communs.titre}>Transmission à la DGCS</h2>
      <BandeauSession service={service} />
      <AvisService service={service} />
      {etat.session === 'ouverte' &&
        (etat.versions?.[0] ? (
          <>
            <MarquesAvantEnvoi marques={marques} />
            <Envoi service={service} suivi={suivi} active={active} versions={etat.versions} />
          </>
        ) : (
          <p className={communs.texte}>
            {etat.versions === null
              ? 'Les versions enregistrées s’affichent ici dès que la liste est lue.'
              : 'Aucune version n’est enregistrée pour cet exercice. Enregistrez d’abord une version (onglet Versions) : c’est elle qui est transmise.'}
          </p>
        ))}
    </div>
  )
}

function Envoi({
  service,
  suivi,
  active,
  versions,
}: Omit<Props, 'marques'> & { versions: VersionResume[] }): JSX.Element | null {
  const communs = useStylesCommuns()
  const { chaine, transmissions, agent } = useMagasin(service)
  const { resultat, revision } = useMagasin(suivi)
  const [choisie, choisir] = useState<number | null>(null)
  const [confirmer, demanderConfirmation] = useState(false)
  const envoi = useMemo(() => new SuiviEnvoi(service), [service])
  const version = versions.find((v) => v.numero === choisie) ?? versions[0]
  const ecart = useEcart(service, active ? version : undefined, revision)
  const prevus = useEnvois(service)
  const [demande, demander] = useState(() => demandeVide())
  const [nomme, nommer] = useState<string | null>(null)
  const id = nomme ?? envoiPropose(prevus?.envois ?? [])
  const enCours = demande.envoi === id ? demande : demandeVide(id)
  const connue = version ? transmissions[version.numero] : undefined
  const transmission = connue?.envoi === id ? connue : null
  const numero = version?.numero

  useEffect(() => {
    if (chaine && numero !== undefined) void envoi.regarder(chaine, numero, id)
    // The chain is named by its two parts: the object itself changes with each reading of the list.
  }, [envoi, chaine?.departement, chaine?.exercice, numero, id])

  if (!version || !chaine) return null
  const prevu = prevus?.envois.find((e) => e.id === id)
  const refus =
    refusEnvoi({ version, ecart: ecart.valeur, transmission, envoi: id, roles: agent?.roles ?? [] }) ??
    (prevu && prevus ? manque(prevu, enCours, version.taille, prevus.tailleMax) : null)
  const destinataires = resultat?.destinataires ?? []
  const adresse = prevu?.destinataire ?? destinataires[0]?.courriel
  const aPreparer = transmission === null || ['echouee', 'rejetee'].includes(transmission.statut)
  return (
    <>
      <Field label="Version à transmettre">
        <Select value={String(version.numero)} onChange={(_, d) => choisir(Number(d.value))}>
          {versions.map((v) => (
            <option key={v.numero} value={v.numero}>
              {fr`Version ${v.numero} du ${jour(v.le)}`}
            </option>
          ))}
        </Select>
      </Field>
      {prevus && prevus.envois.length > 1 && (
        <Field label="Ce que l’exercice demande">
          <Select value={id} onChange={(_, d) => nommer(d.value)}>
            {prevus.envois.map((e) => (
              <option key={e.id} value={e.id} disabled={e.canal === 'eusurvey'}>
                {e.canal === 'eusurvey' ? `${e.nom} (formulaire EUSurvey)` : e.nom}
              </option>
            ))}
          </Select>
        </Field>
      )}
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
          Ce qui part
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
      {transmission ? (
        <EtatEnvoi
          transmission={transmission}
          trancher={(issue) => void envoi.trancher(chaine, version.numero, issue, id)}
          actualiser={() => void envoi.suivre(chaine, version.numero, id)}
        />
      ) : null}
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

/** What the exercice asks to send, read once for each chain; null until it is. */
function useEnvois(service: SuiviService): ListeEnvois | null {
  const { chaine } = useMagasin(service)
  const [lus, garder] = useState<{ repere: string; liste: ListeEnvois } | null>(null)
  const repere = chaine ? `${chaine.departement}|${chaine.exercice}` : ''
  useEffect(() => {
    if (!chaine) return
    let abandonne = false
    service.api.envois(chaine).then(
      (liste) => {
        if (!abandonne) garder({ repere, liste })
      },
      // Without the list the version can still be sent as it is; what failed is told by the list of versions.
      () => undefined,
    )
    return () => {
      abandonne = true
    }
  }, [service, repere])
  return lus?.repere === repere ? lus.liste : null
}

const PHRASE_ECART =
  'Le classeur ouvert n’a pas pu être comparé à cette version. Terminez la saisie en cours, puis rouvrez cet onglet.'

/** How the workbook in hand stands to the version, established again after each change of either. */
function useEcart(
  service: SuiviService,
  version: VersionResume | undefined,
  revision: number,
): { valeur: Ecart | null; erreur: string | null } {
  const repere = `${version?.empreinteDeclaration ?? ''}|${revision}`
  const [etabli, etablir] = useState<{ repere: string; valeur: Ecart | null; erreur: string | null } | null>(
    null,
  )
  useEffect(() => {
    if (!version) return
    let abandonne = false
    service.comparer(version).then(
      (valeur) => {
        if (!abandonne) etablir({ repere, valeur, erreur: null })
      },
      () => {
        if (!abandonne) etablir({ repere, valeur: null, erreur: PHRASE_ECART })
      },
    )
    return () => {
      abandonne = true
    }
    // The marker stands for the version and for the workbook's revision.
  }, [service, version, repere])
  return etabli?.repere === repere ? etabli : { valeur: null, erreur: null }
}
