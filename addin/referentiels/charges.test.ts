import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Referentiel } from '../../shared/referentiel/referentiel.ts'
import { REFERENTIELS } from '../../shared/referentiel/registre.ts'
import { fonction, seul } from '../formules/essais.ts'
import { employerReferentiels } from '../formules/referentiels.ts'
import {
  chargerReferentiel,
  CLE_GARDES,
  referentielsCharges,
  referentielsEnPlus,
  relireGardes,
  retirerReferentiel,
  surCharges,
} from './charges.ts'

/** 2025 made of nothing but the shape of 2024: what it says is invented for the test. */
function essai(): Referentiel {
  const r = structuredClone(REFERENTIELS[2]!) as Referentiel
  Object.assign(r, { id: 'essai-2025', exercices: [2025], version: '2027-01-01' })
  for (const e of r.echeances) e.exercice = 2025
  for (const d of r.dotations) d.exercices = [2025]
  return r
}

const garde = new Map<string, string>()

beforeEach(() => {
  garde.clear()
  vi.stubGlobal('localStorage', {
    getItem: (cle: string) => garde.get(cle) ?? null,
    setItem: (cle: string, valeur: string) => void garde.set(cle, valeur),
  })
})
afterEach(() => {
  retirerReferentiel('essai-2025')
  employerReferentiels(REFERENTIELS)
  vi.unstubAllGlobals()
})

describe('the référentiels that are loaded here', () => {
  it('make the cells answer for their exercice, and say how to load one before', () => {
    const arreter = surCharges(() => employerReferentiels(referentielsCharges()))
    const eligible = fonction('ELIGIBLE')
    expect(seul(eligible(9, 'ONDAM', 2025))).toMatchObject({
      code: '#N/A',
      message: expect.stringMatching(
        /^Référentiel non chargé pour l’exercice 2025.*modèle Excel à remplir ou fichier JSON/,
      ) as string,
    })
    chargerReferentiel(essai())
    expect(seul(eligible(9, 'ONDAM', 2025))).toBe(true)
    expect(seul(eligible(9, 'FIR', 2024))).toBe(false)
    arreter()
  })

  it('are kept for the next opening, and read again as a file is', async () => {
    chargerReferentiel(essai())
    const texte = garde.get(CLE_GARDES)!
    retirerReferentiel('essai-2025')
    expect(referentielsEnPlus()).toEqual([])
    garde.set(CLE_GARDES, texte)
    await relireGardes()
    expect(referentielsEnPlus()).toEqual([essai()])
    garde.set(CLE_GARDES, texte.replace('"2027-01-01"', '"hier"'))
    await relireGardes()
    expect(referentielsEnPlus()).toEqual([])
  })

  it('hold nothing where what is kept is no list', async () => {
    garde.set(CLE_GARDES, '{"a":')
    await relireGardes()
    expect(referentielsCharges()).toEqual(REFERENTIELS)
  })
})
