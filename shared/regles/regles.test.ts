import { describe, expect, it } from 'vitest'
import { COL, constatsDe, controlerApres, rang, rangees } from './essais.ts'
import { REGLES } from './registre.ts'
import { REFERENTIELS } from '../referentiel/registre.ts'

describe('a plan that breaks no rule', () => {
  it('is conform, with its totals in cents', () => {
    const rapport = controlerApres()
    expect(rapport.constats).toEqual([])
    expect(rapport.statut).toBe('conforme')
    expect(rapport.totaux).toEqual({
      FIR: 5_000_000,
      P304: 5_000_000,
      ONDAM: 1_000_000,
      etatNonVentile: 0,
      departement: 13_200_000,
      autres: 0,
    })
    expect(rapport.plan.actions).toHaveLength(11)
  })

  it('answers the same twice', () => expect(controlerApres()).toEqual(controlerApres()))
})

describe('ENV-01, ENV-02, ENV-03', () => {
  it.each([
    ['ENV-01', 9, 'P304', 'ONDAM'],
    ['ENV-01', 1, 'Programme 304', 'FIR'],
    ['ENV-02', 9, 'FIR', 'ONDAM'],
    ['ENV-02', 6, 'fir', 'P304'],
    ['ENV-03', 6, 'ONDAM', 'P304'],
    ['ENV-03', 2, 'ONDAM médico-social', 'FIR'],
  ])(
    '%s: objectif %i on %s blocks, with the cell and the only right enveloppe',
    (regle, objectif, ecrite, juste) => {
      const rapport = controlerApres((r) => (r[rang(objectif)]![COL.enveloppe] = ecrite))
      expect(rapport.statut).toBe('bloquant')
      expect(rapport.constats.map((c) => c.regle)).toEqual([regle])
      const [c] = rapport.constats
      expect(c).toMatchObject({
        gravite: 'bloquant',
        cellules: [`Plan!E${objectif + 1}`, `Plan!B${objectif + 1}`],
        correction: { cellule: `Plan!E${objectif + 1}`, valeur: juste },
      })
      expect(c!.message).toContain(`Action ${objectif}`)
      expect(c!.reference.texte).toBe('circulaire du 20 février 2020')
      expect(c!.reference.article).toMatch(/^annexe 4, I/)
    },
  )

  it('proposes no correction where two enveloppes are right', () => {
    const [c] = constatsDe('ENV-02', (r) =>
      r.push([12, 'Objectif 24', 'Passerelles', 2020, 'FIR', 5, 10, 5, 4, 3]),
    )
    expect(c).toMatchObject({ cellules: ['Plan!E13', 'Plan!B13'], correction: null })
    expect(c!.attendu).toBe('programme 304 ou ONDAM médico-social')
  })

  it('accepts both enveloppes of the objectif 24', () => {
    const rapport = controlerApres((r) =>
      r.push(
        [12, 'Objectif 24', 'Passerelles', 2020, 'ONDAM', 5, 10, 5, 4, 3],
        [12, 'Objectif 24', 'Passerelles', 2020, 'P304', 5, 10, 5, 4, 3],
      ),
    )
    expect(rapport.constats).toEqual([])
  })

  it('judges a column by enveloppe by its amounts: a zero is no financement', () => {
    const colonnes = (montant: number) =>
      controlerApres((r) => {
        r[0]![COL.enveloppe] = 'Commentaire'
        r[0]![COL.etat] = 'Part FIR'
        for (let i = 6; i <= 11; i++) r[i]![COL.etat] = 0
        r[rang(9)]![COL.etat] = montant
      }).constats.filter((c) => c.regle === 'ENV-02')
    expect(colonnes(0)).toEqual([])
    expect(colonnes(1)[0]).toMatchObject({ cellules: ['Plan!F10', 'Plan!B10'], correction: null })
  })
})

describe('COF-01', () => {
  it('blocks where the department puts less than the State, by one cent', () => {
    const [c, ...autres] = constatsDe('COF-01', (r) => (r[rang(2)]![COL.departement] = 9_999.99))
    expect(autres).toEqual([])
    expect(c).toMatchObject({ gravite: 'bloquant', cellules: ['Plan!F3', 'Plan!G3'] })
    expect(c!.message).toContain('il manque 0,01')
    expect(c!.reference.article).toContain('article 2.2.2')
  })

  it('accepts equality, and judges by objectif, not by action or by row', () => {
    expect(constatsDe('COF-01', (r) => (r[rang(2)]![COL.departement] = 10_000))).toEqual([])
    const deux = (departement: number) =>
      constatsDe('COF-01', (r) => {
        r[rang(2)]![COL.departement] = 0
        r.push(['2 bis', 'Objectif 2', 'Autre action', 2021, 'FIR', 10_000, departement, 1, 1, 1])
      })
    expect(deux(20_000)).toEqual([])
    expect(deux(19_999)[0]!.cellules).toEqual(['Plan!F3', 'Plan!G3', 'Plan!F13', 'Plan!G13'])
  })

  it('says that no departmental amount is there at all', () => {
    const [c] = constatsDe('COF-01', (r) => (r[rang(4)]![COL.departement] = null))
    expect(c!.message).toContain('Objectif 4 : aucun montant chiffré du Département')
    expect(c!.cellules).toEqual(['Plan!F5'])
  })

  it('leaves the ONDAM out, being paid to the establishments', () => {
    expect(constatsDe('COF-01', (r) => (r[rang(9)]![COL.departement] = 0))).toEqual([])
  })

  it('stands where the department writes staff without a figure', () => {
    const [c] = constatsDe('COF-01', (r) => (r[rang(6)]![COL.departement] = '8 ETP de la CRIP'))
    expect(c!.message).toContain('aucun montant chiffré du Département')
    expect(c!.cellules).toEqual(['Plan!F7', 'Plan!G7'])
  })

  it('stands where the part falls short under every reading of an amount, and only there', () => {
    const avec = (etat: string | number, departement: string | number) =>
      constatsDe('COF-01', (r) => {
        r[rang(6)]![COL.etat] = etat
        r[rang(6)]![COL.departement] = departement
      })
    expect(avec(255_234, '55 000 € et allocations 4 600 000 €')).toEqual([])
    expect(avec(255_234, '5 000 € et allocations 46 000 €')[0]!.message).toContain('il manque au moins')
    expect(avec('12 500 € pour 2021 et 16 070 € pour 2022', 12_499)).toHaveLength(1)
    expect(avec('12 500 € pour 2021 et 16 070 € pour 2022', 12_500)).toEqual([])
  })

  it('concludes nothing from a part without enveloppe that may be the ONDAM', () => {
    const sans = (enveloppe: string | null) =>
      constatsDe('COF-01', (r) =>
        r.push([12, 'Objectif 24', 'Passerelles', 2020, enveloppe, 462_000, 0, 1, 1, 1]),
      )
    expect(sans(null)).toEqual([])
    expect(sans('ONDAM')).toEqual([])
    expect(sans('P304')).toHaveLength(1)
  })

  it('counts once an amount that covers several years', () => {
    const rapport = controlerApres((r) => {
      r[rang(6)]![COL.etat] = '12 000 € (sur la durée totale du contrat)'
      r.push([
        6,
        'Objectif 6',
        'Action de l’objectif 6',
        2021,
        'P304',
        '12 000 € (sur la durée totale du contrat)',
        0,
      ])
    })
    expect(rapport.constats.filter((c) => c.regle === 'COF-01')).toEqual([])
    expect(rapport.totaux.P304).toBe(5_200_000)
    expect(rapport.comprehension.phrases.join(' ')).toContain('1 montant pluriannuel répété')
  })
})

describe('COF-02', () => {
  it('asks for euros where the department writes staff', () => {
    const [c] = constatsDe('COF-02', (r) => (r[rang(6)]![COL.departement] = '8 ETP de la CRIP'))
    expect(c).toMatchObject({ gravite: 'a-justifier', cellules: ['Plan!G7'] })
    expect(c!.message).toContain('« 8 ETP de la CRIP »')
  })
  it('only says it where the State pays nothing on the objectif', () => {
    const [c] = constatsDe('COF-02', (r) => {
      r[rang(6)]![COL.etat] = 0
      r[rang(6)]![COL.departement] = '8 ETP de la CRIP'
    })
    expect(c).toMatchObject({ gravite: 'information', cellules: ['Plan!G7'] })
  })
  it('counts for nothing in COF-01, which says so and whose figures stay exact', () => {
    const [c] = constatsDe('COF-01', (r) => (r[rang(6)]![COL.departement] = '8 ETP de la CRIP'))
    expect(c!.message).toContain('ne compte qu’une fois chiffré : « 8 ETP de la CRIP »')
    expect(c!.message).not.toMatch(/au moins|favorable/)
  })
  it('is silent on « - », « / » and blanks', () => {
    for (const rien of ['-', '/', 'néant', null, '  '])
      expect(constatsDe('COF-02', (r) => (r[rang(9)]![COL.departement] = rien))).toEqual([])
  })
})

describe('OBJ-02', () => {
  it('names the fondamentaux that no action serves, at the header where to add them', () => {
    const [c, ...autres] = constatsDe('OBJ-02', (r) => r.splice(rang(7), 2))
    expect(autres).toEqual([])
    expect(c).toMatchObject({ gravite: 'a-justifier', cellules: ['Plan!B1'] })
    expect(c!.message).toContain('2 objectifs fondamentaux')
    expect(c!.message).toMatch(/7 \(.*8 \(/)
    expect(c!.reference.article).toBe('annexe 6, introduction')
  })
})

describe('the number of objectifs', () => {
  const plan2022 = (facultatifs: number[], sans: number[] = []) =>
    controlerApres((r) => {
      for (const l of r.slice(1)) l[COL.exercice] = 2022
      for (const o of facultatifs) r.push([o, `Objectif ${o}`, 'X', 2022, 'P304', 5, 9, 1, 1, 1])
      for (const o of sans) r[rang(o)]![COL.objectif] = 'Objectif 26'
    }).constats.filter((c) => c.regle.startsWith('OBJ'))

  it('OBJ-01: more facultatifs than the circular opens', () => {
    const trop = (n: number) =>
      constatsDe('OBJ-01', (r) => {
        for (let o = 12; o < 12 + n; o++) r.push([o, `Objectif ${o}`, 'X', 2020, null, null, 9])
      })
    expect(trop(15)).toEqual([])
    expect(trop(16)[0]).toMatchObject({ gravite: 'a-justifier', attendu: '15 au plus' })
    expect(trop(16)[0]!.cellules).toHaveLength(16)
  })

  it('OBJ-04: one of the six obligatory objectifs of 2022 is missing', () => {
    expect(plan2022([26])).toEqual([])
    const [c] = plan2022([26], [9])
    expect(c).toMatchObject({ regle: 'OBJ-04', gravite: 'a-justifier', cellules: ['Plan!B1'] })
    expect(c!.constate).toBe('5 objectifs obligatoires servis sur 6')
  })

  it('OBJ-09: fewer facultatifs than 2022 asks for', () => {
    const peu = controlerApres((r) => {
      for (const l of r.slice(1)) l[COL.exercice] = 2022
      r.splice(rang(11), 1)
      for (const o of [6, 7]) r[rang(o)]![COL.objectif] = 'Objectif 8'
    }).constats
    expect(peu.map((c) => [c.regle, c.gravite, c.cellules, c.attendu])).toEqual([
      ['OBJ-09', 'a-justifier', ['Plan!B1'], '6 au moins'],
    ])
  })

  it('OBJ-05: more than the twelve others of 2024, and OBJ-04 as a clause of that contract', () => {
    const rapport = controlerApres((r) => {
      for (const l of r.slice(1)) l[COL.exercice] = 2024
      for (let o = 12; o < 20; o++) r.push([o, `Objectif ${o}`, 'X', 2024, null, null, 9])
      r[rang(1)]![COL.objectif] = 'Objectif 2'
    })
    const [bloquant, trop] = rapport.constats.filter((c) => c.regle.startsWith('OBJ'))
    expect(bloquant).toMatchObject({ regle: 'OBJ-04', gravite: 'bloquant' })
    expect(trop).toMatchObject({ regle: 'OBJ-05', gravite: 'a-justifier', attendu: '12 au plus' })
  })
})

describe('DOT-02 and DOT-04', () => {
  it('the ceiling of 2020, and of no other year', () => {
    const avec = (regle: string, objectif: number, annee: number, montant: number) =>
      constatsDe(regle, (r) => {
        r[rang(objectif)]![COL.exercice] = annee
        r[rang(objectif)]![COL.etat] = montant
      })
    expect(avec('DOT-02', 1, 2020, 960_000)).toEqual([])
    const [fir] = avec('DOT-02', 1, 2020, 960_000.01)
    expect(fir).toMatchObject({ gravite: 'a-justifier', attendu: 'au plus 1\u202f000\u202f000\u00a0€' })
    expect(fir!.cellules).toContain('Plan!F2')
    expect(avec('DOT-02', 1, 2021, 960_000.01)).toEqual([])
    expect(avec('DOT-04', 6, 2020, 4_460_000.01)).toHaveLength(1)
    expect(avec('DOT-04', 6, 2022, 9_000_000)).toEqual([])
  })
})

describe('COF-04, COH-01, BIL-13', () => {
  it('COF-04: the department’s part falls beside the State’s', () => {
    const avec = (departement: number, etat: number) =>
      constatsDe('COF-04', (r) =>
        r.push([6, 'Objectif 6', 'Action de l’objectif 6', 2021, 'P304', etat, departement, 1, 1, 1]),
      )
    expect(avec(12_000, 1)).toEqual([])
    expect(avec(11_999, 1)[0]).toMatchObject({ gravite: 'information', cellules: ['Plan!G7', 'Plan!G13'] })
  })

  it('COH-01: a year with two values, in words and on its own row', () => {
    const avec = (texte: string) =>
      constatsDe('COH-01', (r) => {
        r[rang(6)]![COL.etat] = texte
        r.push([6, 'Objectif 6', 'Action de l’objectif 6', 2021, 'P304', 700, 90_000, 1, 1, 1])
      })
    expect(avec('500 € en 2020 et 700 € en 2021')).toEqual([])
    expect(avec('500 € en 2020 et 701 € en 2021')[0]).toMatchObject({
      gravite: 'a-justifier',
      cellules: ['Plan!F7', 'Plan!F13'],
    })
  })

  it('COH-01: the same years together, with two values', () => {
    const avec = (texte: string) =>
      constatsDe('COH-01', (r) => {
        r[rang(6)]![COL.etat] = '12 000 € sur deux ans (2020 et 2021)'
        r.push([6, 'Objectif 6', 'Action de l’objectif 6', 2021, 'P304', texte, 90_000, 1, 1, 1])
      })
    expect(avec('12 000 € sur deux ans (2020 et 2021)')).toEqual([])
    expect(avec('700 € sur deux ans (2022 et 2023)')).toEqual([])
    const [c] = avec('700 € sur deux ans (2020 et 2021)')
    expect(c).toMatchObject({ gravite: 'a-justifier', cellules: ['Plan!F7', 'Plan!F13'] })
    expect(c!.attendu).toBe('un seul montant pour l’ensemble 2020 et 2021')
  })

  it('counts once a multi-year amount that repeats the row above it, and both where it names other years', () => {
    const total = (texte: string) =>
      controlerApres((r) => {
        r[rang(6)]![COL.etat] = 12_000
        r.push([6, 'Objectif 6', 'Action de l’objectif 6', 2021, 'P304', texte, 90_000, 1, 1, 1])
      }).totaux.P304
    expect(total('12 000 € pour 2 ans')).toBe(5_200_000)
    expect(total('12 000 € sur deux ans (2021 et 2022)')).toBe(6_400_000)
    expect(total('12 000 €')).toBe(6_400_000)
  })

  it('BIL-13: on cumulated amounts, not year by year', () => {
    const avec = (execute: number | string, engage: number | string) =>
      constatsDe('BIL-13', (r) => {
        r[rang(6)]![COL.execute] = 10_000
        r.push([6, 'Objectif 6', 'Action de l’objectif 6', 2021, 'P304', 0, 20_000, 5_000, engage, execute])
      })
    expect(avec(0, 1_000)).toEqual([])
    expect(avec(0.01, 1_000)[0]).toMatchObject({
      gravite: 'information',
      cellules: ['Plan!J7', 'Plan!J13', 'Plan!I7', 'Plan!I13'],
    })
    expect(avec(9_000, '1 000 € dont 500 €')).toEqual([])
  })
})

describe('NAT-01, GOU-01, ENV-16', () => {
  it('NAT-01: words of staff beside programme 304, wherever they stand but in the department’s own part', () => {
    const [c] = constatsDe('NAT-01', (r) => (r[rang(6)]![COL.intitule] = 'Recrutement de deux évaluateurs'))
    expect(c).toMatchObject({ gravite: 'a-justifier', cellules: ['Plan!C7'], constate: '« Recrutement »' })
    expect(constatsDe('NAT-01', (r) => (r[rang(1)]![COL.intitule] = 'Recrutement de sages-femmes'))).toEqual(
      [],
    )
    expect(constatsDe('NAT-01', (r) => (r[rang(6)]![COL.departement] = '12 000 € (2 ETP)'))).toEqual([])
    expect(
      constatsDe('NAT-01', (r) => {
        r[0]!.push('Observations')
        r[rang(6)]![10] = 'Valorisation des 8 ETP'
      })[0]!.cellules,
    ).toEqual(['Plan!K7'])
  })

  it('GOU-01: placement à domicile on objectif 19 goes to the DGCS first', () => {
    const avec = (objectif: number, intitule: string) =>
      constatsDe('GOU-01', (r) => r.push([12, `Objectif ${objectif}`, intitule, 2020, 'P304', 5, 9, 1, 1, 1]))
    expect(avec(19, 'Placement éducatif à domicile')[0]).toMatchObject({
      gravite: 'a-justifier',
      cellules: ['Plan!C13'],
    })
    expect(avec(19, 'AED et AEMO renforcées')).toEqual([])
    expect(avec(20, 'Placement à domicile')).toEqual([])
  })

  it('ENV-16: a relais parental is not a centre parental', () => {
    const avec = (objectif: string, intitule: string) =>
      constatsDe('ENV-16', (r) => r.push([12, objectif, intitule, 2020, 'P304', 5, 9, 1, 1, 1]))
    expect(avec('Objectif 21', 'Structurer un dispositif de relais parental')[0]).toMatchObject({
      gravite: 'a-justifier',
      cellules: ['Plan!B13', 'Plan!A13', 'Plan!C13'],
      attendu: 'objectif 14',
    })
    expect(avec('Objectif 21', 'Centre parental')).toEqual([])
    expect(avec('Objectif 14', 'Relais parental')).toEqual([])
  })

  it('REF-03: one objectif under two titles', () => {
    const [c] = constatsDe('REF-03', (r) =>
      r.push(
        [12, 'Objectif 13 : Innover en PMI', 'X', 2020, 'FIR', 5, 9, 1, 1, 1],
        [13, 'OBJECTIF 13 - Actions innovantes', 'Y', 2020, 'FIR', 5, 9, 1, 1, 1],
      ),
    )
    expect(c).toMatchObject({ gravite: 'information', cellules: ['Plan!B13', 'Plan!B14'] })
    expect(c!.correction).toMatchObject({ cellule: 'Plan!B13', autres: ['Plan!B14'] })
    expect(
      constatsDe('REF-03', (r) =>
        r.push(
          [12, 'Objectif 13 : « Innover » en PMI', 'X', 2020, 'FIR', 5, 9, 1, 1, 1],
          [13, 'OBJECTIF 13 : INNOVER EN PMI', 'Y', 2020, 'FIR', 5, 9, 1, 1, 1],
        ),
      ),
    ).toEqual([])
  })
})

describe('REF-01 and REF-02', () => {
  it('REF-01: an objectif that this text does not know', () => {
    const [c] = constatsDe('REF-01', (r) =>
      r.push(['15 BIS', 'OBJECTIF FACULTATIF 28 : LOI', 'X', 2022, '', 5, 9]),
    )
    expect(c).toMatchObject({ gravite: 'a-justifier', cellules: ['Plan!B13'] })
    expect(c!.message).toContain('inconnu du référentiel 2020-2022')
    expect(c!.message).toContain('Il figure au référentiel 2022')
    const [jamais] = constatsDe('REF-01', (r) => r.push([12, 'Objectif 40', 'X', 2020, '', 5, 9]))
    expect(jamais!.message).toContain('vérifiez le numéro')
  })

  it('REF-02: a title that is another objectif’s', () => {
    const [c] = constatsDe('REF-02', (r) =>
      r.push([
        11.5,
        'OBJECTIF FACULTATIF 21 : DEVELOPPER LE RELAYAGE PARENTAL',
        'X',
        2020,
        'P304',
        5,
        9,
        1,
        1,
        1,
      ]),
    )
    expect(c).toMatchObject({ gravite: 'a-justifier', cellules: ['Plan!B13'] })
    expect(c!.attendu).toContain('objectif 14')
  })

  it('REF-02: silent on every official title and variant, in capitals, without accents, cut short', () => {
    for (const o of REFERENTIELS[0]!.objectifs)
      for (const titre of [o.titre, ...o.variantes])
        for (const ecrit of [
          titre,
          titre.toUpperCase(),
          titre.normalize('NFD').replace(/[\u0300-\u036f]/g, ''),
        ]) {
          const constats = constatsDe('REF-02', (r) =>
            r.push([99, `OBJECTIF ${o.numero} : ${ecrit}`, 'X', 2020, null, null, 9]),
          )
          expect([o.numero, ecrit, constats.length]).toEqual([o.numero, ecrit, 0])
        }
  })
})

describe('FIC-03', () => {
  it('asks for the enveloppe where none is written, proposing those of the text, one finding by proposal', () => {
    const constats = constatsDe('FIC-03', (r) => {
      for (let i = 1; i <= 11; i++) r[i]![COL.enveloppe] = null
    })
    expect(constats.map((c) => [c.attendu, c.gravite, c.cellules])).toEqual([
      ['FIR', 'a-justifier', ['Plan!F2', 'Plan!F3', 'Plan!F4', 'Plan!F5', 'Plan!F6']],
      ['programme 304', 'a-justifier', ['Plan!F7', 'Plan!F8', 'Plan!F9', 'Plan!F11', 'Plan!F12']],
      ['ONDAM médico-social', 'a-justifier', ['Plan!F10']],
    ])
    expect(controlerApres((r) => (r[rang(9)]![COL.enveloppe] = null)).constats.map((c) => c.regle)).toEqual([
      'FIC-03',
    ])
  })

  it('names an enveloppe that nobody knows', () => {
    const [c] = constatsDe('FIC-03', (r) => (r[rang(3)]![COL.enveloppe] = 'FRI'))
    expect(c).toMatchObject({ cellules: ['Plan!E4'], constate: '« FRI »', attendu: 'FIR' })
    expect(c!.correction).toMatchObject({ cellule: 'Plan!E4', valeur: 'FIR' })
    const [deux] = constatsDe('FIC-03', (r) => r.push([12, 'Objectif 24', 'X', 2020, 'FRI', 5, 9]))
    expect(deux!.correction).toBeNull()
  })
})

describe('LEC-01, LEC-02, LEC-03', () => {
  it('LEC-01: several amounts that are no sum block, with what was seen', () => {
    const texte = '200 000 € en 2020 et 119 406 € en 2021'
    const [c] = constatsDe('LEC-01', (r) => (r[rang(3)]![COL.etat] = texte))
    expect(c).toMatchObject({ gravite: 'bloquant', cellules: ['Plan!F4'] })
    expect(c!.message).toContain(texte)
    expect(c!.constate).toContain('119\u202f406')
  })

  it('LEC-01: an error of Excel and a formula without a result', () => {
    const lus = constatsDe('LEC-01', (r) => {
      r[rang(3)]![COL.etat] = { valeur: { erreur: '#REF!' }, formule: 'A1+#REF!' }
      r[rang(4)]![COL.etat] = { valeur: null, formule: 'SUM(A1:A2)' }
    })
    expect(lus.map((c) => c.cellules)).toEqual([['Plan!F4'], ['Plan!F5']])
    expect(lus[0]!.message).toContain('#REF!')
  })

  it('LEC-01: explicit sums and words beside an amount are read', () => {
    const rapport = controlerApres((r) => {
      r[rang(2)]![COL.etat] = '250 000 € + 15 048 € (mallettes sensory baby test)'
      r[rang(2)]![COL.departement] = '300 000 € (convention APRIS)'
    })
    expect(rapport.constats).toEqual([])
    expect(rapport.totaux.FIR).toBe(4_000_000 + 26_504_800)
  })

  it('LEC-02: an action without a readable objectif', () => {
    const [vide] = constatsDe('LEC-02', (r) => r.push([12, null, 'Sans objectif', 2020, 'FIR', 1, 2]))
    expect(vide).toMatchObject({ gravite: 'a-justifier', cellules: ['Plan!A13', 'Plan!C13'] })
    const [flou] = constatsDe('LEC-02', (r) => r.push([12, 'Objectifs 9 et 24', 'Deux', 2020, 'ONDAM', 1, 2]))
    expect(flou).toMatchObject({ cellules: ['Plan!B13'], attendu: 'un seul objectif par ligne' })
    expect(flou!.message).toContain('« Objectifs 9 et 24 » nomme plusieurs objectifs')
  })

  it('LEC-02: an objectif in words that are like those of one, which is named and not taken', () => {
    const mots = 'Renforcer les protocoles d’informations préoccupantes'
    const [c] = constatsDe('LEC-02', (r) => r.push([12, mots, 'Protocoles', 2020, 'P304', 1, 2]))
    expect(c).toMatchObject({ cellules: ['Plan!B13'], constate: `« ${mots} »` })
    expect(c!.message).toContain('de l’objectif 7 (« Systématiser et renforcer les protocoles')
    expect(c!.message).toContain('si c’est lui, écrivez « Objectif 7 »')
    const [sans] = constatsDe('LEC-02', (r) => r.push([12, 'Divers', 'Divers', 2020, 'P304', 1, 2]))
    expect(sans!.message).toContain('Écrivez un seul numéro, par exemple « Objectif 9 ».')
  })

  it('LEC-03: unreadable expenses inform, and leave the plan conform', () => {
    const rapport = controlerApres(
      (r) => (r[rang(3)]![COL.engage] = '216 500 € dont 48 712,50 € pour le PDC'),
    )
    expect(rapport.constats.map((c) => [c.regle, c.gravite, c.cellules])).toEqual([
      ['LEC-03', 'information', ['Plan!I4']],
    ])
    expect(rapport.statut).toBe('conforme')
  })
})

describe('EXE-01 and LEC-06', () => {
  it('EXE-01: an exercice that the plan does not hold blocks, at the header of the exercices', () => {
    expect(controlerApres(() => {}, 2020).statut).toBe('conforme')
    const [c] = controlerApres(() => {}, 2024).constats.filter((x) => x.regle === 'EXE-01')
    expect(c).toMatchObject({ gravite: 'bloquant', cellules: ['Plan!D1'], attendu: 'l’exercice 2024' })
  })

  it('EXE-01: rows of years that the contract cannot cover', () => {
    const avec = (annee: number) => constatsDe('EXE-01', (r) => (r[rang(3)]![COL.exercice] = annee))
    expect(avec(2022)).toEqual([])
    expect(avec(2026)[0]).toMatchObject({ gravite: 'a-justifier', cellules: ['Plan!D4'] })
  })

  it('LEC-06: an amount that may be read two ways asks for a word, an approached one informs', () => {
    const avec = (texte: string) => constatsDe('LEC-06', (r) => (r[rang(3)]![COL.etat] = texte))
    expect(avec('10 000 €')).toEqual([])
    expect(avec('10.500')[0]).toMatchObject({ gravite: 'a-justifier', cellules: ['Plan!F4'] })
    expect(avec('environ 10 000 €')[0]).toMatchObject({ gravite: 'information', cellules: ['Plan!F4'] })
  })
})

describe('the pack', () => {
  it('holds every rule, and only rules that exist', () => {
    for (const r of REFERENTIELS) {
      const connues = REGLES.map((x) => x.id)
      for (const p of r.pack) expect(connues).toContain(p.regle)
    }
    expect(new Set(REGLES.map((r) => r.id)).size).toBe(REGLES.length)
  })

  it('has the same rows to spoil each time', () => expect(rangees()).toEqual(rangees()))
})
