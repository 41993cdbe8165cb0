import { describe, expect, it } from 'vitest'
import { classeurDuPlan } from '../../test/banc/plan-long.ts'
import { controlerPourVolet } from './controle-pur.ts'
import { plagesDe } from './plages-cellules.ts'
import { joindreResultat, teteDe, trancherResultat } from './resultat-en-tranches.ts'

describe('the report of a long plan, by slices', () => {
  it('is whole once they are together, with the ranges that were gathered for it', () => {
    const reponse = controlerPourVolet({ id: 1, classeur: classeurDuPlan(900), exercice: null })
    if (!('resultat' in reponse)) throw new Error(JSON.stringify(reponse))
    const { resultat } = reponse
    const recu = structuredClone(teteDe(resultat))
    const tranches = [...trancherResultat(resultat)]
    expect(tranches.length).toBeGreaterThan(2)
    for (const tranche of tranches) joindreResultat(recu, structuredClone(tranche))
    expect(recu).toEqual(resultat)
    expect(tranches.some(({ plages }) => plages.size > 0)).toBe(true)
    for (const [i, { cellules }] of resultat.rapport.constats.entries())
      expect(plagesDe(recu.rapport.constats[i]!.cellules)).toEqual(plagesDe([...cellules]))
  })
})
