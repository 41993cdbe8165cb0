import { Badge, Button } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
import type { JSX } from 'react'
import type { StatutVersion, VersionResume } from '../../api-types.ts'
import { useMagasin } from '../../composants/crochets.ts'
import { useStylesCommuns } from '../../composants/styles.ts'
import type { SuiviService } from '../../etat/service.ts'
import type { Telechargement } from '../../telechargement.ts'
import { direEnvoi } from '../../texte/envoi.ts'
import { etatVersion, NOMS_ETATS } from '../../texte/etat-version.ts'
import { compte, dateHeure, empreinteCourte, fr, taille } from '../../texte/typographie.ts'

const STATUTS: Record<StatutVersion, { nom: string; couleur: 'success' | 'warning' | 'danger' }> = {
  conforme: { nom: 'Conforme', couleur: 'success' },
  'a-justifier': { nom: 'À justifier', couleur: 'warning' },
  bloquant: { nom: 'Points bloquants', couleur: 'danger' },
}

interface Props {
  version: VersionResume
  service: SuiviService
  telechargement: Telechargement
}

/** « 3 points bloquants · 11 à justifier · 6 informations » */
function direPoints({ bloquants, aJustifier, informations }: VersionResume): string {
  const points = [
    ...(bloquants > 0 ? [compte(bloquants, 'point bloquant', 'points bloquants')] : []),
    ...(aJustifier > 0 ? [compte(aJustifier, 'à justifier', 'à justifier')] : []),
    ...(informations > 0 ? [compte(informations, 'information')] : []),
  ]
  return points.join(' · ') || 'Aucun point relevé'
}

/** One signed version: where it stands, who saved it, what it weighs, and how to take it away. */
export function UneVersion({ version, service, telechargement }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const { transmissions, chaine } = useMagasin(service)
  const statut = STATUTS[version.statut]
  const envoi = transmissions[version.numero]?.statut ?? version.transmission?.statut
  const etat = NOMS_ETATS[etatVersion(envoi)]
  const telecharger = async (quoi: 'classeur' | 'preuve' | 'dossier'): Promise<void> => {
    if (!chaine) return
    try {
      if (quoi === 'classeur')
        await telechargement.adresse(
          await service.api.adresseClasseur(chaine, version.numero),
          version.nomFichier,
        )
      else if (quoi === 'dossier')
        await telechargement.adresse(
          await service.api.adresseDossier(chaine, version.numero),
          `CDPPE_${chaine.departement}_${chaine.exercice}_version-${version.numero}.zip`,
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
        <Badge appearance="filled" color={etat.couleur} data-etat={etatVersion(envoi)}>
          {etat.nom}
        </Badge>
        <Badge appearance="tint" color={statut.couleur}>
          {statut.nom}
        </Badge>
      </div>
      <p className={communs.texte}>
        {fr`Enregistrée le ${dateHeure(version.le)} par ${version.auteur.prenom} ${version.auteur.nom}.`}
      </p>
      {envoi && <p className={communs.discret}>{direEnvoi(envoi)}.</p>}
      <p className={communs.discret}>
        {direPoints(version)}, référentiel {version.referentiel}
      </p>
      <p className={communs.discret}>
        {version.nomFichier} ({taille(version.taille)}), empreinte{' '}
        <span title={version.empreinte}>{empreinteCourte(version.empreinte)}…</span>
      </p>
      <div className={communs.rangee}>
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          aria-label={`Télécharger le dossier de la version ${version.numero}`}
          title="Classeur, déclaration, signatures, horodatage, rapport et comment vérifier"
          onClick={() => void telecharger('dossier')}
        >
          Télécharger le dossier
        </Button>
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
