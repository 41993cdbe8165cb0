import { Button, SearchBox, ToggleButton } from '@fluentui/react-components'
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { JSX, ReactNode } from 'react'
import type { Correction, Rapport } from '../../../shared/controle/rapport.ts'
import type { Gravite } from '../../../shared/referentiel/referentiel.ts'
import { nombreJustifies } from '../../../shared/controle/rapprocher.ts'
import { Attente } from '../composants/Attente.tsx'
import { Avis } from '../composants/Avis.tsx'
import { differer } from '../composants/Differe.tsx'
import { GroupeConstats } from '../composants/GroupeConstats.tsx'
import { garderTexte, texteGarde, useMagasin, useMaintenant, useTexteGarde } from '../composants/crochets.ts'
import type { ActionsJustification } from '../composants/JustificationConstat.tsx'
import { GRAVITES, IconeGravite, NOMS_GRAVITES } from '../composants/gravite.tsx'
import { RapportSorti } from '../composants/RapportSorti.tsx'
import { useStylesCommuns } from '../composants/styles.ts'
import type { EtatControle, SuiviControle } from '../etat/controle.ts'
import type { SuiviMarques } from '../etat/marques.ts'
import type { SuiviService } from '../etat/service.ts'
import { compter, filtrer, grouper } from '../etat/filtre.ts'
import type { GroupeGravite } from '../etat/filtre.ts'
import type { InsertionModele } from '../modeles.ts'
import type { Telechargement } from '../telechargement.ts'
import { compte, fr, ilYA, typographier } from '../texte/typographie.ts'
import { Compris } from './Compris.tsx'
import { CorrectionsAppliquees } from './CorrectionsAppliquees.tsx'
import { JustificationsSansObjet } from './JustificationsSansObjet.tsx'
import { MarquesFeuille } from './MarquesFeuille.tsx'
import { ProchaineEtape } from './ProchaineEtape.tsx'

const ModelesAInserer = differer(async () => (await import('./ModelesAInserer.tsx')).default)

interface PropsControle {
  suivi: SuiviControle
  service: SuiviService
  marques: SuiviMarques
  /** How a model reaches the workbook; where nothing is said, none is offered. */
  insertion: InsertionModele | undefined
  telechargement: Telechargement
  /** Opens the section of the versions. */
  versions: () => void
}

/** The report: what was understood, how many points, then each of them with its cells. */
export default function Controle({
  suivi,
  service,
  marques,
  insertion,
  telechargement,
  versions,
}: PropsControle): JSX.Element {
  const communs = useStylesCommuns()
  const etat = useMagasin(suivi)
  const enCours = etat.phase !== 'repos'
  const rapport = etat.resultat?.rapport
  const attente = (
    <Attente
      phrase={etat.phase === 'lecture' ? 'Lecture du classeur…' : 'Contrôle du classeur…'}
      avance={etat.avance}
      longueApres={1500}
      longue={
        <div>
          <Button size="small" onClick={() => suivi.interrompre()}>
            Arrêter
          </Button>
        </div>
      }
    />
  )
  const modeles = insertion && (
    <ModelesAInserer
      proprietes={{ suivi, insertion, telechargement }}
      attente={<Attente phrase="Ouverture des modèles…" />}
    />
  )
  return (
    <div className={communs.pile}>
      <h2 className={communs.invisible}>Contrôle</h2>
      {enCours && attente}
      {etat.refus !== null && <Avis genre="warning">{typographier(etat.refus)}</Avis>}
      {etat.erreur !== null && !enCours && <Echec etat={etat} suivi={suivi} />}
      {etat.vide && !enCours && <ClasseurVide />}
      {(etat.vide || (etat.erreur !== null && !rapport)) && !enCours && modeles}
      <CorrectionsAppliquees suivi={suivi} />
      {rapport && !etat.vide && etat.erreur === null && (
        <ProchaineEtape rapport={rapport} versions={versions} />
      )}
      {etat.comprehension && !etat.vide && (
        <Compris
          comprehension={etat.comprehension}
          selectionner={(cellules) => void suivi.selectionner(cellules)}
          corriger={(changer) => suivi.corrigerLecture(changer)}
        />
      )}
      {rapport && !etat.vide && (
        <>
          <Constats
            rapport={rapport}
            titres={etat.resultat?.titres ?? SANS_TITRE}
            controleLe={etat.controleLe}
            suivi={suivi}
            service={service}
            marques={marques}
          />
          <RapportSorti
            rapport={rapport}
            nomFichier={etat.nomFichier}
            controleLe={etat.controleLe ?? 0}
            telechargement={telechargement}
          />
          {modeles && <ModelesSurDemande>{modeles}</ModelesSurDemande>}
        </>
      )}
    </div>
  )
}

function Echec({ etat, suivi }: { etat: EtatControle; suivi: SuiviControle }): JSX.Element {
  return (
    <Avis
      genre={etat.resultat ? 'warning' : attendDesActions(etat) ? 'info' : 'error'}
      actions={
        <Button size="small" onClick={() => void suivi.relancer()}>
          Contrôler à nouveau
        </Button>
      }
    >
      {typographier(etat.erreur ?? '')}
      {etat.resultat && ' Le rapport ci-dessous est celui du contrôle précédent.'}
    </Avis>
  )
}

/** A plan with its headers and no action yet: nothing is wrong with it. */
function attendDesActions({ comprehension }: EtatControle): boolean {
  return comprehension !== null && comprehension.tables.length > 0
}

/** Beside a report the models are only fetched and shown when asked for. */
function ModelesSurDemande({ children }: { children: ReactNode }): JSX.Element {
  const [ouverts, ouvrir] = useState(false)
  if (ouverts) return <>{children}</>
  return (
    <div>
      <Button size="small" onClick={() => ouvrir(true)}>
        Ajouter un modèle…
      </Button>
    </div>
  )
}

function ClasseurVide(): JSX.Element {
  const communs = useStylesCommuns()
  return (
    <div className={communs.carte}>
      <h3 className={communs.sousTitre}>Ce classeur est vide</h3>
      <p className={communs.texte}>
        {typographier(
          'Ouvrez le classeur qui contient votre plan d’action, ou partez d’un modèle. Il suffit d’une ligne d’en-têtes (action, objectif, montants) et d’une ligne par action : le contrôle se lance de lui-même.',
        )}
      </p>
    </div>
  )
}

interface PropsConstats extends Pick<PropsControle, 'suivi' | 'service' | 'marques'> {
  rapport: Rapport
  titres: Record<string, string>
  controleLe: number | null
}

const SANS_TITRE: Record<string, string> = {}
const SANS_GROUPE: readonly GroupeGravite[] = []

/** Not drawn again while a check goes on: a long plan has thousands of points. */
const Constats = memo(function Constats({
  rapport,
  titres,
  controleLe,
  suivi,
  service,
  marques,
}: PropsConstats): JSX.Element {
  const communs = useStylesCommuns()
  const [recherche, chercher] = useTexteGarde('cdppe-points-recherche')
  const [horsDeVue, mettreHorsDeVue] = useTexteGarde('cdppe-points-masques')
  const masquees = useMemo(
    () => new Set(GRAVITES.filter((g) => horsDeVue.split(' ').includes(g))),
    [horsDeVue],
  )
  const saisie = useDeferredValue(recherche)
  const justifications = useJustifications(suivi, service)
  const nombres = compter(rapport.constats)
  const retenus = useMemo(
    () => filtrer(rapport.constats, saisie, masquees),
    [rapport.constats, saisie, masquees],
  )
  // After the rest, and with pauses: the cards take longer to draw than the pane may be kept.
  const groupes = useDeferredValue(
    useMemo(() => grouper(retenus), [retenus]),
    SANS_GROUPE,
  )
  const selectionner = useCallback((cellules: string[]) => void suivi.selectionner(cellules), [suivi])
  const appliquer = useCallback((correction: Correction) => void suivi.appliquer(correction), [suivi])
  const basculer = (gravite: Gravite): void => {
    const suivant = new Set(masquees)
    if (!suivant.delete(gravite)) suivant.add(gravite)
    mettreHorsDeVue([...suivant].join(' '))
  }
  return (
    <section className={communs.pile} aria-labelledby="cdppe-points">
      <Bilan rapport={rapport} suivi={suivi} />
      <MarquesFeuille marques={marques} constats={rapport.constats} controleLe={controleLe} />
      {rapport.constats.length > 0 && (
        <div className={communs.pileSerree} role="search" aria-label="Filtrer les points">
          <div className={communs.rangee}>
            {GRAVITES.filter((gravite) => nombres[gravite] > 0).map((gravite) => (
              <ToggleButton
                key={gravite}
                size="small"
                checked={!masquees.has(gravite)}
                icon={<IconeGravite gravite={gravite} />}
                aria-label={`${NOMS_GRAVITES[gravite].titre} (${nombres[gravite]})`}
                onClick={() => basculer(gravite)}
              >
                {NOMS_GRAVITES[gravite].court} ({nombres[gravite]})
              </ToggleButton>
            ))}
          </div>
          <SearchBox
            className={communs.pleineLargeur}
            value={recherche}
            placeholder="Chercher : objectif, cellule, texte…"
            aria-label="Chercher dans les points"
            dismiss={{ 'aria-label': 'Effacer la recherche' }}
            onChange={(_, donnees) => chercher(donnees.value)}
          />
          {retenus.length < rapport.constats.length && (
            <p className={communs.discret} role="status">
              {fr`${compte(retenus.length, 'point affiché', 'points affichés')} sur ${rapport.constats.length}.`}
            </p>
          )}
        </div>
      )}
      {groupes.map((groupe) => (
        <GroupeConstats
          key={groupe.gravite}
          groupe={groupe}
          titres={titres}
          selectionner={selectionner}
          appliquer={appliquer}
          justifications={justifications}
        />
      ))}
      <JustificationsSansObjet
        justifications={rapport.justifications}
        titres={titres}
        retirer={justifications.retirer}
        selectionner={selectionner}
      />
    </section>
  )
})

const CLE_AUTEUR = 'cdppe-auteur'

/** Who justifies: the person signed in, else the name that was typed last in this pane. */
function useJustifications(suivi: SuiviControle, service: SuiviService): ActionsJustification {
  const { agent } = useMagasin(service)
  const [tape, retenir] = useState(() => texteGarde(CLE_AUTEUR) ?? '')
  const auteur = agent ? `${agent.prenom} ${agent.nom}` : tape
  return useMemo(
    (): ActionsJustification => ({
      auteur,
      justifier: async (constat, texte, nom) => {
        const gardee = await suivi.justifier(constat, texte, nom)
        if (gardee) {
          garderTexte(CLE_AUTEUR, nom)
          retenir(nom)
        }
        return gardee
      },
      retirer: (justification) => suivi.retirerJustification(justification),
    }),
    [auteur, suivi],
  )
}

/** « 3 points bloquants · 11 à justifier · 6 informations », then when it was checked. The référentiel is in the header. */
function Bilan({ rapport, suivi }: Pick<PropsConstats, 'rapport' | 'suivi'>): JSX.Element {
  const communs = useStylesCommuns()
  const etat = useMagasin(suivi)
  const maintenant = useMaintenant()
  const nombres = compter(rapport.constats)
  const justifies = nombreJustifies(rapport.constats)
  const suite = justifies === 0 ? '' : `, dont ${compte(justifies, 'justifié')}`
  const phrase = GRAVITES.filter((g) => nombres[g] > 0)
    .map(
      (g) =>
        compte(nombres[g], NOMS_GRAVITES[g].un, NOMS_GRAVITES[g].plusieurs) +
        (g === 'a-justifier' ? suite : ''),
    )
    .join(' · ')
  const verdict = phrase === '' ? 'Aucun point relevé' : phrase
  // Of an older report nothing is said that holds for the workbook as it is.
  const aJour = etat.erreur === null
  const titre = aJour ? verdict : fr`Contrôle précédent : ${phrase === '' ? 'aucun point relevé' : phrase}`
  return (
    <div className={communs.pileSerree}>
      <h3 id="cdppe-points" className={communs.titre} tabIndex={-1}>
        {aJour && rapport.statut === 'conforme' && <CheckmarkCircleFilled aria-hidden />} {titre}
      </h3>
      <div className={communs.rangee}>
        <p className={communs.discret}>
          {fr`Contrôlé ${ilYA(etat.controleLe ?? maintenant, Math.max(maintenant, etat.controleLe ?? 0))}.`}
          {aJour && rapport.statut !== 'bloquant' && ' Rien ne s’oppose à la transmission.'}
        </p>
        {/* Kept in reach of the keyboard, which has just pressed it. */}
        <Button
          size="small"
          icon={<ArrowSyncRegular />}
          disabledFocusable={etat.phase !== 'repos'}
          onClick={() => void suivi.relancer()}
        >
          Contrôler à nouveau
        </Button>
      </div>
      <p className={communs.invisible} role="status">
        {aJour && etat.phase === 'repos'
          ? fr`Contrôle terminé : ${verdict}, référentiel ${rapport.referentiel}.`
          : ''}
      </p>
    </div>
  )
}
