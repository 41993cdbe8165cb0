import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decider, enveloppesAdmises, ErreurSaisie, lireEnveloppe, lireObjectif } from './decider.ts'
import { exerciceParDefaut, REFERENTIELS } from './registre.ts'
import { ENVELOPPES } from './referentiel.ts'

/** Annexe 4, I of the circular of 20 February 2020, typed again here from the text and not from the data. */
const ANNEXE_4 = {
  FIR: [1, 2, 3, 4, 5, 13],
  P304: [6, 7, 8, 10, 11, 12, ...Array.from({ length: 13 }, (_, i) => 14 + i)],
  ONDAM: [9, 24],
}

describe('eligibility 2020-2022', () => {
  it('gives each of the 26 objectifs × 3 enveloppes the decision of annexe 4', () => {
    for (const enveloppe of ENVELOPPES)
      for (let objectif = 1; objectif <= 26; objectif++) {
        const { statut, motif, reference } = decider(objectif, enveloppe, 2021)
        const attendu = !ANNEXE_4[enveloppe].includes(objectif)
          ? 'non'
          : objectif === 24
            ? 'sous-condition'
            : 'oui'
        expect([objectif, enveloppe, statut]).toEqual([objectif, enveloppe, attendu])
        expect(motif).toContain(`bjectif ${objectif} `)
        expect(motif).toContain('circulaire du 20 février 2020, annexe')
        expect(reference).not.toBeNull()
      }
  })

  it('says that 24 has two enveloppes, the others one', () => {
    const [r] = REFERENTIELS
    for (const o of r!.objectifs) expect(enveloppesAdmises(r!, o.numero).length).toBe(o.numero === 24 ? 2 : 1)
    expect(enveloppesAdmises(r!, 24)).toEqual(['P304', 'ONDAM'])
  })

  it('names the right enveloppe in a refusal', () => {
    expect(decider(12, 'FIR').motif).toBe(
      'L’objectif 12 relève du programme 304, non du FIR (circulaire du 20 février 2020, annexe 4, I et III).',
    )
  })

  it('does not take « the text does not say » for « no »', () => {
    expect(decider(27, 'P304')).toMatchObject({
      statut: 'inconnu',
      referentiel: '2020-2022',
      reference: null,
    })
    expect(decider(27, 'P304').motif).toContain('inconnu du référentiel 2020-2022')
  })

  it('says that no référentiel is loaded, and how to load one, outside the years of the texts', () => {
    for (const exercice of [1999, 2019, 2025, 2027, 2030]) {
      const decision = decider(9, 'ONDAM', exercice)
      expect(decision).toMatchObject({ statut: 'inconnu', referentiel: null, reference: null })
      expect(decision.motif).toContain(`Référentiel non chargé pour l’exercice ${exercice}`)
      expect(decision.motif).toContain('charger le référentiel de cette année')
    }
  })

  it('takes 2020 where no exercice is named, until a later référentiel is loaded', () => {
    expect(exerciceParDefaut()).toBe(2020)
    expect(decider(9, 'FIR')).toEqual(decider(9, 'FIR', 2020))
    const charge = { ...REFERENTIELS[2]!, id: 'charge', exercices: [2031, 2032] }
    expect(exerciceParDefaut([...REFERENTIELS, charge])).toBe(2031)
    expect(exerciceParDefaut([...REFERENTIELS, { ...charge, exercices: [2018, 2019] }])).toBe(2020)
  })

  it.each([
    ['bonjour', 'FIR', '« bonjour » n’est pas un objectif'],
    ['', 'FIR', 'n’est pas un objectif'],
    [null, 'FIR', 'n’est pas un objectif'],
    [9.5, 'FIR', '« 9.5 » n’est pas un objectif'],
    [9, 'CAF', '« CAF » n’est pas une enveloppe connue'],
    [9, 305, '« 305 » n’est pas une enveloppe connue'],
    [9, '', 'n’est pas une enveloppe connue'],
  ])('refuses %j on %j with a sentence', (objectif, enveloppe, phrase) => {
    expect(() => decider(objectif, enveloppe)).toThrow(ErreurSaisie)
    expect(() => decider(objectif, enveloppe)).toThrow(phrase)
  })

  it('refuses an exercice that is no year', () => {
    expect(() => decider(9, 'FIR', 20.5)).toThrow('n’est pas un exercice')
    expect(() => decider(9, 'FIR', Number.NaN)).toThrow('n’est pas un exercice')
  })

  it('answers exactly one decision for any objectif, enveloppe and exercice', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom(...ENVELOPPES),
        fc.integer({ min: 1900, max: 2200 }),
        (objectif, enveloppe, exercice) => {
          const { statut, motif } = decider(objectif, enveloppe, exercice)
          expect(['oui', 'non', 'sous-condition', 'inconnu']).toContain(statut)
          expect(motif.endsWith('.')).toBe(true)
        },
      ),
    )
  })
})

describe('the other years', () => {
  it.each([
    [9, 'ONDAM', 2022, 'oui', 'presumee', 'repris de la circulaire du 20 février 2020'],
    [12, 'FIR', 2022, 'non', 'presumee', 'Présumé : repris de la circulaire du 20 février 2020'],
    [27, 'P304', 2022, 'inconnu', 'texte', 'ne dit pas quelle enveloppe finance l’objectif 27'],
    [28, 'FIR', 2023, 'inconnu', 'texte', 'sans nommer d’enveloppe'],
    [24, 'P304', 2023, 'sous-condition', 'presumee', 'Présumé'],
    [9, 'ONDAM', 2024, 'oui', 'texte', 'instruction du 14 août 2024'],
    [9, 'FIR', 2024, 'non', 'presumee', 'reconduit'],
    [1, 'FIR', 2024, 'oui', 'presumee', 'instruction du 25 avril 2023, absente des documents'],
    [1, 'ONDAM', 2024, 'non', 'presumee', 'Présumé'],
    [24, 'ONDAM', 2024, 'sous-condition', 'presumee', 'Présumé'],
    [27, 'ONDAM', 2024, 'inconnu', 'texte', 'ne dit pas quelle enveloppe'],
    [29, 'P304', 2022, 'inconnu', 'texte', 'inconnu du référentiel 2022'],
  ])('objectif %d on %s in %d: %s (%s)', (objectif, enveloppe, exercice, statut, certitude, mots) => {
    const decision = decider(objectif, enveloppe, exercice)
    expect(decision).toMatchObject({ statut, certitude })
    expect(decision.motif).toContain(mots)
  })

  it('presumes nothing in 2020 and 2021: the circular writes it', () => {
    for (const exercice of [2020, 2021])
      for (let o = 1; o <= 26; o++)
        for (const e of ENVELOPPES) expect(decider(o, e, exercice).certitude).toBe('texte')
  })

  it('gives exactly one decision for every exercice, objectif and enveloppe', () => {
    for (let exercice = 2015; exercice <= 2035; exercice++)
      for (let objectif = 1; objectif <= 40; objectif++) {
        const statuts = ENVELOPPES.map((e) => {
          const d = decider(objectif, e, exercice)
          expect(d.motif.endsWith('.')).toBe(true)
          expect(d.referentiel === null).toBe(exercice < 2020 || exercice > 2024)
          if (d.statut !== 'inconnu') expect(d.reference).not.toBeNull()
          return d.statut
        })
        // Where one enveloppe is known, the two others are too: a half-known objectif would be a hole in the data.
        const inconnus = statuts.filter((s) => s === 'inconnu').length
        expect([0, 3]).toContain(inconnus)
        expect(inconnus === 3).toBe(exercice < 2020 || exercice > 2024 || objectif > 26)
      }
  })
})

describe('reading an objectif', () => {
  it.each([
    [9, 9],
    ['9', 9],
    [' 09 ', 9],
    ['Objectif 9', 9],
    ['objectif n° 9', 9],
    ['OBJECTIF FONDAMENTAL 1 : ATTEINDRE À HORIZON 2022 UN TAUX DE 20 %', 1],
    ['OBJECTIF FACULTATIF N°27 : SOUTIEN AU PLAN', 27],
    ['Obj. 4', 4],
    ['OF9', 9],
    ['O9', 9],
    ['n°3 VAD', 3],
    ['OF 9 : évaluation', 9],
    ['12 - TISF', 12],
    ['12. TISF', 12],
  ])('reads %j as %d', (texte, numero) => expect(lireObjectif(texte)).toBe(numero))

  it.each([
    '',
    'objectif',
    '12 actions',
    'Objectifs 9 et 24',
    'OF 9 et 24',
    'OF9, 24',
    'OF9-10',
    'O9 et 24',
    'n°9 et 24',
    'n°9 bis',
    'OF9 ter',
    'O',
    'On',
    '1,5',
    '2020-2022',
    'Action 12',
    true,
    null,
    undefined,
    {},
  ])('does not guess %j', (texte) => expect(lireObjectif(texte)).toBeNull())
})

describe('reading an enveloppe', () => {
  it.each([
    ['FIR', 'FIR'],
    ['fir', 'FIR'],
    ['FIR (ARS)', 'FIR'],
    ['Fonds d’intervention régional', 'FIR'],
    ['P304', 'P304'],
    ['p 304', 'P304'],
    ['Programme 304', 'P304'],
    ['PROGRAMME N° 304', 'P304'],
    ['BOP 304', 'P304'],
    ['304', 'P304'],
    [304, 'P304'],
    ['ondam', 'ONDAM'],
    ['ONDAM médico-social', 'ONDAM'],
  ])('reads %j as %s', (texte, enveloppe) => expect(lireEnveloppe(texte)).toBe(enveloppe))

  it.each(['FIR et P304', 'FIR/ONDAM', 'Firmin', '3040', '', 'CAF', 177, null])(
    'does not guess %j',
    (texte) => expect(lireEnveloppe(texte)).toBeNull(),
  )
})
