import { Badge, Button } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync'
import { useState } from 'react'
import type { JSX } from 'react'
import type { StatutVersion, VersionResume } from '../api-types.ts'
import { Attente } from '../composants/Attente.tsx'
import { AvisService } from '../composants/AvisService.tsx'
import { BandeauSession } from '../composants/BandeauSession.tsx'
import { useMagasin } from '../composants/crochets.ts'
import { useStylesCommuns } from '../composants/styles.ts'
import type { SuiviMarques } from '../etat/marques.ts'
import type { EtatService, SuiviService } from '../etat/service.ts'
import type { Telechargement } from '../telechargement.ts'
import { compte, dateHeure, empreinteCourte, fr, taille } from '../texte/typographie.ts'
import { direEnvoi } from '../texte/envoi.ts'
import { MarquesAvantVersion } from './MarquesAvantVersion.tsx'

const STATUTS: Record<StatutVersion, { nom: string; couleur: 'success' | 'warning' | 'danger' }> = {
  conforme: { nom: 'Conforme', couleur: 'success' },
  'a-justifier': { nom: 'À justifier', couleur: 'warning' },
  bloquant: { nom: 'Points bloquants', couleur: 'danger' },
}

const ETAPES: Record<NonNullable<EtatService['etape']>, string> = {
  lecture: 'Lecture du classeur…',
  depot: 'Dépôt du classeur…',
  signature: 'Contrôle et signature de la version…',
}

interface Props {
  service: SuiviService
  marques: SuiviMarques
  telechargement: Telechargement
}

/** The signed versions of this département's exercice, newest first, and the saving of a new one. */
export default function Versions({ service, marques, telechargement }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const etat = useMagasin(service)
  const [demander, changerDemande] = useState(false)
  const enregistrer = async (): Promise<void> => {
    if (await marques.aDireAvantDeSigner()) changerDemande(true)
    else await service.enregistrer()
  }
  return (
    <div className={communs.pile}>
      <h2 className={communs.titre}>
        Versions{etat.chaine ? fr` de l’exercice ${etat.chaine.exercice}` : ''}
      </h2>
      <BandeauSession service={service} />
      <AvisService service={service} />
      {etat.session === 'ouverte' && (
        <>
          <div className={communs.rangee}>
            <Button
              appearance="primary"
              disabled={etat.etape !== null || etat.chaine === null}
              onClick={() => void enregistrer()}
            >
              Enregistrer une version
            </Button>
            <Button
              appearance="subtle"
              icon={<ArrowSyncRegular />}
              disabled={etat.chargement || etat.etape !== null}
              onClick={() => void service.recharger()}
            >
              Recharger la liste
            </Button>
          </div>
          <p className={communs.discret}>
            Une version garde votre fichier tel qu’il est, avec son contrôle, votre nom et une signature. Elle
            ne peut être ni modifiée ni supprimée.
          </p>
          {demander && (
            <MarquesAvantVersion
              marques={marques}
              enregistrer={() => {
                changerDemande(false)
                void service.enregistrer()
              }}
              fermer={() => changerDemande(false)}
            />
          )}
          {etat.etape !== null && <Attente phrase={ETAPES[etat.etape]} />}
          {etat.versions === null && etat.chargement && (
            <Attente phrase="Lecture de la liste des versions…" />
          )}
          {etat.chaine === null && (
            <p className={communs.texte}>
              Les versions s’affichent dès que l’exercice du classeur est connu. Contrôlez d’abord un classeur
              qui contient un plan d’action.
            </p>
          )}
          {etat.versions?.length === 0 && (
            <p className={communs.texte}>Aucune version n’a encore été enregistrée pour cet exercice.</p>
          )}
          <ol className={communs.liste}>
            {etat.versions?.map((version) => (
              <UneVersion
                key={version.numero}
                version={version}
                service={service}
                telechargement={telechargement}
              />
            ))}
          </ol>
        </>
      )}
    </div>
  )
}

function UneVersion({
  version,
  service,
  telechargement,
}: Omit<Props, 'marques'> & { version: VersionResume }): JSX.Element {
  const communs = useStylesCommuns()
  const { transmissions, chaine } = useMagasin(service)
  const statut = STATUTS[version.statut]
  const envoi = transmissions[version.numero]?.statut ?? version.transmission?.statut
  const telecharger = async (quoi: 'classeur' | 'preuve'): Promise<void> => {
    if (!chaine) return
    try {
      if (quoi === 'classeur')
        await telechargement.adresse(
          await service.api.adresseClasseur(chaine, version.numero),
          version.nomFichier,
        )
      else {
        const { nom, contenu } = await service.api.preuve(chaine, version.numero)
        await telechargement.fichier(nom, contenu)
      }
    } catch (erreur) {
      service.echouer(erreur)
    }
  }
  return (
    <li className={communs.carte} data-version={version.numero}>
      <div className={communs.rangee}>
        <h3 className={communs.sousTitre}>Version {version.numero}</h3>
        <Badge appearance="tint" color={statut.couleur}>
          {statut.nom}
        </Badge>
        {envoi && (
          <Badge appearance="outline" color="informative">
            {direEnvoi(envoi)}
          </Badge>
        )}
      </div>
      <p className={communs.texte}>
        {fr`Enregistrée le ${dateHeure(version.le)} par ${version.auteur.prenom} ${version.auteur.nom}.`}
      </p>
      <p className={communs.discret}>
        {compte(version.bloquants, 'point bloquant', 'points bloquants')} · {version.aJustifier} à justifier ·{' '}
        {compte(version.informations, 'information')} — référentiel {version.referentiel}
      </p>
      <p className={communs.discret}>
        {version.nomFichier} ({taille(version.taille)}), empreinte{' '}
        <span title={version.empreinte}>{empreinteCourte(version.empreinte)}…</span>
      </p>
      <div className={communs.rangee}>
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          aria-label={`Télécharger le classeur de la version ${version.numero}`}
          onClick={() => void telecharger('classeur')}
        >
          Classeur
        </Button>
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          aria-label={`Télécharger la preuve de la version ${version.numero}`}
          onClick={() => void telecharger('preuve')}
        >
          Preuve
        </Button>
      </div>
    </li>
  )
}
