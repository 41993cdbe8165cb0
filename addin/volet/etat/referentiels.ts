import { empreinteReferentiel } from '../../../shared/referentiel/empreinte.ts'
import type { Referentiel } from '../../../shared/referentiel/referentiel.ts'
import { REFERENTIELS, ajouterReferentiel } from '../../../shared/referentiel/registre.ts'
import { ABSENT, ErreurApi } from '../api.ts'
import type { ClientApi } from '../api.ts'
import type { ReferentielResume } from '../api-types.ts'
import { garder, lireGardes } from '../referentiels/garde.ts'
import type { Memoire, ReferentielGarde, SourceGardee } from '../referentiels/garde.ts'
import type * as Lire from '../referentiels/lire.ts'
import { direExercices, presenter } from '../texte/referentiel.ts'
import { fr } from '../texte/typographie.ts'
import { Magasin } from './magasin.ts'
import type { Avis } from './service.ts'

export type Source = { genre: 'livre' } | SourceGardee

/** A référentiel in use, and where it comes from. */
export interface ReferentielCharge {
  referentiel: Referentiel
  source: Source
}

/** One that is remembered and cannot be used beside the others, with what is wrong. */
export interface ReferentielEcarte {
  nom: string
  source: SourceGardee
  erreurs: string[]
}

export interface EtatReferentiels {
  /** Those in use, in the order of their exercices. */
  charges: readonly ReferentielCharge[]
  ecartes: readonly ReferentielEcarte[]
  /** What is to be completed in the last file, or in what the service refused to publish; null when nothing is. */
  refus: { nom: string; erreurs: string[] } | null
  etape: 'lecture' | 'publication' | null
  avis: Avis | null
}

/** Makes these référentiels the ones that pane and cells answer by. */
export type Employer = (referentiels: readonly Referentiel[]) => Promise<void>

type Lecteur = Pick<typeof Lire, 'lireDocument' | 'lireFichier' | 'verifierPublication'>

interface Options {
  api: ClientApi
  employer: Employer
  memoire: Memoire | null
  lecteur?: () => Promise<Lecteur>
  /** ms since the epoch. */
  horloge?: () => number
}

/**
 * The référentiels of this machine: those that ship, those that administrators have published, those loaded from a
 * file. A document is judged again each time it is taken in; what ships is never replaced, and what is published
 * comes before what was loaded here.
 */
export class SuiviReferentiels extends Magasin<EtatReferentiels> {
  readonly #api: ClientApi
  readonly #employer: Employer
  readonly #memoire: Memoire | null
  readonly #lecteur: () => Promise<Lecteur>
  readonly #horloge: () => number
  #gardes: ReferentielGarde[] = []
  /** Published ones whose signature does not hold: they are named, never used. */
  #refuses: ReferentielEcarte[] = []
  #tour = 0
  /** Keys of publications whose answer was lost, by the fingerprint of the document. */
  readonly #cles = new Map<string, string>()

  constructor({ api, employer, memoire, lecteur, horloge }: Options) {
    super({
      charges: REFERENTIELS.map((referentiel) => ({ referentiel, source: { genre: 'livre' } })),
      ecartes: [],
      refus: null,
      etape: null,
      avis: null,
    })
    this.#api = api
    this.#employer = employer
    this.#memoire = memoire
    this.#lecteur = lecteur ?? (() => import('../referentiels/lire.ts'))
    this.#horloge = horloge ?? Date.now
  }

  /** Takes up what this machine remembers. */
  async demarrer(): Promise<void> {
    const { gardes, endommage } = lireGardes(this.#memoire)
    if (endommage) {
      garder(this.#memoire, gardes)
      this.#aviser(
        'erreur',
        'Des référentiels gardés sur ce poste sont endommagés : ils n’ont pas été repris. Chargez-les à nouveau.',
      )
    }
    this.#gardes = gardes
    if (gardes.length > 0) await this.#suivre(() => this.#composer())
  }

  /** Loads the file that the user chose; whole, it is used at once and remembered. */
  async charger(nom: string, octets: Uint8Array): Promise<void> {
    if (this.etat.etape !== null) return
    this.changer({ etape: 'lecture', refus: null, avis: null })
    await this.#suivre(async () => {
      const { lireFichier } = await this.#lecteur()
      const lecture = await lireFichier(
        nom,
        octets,
        this.etat.charges.map((c) => c.referentiel),
      )
      if ('erreurs' in lecture) {
        this.changer({ refus: { nom, erreurs: lecture.erreurs } })
        return
      }
      const { referentiel } = lecture
      const autres = this.#gardes.filter((g) => g.source.genre !== 'poste' || idDe(g) !== referentiel.id)
      const source = { genre: 'poste', le: new Date(this.#horloge()).toISOString() } as const
      const garde = this.#retenir([...autres, { document: referentiel, source }])
      await this.#composer()
      this.#aviser(
        garde ? 'succes' : 'information',
        `${presenter(referentiel)} ${fr`Il régit dès maintenant ${direExercices(referentiel.exercices)}, dans le contrôle et dans les cellules.`}${garde ? '' : ' Ce poste ne permet pas de le garder : il sera à charger de nouveau à la prochaine ouverture.'}`,
      )
    })
    this.changer({ etape: null })
  }

  /** Forgets one that was loaded on this machine. */
  async retirer(id: string): Promise<void> {
    this.#retenir(this.#gardes.filter((g) => g.source.genre !== 'poste' || idDe(g) !== id))
    this.changer({ refus: null, avis: null })
    await this.#suivre(() => this.#composer())
  }

  /** Reads what is published: whoever is signed in is judged by it. */
  async actualiser(): Promise<void> {
    try {
      const resumes = await this.#api.referentiels()
      const prises = await Promise.all(resumes.map((resume) => this.#prendre(resume)))
      const publies = prises.filter((p): p is ReferentielGarde => 'document' in p)
      const refuses = prises.filter((p): p is ReferentielEcarte => 'erreurs' in p)
      const publiee = (g: ReferentielGarde): boolean =>
        resumes.some((r) => r.id === idDe(g) && r.version >= versionDe(g))
      const postes = this.#gardes.filter((g) => g.source.genre === 'poste' && !publiee(g))
      const suivants = [...publies, ...postes]
      if (
        JSON.stringify(suivants) === JSON.stringify(this.#gardes) &&
        JSON.stringify(refuses) === JSON.stringify(this.#refuses)
      )
        return
      this.#refuses = refuses
      this.#retenir(suivants)
    } catch {
      this.#aviser(
        'information',
        'Les référentiels publiés n’ont pas pu être lus. Ceux de ce poste restent employés.',
      )
      return
    }
    await this.#suivre(() => this.#composer())
  }

  /** Publishes one that was loaded here: every workbook of its exercices is judged by it from then on. */
  async publier(referentiel: Referentiel): Promise<void> {
    if (this.etat.etape !== null) return
    this.changer({ etape: 'publication', refus: null, avis: null })
    const empreinte = await empreinteReferentiel(referentiel)
    const cle = this.#cles.get(empreinte) ?? crypto.randomUUID()
    this.#cles.set(empreinte, cle)
    try {
      await this.#api.publierReferentiel(referentiel, cle)
      this.#cles.delete(empreinte)
      this.#aviser(
        'succes',
        fr`Le référentiel ${referentiel.id} est publié : il régit désormais ${direExercices(referentiel.exercices)} pour tous les départements.`,
      )
      await this.actualiser()
    } catch (erreur) {
      this.#echouer(erreur, referentiel, empreinte)
    } finally {
      this.changer({ etape: null })
    }
  }

  effacerAvis(): void {
    this.changer({ avis: null, refus: null })
  }

  #echouer(erreur: unknown, { id }: Referentiel, empreinte: string): void {
    const { code, corps } = erreur instanceof ErreurApi ? erreur : { code: ABSENT, corps: null }
    // The service has said no: asking again is another request.
    if (code !== ABSENT) this.#cles.delete(empreinte)
    if (corps?.erreurs) this.changer({ refus: { nom: id, erreurs: corps.erreurs } })
    else if (corps && code !== ABSENT) this.#aviser('erreur', corps.message)
    else
      this.#aviser(
        'erreur',
        'La publication n’a pas été confirmée : le service ne répond pas. Recommencez : elle ne se fera qu’une fois.',
      )
  }

  /** The document of a published référentiel, from this machine where it is already there; its signature holds. */
  async #prendre(resume: ReferentielResume): Promise<ReferentielGarde | ReferentielEcarte> {
    const { numero, le, publiePar: par } = resume
    const connu = this.#gardes.find(
      (g) => g.source.genre === 'publie' && g.source.numero === numero && g.source.le === le,
    )
    if (connu) return connu
    const source = { genre: 'publie', le, numero, par: { prenom: par.prenom, nom: par.nom } } as const
    const [publication, cles, { verifierPublication }] = await Promise.all([
      this.#api.referentiel(numero),
      this.#api.cles(),
      this.#lecteur(),
    ])
    const erreur = await verifierPublication(publication, resume.empreinte, cles)
    return erreur === null
      ? { document: publication.document, source }
      : { nom: resume.id, source, erreurs: [erreur] }
  }

  #retenir(gardes: ReferentielGarde[]): boolean {
    this.#gardes = gardes
    return garder(this.#memoire, gardes)
  }

  /** Judges every remembered document beside those before it, and has the whole used. */
  async #composer(): Promise<void> {
    const tour = ++this.#tour
    const { lireDocument } = await this.#lecteur()
    let liste = REFERENTIELS
    const sources = new Map<Referentiel, SourceGardee>()
    const ecartes: ReferentielEcarte[] = [...this.#refuses]
    for (const garde of parPriorite(this.#gardes)) {
      const lecture = lireDocument(garde.document, liste)
      if ('erreurs' in lecture)
        ecartes.push({ nom: idDe(garde), source: garde.source, erreurs: lecture.erreurs })
      else {
        liste = ajouterReferentiel(liste, lecture.referentiel)
        sources.set(lecture.referentiel, garde.source)
      }
    }
    // A later call has begun, with what this one knew and more.
    if (tour !== this.#tour) return
    const charges = liste.map((referentiel) => ({
      referentiel,
      source: sources.get(referentiel) ?? ({ genre: 'livre' } as const),
    }))
    this.changer({ charges, ecartes })
    await this.#employer(liste)
  }

  async #suivre(travail: () => Promise<void>): Promise<void> {
    try {
      await travail()
    } catch {
      this.#aviser(
        'erreur',
        'L’opération n’est pas allée à son terme. Vérifiez votre connexion, puis recommencez. Votre classeur n’est pas touché.',
      )
    }
  }

  #aviser(genre: Avis['genre'], message: string): void {
    this.changer({ avis: { genre, message } })
  }
}

/** Published ones first, in the order of their publication; then those of this machine, in the order of their loading. */
function parPriorite(gardes: readonly ReferentielGarde[]): ReferentielGarde[] {
  const rang = ({ source }: ReferentielGarde): number =>
    source.genre === 'publie' ? source.numero : Infinity
  return [...gardes].sort((a, b) => (rang(a) === rang(b) ? 0 : rang(a) - rang(b)))
}

function idDe({ document }: ReferentielGarde): string {
  return texteDe(document, 'id') || 'sans nom'
}

function versionDe({ document }: ReferentielGarde): string {
  return texteDe(document, 'version')
}

function texteDe(document: unknown, cle: 'id' | 'version'): string {
  const valeur = (document as Partial<Record<typeof cle, unknown>> | null)?.[cle]
  return typeof valeur === 'string' ? valeur : ''
}
