import type { Classeur, ValeurCellule } from '../../../shared/classeur/classeur.ts'
import { celluleEn } from '../../../shared/classeur/classeur.ts'
import type { Comprehension } from '../../../shared/classeur/comprehension.ts'
import {
  CLE_CORRESPONDANCE,
  CORRESPONDANCE_VIDE,
  ecrireCorrespondance,
  lireCorrespondance,
} from '../../../shared/classeur/correspondance.ts'
import type { Correspondance } from '../../../shared/classeur/correspondance.ts'
import { decouperReference, lireAdresse } from '../../../shared/classeur/adresse.ts'
import type { ReferenceCellule } from '../../../shared/classeur/adresse.ts'
import { CLE_LECTURE_ONDAM } from '../../../shared/controle/lecture-ondam.ts'
import type { LectureOndam } from '../../../shared/controle/lecture-ondam.ts'
import {
  CLE_ILLISIBLES,
  CLE_JUSTIFICATIONS,
  ecrireJustifications,
  lireJustifications,
} from '../../../shared/controle/justifications.ts'
import type { Justification } from '../../../shared/controle/justifications.ts'
import { memePoint } from '../../../shared/controle/rapprocher.ts'
import type { Referentiel } from '../../../shared/referentiel/referentiel.ts'
import type { Constat, Correction } from '../../../shared/controle/rapport.ts'
import { ErreurHote } from '../../hote/hote.ts'
import type { HoteClasseur } from '../../hote/hote.ts'
import { ControleImpossible } from '../controleur.ts'
import type { Controleur } from '../controleur.ts'
import type { ResultatControle } from '../controle-pur.ts'
import { Magasin } from './magasin.ts'

/** A correction that was applied and can be taken back. */
export interface CorrectionAppliquee {
  correction: Correction
  avant: string | number | boolean | null
  /** What the correction's further cells held, in their order. */
  avantAutres?: (string | number | boolean | null)[]
}

export interface EtatControle {
  phase: 'lecture' | 'controle' | 'repos'
  /** How far the check that runs has come, 0 to 1; null while that is not known. */
  avance: number | null
  nomFichier: string
  /** The workbook holds no cell at all. */
  vide: boolean
  /** The last report that could be made; it stays in sight while the next one is made. */
  resultat: ResultatControle | null
  /** What was understood at the last check, whether it gave a report or not; null where nothing was. */
  comprehension: Comprehension | null
  /** Why the last check gave no report (French), null when it gave one. */
  erreur: string | null
  /** ms since the epoch of the report in sight. */
  controleLe: number | null
  /** The exercice that was chosen by hand, null for the workbook's own. */
  exercice: number | null
  /** Grows with each change of the workbook. */
  revision: number
  appliquees: CorrectionAppliquee[]
  /** Why the last click on a cell or a correction did nothing (French). */
  refus: string | null
}

const PHRASE_LECTURE =
  'Le classeur n’a pas pu être lu. Terminez la saisie en cours dans la cellule, puis relancez le contrôle.'

const PHRASE_INTERROMPU = 'Contrôle interrompu à votre demande.'

/** How much of the workbook a check reads. */
type Lecture = 'tout' | 'changement'

/** Follows a workbook: reads it, has it checked, again after each change, and applies corrections. */
export class SuiviControle extends Magasin<EtatControle> {
  readonly #hote: HoteClasseur
  readonly #controleur: Controleur
  readonly #horloge: () => number
  #referentiels: readonly Referentiel[] | undefined
  #enCours = false
  #aRefaire: Lecture | null = null
  #ferme = false
  #rompre: (erreur: Error) => void = () => undefined

  constructor(hote: HoteClasseur, controleur: Controleur, horloge: () => number = Date.now) {
    super({
      phase: 'lecture',
      avance: null,
      nomFichier: '',
      vide: false,
      resultat: null,
      comprehension: null,
      erreur: null,
      controleLe: null,
      exercice: null,
      revision: 0,
      appliquees: [],
      refus: null,
    })
    this.#hote = hote
    this.#controleur = controleur
    this.#horloge = horloge
  }

  /** What the plan is judged by, undefined for the référentiels that ship. */
  get referentiels(): readonly Referentiel[] | undefined {
    return this.#referentiels
  }

  /** Checks now and after every change, until the returned function is called. */
  demarrer(): () => void {
    this.#ferme = false
    const arreter = this.#hote.surChangement(() => {
      this.changer({ revision: this.etat.revision + 1 })
      void this.#demander('changement')
    })
    void this.relancer()
    return () => {
      this.#ferme = true
      arreter()
    }
  }

  /** Checks now; while a check runs, one more is made after it, however many times this is asked. */
  relancer(): Promise<void> {
    return this.#demander('tout')
  }

  /** After a change, only what changed is read; what a person asks for, and what was asked meanwhile, is read whole. */
  async #demander(lecture: Lecture): Promise<void> {
    if (this.#aRefaire !== 'tout') this.#aRefaire = lecture
    if (this.#enCours) return
    this.#enCours = true
    try {
      for (let aFaire = this.#aPasser(); aFaire !== null; aFaire = this.#aPasser()) await this.#passer(aFaire)
    } finally {
      this.#enCours = false
    }
  }

  /** The check that is to be made now, which is then no longer to be made. */
  #aPasser(): Lecture | null {
    const aFaire = this.#ferme ? null : this.#aRefaire
    if (aFaire !== null) this.#aRefaire = null
    return aFaire
  }

  /** Gives up the check that runs, even where the host does not answer; the last report stays. */
  interrompre(): void {
    this.#aRefaire = null
    this.#rompre(new ControleImpossible(PHRASE_INTERROMPU))
    this.#controleur.interrompre()
  }

  async choisirExercice(exercice: number | null): Promise<void> {
    this.changer({ exercice })
    await this.relancer()
  }

  /** Judges by these référentiels from now on. */
  async employer(referentiels: readonly Referentiel[]): Promise<void> {
    this.#referentiels = referentiels
    await this.relancer()
  }

  /**
   * The constats of the workbook in hand for the exercice in sight, were this référentiel the one that governs it.
   * The report in sight stays. @throws ErreurHote, ControleImpossible
   */
  async essayer(referentiel: Referentiel): Promise<Constat[]> {
    const exercice = this.etat.resultat?.rapport.exercice ?? referentiel.exercices[0]!
    const seul = { ...referentiel, exercices: [exercice] }
    const { rapport } = await this.#controleur.controler(await this.#hote.lire(), exercice, [seul])
    return rapport.constats
  }

  /** Keeps in the workbook how « ceux qui lui sont versés par l’État » is to be read, and checks by it. */
  async choisirLecture(lecture: LectureOndam): Promise<void> {
    try {
      await this.#hote.ecrireDonnee(CLE_LECTURE_ONDAM, lecture)
    } catch (erreur) {
      this.changer({ refus: phrase(erreur, 'Ce choix n’a pas pu être gardé dans le classeur. Recommencez.') })
      return
    }
    await this.relancer()
  }

  async selectionner(cellules: ReferenceCellule[]): Promise<void> {
    try {
      await this.#hote.selectionner(cellules)
      if (this.etat.refus !== null) this.changer({ refus: null })
    } catch (erreur) {
      this.changer({
        refus: phrase(erreur, 'La cellule n’a pas pu être sélectionnée. Relancez le contrôle.'),
      })
    }
  }

  /** Writes the correction, keeping what its cells held so that it can be taken back. All of them or none is looked at first. */
  async appliquer(correction: Correction): Promise<void> {
    try {
      const classeur = await this.#hote.lire()
      const avant = valeurDe(classeur, correction.cellule)
      const avantAutres = correction.autres?.map((cellule) => valeurDe(classeur, cellule))
      for (const cellule of [correction.cellule, ...(correction.autres ?? [])])
        await this.#hote.ecrire(cellule, correction.valeur)
      const appliquee = { correction, avant, ...(avantAutres === undefined ? {} : { avantAutres }) }
      this.changer({ refus: null, appliquees: [...this.etat.appliquees, appliquee] })
    } catch (erreur) {
      this.changer({
        refus: phrase(erreur, 'La correction n’a pas pu être écrite. La cellule n’a pas changé.'),
      })
      return
    }
    await this.#hote.selectionner([correction.cellule]).catch(() => undefined)
    await this.relancer()
  }

  /** Puts back what the cell held before the correction. */
  async annuler(appliquee: CorrectionAppliquee): Promise<void> {
    try {
      const { correction, avant, avantAutres = [] } = appliquee
      await this.#hote.ecrire(correction.cellule, avant)
      for (const [i, cellule] of (correction.autres ?? []).entries())
        await this.#hote.ecrire(cellule, avantAutres[i] ?? null)
      this.changer({ refus: null, appliquees: this.etat.appliquees.filter((a) => a !== appliquee) })
    } catch (erreur) {
      this.changer({
        refus: phrase(erreur, 'La correction n’a pas pu être annulée. La cellule n’a pas changé.'),
      })
      return
    }
    await this.relancer()
  }

  /**
   * Keeps the answer of a named person to a constat, in the workbook, in place of the one that stood there.
   * @returns false when it could not be kept: `refus` says why
   */
  async justifier(constat: Constat, texte: string, auteur: string): Promise<boolean> {
    if (constat.gravite !== 'a-justifier') {
      this.changer({ refus: 'Un point bloquant ne se justifie pas : il se corrige.' })
      return false
    }
    const { regle, cellules, constate, justificationARevoir: ancienne } = constat
    const le = new Date(this.#horloge()).toISOString()
    const nouvelle = { regle, cellules, constate, texte: texte.trim(), auteur: auteur.trim(), le }
    return this.#changerJustifications((gardees) => [
      ...gardees.filter(
        (j) =>
          !(memePoint(j, constat) && j.constate === constate) &&
          !(ancienne && memePoint(j, ancienne) && j.le === ancienne.le),
      ),
      nouvelle,
    ])
  }

  /** Takes a justification out of the workbook. */
  async retirerJustification(retiree: Justification): Promise<boolean> {
    return this.#changerJustifications((gardees) =>
      gardees.filter((j) => !(memePoint(j, retiree) && j.le === retiree.le)),
    )
  }

  /** Changes what the workbook keeps, as it is now; a text that cannot be read is put aside first. */
  async #changerJustifications(changer: (gardees: Justification[]) => Justification[]): Promise<boolean> {
    try {
      const texte = await this.#hote.lireDonnee(CLE_JUSTIFICATIONS)
      const { justifications, illisibles } = lireJustifications(texte)
      if (illisibles && texte !== null) await this.#hote.ecrireDonnee(CLE_ILLISIBLES, texte)
      await this.#hote.ecrireDonnee(CLE_JUSTIFICATIONS, ecrireJustifications(changer(justifications)))
      this.changer({ refus: null })
    } catch (erreur) {
      this.changer({
        refus: phrase(erreur, 'La justification n’a pas pu être gardée dans le classeur. Recommencez.'),
      })
      return false
    }
    await this.relancer()
    return true
  }

  /**
   * Keeps in the workbook what the officer says of her columns and sheets, then checks again. What was damaged is
   * replaced: it was said, and it was not followed.
   */
  async corrigerLecture(changer: (c: Correspondance) => Correspondance): Promise<boolean> {
    try {
      const lue = lireCorrespondance((await this.#hote.lireDonnee(CLE_CORRESPONDANCE)) ?? undefined)
      const gardee = lue === null || lue === 'illisible' ? CORRESPONDANCE_VIDE : lue
      await this.#hote.ecrireDonnee(CLE_CORRESPONDANCE, ecrireCorrespondance(changer(gardee)))
      this.changer({ refus: null })
    } catch (erreur) {
      this.changer({
        refus: phrase(erreur, 'Votre choix n’a pas pu être gardé dans le classeur. Recommencez.'),
      })
      return false
    }
    await this.relancer()
    return true
  }

  /** Forgets what could be taken back, once the user has put the notice away. */
  oublierCorrections(): void {
    this.changer({ appliquees: [] })
  }

  async #passer(lecture: Lecture): Promise<void> {
    this.changer({ phase: 'lecture', avance: null })
    const abandon = new Promise<never>((_, rompre) => (this.#rompre = rompre))
    abandon.catch(() => undefined)
    try {
      const [nomFichier, classeur] = await Promise.race([
        Promise.all([
          this.#hote.nom(),
          lecture === 'tout' ? this.#hote.lire() : this.#hote.relireApresChangement(),
        ]),
        abandon,
      ])
      if (this.#ferme) return
      if (classeur.feuilles.every((feuille) => feuille.lignes.size === 0)) {
        this.changer({
          phase: 'repos',
          nomFichier,
          vide: true,
          resultat: null,
          comprehension: null,
          erreur: null,
          controleLe: null,
        })
        return
      }
      this.changer({ phase: 'controle', nomFichier, vide: false })
      const resultat = await Promise.race([
        this.#controleur.controler(classeur, this.etat.exercice, this.#referentiels, (avance) =>
          this.changer({ avance }),
        ),
        abandon,
      ])
      const { comprehension } = resultat.rapport
      this.changer({ phase: 'repos', resultat, comprehension, erreur: null, controleLe: this.#horloge() })
    } catch (erreur) {
      const comprehension = erreur instanceof ControleImpossible ? erreur.comprehension : null
      this.changer({
        phase: 'repos',
        erreur: phrase(erreur, PHRASE_LECTURE),
        ...(comprehension ? { comprehension } : {}),
      })
    }
  }
}

/** The sentence of an error that was written for the user, or the one given. */
export function phrase(erreur: unknown, sinon: string): string {
  return erreur instanceof ErreurHote || erreur instanceof ControleImpossible ? erreur.message : sinon
}

function valeurDe(classeur: Classeur, ref: ReferenceCellule): string | number | boolean | null {
  const { feuille: nom, adresse } = decouperReference(ref)
  const feuille = classeur.feuilles.find((f) => f.nom === nom)
  const position = lireAdresse(adresse)
  if (!feuille || !position)
    throw new ErreurHote('La cellule à corriger n’existe plus dans le classeur. Relancez le contrôle.')
  const cellule = celluleEn(feuille, position.ligne, position.colonne)
  const valeur: ValeurCellule = cellule?.valeur ?? null
  if (cellule?.formule !== undefined)
    throw new ErreurHote(
      `La cellule ${adresse} contient une formule : elle n’a pas été modifiée. Corrigez la formule, ou remplacez-la vous-même.`,
    )
  if (typeof valeur === 'object' && valeur !== null)
    throw new ErreurHote(`La cellule ${adresse} affiche ${valeur.erreur} : elle n’a pas été modifiée.`)
  return valeur
}
