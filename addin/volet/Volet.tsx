import { FluentProvider } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { JSX } from 'react'
import type { HoteClasseur } from '../hote/hote.ts'
import { useTheme } from './apparence.ts'
import type { Apparence } from './apparence-systeme.ts'
import { Cadre } from './Cadre.tsx'
import { ClientApi } from './api.ts'
import { ouvrirDansUneFenetre } from './connexion.ts'
import type { OuvrirConnexion } from './connexion.ts'
import { creerControleur } from './controleur.ts'
import { SuiviControle } from './etat/controle.ts'
import { SuiviMarques } from './etat/marques.ts'
import type { Employer, SuiviReferentiels } from './etat/referentiels.ts'
import { SuiviService } from './etat/service.ts'
import type { InsertionModele } from './modeles.ts'
import { memoireDuPoste } from './referentiels/garde.ts'
import { telechargementNavigateur } from './telechargement.ts'
import type { Telechargement } from './telechargement.ts'

export interface ProprietesVolet {
  /** The workbook. Another object is another workbook: everything starts afresh. */
  hote: HoteClasseur
  /** How to sign in; a window of the browser where nothing is said. */
  ouvrirConnexion?: OuvrirConnexion
  /** How files reach the disk; the browser's way where nothing is said. */
  telechargement?: Telechargement
  /** How a model to begin from reaches the workbook; none is offered where nothing is said. */
  insertion?: InsertionModele
  /** The pane is a page of its own, of this title: it brings the title and the main landmark. */
  titre?: string
  /** The host's theme; the system's where nothing is said. */
  apparence?: Apparence
}

/** The task pane: the same in Excel and in the page. It fills its parent, which is to have a height. */
export function Volet(props: ProprietesVolet): JSX.Element {
  const theme = useTheme(props.apparence)
  return (
    <FluentProvider theme={theme} style={{ height: '100%', minHeight: 0 }}>
      <Atelier {...props} />
    </FluentProvider>
  )
}

interface Atelier {
  suivi: SuiviControle
  service: SuiviService
  marques: SuiviMarques
  /** null until its code is there: the functions of the cells share much of it, and do not wait for the pane. */
  referentiels: SuiviReferentiels | null
}

/** Holds the stores for as long as the workbook is the same. */
function Atelier({
  hote,
  ouvrirConnexion = ouvrirDansUneFenetre,
  telechargement = telechargementNavigateur,
  insertion,
  titre,
}: ProprietesVolet): JSX.Element | null {
  const [atelier, installer] = useState<Atelier | null>(null)
  useEffect(() => {
    const controleur = creerControleur()
    const suivi = new SuiviControle(hote, controleur)
    const api = new ClientApi()
    const service = new SuiviService(api, hote, ouvrirConnexion)
    const marques = new SuiviMarques(hote)
    const arreter = suivi.demarrer()
    const detacher = suivi.abonner(() => {
      const exercice = suivi.etat.resultat?.rapport.exercice
      if (exercice !== undefined) void service.choisirExercice(exercice)
    })
    installer({ suivi, service, marques, referentiels: null })
    let quitter = (): void => undefined
    let ferme = false
    const employer: Employer = async (liste) => {
      const { employerReferentiels } = await import('../formules/employer.ts')
      employerReferentiels(liste)
      await Promise.all([suivi.employer(liste), hote.recalculer()])
    }
    import('./etat/referentiels.ts').then(
      ({ SuiviReferentiels }) => {
        if (ferme) return
        const referentiels = new SuiviReferentiels({ api, memoire: memoireDuPoste(), employer })
        quitter = suivreConnexion(service, () => void referentiels.actualiser())
        void referentiels.demarrer()
        installer({ suivi, service, marques, referentiels })
      },
      // Without its code the pane judges by the référentiels that ship.
      () => undefined,
    )
    return () => {
      detacher()
      ferme = true
      quitter()
      arreter()
      controleur.fermer()
    }
  }, [hote, ouvrirConnexion])
  return (
    atelier && (
      <Cadre
        {...atelier}
        insertion={insertion}
        telechargement={telechargement}
        {...(titre === undefined ? {} : { titre })}
      />
    )
  )
}

/** Calls back each time somebody has signed in; returns how to stop. */
function suivreConnexion(service: SuiviService, rappel: () => void): () => void {
  let connu: string | null = null
  return service.abonner(() => {
    const present = service.etat.session === 'ouverte' ? (service.etat.agent?.sub ?? null) : null
    if (present === connu) return
    connu = present
    if (present !== null) rappel()
  })
}
