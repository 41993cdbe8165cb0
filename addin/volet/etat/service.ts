import { ErreurHote } from '../../hote/hote.ts'
import type { HoteClasseur } from '../../hote/hote.ts'
import type { Comparaison } from '../../../shared/version/comparer.ts'
import { ABSENT, ErreurApi } from '../api.ts'
import type { Chaine, ClientApi } from '../api.ts'
import type {
  Agent,
  CorpsErreur,
  NouvelleVersion,
  Transmission,
  Version,
  VersionResume,
} from '../api-types.ts'
import { FenetreBloquee } from '../connexion.ts'
import type { OuvrirConnexion } from '../connexion.ts'
import { sha256 } from '../empreinte.ts'
import { dateHeure, fr } from '../texte/typographie.ts'
import { Magasin } from './magasin.ts'

export interface EtatService {
  /** 'inconnue' until the service has answered once; 'absent' when it does not answer. */
  session: 'inconnue' | 'fermee' | 'ouverte' | 'absent'
  agent: Agent | null
  chaine: Chaine | null
  /** Newest first; null until the list was read. */
  versions: VersionResume[] | null
  chargement: boolean
  /** What is being done for « Enregistrer une version », null when nothing is. */
  etape: 'lecture' | 'depot' | 'signature' | null
  /** The last outcome worth telling, French. */
  avis: Avis | null
  /** Somebody else saved first: what the service says of it, null when nobody did. */
  conflit: CorpsErreur | null
  /** What is known of the sending of each version, by its number. */
  transmissions: Record<number, Transmission>
}

export interface Avis {
  genre: 'succes' | 'conflit' | 'erreur' | 'information'
  message: string
}

/** How the workbook in hand stands to a saved version. */
export type Ecart = 'identique' | 'meme-contenu' | 'modifie'

/** A version asked for: what was sent, and the key it was sent under. */
interface Demande {
  corps: NouvelleVersion
  cle: string
}

/** Sign-in, the chain of versions and the saving of a new one. */
export class SuiviService extends Magasin<EtatService> {
  readonly api: ClientApi
  readonly #hote: HoteClasseur
  readonly #ouvrirConnexion: OuvrirConnexion
  /** Requests whose answer was lost, by intent: the same one under the same key asks again and makes nothing twice. */
  readonly #demandes = new Map<string, Demande>()
  readonly #contenus = new Map<string, string>()

  constructor(api: ClientApi, hote: HoteClasseur, ouvrirConnexion: OuvrirConnexion) {
    super({
      session: 'inconnue',
      agent: null,
      chaine: null,
      versions: null,
      chargement: false,
      etape: null,
      avis: null,
      conflit: null,
      transmissions: {},
    })
    this.api = api
    this.#hote = hote
    this.#ouvrirConnexion = ouvrirConnexion
  }

  /** Asks whether somebody is signed in, then reads the list. */
  async ouvrir(): Promise<void> {
    try {
      const session = await this.api.session()
      this.changer(
        session
          ? { session: 'ouverte', agent: session.agent }
          : { session: 'fermee', agent: null, versions: null },
      )
    } catch {
      this.changer({ session: 'absent' })
      return
    }
    await this.charger()
  }

  async connecter(): Promise<void> {
    try {
      const session = await this.#ouvrirConnexion()
      if (session) {
        this.api.adopter(session)
        this.changer({ session: 'ouverte', agent: session.agent, avis: null })
        await this.charger()
        return
      }
      this.changer({ avis: null })
      await this.ouvrir()
      if (this.etat.session === 'fermee')
        this.aviser('information', 'La connexion n’a pas abouti. Vous pouvez recommencer.')
    } catch (erreur) {
      this.aviser(
        'erreur',
        erreur instanceof FenetreBloquee
          ? erreur.message
          : 'La fenêtre de connexion n’a pas pu être ouverte.',
      )
    }
  }

  async deconnecter(): Promise<void> {
    await this.api.fermerSession().catch(() => undefined)
    this.changer({
      session: 'fermee',
      agent: null,
      versions: null,
      transmissions: {},
      avis: null,
      conflit: null,
    })
  }

  /** Says which exercice's chain is meant; the list of another one is read. */
  async choisirExercice(exercice: number): Promise<void> {
    if (this.etat.chaine?.exercice === exercice) return
    await this.#changerDeChaine({ departement: this.#departement(), exercice })
  }

  /** Of somebody who follows several départements: which one is meant. */
  async choisirDepartement(departement: string): Promise<void> {
    const { chaine } = this.etat
    if (!chaine || chaine.departement === departement) return
    await this.#changerDeChaine({ ...chaine, departement })
  }

  async #changerDeChaine(chaine: Chaine): Promise<void> {
    this.changer({ chaine, versions: null, transmissions: {}, avis: null, conflit: null })
    await this.charger()
  }

  /** The one that is looked at, as long as the agent may; the agent's own otherwise. */
  #departement(): string {
    const { agent, chaine } = this.etat
    const sien = agent?.departements.find((d) => d.code === chaine?.departement)
    return (sien ?? agent?.departement)?.code ?? ''
  }

  /** Reads the list again. What it shows becomes what the next version builds upon. */
  async charger(): Promise<void> {
    const { agent, chaine: ancienne } = this.etat
    if (!agent || !ancienne) return
    const chaine = { departement: this.#departement(), exercice: ancienne.exercice }
    this.changer({ chaine, chargement: true })
    try {
      const versions = await this.api.versions(chaine)
      // Another chain may have been chosen meanwhile.
      const { chaine: presente } = this.etat
      if (presente?.exercice === chaine.exercice && presente.departement === chaine.departement)
        this.changer({ versions, session: 'ouverte' })
      await this.#relireEnvois(chaine, versions)
    } catch (erreur) {
      this.echouer(erreur)
    } finally {
      this.changer({ chargement: false })
    }
  }

  /** What was known of a sending and that the list now says otherwise is read again. */
  async #relireEnvois(chaine: Chaine, versions: readonly VersionResume[]): Promise<void> {
    for (const { numero, transmission: dite } of versions) {
      const connue = this.etat.transmissions[numero]
      if (!connue || !dite || dite.envoi !== connue.envoi || dite.statut === connue.statut) continue
      const relue = await this.api.transmission(chaine, numero, connue.envoi)
      if (relue) this.noterTransmission(relue)
    }
  }

  /** Reads the list again because the user asked: the last notice no longer holds. */
  async recharger(): Promise<void> {
    this.changer({ avis: null, conflit: null })
    await this.charger()
  }

  /**
   * Signs the workbook's own bytes as the next version. `apres`: digest of the statement to go on from, once its
   * differences were seen; the last one of the list where nothing is said.
   */
  async enregistrer(apres?: string): Promise<void> {
    if (this.etat.etape !== null) return
    this.changer({ etape: 'lecture', avis: null, conflit: null })
    try {
      if (this.etat.versions === null) await this.charger()
      const { chaine, versions } = this.etat
      if (!chaine || !versions) return
      const { nom: nomFichier, octets: bytes } = await this.ouvert()
      const empreinte = await sha256(bytes)
      const derniere = versions[0]
      if (derniere?.empreinte === empreinte) {
        this.aviser(
          'information',
          fr`Ce classeur est, à l’octet près, la version ${derniere.numero} du ${dateHeure(derniere.le)} : il n’y a rien de nouveau à enregistrer.`,
        )
        return
      }
      const precedente = apres ?? derniere?.empreinteDeclaration ?? null
      const version = await this.#signer(chaine, nomFichier, bytes, empreinte, precedente)
      this.aviser('succes', fr`Version ${version.numero} enregistrée et signée le ${dateHeure(version.le)}.`)
      await this.charger()
    } catch (erreur) {
      this.echouer(erreur)
    } finally {
      this.changer({ etape: null })
    }
  }

  /** How the workbook in hand stands to a version: same bytes, same values and formulas, or changed. */
  async comparer(resume: VersionResume): Promise<Ecart> {
    const octets = new Uint8Array(await this.#hote.octets())
    if ((await sha256(octets)) === resume.empreinte) return 'identique'
    const { chaine } = this.etat
    if (!chaine) return 'modifie'
    const attendu = await this.#contenuDeVersion(chaine, resume)
    const { contenuDesOctets } = await import('../contenu.ts')
    return (await contenuDesOctets(octets, resume.nomFichier)) === attendu ? 'meme-contenu' : 'modifie'
  }

  /** The workbook in hand, as a file. */
  async ouvert(): Promise<{ nom: string; octets: Uint8Array<ArrayBuffer> }> {
    const [nom, octets] = await Promise.all([this.#hote.nom(), this.#hote.octets()])
    return { nom, octets: new Uint8Array(octets) }
  }

  /** The cells in which the workbook in hand differs from a version. */
  async differences(resume: VersionResume): Promise<Comparaison> {
    const { chaine } = this.etat
    if (!chaine) throw new Error('No chain')
    const { comparerOctets } = await import('../contenu.ts')
    const octets = await this.api.octets(chaine, resume.numero)
    if ((await sha256(octets)) !== resume.empreinte) throw new Error('Not the bytes of the version')
    return comparerOctets(octets, new Uint8Array(await this.#hote.octets()), resume.nomFichier)
  }

  async #contenuDeVersion(chaine: Chaine, resume: VersionResume): Promise<string> {
    const connu = this.#contenus.get(resume.empreinteDeclaration)
    if (connu !== undefined) return connu
    const { declaration } = await this.api.version(chaine, resume.numero)
    this.#contenus.set(resume.empreinteDeclaration, declaration.empreinteContenu)
    return declaration.empreinteContenu
  }

  async #signer(
    chaine: Chaine,
    nomFichier: string,
    octets: Uint8Array<ArrayBuffer>,
    empreinte: string,
    precedente: string | null,
  ): Promise<Version> {
    const intention = [chaine.departement, chaine.exercice, nomFichier, empreinte, precedente].join('|')
    let demande = this.#demandes.get(intention)
    if (!demande) {
      this.changer({ etape: 'depot' })
      const depot = await this.api.preparerDepot(chaine, { nomFichier, taille: octets.length, empreinte })
      await this.api.deposer(depot, octets)
      demande = { cle: crypto.randomUUID(), corps: { depot: depot.depot, nomFichier, empreinte, precedente } }
      this.#demandes.set(intention, demande)
    }
    this.changer({ etape: 'signature' })
    try {
      const version = await this.#demander(chaine, demande)
      this.#demandes.delete(intention)
      return version
    } catch (erreur) {
      if (estRefus(erreur)) this.#demandes.delete(intention)
      throw erreur
    }
  }

  async #demander(chaine: Chaine, { corps, cle }: Demande): Promise<Version> {
    try {
      return await this.api.enregistrer(chaine, corps, cle)
    } catch (erreur) {
      // No answer: the version may stand. The same key asks again without making a second one.
      if (!(erreur instanceof ErreurApi) || erreur.statut !== 0) throw erreur
      return this.api.enregistrer(chaine, corps, cle)
    }
  }

  /** Records what is known of a sending. */
  noterTransmission(transmission: Transmission): void {
    this.changer({ transmissions: { ...this.etat.transmissions, [transmission.version]: transmission } })
  }

  aviser(genre: Avis['genre'], message: string): void {
    this.changer({ avis: { genre, message } })
  }

  effacerAvis(): void {
    this.changer({ avis: null })
  }

  /** Turns a failure into a state and a sentence. */
  echouer(erreur: unknown): void {
    if (erreur instanceof ErreurApi) {
      if (erreur.code === ABSENT) this.changer({ session: 'absent' })
      if (erreur.statut === 401) {
        this.changer({ session: 'fermee', agent: null, versions: null })
        this.aviser('information', 'Votre connexion a pris fin. Connectez-vous à nouveau pour continuer.')
        return
      }
      const conflit = erreur.code === 'VERSION_PERIMEE'
      if (conflit) this.changer({ conflit: erreur.corps })
      this.aviser(conflit ? 'conflit' : 'erreur', phraseApi(erreur))
      return
    }
    this.aviser(
      'erreur',
      erreur instanceof ErreurHote
        ? erreur.message
        : 'L’opération n’est pas allée à son terme. Rechargez la liste avant de recommencer.',
    )
  }
}

/** The back end has said no: the request is over, and asking again is another one. */
function estRefus(erreur: unknown): boolean {
  return erreur instanceof ErreurApi && erreur.code !== ABSENT && erreur.statut >= 400 && erreur.statut < 500
}

function phraseApi({ corps }: ErreurApi): string {
  if (corps.code === 'CLE_REUTILISEE')
    return 'Le service n’a pas pris cette demande en compte. Rechargez la liste, puis recommencez.'
  if (corps.code !== 'VERSION_PERIMEE' || !corps.auteur || !corps.le || corps.numero === undefined)
    return corps.message
  const auteur =
    typeof corps.auteur === 'string' ? corps.auteur : `${corps.auteur.prenom} ${corps.auteur.nom}`
  return fr`${auteur} a enregistré la version ${corps.numero} le ${dateHeure(corps.le)}, après la dernière version que vous aviez sous les yeux. Rien n’a été enregistré de votre côté. Ce qui diffère est dit dans l’onglet Versions : voyez-le, puis enregistrez à la suite.`
}
