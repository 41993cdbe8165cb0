import { describe, expect, it } from 'vitest'
import { ErreurChargement, chargeur } from './charger.ts'

const refus = (adresse = ''): Promise<never> =>
  Promise.reject(new TypeError(`Failed to fetch dynamically imported module: ${adresse}`))

describe('loading a part of the pane', () => {
  it('fetches it once, however often it is asked for', async () => {
    let appels = 0
    const charger = chargeur(() => Promise.resolve(++appels))
    expect(await Promise.all([charger(), charger()])).toEqual([1, 1])
    expect(await charger()).toBe(1)
  })

  it('tries again after a failure, at another address since the browser keeps the failure of the first', async () => {
    const demandees: string[] = []
    const reponses = [() => refus(), () => Promise.resolve('là')]
    const charger = chargeur<string>(
      () => refus('http://127.0.0.1:8080/assets/Aide-x1.js'),
      (adresse) => {
        demandees.push(adresse)
        return reponses.shift()!()
      },
    )
    await expect(charger()).rejects.toThrow(ErreurChargement)
    await expect(charger()).rejects.toThrow(ErreurChargement)
    expect(await charger()).toBe('là')
    expect(await charger()).toBe('là')
    expect(demandees).toEqual([
      'http://127.0.0.1:8080/assets/Aide-x1.js?essai=1',
      'http://127.0.0.1:8080/assets/Aide-x1.js?essai=2',
    ])
  })

  it('imports again where the browser names no address', async () => {
    const reponses = [() => refus(), () => Promise.resolve('là')]
    const charger = chargeur<string>(() => reponses.shift()!())
    await expect(charger()).rejects.toThrow(ErreurChargement)
    expect(await charger()).toBe('là')
  })
})
