import { describe, expect, it } from 'vitest'
import type { ValeurEssai } from '../classeur/fabrique.ts'
import { COL, constatsAvec } from './essais.ts'

/** Governance, order of dates, payments and yearly reports, from the contract sheet. */

const contrat = (...lignes: ValeurEssai[][]) => ({ Contrat: lignes })
const bref = (c: { gravite: string; cellules: string[] }[]) => c.map((x) => [x.gravite, x.cellules])

describe('governance', () => {
  it('GOU-02: the ODPE before the assembly', () => {
    const odpe = (jour: string) =>
      bref(
        constatsAvec(
          'GOU-02',
          contrat(['Présentation à l’ODPE', jour], ['Date de l’assemblée départementale', '28/09/2020']),
        ),
      )
    expect(odpe('27/09/2020')).toEqual([])
    expect(odpe('28/09/2020')).toEqual([['information', ['Contrat!B1', 'Contrat!B2']]])
  })

  it('GOU-03: a signed contract has its date of ODPE', () => {
    const avec = (...l: ValeurEssai[][]) =>
      bref(constatsAvec('GOU-03', contrat(['Date de signature', '14/10/2020'], ...l)))
    expect(avec(['Présentation à l’ODPE', '15/09/2020'])).toEqual([])
    expect(avec(['Présentation à l’ODPE', 'à venir'])).toEqual([
      ['a-justifier', ['Contrat!A2', 'Contrat!B1']],
    ])
    expect(avec()).toEqual([['a-justifier', ['Contrat!B1']]])
  })

  it('GOU-11: the ODPE conforms before the end of 2020', () => {
    const le = (jour: string) =>
      bref(constatsAvec('GOU-11', contrat(['Arrêté de composition de l’ODPE', jour])))
    expect(le('31/12/2020')).toEqual([])
    expect(le('01/01/2021')).toEqual([['a-justifier', ['Contrat!B1']]])
  })

  it('GOU-17: a department of annexe 1, however it is written', () => {
    const de = (nom: string) => bref(constatsAvec('GOU-17', contrat(['Département', nom])))
    for (const nom of [
      'Pas-de-Calais',
      '62 - Pas de Calais',
      'Département du Nord',
      'VAL D’OISE',
      'Réunion',
      'Collectivité de Corse',
    ])
      expect([nom, de(nom)]).toEqual([nom, []])
    expect(de('Seine-Saint-Denis')).toEqual([['a-justifier', ['Contrat!B1']]])
  })

  it('GOU-18: who orders the spending', () => {
    const p304 = (qui: string) => bref(constatsAvec('GOU-18', contrat(['Ordonnateur du programme 304', qui])))
    expect(p304('Le préfet du département')).toEqual([])
    expect(p304('Le président du conseil départemental')).toEqual([['bloquant', ['Contrat!B1']]])
  })

  it('ENV-14 and ENV-15: the budget lines of the contract', () => {
    const ecrit = (regle: string, libelle: string, code: string) =>
      bref(constatsAvec(regle, contrat([libelle, code]), { exercice: 2024 }))
    expect(ecrit('ENV-15', 'Imputation P304', 'activité 0304 50 17 19 01')).toEqual([])
    expect(ecrit('ENV-15', 'Imputation P304', '030450171902')).toEqual([['bloquant', ['Contrat!B1']]])
    expect(ecrit('ENV-14', 'Compte de destination FIR', '1-2-34')).toEqual([])
    expect(ecrit('ENV-14', 'Compte de destination FIR', '1-2-35')).toEqual([['information', ['Contrat!B1']]])
  })
})

describe('order of dates', () => {
  it('RET-02, RET-03, RET-04', () => {
    const apres = (regle: string, a: [string, string], b: [string, string]) =>
      bref(constatsAvec(regle, contrat(a, b)))
    const definitif: [string, string] = ['Document définitif', '14/08/2020']
    const trop = [['information', ['Contrat!B2', 'Contrat!B1']]]
    expect(apres('RET-02', definitif, ['Date de signature', '14/10/2020'])).toEqual([])
    expect(apres('RET-02', definitif, ['Date de signature', '13/10/2020'])).toEqual(trop)
    expect(apres('RET-03', definitif, ['Assemblée départementale', '28/09/2020'])).toEqual([])
    expect(apres('RET-03', definitif, ['Assemblée départementale', '27/09/2020'])).toEqual(trop)
    expect(apres('RET-04', ['Date de signature', '14/10/2020'], ['Date d’effet', '14/10/2020'])).toEqual([])
    expect(apres('RET-04', ['Date de signature', '14/10/2020'], ['Date d’effet', '13/10/2020'])).toEqual(trop)
  })

  it('VER-02 and VER-03: payments after the signature, after the report of the year before', () => {
    const verse = (jour: string) =>
      bref(constatsAvec('VER-02', contrat(['Date de signature', '14/10/2020'], ['Versement P304', jour])))
    expect(verse('14/10/2020')).toEqual([])
    expect(verse('13/10/2020')).toEqual([['information', ['Contrat!B2', 'Contrat!B1']]])
    const rapport = (jour: string) =>
      bref(
        constatsAvec(
          'VER-03',
          contrat(
            ['Date de versement P304 2021', '15/07/2021'],
            ['Bilan 2020 : transmission au préfet', null],
            ['Transmission du bilan 2020 au préfet', jour],
          ),
        ),
      )
    expect(rapport('15/07/2021')).toEqual([])
    expect(rapport('16/07/2021')).toEqual([['a-justifier', ['Contrat!B1', 'Contrat!B3']]])
  })
})

describe('the yearly report', () => {
  const ENTETES = [
    'Exercice',
    'Projet de bilan au préfet',
    'Avis de l’ODPE',
    'Arrêté conjoint',
    'Délibération sur le bilan',
    'Transmission au préfet',
    'Transmission à l’ARS',
  ]
  const bilan = (...dates: (string | null)[]) => ({
    'Contrat et bilans': [['Bilans'], ENTETES, [2020, ...dates]] as ValeurEssai[][],
  })
  const B = (a: string) => `Contrat et bilans!${a}`
  const JUSTE = ['01/03/2021', '01/04/2021', '15/04/2021', '10/06/2021', '20/06/2021', '20/06/2021']

  it('in order adds no finding', () => {
    for (const regle of ['BIL-01', 'BIL-02', 'BIL-05', 'BIL-07', 'BIL-10', 'LEC-04'])
      expect([regle, constatsAvec(regle, bilan(...JUSTE))]).toEqual([regle, []])
  })

  it('BIL-01 and BIL-02: by 30 June, the very day disputed', () => {
    expect(bref(constatsAvec('BIL-01', bilan(...JUSTE.with(2, '30/06/2021'))))).toEqual([
      ['a-justifier', [B('D3')]],
    ])
    expect(constatsAvec('BIL-01', bilan(...JUSTE.with(2, '30/06/2021')))[0]!.message).toContain('jour même')
    expect(bref(constatsAvec('BIL-01', bilan(...JUSTE.with(2, '01/07/2021'))))).toEqual([
      ['a-justifier', [B('D3')]],
    ])
    const c = constatsAvec('BIL-02', bilan(...JUSTE.with(5, '01/07/2021')))
    expect(bref(c)).toEqual([['a-justifier', [B('G3')]]])
    expect(c[0]!.reference.article).toContain('article 3')
  })

  it('BIL-03: in 2024, within a year of the signature', () => {
    const le = (jour: string) =>
      bref(
        constatsAvec(
          'BIL-03',
          contrat(['Date de signature', '10/12/2024'], ['Transmission du bilan au préfet', jour]),
          { exercice: 2024 },
        ),
      )
    expect(le('10/12/2025')).toEqual([])
    expect(le('11/12/2025')).toEqual([['a-justifier', ['Contrat!B2']]])
  })

  it('BIL-04: in 2024, one year from the signature', () => {
    const periode = (debut: string, fin: string) =>
      bref(
        constatsAvec(
          'BIL-04',
          contrat(
            ['Date de signature', '10/12/2024'],
            ['Période du rapport : début', debut],
            ['Fin de la période du rapport', fin],
          ),
          { exercice: 2024 },
        ),
      )
    expect(periode('10/12/2024', '10/12/2025')).toEqual([])
    expect(periode('10/12/2024', '09/12/2025')).toEqual([])
    expect(periode('01/01/2025', '31/12/2025')).toEqual([
      ['a-justifier', ['Contrat!B2', 'Contrat!B3', 'Contrat!B1']],
    ])
  })

  it('BIL-05: a rendered year has what was spent', () => {
    const c = constatsAvec('BIL-05', bilan(...JUSTE), { changer: (r) => void (r[6]![COL.execute] = null) })
    expect(bref(c)).toEqual([['a-justifier', ['Plan!A7']]])
    expect(constatsAvec('BIL-05', {}, { changer: (r) => void (r[6]![COL.execute] = null) })).toEqual([])
  })

  it('BIL-07: the steps in their order', () => {
    expect(bref(constatsAvec('BIL-07', bilan(...JUSTE.with(1, '20/04/2021'))))).toEqual([
      ['a-justifier', [B('D3'), B('C3')]],
    ])
  })

  it('BIL-10: a rendered report has been through the ODPE', () => {
    const c = constatsAvec('BIL-10', bilan(...(JUSTE as (string | null)[]).with(1, null)))
    expect(c).toHaveLength(1)
    expect(c[0]).toMatchObject({ gravite: 'a-justifier', constate: 'aucune date d’ODPE' })
    expect(c[0]!.cellules).toContain(B('D3'))
  })
})
