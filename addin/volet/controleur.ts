import type { Classeur } from '../../shared/classeur/classeur.ts'
import type { Comprehension } from '../../shared/classeur/comprehension.ts'
import type { Referentiel } from '../../shared/referentiel/referentiel.ts'
import type { ReponseControle, ResultatControle } from './controle-pur.ts'
import type { MessageAuControle, MessageDuControle, QuestionControle } from './messages-controle.ts'
import { Remise } from './remise.ts'
import { joindreResultat } from './resultat-en-tranches.ts'

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
  /** What has come of the answer so far. */
  resultat?: ResultatControle
}

function controleurEnArrierePlan(): Controleur {
  const attentes = new Map<number, Attente>()
  let prochain = 1
  let ouvrier: Worker | null = null
  let remise = new Remise()
  let remises: Promise<unknown> = Promise.resolve()

  const rompreTout = (message: string): void => {
    ouvrier?.terminate()
    ouvrier = null
    for (const attente of attentes.values()) attente.rompre(new ControleImpossible(message))
    attentes.clear()
  }

  const recevoir = (message: MessageDuControle): void => {
    const attente = attentes.get(message.id)
    if (!attente) return
    if ('avance' in message) attente.avancer(message.avance)
    else if ('resultat' in message) attente.resultat = message.resultat
    else if ('tranche' in message) joindreResultat(attente.resultat!, message.tranche)
    else {
      attentes.delete(message.id)
      if ('fin' in message) attente.tenir(attente.resultat!)
      else attente.rompre(refusDe(message))
    }
  }

  const demarrer = (): Worker => {
    const nouveau = new Worker(new URL('./controle.worker.ts', import.meta.url), { type: 'module' })
    nouveau.addEventListener('message', ({ data }: MessageEvent<MessageDuControle>) => recevoir(data))
    nouveau.addEventListener('error', () => rompreTout(PHRASE_PANNE))
    nouveau.addEventListener('messageerror', () => rompreTout(PHRASE_PANNE))
    remise = new Remise()
    return nouveau
  }

  /** Gives the workbook, then the question; nothing more once this check was given up. */
  const demander = async (
    id: number,
    classeur: Classeur,
    question: Omit<QuestionControle, 'id'>,
  ): Promise<void> => {
    const dire = (message: MessageAuControle): void => {
      if (attentes.has(id)) ouvrier?.postMessage(message)
    }
    if (!attentes.has(id)) return
    ouvrier ??= demarrer()
    await remise.remettre(classeur, (morceau) => dire({ morceau }))
    dire({ id, ...question })
  }

  return {
    controler(classeur, exercice, referentiels, avancer = () => undefined) {
      return new Promise((tenir, rompre) => {
        const id = prochain++
        attentes.set(id, { tenir, rompre, avancer })
        // One workbook after the other: the pieces of two would be taken for those of one. A worker that was given
        // only a part of one is not to be asked again.
        remises = remises
          .then(() => demander(id, classeur, { exercice, referentiels }))
          .catch(() => rompreTout(PHRASE_PANNE))
      })
    },
    interrompre: () => rompreTout('Contrôle interrompu à votre demande.'),
    fermer: () => rompreTout('Contrôle interrompu : le volet a été fermé.'),
  }
}

function depouiller(reponse: ReponseControle): ResultatControle {
  if ('resultat' in reponse) return reponse.resultat
  throw refusDe(reponse)
}

function refusDe(reponse: Exclude<ReponseControle, { resultat: unknown }>): ControleImpossible {
  return 'refus' in reponse
    ? new ControleImpossible(reponse.refus, reponse.comprehension)
    : new ControleImpossible(PHRASE_PANNE)
}
