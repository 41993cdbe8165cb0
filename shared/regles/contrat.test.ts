import { describe, expect, it } from 'vitest'
import type { ValeurEssai } from '../classeur/fabrique.ts'
import { constatsAvec, controlerAvec } from './essais.ts'

/** A contract sheet as labels and values; each rule has what passes and what fails. */
const contrat = (...lignes: ValeurEssai[][]) => ({ Contrat: lignes })

const bref = (c: { gravite: string; cellules: string[] }[]) => c.map((x) => [x.gravite, x.cellules])

const IBAN = 'FR76 3000 6000 0112 3456 7890 189'

describe('a contract in order', () => {
  it('adds no finding in 2020, and is said to have been read', () => {
    const rapport = controlerAvec(
      contrat(
        ['Date de délibération', '28/09/2020'],
        ['N° de délibération', 'CP-2020-114'],
        ['Date de signature', '14 octobre 2020'],
        ["Date de prise d'effet", '14/10/2020'],
        ['Date de fin', '31/12/2022'],
        ['Présentation à l’ODPE', '15/09/2020'],
        ['Date de l’assemblée départementale', '28/09/2020'],
        ['Crédits FIR', 50_000],
        ['Crédits programme 304', 600_000],
        ['ONDAM médico-social', 100_000],
        ['Total', 750_000],
        ['IBAN', IBAN],
        ['BIC', 'AGRIFRPP'],
        ['Dépenses propres', 2019, 2020],
        ['ASE', 100_000, 110_000],
        ['PMI', 50_000, 40_000],
      ),
    )
    expect(rapport.constats).toEqual([])
    expect(rapport.comprehension.phrases.join(' ')).toContain('Contrat reconnu dans « Contrat »')
    expect(rapport.comprehension.feuillesIgnorees).toEqual([])
  })

  it('is looked for in no sheet of amounts alone', () => {
    const rapport = controlerAvec({
      Synthèse: [
        ['FIR', 10],
        ['Programme 304', 20],
        ['ONDAM', 5],
        ['Total', 99],
      ],
    })
    expect(rapport.constats).toEqual([])
    expect(rapport.comprehension.feuillesIgnorees).toEqual(['Synthèse'])
  })
})

describe('CON-01', () => {
  it('blanks of the model block', () => {
    const c = constatsAvec(
      'CON-01',
      contrat(['Date de signature', '14/10/2020'], ['Crédits FIR', 'xxxx €'], ['cf Annexe X']),
    )
    expect(bref(c)).toEqual([['bloquant', ['Contrat!B2', 'Contrat!A3']]])
    expect(c[0]!.message).toContain('« xxxx € » et « Annexe X »')
    expect(c[0]!.reference.article).toContain('article 2.2.1')
  })

  it('the enveloppes make the total, with or without the ONDAM', () => {
    const avec = (total: number) =>
      constatsAvec(
        'CON-01',
        contrat(
          ['Crédits FIR', 336_680],
          ['Crédits programme 304', 4_980_443],
          ['ONDAM', 1_185_174],
          ['Total', total],
        ),
      )
    expect(avec(5_317_123)).toEqual([])
    expect(avec(6_502_297)).toEqual([])
    expect(bref(avec(6_502_298))).toEqual([
      ['bloquant', ['Contrat!B4', 'Contrat!B2', 'Contrat!B1', 'Contrat!B3']],
    ])
  })
})

describe('CON-02, CON-03, CON-04', () => {
  const signe = (deliberation: string | null, numero: string | null = 'CP 12') =>
    constatsAvec(
      'CON-02',
      contrat(
        ['Date de signature', '14/10/2020'],
        ['Date de délibération', deliberation],
        ['N° de délibération', numero],
      ),
    )

  it('CON-02: a deliberation after the signature blocks, one that is missing asks for a word', () => {
    expect(signe('14/10/2020')).toEqual([])
    expect(bref(signe('15/10/2020'))).toEqual([['bloquant', ['Contrat!B2', 'Contrat!B1']]])
    const [c] = signe('à venir', null)
    expect(c).toMatchObject({ gravite: 'a-justifier', cellules: ['Contrat!A2', 'Contrat!A3', 'Contrat!B1'] })
    expect(c!.message).toContain('son numéro ni sa date')
  })

  it('CON-03: in 2020 the contract ends on the written day, and on no other', () => {
    const fin = (jour: ValeurEssai) => constatsAvec('CON-03', contrat(['Date de fin', jour]))
    expect(fin('31 décembre 2022')).toEqual([])
    expect(fin({ valeur: 44_926, format: 'dd/mm/yyyy' })).toEqual([])
    expect(bref(fin('30/12/2022'))).toEqual([['bloquant', ['Contrat!B1']]])
    expect(fin('01/01/2023')[0]!.reference.article).toContain('article 5')
  })

  it('CON-04: in 2024 it ends by then', () => {
    const fin = (jour: string) =>
      constatsAvec('CON-04', contrat(['Date de fin du contrat', jour]), { exercice: 2024 })
    expect(fin('30/06/2024')).toEqual([])
    expect(fin('31/12/2024')).toEqual([])
    expect(bref(fin('1er janvier 2025'))).toEqual([['bloquant', ['Contrat!B1']]])
    expect(constatsAvec('CON-03', contrat(['Date de fin', '30/06/2024']), { exercice: 2024 })).toEqual([])
  })
})

describe('CON-05, CON-06, CON-08', () => {
  it('CON-05: a denunciation to both parties, registered', () => {
    const envoi = (canal: string, ...a: string[]) =>
      constatsAvec('CON-05', {
        Envois: [
          ['Pièce', 'Date', 'Canal', 'Destinataire'],
          ...a.map((d) => ['Dénonciation du contrat', '20/12/2021', canal, d]),
        ],
      })
    expect(envoi('Lettre recommandée', 'Préfet', 'ARS')).toEqual([])
    expect(envoi('Courriel', 'Préfet', 'ARS')[0]).toMatchObject({ gravite: 'information' })
    expect(envoi('LRAR', 'Préfet')[0]!.cellules).toEqual(['Envois!A2', 'Envois!D2', 'Envois!C2'])
  })

  it('CON-06: the three parties', () => {
    const avec = (texte: string) =>
      constatsAvec('CON-06', contrat(['Date de signature', '14/10/2020'], ['Signataires', texte]))
    expect(avec('Le préfet, la directrice générale de l’ARS, le président du conseil départemental')).toEqual(
      [],
    )
    expect(bref(avec('Le préfet et le président du conseil départemental'))).toEqual([
      ['a-justifier', ['Contrat!A2', 'Contrat!B1']],
    ])
  })

  it('CON-08: the key of the IBAN, the length of the BIC, nothing repeated', () => {
    const avec = (iban: string, bic = 'AGRIFRPP882') =>
      constatsAvec('CON-08', contrat(['IBAN', iban], ['BIC', bic]))
    expect(avec(IBAN)).toEqual([])
    expect(avec('[REDACTED]', '[REDACTED]')).toEqual([])
    const [c] = avec(IBAN.replace('0189', '0198').replace('7890 189', '7890 198'))
    expect(c).toMatchObject({ gravite: 'bloquant', cellules: ['Contrat!B1'] })
    expect(JSON.stringify(c)).not.toContain('3000')
    expect(avec(IBAN.slice(0, -1))[0]!.message).toContain('26 caractères')
    expect(bref(avec(IBAN, 'AGRIFRP'))).toEqual([['bloquant', ['Contrat!B2']]])
  })
})

describe('COF-05 and COF-06', () => {
  it('COF-05: not below 2019, the sum of ASE and PMI', () => {
    const avec = (ase: number, pmi: number | null) =>
      constatsAvec(
        'COF-05',
        contrat(['Dépenses propres', 2019, 2020], ['ASE', 100_000, ase], ['PMI', 50_000, pmi]),
      )
    expect(avec(90_000, 60_000)).toEqual([])
    expect(avec(1, null)).toEqual([])
    const c = avec(90_000, 59_999.99)
    expect(bref(c)).toEqual([['bloquant', ['Contrat!C2', 'Contrat!C3', 'Contrat!B2', 'Contrat!B3']]])
    expect(c[0]!.message).toContain('0,01')
    expect(c[0]!.reference.citation).toContain('2019')
  })

  it('COF-06: 2023 is the reference of 2024', () => {
    const avec = (en2024: number) =>
      constatsAvec(
        'COF-06',
        contrat(
          ['Dépenses propres ASE et PMI 2023', 900],
          ['Dépenses propres ASE et PMI 2024', en2024],
          ['Dépenses propres ASE et PMI 2019', 9_999],
        ),
        { exercice: 2024 },
      )
    expect(avec(900)).toEqual([])
    expect(bref(avec(899))).toEqual([['bloquant', ['Contrat!B2', 'Contrat!B1']]])
  })
})

describe('DOT-05, DOT-06, DOT-07, DOT-10', () => {
  it('DOT-05: the floor of 2020, and of no other year', () => {
    const avec = (annee: number, montant: number) =>
      constatsAvec('DOT-05', contrat(['Crédits', annee], ['ONDAM', montant], ['Date de fin', '31/12/2022']))
    expect(avec(2020, 100_000)).toEqual([])
    expect(bref(avec(2020, 99_999))).toEqual([['a-justifier', ['Contrat!B2']]])
    expect(avec(2021, 99_999)).toEqual([])
  })

  const demande = (p304: number, en2023: number | null, en2022: number | null = null) =>
    constatsAvec(
      'DOT-06',
      contrat(['P304 demandé 2024', p304], ['P304 délégué 2023', en2023], ['P304 délégué 2022', en2022]),
      { exercice: 2024 },
    )
  it('DOT-06: the ceiling is what was delegated in 2023, else in 2022', () => {
    expect(demande(4_980_443, 4_980_443, 1)).toEqual([])
    expect(bref(demande(4_980_444, 4_980_443))).toEqual([['bloquant', ['Contrat!B1', 'Contrat!B2']]])
    expect(demande(700, 0, 700)).toEqual([])
    expect(bref(demande(701, 0, 700))).toEqual([['bloquant', ['Contrat!B1', 'Contrat!B3']]])
    expect(demande(701, null, 700)).toEqual([])
    expect(bref(demande(701, 0, 0))).toEqual([['a-justifier', ['Contrat!B1', 'Contrat!B2', 'Contrat!B3']]])
  })

  it('DOT-07: the plan holds in what was notified', () => {
    const avec = (notifie: number) =>
      constatsAvec('DOT-07', contrat(['P304 notifié 2024', notifie], ['Date de fin', '31/12/2024']), {
        exercice: 2024,
      })
    expect(avec(50_000)).toEqual([])
    expect(avec(49_999)[0]).toMatchObject({ gravite: 'information' })
    expect(avec(49_999)[0]!.cellules[0]).toBe('Contrat!B1')
  })

  it('DOT-10: the ONDAM renewed at the same level', () => {
    const avec = (m: number) =>
      constatsAvec(
        'DOT-10',
        contrat(['Crédits', 2020, 2021], ['ONDAM', 1_185_174, m], ['Date de fin', '31/12/2022']),
      )
    expect(avec(1_185_174)).toEqual([])
    expect(bref(avec(1_185_175))).toEqual([['information', ['Contrat!B2', 'Contrat!C2']]])
  })
})

describe('LEC-04 and LEC-05', () => {
  it('LEC-04: an impossible date is a finding, never guessed', () => {
    const avec = (jour: ValeurEssai, exercice?: number) =>
      constatsAvec('LEC-04', contrat(['Date de signature', jour]), { exercice })
    for (const bon of ['14/10/2020', '15-oct-20', 'à venir', '-', null, 44_118]) expect(avec(bon)).toEqual([])
    for (const mauvais of ['31.12.20212', '31/02/2021', 'fin octobre', 12])
      expect(bref(avec(mauvais))).toEqual([['a-justifier', ['Contrat!B1']]])
    expect(bref(avec('31.12.20242', 2024))).toEqual([['bloquant', ['Contrat!B1']]])
  })

  it('LEC-05: blanks of the models in the annexes', () => {
    const avec = (texte: string) =>
      constatsAvec('LEC-05', {
        Envois: [
          ['Pièce', 'Date', 'Canal'],
          [texte, null, null],
        ],
      })
    expect(avec('Contrat signé, annexe 10')).toEqual([])
    expect(bref(avec('Contrat signé, annexe X'))).toEqual([['a-justifier', ['Envois!A2']]])
  })
})

describe('a plan alone', () => {
  it('has none of these findings, whatever the year', () => {
    for (const exercice of [2020, 2022, 2024]) {
      const regles = controlerAvec({}, { exercice }).constats.map((c) => c.regle)
      expect(regles.filter((r) => /^(CON|CAL|RET|TDB|DOT|COF-0[567])/.test(r))).toEqual([])
    }
  })
})
