import { describe, expect, it } from 'vitest'
import { catalogue } from './catalogue.ts'
import { RAISONS } from './raisons.ts'
import { RAPPELS, rappelsPour } from './rappels.ts'
import { lireMontant } from '../montant/lire-montant.ts'
import type { PlanAction } from '../plan/plan.ts'
import type { Enveloppe, Referentiel } from '../referentiel/referentiel.ts'
import { REFERENTIELS } from '../referentiel/registre.ts'
import type { LieuRappel } from './rappels.ts'
import { REGLES } from './registre.ts'

describe('the catalogue of rules', () => {
  const entrees = catalogue()

  it('lists every rule of the texts once, and ours', () => {
    expect(entrees.filter((e) => e.citation !== '')).toHaveLength(176)
    expect(new Set(entrees.map((e) => e.id)).size).toBe(entrees.length)
    for (const r of REGLES) expect(entrees.find((e) => e.id === r.id)?.etat).toBe('verifiee')
  })

  it('says of each what is done, or why it is not', () => {
    for (const e of entrees)
      expect([e.id, e.explication]).toEqual([e.id, expect.stringMatching(/^.{15,}\.$/s)])
  })

  it('covers by another rule only ids that the texts have', () => {
    for (const r of REGLES) for (const id of r.couvre ?? []) expect(entrees.map((e) => e.id)).toContain(id)
  })

  it('gives each rule that is not checked its own reason, and none to a rule that is', () => {
    expect(Object.keys(RAISONS).sort()).toEqual(
      entrees
        .filter((e) => e.etat === 'non-verifiee')
        .map((e) => e.id)
        .sort(),
    )
  })

  it('says each reminder once, in a sentence, under an id of the texts that no rule checks', () => {
    expect(RAPPELS.map((r) => r.regle).sort()).toEqual(
      entrees
        .filter((e) => e.etat === 'rappel')
        .map((e) => e.id)
        .sort(),
    )
    for (const r of RAPPELS) {
      expect(r.phrase).toMatch(/^[A-ZÉ].{20,}\.$/s)
      const { source } = entrees.find((e) => e.id === r.regle)!
      expect([r.regle, r.source]).toEqual([r.regle, r.referentiels.length > 0 ? source : ''])
    }
    const connus = new Set(REFERENTIELS.map((r) => r.id))
    for (const r of RAPPELS) for (const id of r.referentiels) expect(connus).toContain(id)
  })

  it('names the documents, never the codes under which they were gathered', () => {
    for (const e of entrees) expect(e.source).not.toMatch(/\bS\d{3}\b/)
    expect(entrees.find((e) => e.id === 'OBJ-01')?.source).toBe('circulaire du 20 février 2020, I-B')
  })
})

describe('the reminders of a plan', () => {
  const [en2020, , en2024] = REFERENTIELS
  const ids = (texte: string, referentiel: Referentiel, lieu: LieuRappel) =>
    rappelsPour(planDe(texte), referentiel, lieu).map((r) => r.regle)

  it('shows one only beside the objectif and the enveloppe that it speaks of', () => {
    expect(ids('6 P304', en2020!, 'plan')).toEqual(['NAT-11'])
    expect(ids('6 FIR', en2020!, 'plan')).toEqual([])
    // « Part État » alone, on an objectif that only the programme 304 may pay.
    expect(ids('6', en2020!, 'plan')).toEqual(['NAT-11'])
    expect(ids('7 P304', en2020!, 'plan')).toEqual(['NAT-12'])
    expect(ids('24 ONDAM', en2020!, 'enveloppes')).toContain('ENV-05')
    expect(ids('9 ONDAM', en2020!, 'enveloppes')).not.toContain('ENV-05')
  })

  it('never shows under a year what the text of another says', () => {
    expect(ids('6 P304', en2024!, 'plan')).toEqual(['OBJ-07'])
    expect(ids('6 P304', en2024!, 'calendrier')).toEqual(['CAL-15', 'CAL-16'])
    expect(ids('6 P304', en2020!, 'calendrier')).not.toContain('CAL-16')
  })
})

/** « 6 P304 »: a plan of one action on that objectif, paid by that enveloppe. */
function planDe(texte: string): PlanAction {
  const [objectif, enveloppe] = texte.split(' ')
  const prevu = lireMontant('1000')
  return {
    exercices: [2020],
    actions: [
      {
        ...{ numero: '1', intitule: 'Action', engagement: null, objectifsLus: [], textes: [], cellules: [] },
        objectif: Number(objectif),
        financements: [
          {
            ...{
              exercice: 2020,
              periode: null,
              financeur: 'Etat',
              enveloppeLue: null,
              celluleObjectif: null,
            },
            ...{ fleche: null, engage: null, execute: null },
            enveloppe: (enveloppe as Enveloppe | undefined) ?? null,
            prevu: { ...prevu, texte: '1000', cellule: 'Plan!D2' },
          },
        ],
      },
    ],
  }
}
