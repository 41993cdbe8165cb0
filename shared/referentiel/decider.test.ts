import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decider,
  deciderSelon,
  enveloppesAdmises,
  ErreurSaisie,
  lireEnveloppe,
  lireObjectif,
} from './decider.ts'
import { REFERENTIELS } from './registre.ts'
import { ENVELOPPES, type Reference } from './referentiel.ts'

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

  it('applies to no other year', () => {
    for (const exercice of [2019, 2023, 2024, 2025, 2030]) {
      const decision = decider(9, 'ONDAM', exercice)
      expect(decision).toMatchObject({ statut: 'inconnu', referentiel: null })
      expect(decision.motif).toContain(`Référentiel non chargé pour l’exercice ${exercice}`)
    }
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
    ['12 - TISF', 12],
    ['12. TISF', 12],
  ])('reads %j as %d', (texte, numero) => expect(lireObjectif(texte)).toBe(numero))

  it.each([
    '',
    'objectif',
    '12 actions',
    'Objectifs 9 et 24',
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

describe('the data', () => {
  const references = function* (valeur: unknown, chemin: string): Generator<[string, Reference]> {
    if (typeof valeur !== 'object' || valeur === null) return
    for (const [cle, v] of Object.entries(valeur)) {
      if (cle === 'reference') yield [chemin, v as Reference]
      else yield* references(v, `${chemin}.${cle}`)
    }
  }

  it.each(REFERENTIELS.map((r) => [r.id, r] as const))('%s: every value bears its reference', (_id, r) => {
    for (const liste of [r.objectifs, r.eligibilites, r.destinataires, r.pack])
      for (const valeur of liste) expect(valeur).toHaveProperty('reference')
    for (const e of r.eligibilites) for (const c of e.conditions) expect(c).toHaveProperty('reference')
    for (const [chemin, ref] of references(r, r.id)) {
      expect([chemin, ref.texte.length > 5, ref.article.length > 2]).toEqual([chemin, true, true])
      expect([chemin, ref.source]).toEqual([chemin, expect.stringMatching(/^S00\d$/)])
      expect([chemin, ref.verifieLe]).toEqual([chemin, expect.stringMatching(/^\d{4}-\d\d-\d\d$/)])
    }
  })

  it.each(REFERENTIELS.map((r) => [r.id, r] as const))(
    '%s: no number twice, no objectif out of the list',
    (_id, r) => {
      const numeros = r.objectifs.map((o) => o.numero)
      expect(new Set(numeros).size).toBe(numeros.length)
      for (const e of r.eligibilites) for (const o of e.objectifs) expect(numeros).toContain(o)
      expect(new Set(r.pack.map((p) => p.regle)).size).toBe(r.pack.length)
    },
  )

  it('governs no exercice twice', () => {
    const exercices = REFERENTIELS.flatMap((r) => r.exercices)
    expect(new Set(exercices).size).toBe(exercices.length)
  })

  it('writes to the mailbox of the DGCS as it is spelt, never to its misprint', () => {
    for (const r of REFERENTIELS) {
      expect(r.destinataires.map((d) => d.courriel)).toEqual(['dgcs-contrats-enfance@social.gouv.fr'])
    }
  })

  it('decides the same through the number and through its text', () => {
    const [r] = REFERENTIELS
    for (const o of r!.objectifs)
      for (const e of ENVELOPPES)
        expect(decider(`OBJECTIF ${o.caractere.toUpperCase()} ${o.numero} : ${o.titre}`, e)).toEqual(
          deciderSelon(r!, o.numero, e),
        )
  })
})
