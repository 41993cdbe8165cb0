import { Select, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useId, useState } from 'react'
import type { JSX, ReactNode } from 'react'
import { Attente } from './composants/Attente.tsx'
import { chargeur } from './composants/charger.ts'
import { differer } from './composants/Differe.tsx'
import { useChoixGarde, useMagasin } from './composants/crochets.ts'
import { useStylesCommuns } from './composants/styles.ts'
import type { SuiviControle } from './etat/controle.ts'
import type { SuiviMarques } from './etat/marques.ts'
import type { SuiviReferentiels } from './etat/referentiels.ts'
import type { SuiviService } from './etat/service.ts'
import Controle from './sections/Controle.tsx'
import { ControlePrecedent } from './sections/ControlePrecedent.tsx'
import type { InsertionModele } from './modeles.ts'
import type { Telechargement } from './telechargement.ts'

const charger = chargeur(() => import('./sections/differees.ts'))
const Cofinancement = differer(async () => (await charger()).Cofinancement)
const Enveloppes = differer(async () => (await charger()).Enveloppes)
const Plan = differer(async () => (await charger()).Plan)
const Calendrier = differer(async () => (await charger()).Calendrier)
const Versions = differer(async () => (await charger()).Versions)
const Transmission = differer(async () => (await charger()).Transmission)
const Referentiels = differer(async () => (await charger()).Referentiels)
const Aide = differer(async () => (await charger()).Aide)

const SECTIONS = [
  'controle',
  'cofinancement',
  'enveloppes',
  'plan',
  'calendrier',
  'versions',
  'transmission',
  'referentiels',
  'aide',
] as const
type Section = (typeof SECTIONS)[number]

/** Those that show the report, and say nothing themselves of a check that failed. */
const DU_RAPPORT = new Set<Section>(['cofinancement', 'enveloppes', 'plan', 'calendrier'])

const NOMS: Record<Section, string> = {
  controle: 'Contrôle',
  cofinancement: 'Cofinancement',
  enveloppes: 'Enveloppes',
  plan: 'Plan d’action',
  calendrier: 'Calendrier',
  versions: 'Versions',
  transmission: 'Transmission',
  referentiels: 'Référentiels',
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
  onglet: {
    // The room kept for the bold label too: else the tabs move when one is chosen.
    '& .fui-Tab__content, & .fui-Tab__content--reserved-space': {
      fontSize: tokens.fontSizeBase200,
      lineHeight: tokens.lineHeightBase200,
    },
    paddingInline: tokens.spacingHorizontalSNudge,
    paddingBlock: tokens.spacingVerticalXS,
  },
  corps: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    padding: tokens.spacingHorizontalM,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
})

interface Props {
  suivi: SuiviControle
  service: SuiviService
  marques: SuiviMarques
  referentiels: SuiviReferentiels | null
  insertion: InsertionModele | undefined
  telechargement: Telechargement
  /** Title of the page that the pane is, where it is one of its own. */
  titre?: string
}

/** The frame: what is being looked at, the tabs, and the section. A section once opened keeps its state. */
export function Cadre({
  suivi,
  service,
  marques,
  referentiels,
  insertion,
  telechargement,
  titre,
}: Props): JSX.Element {
  const styles = useStyles()
  const communs = useStylesCommuns()
  const id = useId()
  const Corps = titre === undefined ? 'div' : 'main'
  const [section, choisir] = useChoixGarde<Section>('cdppe-section', SECTIONS, 'controle')
  const [ouvertes, ouvrir] = useState<ReadonlySet<Section>>(new Set([section]))
  const aller = (suivante: Section): void => {
    choisir(suivante)
    ouvrir(new Set([...ouvertes, suivante]))
  }
  const voulue = section === 'versions' || section === 'transmission' || section === 'referentiels'

  useEffect(() => {
    if (voulue && service.etat.session === 'inconnue') void service.ouvrir()
  }, [voulue, service])

  // A failure is left to the time when a section is opened.
  useEffect(() => quandLibre(() => void charger().catch(() => undefined)), [])

  const attente = <Attente phrase="Ouverture…" />
  const contenus: Record<Section, ReactNode> = {
    controle: (
      <Controle
        {...{ suivi, service, marques, insertion, telechargement }}
        versions={() => {
          aller('versions')
          document.getElementById(`${id}-versions`)?.focus()
        }}
      />
    ),
    cofinancement: <Cofinancement proprietes={{ suivi }} attente={attente} />,
    enveloppes: <Enveloppes proprietes={{ suivi }} attente={attente} />,
    plan: <Plan proprietes={{ suivi }} attente={attente} />,
    calendrier: <Calendrier proprietes={{ suivi }} attente={attente} />,
    versions: (
      <Versions
        proprietes={{ service, suivi, marques, telechargement, active: section === 'versions' }}
        attente={attente}
      />
    ),
    transmission: (
      <Transmission
        proprietes={{ service, suivi, marques, active: section === 'transmission' }}
        attente={attente}
      />
    ),
    referentiels: referentiels ? (
      <Referentiels proprietes={{ referentiels, suivi, service, telechargement }} attente={attente} />
    ) : (
      attente
    ),
    aide: <Aide proprietes={{}} attente={attente} />,
  }
  return (
    <div className={styles.cadre}>
      <header className={styles.entete}>
        {titre !== undefined && <h1 className={communs.invisible}>{titre}</h1>}
        <Identite suivi={suivi} />
        <TabList
          className={styles.onglets}
          size="small"
          selectedValue={section}
          onTabSelect={(_, donnees) => aller(SECTIONS.find((s) => s === donnees.value) ?? 'controle')}
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
      {/* Reached by keyboard, so that a section with nothing to press can be scrolled. */}
      <Corps className={styles.corps} tabIndex={0}>
        {SECTIONS.map((s) => (
          <div
            key={s}
            id={`${id}-${s}-contenu`}
            role="tabpanel"
            aria-labelledby={`${id}-${s}`}
            hidden={s !== section}
            className={s === section ? communs.pile : undefined}
          >
            {s === section && DU_RAPPORT.has(s) && <ControlePrecedent suivi={suivi} />}
            {ouvertes.has(s) && contenus[s]}
          </div>
        ))}
      </Corps>
    </div>
  )
}

/** Runs `tache` once the browser has shown what it had to show. Returns what calls it off. */
function quandLibre(tache: () => void): () => void {
  // Safari, and Excel for Mac with it, has no idle callback.
  if (typeof requestIdleCallback !== 'function') {
    const minuterie = setTimeout(tache, 1000)
    return () => clearTimeout(minuterie)
  }
  const rappel = requestIdleCallback(tache, { timeout: 5000 })
  return () => cancelIdleCallback(rappel)
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
