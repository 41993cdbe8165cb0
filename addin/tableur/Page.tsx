import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { InsertionModele } from '../volet/modeles.ts'
import type { Demarrage } from './demarrage.ts'
import type { HoteTableur } from './hote-tableur.ts'
import { Abandon } from './Abandon.tsx'
import { useCirculation } from './circulation.ts'
import type { Partie } from './circulation.ts'
import { Depot } from './Depot.tsx'
import { Entete } from './Entete.tsx'
import { typographier } from '../volet/texte/typographie.ts'
import { telecharger } from './fichier.ts'
import { lireReprise, oublierReprise, suivreReprise } from './reprise.ts'
import type { EtatDeSelection } from './selection.ts'
import { Separateur } from './Separateur.tsx'

const Volet = lazy(() => import('../volet/Volet.tsx').then(({ Volet }) => ({ default: Volet })))

/** The workbook that the page opens on. */
const CLASSEUR_INITIAL = 'CDPPE_62_Pas-de-Calais_2020-2022.xlsx'
const ILLISIBLE =
  'Ce fichier ne peut pas être lu sur ce poste : vérifiez qu’il n’est pas déplacé ni déjà ouvert, puis recommencez.'
const INDISPONIBLE =
  'Le classeur d’exemple n’a pas pu être chargé : vérifiez votre connexion, puis rechargez la page.'

/** Something to open: its name, and how to get its bytes. */
interface AOuvrir {
  nom: string
  octets: () => Promise<Uint8Array>
  /** It holds changes that no copy was saved of. */
  aEnregistrer?: boolean
}

type Message = { genre: 'erreur' | 'information'; texte: string }

/** The page: the grid, the pane beside it, and the file that they share. */
export function Page(): ReactNode {
  const conteneur = useRef<HTMLDivElement>(null)
  const [demarrage, setDemarrage] = useState<Demarrage>()
  const [hote, setHote] = useState<HoteTableur>()
  const [nom, setNom] = useState('')
  const [enCours, setEnCours] = useState('Chargement de la grille…')
  const [message, setMessage] = useState<Message>()
  const [selection, setSelection] = useState<EtatDeSelection>({ phrase: '', cellule: '' })
  const [attente, setAttente] = useState<AOuvrir>()
  /** Asked for while something else was being opened, or before the grid was there: opened next. */
  const [suivant, setSuivant] = useState<AOuvrir>()
  const { aller, annonce } = useCirculation(demarrage)

  const derniere = useRef<Promise<unknown>>(Promise.resolve())
  const lancer = useCallback(async ({ ouvrir }: Demarrage, fichier: AOuvrir): Promise<boolean> => {
    setEnCours(`Ouverture de « ${fichier.nom} »…`)
    setMessage(undefined)
    try {
      const nouveau = await ouvrir(await fichier.octets(), fichier.nom)
      if (window.cdppe) window.cdppe.hote = nouveau
      setHote(nouveau)
      setNom(fichier.nom)
      document.title = `${fichier.nom} – CDPPE`
      if (fichier.aEnregistrer) {
        nouveau.noterAEnregistrer()
        setMessage({
          genre: 'information',
          texte: `« ${fichier.nom} » est repris tel que vous l’avez laissé dans cet onglet, modifications comprises. Enregistrez-en une copie pour les garder.`,
        })
      }
      return true
    } catch (erreur) {
      setMessage({
        genre: 'erreur',
        texte: `« ${fichier.nom} » n’a pas été ouvert. ${phraseDe(erreur, ILLISIBLE)}`,
      })
      return false
    } finally {
      setEnCours('')
    }
  }, [])
  /** One after the other: of two that were opened together, either could be the one that stays. */
  const ouvrir = useCallback(
    (demarrage: Demarrage, fichier: AOuvrir): Promise<boolean> => {
      const ouverture = derniere.current.then(() => lancer(demarrage, fichier))
      derniere.current = ouverture
      return ouverture
    },
    [lancer],
  )

  useEffect(() => {
    const element = conteneur.current
    if (!element) return
    const pret = import('./demarrage.ts').then(async ({ demarrer }) => {
      const nouveau = demarrer(
        element,
        (texte) => {
          setMessage({ genre: 'information', texte })
        },
        setSelection,
      )
      window.cdppe = { hote: undefined, pret }
      setDemarrage(nouveau)
      const reprise = await lireReprise()
      if (reprise && (await ouvrir(nouveau, { ...reprise, octets: () => Promise.resolve(reprise.octets) })))
        return
      if (reprise) await oublierReprise()
      await ouvrir(nouveau, exemple(CLASSEUR_INITIAL))
      if (reprise)
        setMessage({
          genre: 'erreur',
          texte: `« ${reprise.nom} » n’a pas pu être repris après le rechargement de la page : rouvrez-le depuis votre poste.`,
        })
    })
    pret.catch((erreur: unknown) => {
      console.error(erreur)
      setEnCours('')
      setMessage({
        genre: 'erreur',
        texte: 'La grille n’a pas pu être chargée : vérifiez votre connexion, puis rechargez la page.',
      })
    })
  }, [ouvrir])

  useEffect(() => hote && suivreReprise(hote), [hote])

  useEffect(() => {
    const avertir = (evenement: BeforeUnloadEvent): void => {
      if (hote?.aEnregistrer()) evenement.preventDefault()
    }
    window.addEventListener('beforeunload', avertir)
    return () => {
      window.removeEventListener('beforeunload', avertir)
    }
  }, [hote])

  const demander = useCallback(
    (fichier: AOuvrir): void => {
      if (!demarrage || enCours !== '') setSuivant(fichier)
      else if (hote?.aEnregistrer()) setAttente(fichier)
      else void ouvrir(demarrage, fichier)
    },
    [demarrage, enCours, hote, ouvrir],
  )
  useEffect(() => {
    if (!suivant || !demarrage || enCours !== '') return
    setSuivant(undefined)
    demander(suivant)
  }, [suivant, demarrage, enCours, demander])
  const ouvrirFichier = useCallback(
    (fichier: File): void => {
      demander({ nom: fichier.name, octets: async () => new Uint8Array(await fichier.arrayBuffer()) })
    },
    [demander],
  )
  const insertion = useMemo(
    (): InsertionModele => ({
      verbe: 'Ouvrir',
      fait: () => null,
      inserer: ({ nom, octets }) => {
        demander({ nom, octets: () => Promise.resolve(octets) })
        return Promise.resolve()
      },
    }),
    [demander],
  )
  const enregistrer = useCallback(async (): Promise<boolean> => {
    if (!hote) return false
    try {
      telecharger(await hote.octets(), await hote.nom())
      hote.noterEnregistre()
      return true
    } catch (erreur) {
      setMessage({
        genre: 'erreur',
        texte: phraseDe(
          erreur,
          'La copie n’a pas pu être préparée : vos modifications sont toujours dans la grille.',
        ),
      })
      return false
    }
  }, [hote])

  return (
    <div className="page">
      <Evitement aller={aller} />
      <Entete
        nom={nom}
        pret={demarrage !== undefined && enCours === ''}
        ouvert={hote !== undefined && enCours === ''}
        demarrage={demarrage}
        ouvrirFichier={ouvrirFichier}
        ouvrirExemple={(fichier) => {
          demander(exemple(fichier))
        }}
        enregistrer={() => void enregistrer()}
      />
      <main className="corps">
        <section className="classeur" aria-label="Classeur" data-partie="classeur">
          {message && (
            <div
              className={`message ${message.genre}`}
              role={message.genre === 'erreur' ? 'alert' : 'status'}
            >
              <span>{typographier(message.texte)}</span>
              <button
                type="button"
                className="fermer"
                aria-label="Fermer ce message"
                onClick={() => {
                  setMessage(undefined)
                }}
              >
                ×
              </button>
            </div>
          )}
          <div className="grille" ref={conteneur} />
          {enCours !== '' && (
            <div className="chargement" role="status">
              {typographier(enCours)}
            </div>
          )}
          <div className="pied">
            <div className="etat" role="status" data-testid="etat">
              {typographier(selection.phrase)}
            </div>
            <p className="touches">
              Au clavier : <kbd>F6</kbd> pour passer au volet, <kbd>Maj</kbd> + <kbd>F6</kbd> pour l’en-tête
            </p>
          </div>
          <div className="invisible" role="status" data-testid="lecture-cellule">
            {selection.cellule}
          </div>
        </section>
        <Separateur />
        <aside className="volet" aria-label="Volet CDPPE" data-partie="volet">
          {hote && (
            <Suspense fallback={<p className="attente">Chargement du volet…</p>}>
              <Volet hote={hote} insertion={insertion} />
            </Suspense>
          )}
        </aside>
      </main>
      <div className="invisible" role="status" data-testid="annonce">
        {typographier(annonce)}
      </div>
      <Depot
        deposer={ouvrirFichier}
        refuser={(texte) => {
          setMessage({ genre: 'erreur', texte })
        }}
      />
      {attente && demarrage && (
        <Abandon
          nom={nom}
          enregistrer={async () => {
            if (await enregistrer()) await ouvrir(demarrage, attente)
            setAttente(undefined)
          }}
          abandonner={() => {
            void ouvrir(demarrage, attente)
            setAttente(undefined)
          }}
          annuler={() => {
            setAttente(undefined)
          }}
        />
      )}
    </div>
  )
}

/** Links to what the keyboard would otherwise take long to reach; seen when they have the focus. */
function Evitement({ aller }: { aller: (partie: Partie) => void }): ReactNode {
  const lien = (partie: Partie, texte: string): ReactNode => (
    <button
      type="button"
      onClick={() => {
        aller(partie)
      }}
    >
      {texte}
    </button>
  )
  return (
    <nav className="evitement" aria-label="Accès rapide">
      {lien('classeur', 'Aller au classeur')}
      {lien('volet', 'Aller au volet')}
    </nav>
  )
}

/** An example workbook of the site. */
function exemple(fichier: string): AOuvrir {
  return {
    nom: fichier,
    octets: async () => {
      const reponse = await fetch(new URL(`exemples/${encodeURIComponent(fichier)}`, document.baseURI))
      if (!reponse.ok) throw new PhrasePourUtilisateur(INDISPONIBLE)
      return new Uint8Array(await reponse.arrayBuffer())
    },
  }
}

class PhrasePourUtilisateur extends Error {
  override readonly name = 'PhrasePourUtilisateur'
}

/** Only sentences written for the user reach the screen. */
function phraseDe(erreur: unknown, defaut: string): string {
  const ecrites = ['OuvertureRefusee', 'ErreurHote', 'PhrasePourUtilisateur', 'RefusClasseur']
  return erreur instanceof Error && ecrites.includes(erreur.name) ? erreur.message : defaut
}
