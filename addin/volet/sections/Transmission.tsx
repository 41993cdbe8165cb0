import { Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { JSX } from 'react'
import { majuscule } from '../../../shared/referentiel/comparer/ecarts.ts'
import type { VersionResume } from '../api-types.ts'
import { AvisService } from '../composants/AvisService.tsx'
import { BandeauSession } from '../composants/BandeauSession.tsx'
import { useMagasin } from '../composants/crochets.ts'
import { useStylesCommuns } from '../composants/styles.ts'
import type { SuiviControle } from '../etat/controle.ts'
import { envoiPropose } from '../etat/demande-envoi.ts'
import type { SuiviMarques } from '../etat/marques.ts'
import type { SuiviService } from '../etat/service.ts'
import { fr, jour } from '../texte/typographie.ts'
import { useEnvois } from './crochets-envoi.ts'
import { EnvoiCourriel } from './EnvoiCourriel.tsx'
import { MarquesAvantEnvoi } from './MarquesAvantVersion.tsx'
import { SaisieEuSurvey } from './SaisieEuSurvey.tsx'

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
              : fr`Aucune version n’est enregistrée pour cet exercice. Enregistrez d’abord une version (onglet Versions) : c’est elle qui est transmise.`}
          </p>
        ))}
    </div>
  )
}

/** Which version, and which of the sendings that the exercice asks for. */
function Envoi({
  service,
  suivi,
  active,
  versions,
}: Omit<Props, 'marques'> & { versions: VersionResume[] }): JSX.Element | null {
  const communs = useStylesCommuns()
  const { chaine, agent } = useMagasin(service)
  const [choisie, choisir] = useState<number | null>(null)
  const [nomme, nommer] = useState<string | null>(null)
  const prevus = useEnvois(service)
  const version = versions.find((v) => v.numero === choisie) ?? versions[0]
  const id = nomme ?? envoiPropose(prevus?.envois ?? [])
  const prevu = prevus?.envois.find((e) => e.id === id)
  if (!version || !chaine) return null
  return (
    <>
      <Field label="Version à transmettre">
        <Select
          className={communs.choix}
          value={String(version.numero)}
          onChange={(_, d) => choisir(Number(d.value))}
        >
          {versions.map((v) => (
            <option key={v.numero} value={v.numero}>
              {fr`Version ${v.numero} du ${jour(v.le)}`}
            </option>
          ))}
        </Select>
      </Field>
      {prevus && prevus.envois.length > 1 && (
        <Field label="Ce que l’exercice demande">
          <Select className={communs.choix} value={id} onChange={(_, d) => nommer(d.value)}>
            {prevus.envois.map((e) => (
              <option key={e.id} value={e.id}>
                {majuscule(e.canal === 'eusurvey' ? `${e.nom} (formulaire EUSurvey)` : e.nom)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {prevu?.canal === 'eusurvey' ? (
        <SaisieEuSurvey
          service={service}
          chaine={chaine}
          numero={version.numero}
          peutNoter={agent?.roles.some((role) => role === 'redacteur' || role === 'valideur') ?? false}
        />
      ) : (
        <EnvoiCourriel
          service={service}
          suivi={suivi}
          active={active}
          chaine={chaine}
          version={version}
          id={id}
          prevu={prevu}
          tailleMax={prevus?.tailleMax ?? 0}
        />
      )}
    </>
  )
}
