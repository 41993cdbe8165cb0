import { Select, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components'
import { Suspense, lazy, useEffect, useId, useState } from 'react'
import type { JSX, ReactNode } from 'react'
import { Attente } from './composants/Attente.tsx'
import { useChoixGarde, useMagasin } from './composants/crochets.ts'
import type { SuiviControle } from './etat/controle.ts'
import type { SuiviService } from './etat/service.ts'
import Controle from './sections/Controle.tsx'
import type { Telechargement } from './telechargement.ts'

const Cofinancement = lazy(() => import('./sections/Cofinancement.tsx'))
const Versions = lazy(() => import('./sections/Versions.tsx'))
const Transmission = lazy(() => import('./sections/Transmission.tsx'))
const Aide = lazy(() => import('./sections/Aide.tsx'))

const SECTIONS = ['controle', 'cofinancement', 'versions', 'transmission', 'aide'] as const
type Section = (typeof SECTIONS)[number]

const NOMS: Record<Section, string> = {
  controle: 'Contrôle',
  cofinancement: 'Cofinancement',
  versions: 'Versions',
  transmission: 'Transmission',
  aide: 'Aide',
}

const useStyles = makeStyles({
  cadre: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  entete: {
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  identite: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  fichier: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', flexBasis: '100%' },
  exercice: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  onglets: { flexWrap: 'wrap', rowGap: 0, paddingInline: tokens.spacingHorizontalXS },
  onglet: { paddingInline: tokens.spacingHorizontalSNudge },
  corps: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    padding: tokens.spacingHorizontalM,
  },
})

interface Props {
  suivi: SuiviControle
  service: SuiviService
  telechargement: Telechargement
}

/** The frame: what is being looked at, the tabs, and the section. A section once opened keeps its state. */
export function Cadre({ suivi, service, telechargement }: Props): JSX.Element {
  const styles = useStyles()
  const id = useId()
  const [section, choisir] = useChoixGarde<Section>('cdppe-section', SECTIONS, 'controle')
  const [ouvertes, ouvrir] = useState<ReadonlySet<Section>>(new Set([section]))
  const voulue = section === 'versions' || section === 'transmission'

  useEffect(() => {
    if (voulue && service.etat.session === 'inconnue') void service.ouvrir()
  }, [voulue, service])

  const contenus: Record<Section, ReactNode> = {
    controle: <Controle suivi={suivi} />,
    cofinancement: <Cofinancement suivi={suivi} />,
    versions: <Versions service={service} telechargement={telechargement} />,
    transmission: <Transmission service={service} suivi={suivi} active={section === 'transmission'} />,
    aide: <Aide />,
  }
  return (
    <div className={styles.cadre}>
      <header className={styles.entete}>
        <Identite suivi={suivi} />
        <TabList
          className={styles.onglets}
          size="small"
          selectedValue={section}
          onTabSelect={(_, donnees) => {
            const suivante = SECTIONS.find((s) => s === donnees.value) ?? 'controle'
            choisir(suivante)
            ouvrir(new Set([...ouvertes, suivante]))
          }}
        >
          {SECTIONS.map((s) => (
            <Tab
              key={s}
              value={s}
              className={styles.onglet}
              id={`${id}-${s}`}
              aria-controls={`${id}-${s}-contenu`}
            >
              {NOMS[s]}
            </Tab>
          ))}
        </TabList>
      </header>
      <div className={styles.corps}>
        {SECTIONS.map((s) => (
          <div
            key={s}
            id={`${id}-${s}-contenu`}
            role="tabpanel"
            aria-labelledby={`${id}-${s}`}
            hidden={s !== section}
          >
            {ouvertes.has(s) && <Suspense fallback={<Attente phrase="Ouverture…" />}>{contenus[s]}</Suspense>}
          </div>
        ))}
      </div>
    </div>
  )
}

/** The file, the exercice and the référentiel, always in sight. */
function Identite({ suivi }: { suivi: SuiviControle }): JSX.Element {
  const styles = useStyles()
  const etat = useMagasin(suivi)
  const rapport = etat.resultat?.rapport
  const exercice = etat.exercice ?? rapport?.exercice
  const exercices = etat.resultat?.exercices ?? []
  return (
    <div className={styles.identite}>
      <span className={styles.fichier}>{etat.nomFichier === '' ? 'Classeur' : etat.nomFichier}</span>
      {exercice !== undefined && (
        <label className={styles.exercice}>
          Exercice
          <Select
            size="small"
            value={String(exercice)}
            onChange={(_, donnees) => void suivi.choisirExercice(Number(donnees.value))}
          >
            {exercices.map((annee) => (
              <option key={annee} value={annee}>
                {annee}
              </option>
            ))}
          </Select>
        </label>
      )}
      <span>{rapport ? `Référentiel ${rapport.referentiel}` : 'Aucun référentiel appliqué'}</span>
    </div>
  )
}
