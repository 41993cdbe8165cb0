import { Button, Field, Select } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync'
import { useState } from 'react'
import type { JSX } from 'react'
import { Attente } from '../composants/Attente.tsx'
import { AvisService } from '../composants/AvisService.tsx'
import { BandeauSession } from '../composants/BandeauSession.tsx'
import { useMagasin } from '../composants/crochets.ts'
import { useStylesCommuns } from '../composants/styles.ts'
import type { SuiviControle } from '../etat/controle.ts'
import { peutEnregistrer, peutLire } from '../etat/droits-agent.ts'
import type { SuiviMarques } from '../etat/marques.ts'
import type { EtatService, SuiviService } from '../etat/service.ts'
import type { Telechargement } from '../telechargement.ts'
import { fr } from '../texte/typographie.ts'
import { MarquesAvantVersion } from './MarquesAvantVersion.tsx'
import { ClasseurOuvert } from './versions/ClasseurOuvert.tsx'
import { ConflitVersion } from './versions/ConflitVersion.tsx'
import { CopiePublique } from './versions/CopiePublique.tsx'
import { Journal } from './versions/Journal.tsx'
import { UneVersion } from './versions/UneVersion.tsx'

const ETAPES: Record<NonNullable<EtatService['etape']>, string> = {
  lecture: 'Lecture du classeur…',
  depot: 'Dépôt du classeur…',
  signature: 'Contrôle et signature de la version…',
}

interface Props {
  service: SuiviService
  suivi: SuiviControle
  marques: SuiviMarques
  telechargement: Telechargement
  /** In sight: the workbook's bytes are compared only then. */
  active: boolean
}

/** The signed versions of this département's exercice, newest first, and the saving of a new one. */
export default function Versions({ service, suivi, marques, telechargement, active }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const etat = useMagasin(service)
  return (
    <div className={communs.pile}>
      <h2 className={communs.titre}>
        Versions{etat.chaine ? fr` de l’exercice ${etat.chaine.exercice}` : ''}
      </h2>
      <BandeauSession service={service} />
      <AvisService service={service} />
      {etat.conflit && <ConflitVersion conflit={etat.conflit} service={service} suivi={suivi} />}
      {etat.session === 'ouverte' && (
        <>
          <ChoixDepartement service={service} />
          <Enregistrement service={service} marques={marques} />
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
          {etat.versions !== null && (
            <ClasseurOuvert service={service} suivi={suivi} version={etat.versions[0]} active={active} />
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
          {etat.chaine !== null && peutLire(etat.agent) && (
            <>
              <Journal key={`${etat.chaine.departement}|${etat.chaine.exercice}`} service={service} />
              <Export service={service} telechargement={telechargement} />
            </>
          )}
        </>
      )}
      <CopiePublique service={service} telechargement={telechargement} />
    </div>
  )
}

/** Of somebody who follows several départements: which one's versions are shown. */
function ChoixDepartement({ service }: { service: SuiviService }): JSX.Element | null {
  const communs = useStylesCommuns()
  const { agent, chaine } = useMagasin(service)
  const departements = agent?.departements ?? []
  if (departements.length < 2 || chaine === null) return null
  return (
    <Field label="Département">
      <Select
        className={communs.choix}
        value={chaine.departement}
        onChange={(_, d) => void service.choisirDepartement(d.value)}
      >
        {departements.map(({ code, nom }) => (
          <option key={code} value={code}>
            {`${nom} (${code})`}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function Enregistrement({ service, marques }: Pick<Props, 'service' | 'marques'>): JSX.Element {
  const communs = useStylesCommuns()
  const etat = useMagasin(service)
  const ecrit = peutEnregistrer(etat.agent)
  const [demander, changerDemande] = useState(false)
  const enregistrer = async (): Promise<void> => {
    if (await marques.aDireAvantDeSigner()) changerDemande(true)
    else await service.enregistrer()
  }
  return (
    <>
      <div className={communs.rangee}>
        {/* Of two writers, the second one goes on from what she has just been shown. */}
        {ecrit && !etat.conflit && (
          <Button
            appearance="primary"
            disabled={etat.etape !== null || etat.chaine === null}
            onClick={() => void enregistrer()}
          >
            Enregistrer une version
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowSyncRegular />}
          disabled={etat.chargement || etat.etape !== null}
          onClick={() => void service.recharger()}
        >
          Recharger la liste
        </Button>
      </div>
      <p className={communs.discret}>
        {ecrit
          ? 'Une version garde votre fichier tel qu’il est, avec son contrôle, votre nom et une signature. Elle ne peut être ni modifiée ni supprimée.'
          : 'Vous lisez les versions de ce département. Seuls ses agents en enregistrent.'}
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
    </>
  )
}

function Export({ service, telechargement }: Pick<Props, 'service' | 'telechargement'>): JSX.Element {
  const communs = useStylesCommuns()
  const exporter = async (): Promise<void> => {
    const departement = service.etat.chaine?.departement
    if (departement === undefined) return
    try {
      const url = await service.api.adresseExport(departement)
      await telechargement.adresse(url, `CDPPE_${departement}_toutes-les-donnees.zip`)
    } catch (erreur) {
      service.echouer(erreur)
    }
  }
  return (
    <div className={communs.pileSerree}>
      <div>
        <Button size="small" icon={<ArrowDownloadRegular />} onClick={() => void exporter()}>
          Exporter toutes les données du département
        </Button>
      </div>
      <p className={communs.discret}>
        Tous les exercices en une archive (.zip){'\u202f'}: le dossier de chaque version, les envois, le
        journal.
      </p>
    </div>
  )
}
