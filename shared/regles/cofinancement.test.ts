import { describe, expect, it } from 'vitest'
import { classeurDe, type ValeurEssai } from '../classeur/fabrique.ts'
import { controler } from '../controle/controler.ts'
import { rapportEnJson } from '../controle/json.ts'
import { COL, constatsDe, rang, rangees } from './essais.ts'

describe('the two readings of « qui lui sont versés »', () => {
  const avec = (lectureOndam?: 'exclu' | 'inclus') => {
    const r = rangees()
    r[rang(9)]![COL.departement] = 0
    return controler(classeurDe({ Plan: r }), lectureOndam === undefined ? {} : { lectureOndam })
  }
  it('leaves the ONDAM out unless asked otherwise, and the report says so', () => {
    for (const rapport of [avec(), avec('exclu')]) {
      expect(rapport.constats.filter((c) => c.regle === 'COF-01')).toEqual([])
      expect(rapportEnJson(rapport).lectureOndam).toBe('exclu')
    }
  })
  it('takes the reading that the workbook keeps, unless asked otherwise', () => {
    const r = rangees()
    const lu = (garde: string, lectureOndam?: 'exclu' | 'inclus') =>
      controler({ ...classeurDe({ Plan: r }), donnees: { 'lecture-ondam': garde } }, { lectureOndam })
        .lectureOndam
    expect([lu('inclus'), lu('exclu'), lu('peut-être'), lu('inclus', 'exclu')]).toEqual([
      'inclus',
      'exclu',
      'exclu',
      'exclu',
    ])
  })
  it('counts it when asked, in the finding and in the balance', () => {
    const rapport = avec('inclus')
    const [c] = rapport.constats.filter((x) => x.regle === 'COF-01')
    expect(c).toMatchObject({ gravite: 'bloquant', cellules: ['Plan!F10', 'Plan!G10'] })
    expect(c!.message).toContain('l’ONDAM est compté')
    expect(rapport.lectureOndam).toBe('inclus')
    expect(rapport.cofinancement.find((b) => b.objectif === 9)?.etat).toBe(1_000_000)
  })
})

describe('COH-02', () => {
  const deuxAnnees = (en2020: number, en2021: number, etat: ValeurEssai = 10_000) =>
    constatsDe('COH-02', (r) => {
      r[rang(6)]![COL.departement] = en2020
      r.push([6, 'Objectif 6', 'Action de l’objectif 6', 2021, 'P304', etat, en2021, 1, 1, 1])
    })
  it('informs of a year that falls short where the contract does not', () => {
    expect(deuxAnnees(10_000, 10_000)).toEqual([])
    expect(deuxAnnees(9_999, 10_001)).toMatchObject([
      { gravite: 'information', cellules: ['Plan!F7', 'Plan!G7'] },
    ])
  })
  it('leaves to COF-01 what the contract lacks, and to nobody what has no year', () => {
    expect(deuxAnnees(9_999, 10_000)).toEqual([])
    expect(deuxAnnees(5_000, 90_000, '10 000 € (sur la durée totale du contrat)')).toEqual([])
  })
})

describe('STR-01', () => {
  const saisi = (valeur: ValeurEssai) => constatsDe('STR-01', (r) => (r[rang(6)]![COL.etat] = valeur))
  it('puts the number in the place of the text', () => {
    expect(saisi('10 000 €')).toMatchObject([
      { gravite: 'information', cellules: ['Plan!F7'], correction: { cellule: 'Plan!F7', valeur: 10_000 } },
    ])
    expect(saisi('10\u202f000,50')[0]!.correction?.valeur).toBe(10_000.5)
  })
  it('never for a formula, a number, words, a sum or a doubt', () => {
    for (const v of [
      { valeur: '10 000 €', formule: 'TEXT(1,"0")' },
      10_000,
      '10 000 € (convention)',
      '5 000 + 5 000',
      '10.000',
      'ND',
    ])
      expect([v, saisi(v)]).toEqual([v, []])
  })
  it('says it once of a whole column', () => {
    const c = constatsDe('STR-01', (r) => {
      for (const l of r.slice(1)) for (const i of [COL.etat, COL.departement]) l[i] = `${String(l[i])} €`
    })
    expect(c).toHaveLength(1)
    expect(c[0]!.cellules).toHaveLength(22)
    expect(c[0]!.correction).toBeNull()
  })
})

describe('COF-09, COF-10, COF-11', () => {
  const intitule = (regle: string, objectif: number, texte: string) =>
    constatsDe(regle, (r) => (r[rang(objectif)]![COL.intitule] = texte))
  it('COF-09 and COF-10: words beside the FIR, and nowhere else', () => {
    for (const [regle, texte] of [
      ['COF-09', 'Prise en charge des actes cotés'],
      ['COF-10', '2 ETP de sages-femmes'],
    ] as const) {
      expect(intitule(regle, 1, texte)).toMatchObject([{ gravite: 'information', cellules: ['Plan!C2'] }])
      expect(intitule(regle, 6, texte)).toEqual([])
      expect(intitule(regle, 1, 'Formation des sages-femmes')).toEqual([])
    }
  })
  it('COF-11: the part of the CAF and of the MSA, even 0', () => {
    const avec = (part: ValeurEssai) =>
      constatsDe('COF-11', (r) => {
        r[0]!.push('Part CAF')
        r.push([12, 'Objectif 15', 'X', 2020, 'P304', 5, 9, 1, 1, 1, part])
      })
    expect(avec(0)).toEqual([])
    expect(avec(null)).toMatchObject([{ gravite: 'information', cellules: ['Plan!A13', 'Plan!C13'] }])
  })
})
