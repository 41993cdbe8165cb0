import type { Classeur } from '../../shared/classeur/classeur.ts'
import type { Comprehension } from '../../shared/classeur/comprehension.ts'
import type { Referentiel } from '../../shared/referentiel/referentiel.ts'
import type { AvanceControle, DemandeControle, ReponseControle, ResultatControle } from './controle-pur.ts'

/** The check could not judge this workbook, or was stopped; the message is for the user. */
export class ControleImpossible extends Error {
  override readonly name = 'ControleImpossible'
  /** What was understood of the workbook, where that is what stopped the check. */
  readonly comprehension: Comprehension | null
  constructor(message: string, comprehension: Comprehension | null = null) {
    super(message)
    this.comprehension = comprehension
  }
}

const PHRASE_PANNE =
  'Le contrôle n’a pas pu aller à son terme sur ce classeur. Rien n’a été modifié. Relancez-le ; si cela se reproduit, signalez-le au support avec une copie du classeur.'

/** Checks workbooks one after the other. */
export interface Controleur {
  /**
   * Judges by the référentiels given, or by those that ship.
   * @throws ControleImpossible with a French sentence
   */
  controler(
    classeur: Classeur,
    exercice: number | null,
    referentiels?: readonly Referentiel[],
    /** Told how far the check has come, 0 to 1, when it lasts. */
    avancer?: (avance: number) => void,
  ): Promise<ResultatControle>
  /** Gives up what runs; a later check starts afresh. */
  interrompre(): void
  fermer(): void
}

/** A checker in a Web Worker, or in the page itself where there are no workers. */
export function creerControleur(): Controleur {
  return typeof Worker === 'undefined' ? controleurDirect() : controleurEnArrierePlan()
}

function controleurDirect(): Controleur {
  return {
    async controler(classeur, exercice, referentiels) {
      const { controlerPourVolet } = await import('./controle-pur.ts')
      return depouiller(controlerPourVolet({ id: 0, classeur, exercice, referentiels }))
    },
    interrompre() {},
    fermer() {},
  }
}

interface Attente {
  tenir(r: ResultatControle): void
  rompre(e: Error): void
  avancer(avance: number): void
}

function controleurEnArrierePlan(): Controleur {
  const attentes = new Map<number, Attente>()
  let prochain = 1
  let ouvrier: Worker | null = null

  const rompreTout = (message: string): void => {
    ouvrier?.terminate()
    ouvrier = null
    for (const attente of attentes.values()) attente.rompre(new ControleImpossible(message))
    attentes.clear()
  }

  const demarrer = (): Worker => {
    const nouveau = new Worker(new URL('./controle.worker.ts', import.meta.url), { type: 'module' })
    nouveau.addEventListener('message', (evenement: MessageEvent<AvanceControle | ReponseControle>) => {
      const attente = attentes.get(evenement.data.id)
      if ('avance' in evenement.data) {
        attente?.avancer(evenement.data.avance)
        return
      }
      attentes.delete(evenement.data.id)
      try {
        attente?.tenir(depouiller(evenement.data))
      } catch (erreur) {
        attente?.rompre(erreur as Error)
      }
    })
    nouveau.addEventListener('error', () => rompreTout(PHRASE_PANNE))
    nouveau.addEventListener('messageerror', () => rompreTout(PHRASE_PANNE))
    return nouveau
  }

  return {
    controler(classeur, exercice, referentiels, avancer = () => undefined) {
      return new Promise((tenir, rompre) => {
        const demande: DemandeControle = { id: prochain++, classeur, exercice, referentiels }
        attentes.set(demande.id, { tenir, rompre, avancer })
        ouvrier ??= demarrer()
        ouvrier.postMessage(demande)
      })
    },
    interrompre: () => rompreTout('Contrôle interrompu à votre demande.'),
    fermer: () => rompreTout('Contrôle interrompu : le volet a été fermé.'),
  }
}

function depouiller(reponse: ReponseControle): ResultatControle {
  if ('resultat' in reponse) return reponse.resultat
  throw 'refus' in reponse
    ? new ControleImpossible(reponse.refus, reponse.comprehension)
    : new ControleImpossible(PHRASE_PANNE)
}
