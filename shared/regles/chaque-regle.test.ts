import { describe, expect, it } from 'vitest'
import { REFERENTIELS, referentielDe } from '../referentiel/registre.ts'
import type { Essai } from './cas/cas.ts'
import { CAS_DU_CONTRAT } from './cas/du-contrat.ts'
import { CAS_DU_PLAN } from './cas/du-plan.ts'
import { CAS_DES_FICHES } from './cas/des-fiches.ts'
import catalogue from './catalogue.json' with { type: 'json' }
import { controlerAvec } from './essais.ts'
import { REGLES } from './registre.ts'

/** Each rule has one workbook that passes and one that fails, and the failing one says rule, gravité, cells and text. */

const CAS = [...CAS_DU_PLAN, ...CAS_DU_CONTRAT, ...CAS_DES_FICHES]

it('leaves out no rule that is implemented', () => {
  expect(CAS.map((c) => c.regle).sort()).toEqual(REGLES.map((r) => r.id).sort())
})

describe.each(CAS)('$regle', ({ regle, exercice, passe, echoue, gravite, cellules, article }) => {
  const constats = ({ feuilles = {}, changer }: Essai) =>
    controlerAvec(feuilles, {
      ...(exercice === undefined ? {} : { exercice }),
      ...(changer ? { changer } : {}),
    }).constats.filter((c) => c.regle === regle)

  it('passes', () => expect(constats(passe)).toEqual([]))

  it('fails with its gravité, its cells and its text', () => {
    const [c] = constats(echoue)
    expect([c?.regle, c?.gravite, c?.cellules, c?.reference.article]).toEqual([
      regle,
      gravite,
      cellules,
      article,
    ])
    const { texte, source, verifieLe } = c!.reference
    expect(texte).toMatch(/^(circulaire|contrat|projet de contrat|instruction)/)
    expect(source).toMatch(/^S00[0-4]$/)
    expect(verifieLe).toMatch(/^\d{4}-\d\d-\d\d$/)
  })
})

describe('the years of a rule', () => {
  const anneesDe = new Map(catalogue.map((r) => [r.id, r.annees]))
  const pack = (exercice: number) => referentielDe(exercice)!.pack

  it('never judge 2020 by a text of 2024 nor by the contracts of 2022', () => {
    for (const { regle, reference } of pack(2020)) {
      const annees = anneesDe.get(regle)
      if (annees !== undefined) expect([regle, annees]).toEqual([regle, expect.stringMatching(/20(20|21)/)])
      expect([regle, reference.source]).toEqual([regle, expect.stringMatching(/^S001$/)])
    }
  })

  it('judge 2022 and 2024 by an earlier text only where it is said to be presumed, and why', () => {
    for (const exercice of [2022, 2024])
      for (const { regle, reference } of pack(exercice)) {
        const propre = exercice === 2024 ? /^S00[02]$/ : /^S00[34]$/
        if (propre.test(reference.source)) continue
        expect([exercice, regle, reference.presomption]).toEqual([
          exercice,
          regle,
          expect.stringMatching(/.{20,}/),
        ])
      }
  })

  it('hold no rule of 2020 alone in a later pack: floors, ceilings, échéances', () => {
    const seules = [...anneesDe].filter(([, a]) => a === '2020').map(([id]) => id)
    expect(seules).toContain('DOT-04')
    for (const r of REFERENTIELS.slice(1))
      for (const { regle } of r.pack) expect([r.id, seules.includes(regle) ? regle : '']).toEqual([r.id, ''])
  })
})
