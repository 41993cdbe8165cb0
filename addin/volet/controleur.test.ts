import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { classeurDuPlan } from '../../test/banc/plan-long.ts'
import type { ResultatControle } from './controle-pur.ts'
import { creerControleur } from './controleur.ts'
import type { MessageAuControle, MessageDuControle } from './messages-controle.ts'
import { repondreAuControle } from './reponses-controle.ts'

let ouvriers: OuvrierDeTest[] = []
let refuser = false
let aChaqueEnvoi: () => void = () => undefined

/** A worker with the real check inside; what it answers is held back until it is let go, in any order. */
class OuvrierDeTest {
  readonly recus: MessageAuControle[] = []
  readonly retenus: MessageDuControle[] = []
  arrete = false
  #rappels: ((evenement: { data: MessageDuControle }) => void)[] = []
  readonly #repondre = repondreAuControle((message) => this.retenus.push(structuredClone(message)))

  constructor() {
    ouvriers.push(this)
  }

  addEventListener(genre: string, rappel: (evenement: { data: MessageDuControle }) => void): void {
    if (genre === 'message') this.#rappels.push(rappel)
  }

  postMessage(message: MessageAuControle): void {
    if (refuser) throw new DOMException('could not be cloned', 'DataCloneError')
    const recu = structuredClone(message)
    this.recus.push(recu)
    this.#repondre(recu)
    aChaqueEnvoi()
  }

  terminate(): void {
    this.arrete = true
  }

  laisser(messages = this.retenus.splice(0)): void {
    for (const data of messages) for (const rappel of this.#rappels) rappel({ data })
  }
}

const questions = ({ recus }: OuvrierDeTest): number[] => recus.flatMap((m) => ('id' in m ? [m.id] : []))
const tranches = ({ recus }: OuvrierDeTest): number =>
  recus.filter((m) => 'morceau' in m && 'tranche' in m.morceau).length

async function demandees(rang: number, nombre: number): Promise<OuvrierDeTest> {
  await vi.waitFor(() => expect(questions(ouvriers[rang]!)).toHaveLength(nombre), { timeout: 20_000 })
  return ouvriers[rang]!
}

/** Each row of the plan is paid for by two: what the report of a plan is told by. */
const rangees = ({ rapport }: ResultatControle): number =>
  rapport.plan.actions.flatMap((a) => a.financements).length / 2

beforeEach(() => {
  ouvriers = []
  refuser = false
  aChaqueEnvoi = () => undefined
  vi.stubGlobal('Worker', OuvrierDeTest)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('checks in the background', () => {
  it('gives each question its own answer, even where their pieces cross', async () => {
    const controleur = creerControleur()
    const premiers = controleur.controler(classeurDuPlan(40), null)
    const seconds = controleur.controler(classeurDuPlan(60), null)
    const ouvrier = await demandees(0, 2)
    const retenus = ouvrier.retenus.splice(0)
    const du = (id: number): MessageDuControle[] => retenus.filter((m) => m.id === id)
    // The second answer comes first, with the first piece of the other one before it.
    ouvrier.laisser([...du(1).slice(0, 1), ...du(2), ...du(1).slice(1)])
    const [premier, second] = [await premiers, await seconds]
    expect(rangees(premier)).toBe(40)
    expect(rangees(second)).toBe(60)
  })

  it('stops the worker when given up, and gives the whole workbook to the next one', async () => {
    const classeur = classeurDuPlan(40)
    const controleur = creerControleur()
    const abandonne = controleur.controler(classeur, null)
    const ancien = await demandees(0, 1)
    controleur.interrompre()
    await expect(abandonne).rejects.toThrow('Contrôle interrompu')
    expect(ancien.arrete).toBe(true)
    const suivant = controleur.controler(classeur, null)
    const nouveau = await demandees(1, 1)
    expect(tranches(nouveau)).toBe(tranches(ancien))
    // What the former worker still had on its way says nothing any more.
    ancien.laisser()
    nouveau.laisser()
    expect(rangees(await suivant)).toBe(40)
    controleur.fermer()
    expect(nouveau.arrete).toBe(true)
  })

  it('asks nothing more of a check that was given up while its workbook was on its way', async () => {
    const controleur = creerControleur()
    aChaqueEnvoi = () => {
      if (tranches(ouvriers[0]!) === 1) controleur.interrompre()
    }
    const abandonne = controleur.controler(classeurDuPlan(3000), null)
    await expect(abandonne).rejects.toThrow('Contrôle interrompu')
    aChaqueEnvoi = () => undefined
    const suivant = controleur.controler(classeurDuPlan(40), null)
    const nouveau = await demandees(1, 1)
    expect(questions(ouvriers[0]!)).toEqual([])
    expect(tranches(ouvriers[0]!)).toBe(1)
    expect(questions(nouveau)).toEqual([2])
    nouveau.laisser()
    expect(rangees(await suivant)).toBe(40)
  })

  it('gives again only what has changed to a worker that is still there', async () => {
    const classeur = classeurDuPlan(40)
    const controleur = creerControleur()
    void controleur.controler(classeur, null)
    const avant = tranches(await demandees(0, 1))
    expect(avant).toBeGreaterThan(0)
    void controleur.controler(classeur, null)
    expect(tranches(await demandees(0, 2))).toBe(avant)
  })

  it('starts afresh after a workbook that could not be handed over', async () => {
    const classeur = classeurDuPlan(40)
    const controleur = creerControleur()
    refuser = true
    await expect(controleur.controler(classeur, null)).rejects.toThrow('n’a pas pu aller à son terme')
    expect(ouvriers[0]!.arrete).toBe(true)
    refuser = false
    const suivant = controleur.controler(classeur, null)
    ;(await demandees(1, 1)).laisser()
    expect(rangees(await suivant)).toBe(40)
  })
})
