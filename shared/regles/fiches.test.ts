import { describe, expect, it } from 'vitest'
import type { ValeurEssai } from '../classeur/fabrique.ts'
import { COL, constatsAvec, controlerAvec, rang } from './essais.ts'

/** Fiches action of the shape of annexe 5.4, one a sheet. */

const RUBRIQUES: [string, string][] = [
  ['Référent (personne ou institution)', 'Direction de l’enfance'],
  ['Constat du diagnostic', 'Un besoin constaté'],
  ['Objectif opérationnel', 'Répondre au besoin'],
  ['Description de l’action', 'Médecins et psychologues ; PJJ, Éducation nationale, police'],
  ['Identification des acteurs à mobiliser', 'Département, ARS'],
  [
    'Moyens financiers prévisionnels',
    'Financement Etat : 10 000 € Financement CD : 12 000 € Financements autres : 0 €',
  ],
  ['Calendrier prévisionnel', '2020'],
  ['Indicateurs de mise en œuvre de l’action', 'Nombre de familles'],
  ['Points de vigilance', 'Aucun retard'],
]

function fiche(numero: number | string, changer: Record<string, string | null> = {}): ValeurEssai[][] {
  return [
    [`FICHE ACTION N° ${numero} Création d’un dispositif`],
    ...RUBRIQUES.flatMap(([libelle, contenu]) => {
      const debut = Object.keys(changer).find((d) => libelle.startsWith(d))
      if (debut !== undefined && changer[debut] === undefined) return []
      return [[libelle, debut === undefined ? contenu : changer[debut]]]
    }),
    ...Object.entries(changer)
      .filter(([d]) => !RUBRIQUES.some(([l]) => l.startsWith(d)))
      .map(([d, c]) => [d, c]),
  ]
}
const fiches = (changer: Record<number, Record<string, string | null>> = {}) =>
  Object.fromEntries(
    Array.from({ length: 11 }, (_, i) => [`Fiche ${i + 1}`, fiche(i + 1, changer[i + 1])] as const),
  )
const bref = (c: { gravite: string; cellules: string[] }[]) => c.map((x) => [x.gravite, x.cellules])

describe('fiches action', () => {
  it('that answer the plan add no finding, and are said to have been read', () => {
    const rapport = controlerAvec(fiches())
    expect(rapport.constats).toEqual([])
    expect(rapport.comprehension.phrases.join(' ')).toContain('11 fiches action reconnues')
  })

  it('FIC-01: a rubrique that is required and empty, the model’s blank lines included', () => {
    expect(bref(constatsAvec('FIC-01', fiches({ 3: { Calendrier: null } })))).toEqual([
      ['a-justifier', ['Fiche 3!A8']],
    ])
    const vide = { Moyens: 'Financement Etat : Financement CD : Financements autres :', 'Public-cible': null }
    const [c] = constatsAvec('FIC-01', fiches({ 2: vide }))
    expect(c!.cellules).toEqual(['Fiche 2!A7', 'Fiche 2!A11'])
    expect(c!.reference.article).toBe('annexe 4, I')
  })

  it('FIC-02: a line of the model that is not there', () => {
    const f = fiches()
    f['Fiche 4'] = f['Fiche 4']!.filter((l) => l[0] !== 'Points de vigilance')
    expect(bref(constatsAvec('FIC-02', fiches()))).toEqual([])
    expect(bref(constatsAvec('FIC-02', f))).toEqual([['information', ['Fiche 4!A1']]])
  })

  it('FIC-05: plan and fiches answer one another', () => {
    const f = fiches()
    f['Fiche 5'] = fiche('5 bis')
    const c = constatsAvec('FIC-05', f)
    expect(bref(c)).toEqual([
      ['a-justifier', ['Plan!A6']],
      ['a-justifier', ['Fiche 5!A1']],
    ])
    expect(c[0]!.message).toContain('action 5 ')
  })

  it('FIC-04: a calendar for each action, where the plan has that column', () => {
    const avec = (vide: boolean) =>
      constatsAvec(
        'FIC-04',
        {},
        {
          changer: (r) => {
            for (const [i, l] of r.entries()) l.push(i === 0 ? 'Calendrier' : vide && i === 2 ? null : 44_000)
          },
        },
      )
    expect(avec(false)).toEqual([])
    expect(bref(avec(true))).toEqual([['a-justifier', ['Plan!K3']]])
  })

  it('GOU-06 and GOU-07: what the fiches of objectifs 6 and 7 have to speak of', () => {
    expect(bref(constatsAvec('GOU-06', fiches({ 6: { Description: 'Médecins référents' } })))).toEqual([
      ['a-justifier', ['Fiche 6!A1']],
    ])
    const [c] = constatsAvec('GOU-07', fiches({ 7: { Description: 'DTPJJ et gendarmerie' } }))
    expect(c).toMatchObject({ gravite: 'a-justifier', cellules: ['Fiche 7!A1'] })
    expect(c!.constate).toBe('sans mention : l’Éducation nationale')
  })

  it('ENV-09: a public of the PMI alone is not that of the ONDAM', () => {
    const avec = (numero: number, qui: string) =>
      bref(constatsAvec('ENV-09', fiches({ [numero]: { 'Public-cible': qui } })))
    expect(avec(9, 'Enfants confiés à l’ASE')).toEqual([])
    expect(avec(1, 'Enfants suivis par la PMI')).toEqual([])
    expect(avec(9, 'Enfants suivis par la PMI')).toEqual([['a-justifier', ['Fiche 9!B11']]])
  })

  it('NAT-18: the four clauses of parrainage', () => {
    const avec = (description: string) =>
      constatsAvec(
        'NAT-18',
        { F12: fiche(12, { Description: description }) },
        { changer: (r) => r.push([12, 'Objectif 23', 'Parrainage', 2020, 'P304', 5, 9, 1, 1, 1]) },
      )
    expect(
      avec('Honorabilité vérifiée, besoins fondamentaux, convention signée, supervision des bénévoles'),
    ).toEqual([])
    const [c] = avec('Honorabilité vérifiée, convention signée, supervision')
    expect(c).toMatchObject({ gravite: 'a-justifier', cellules: ['F12!A1'] })
    expect(c!.constate).toContain('besoins fondamentaux')
  })

  it('FIC-06 and FIC-07: annexes and budget of the contract of 2024', () => {
    const contrat: ValeurEssai[][] = [
      ['Date de signature', '10/12/2024'],
      ['Crédits FIR', 50_000],
    ]
    const en = { exercice: 2024 }
    expect(constatsAvec('FIC-06', { Contrat: contrat }, en)).toEqual([])
    expect(bref(constatsAvec('FIC-06', { Contrat: contrat, ...fiches() }, en))).toEqual([
      ['a-justifier', ['Contrat!B1', 'Fiche 1!A1']],
    ])
    expect(constatsAvec('FIC-07', { Contrat: contrat }, en)).toEqual([])
    contrat[1]![1] = 50_001
    const [c] = constatsAvec('FIC-07', { Contrat: contrat }, en)
    expect(c).toMatchObject({ gravite: 'a-justifier' })
    expect(c!.cellules).toEqual(['Contrat!B2', 'Plan!F2', 'Plan!F3', 'Plan!F4', 'Plan!F5', 'Plan!F6'])
  })
})

describe('columns of the plan', () => {
  it('ENV-07: the ONDAM is not paid to the department', () => {
    const avec = (objectif: number, qui: string) =>
      bref(
        constatsAvec(
          'ENV-07',
          {},
          {
            changer: (r) => {
              r[0]!.push('Bénéficiaire')
              r[rang(objectif)]!.push(qui)
            },
          },
        ),
      )
    expect(avec(9, 'IME Les Tilleuls')).toEqual([])
    expect(avec(6, 'Département')).toEqual([])
    expect(avec(9, 'Conseil départemental')).toEqual([['a-justifier', ['Plan!K10', 'Plan!F10']]])
  })

  it('NAT-17: a double authorisation has its line of programme 177', () => {
    const avec = (intitule: string) =>
      bref(
        constatsAvec(
          'NAT-17',
          {},
          { changer: (r) => r.push([12, 'Objectif 21', intitule, 2020, 'P304', 5, 9, 1, 1, 1]) },
        ),
      )
    expect(avec('Centre parental')).toEqual([])
    expect(avec('Centre parental à double autorisation (dont programme 177)')).toEqual([])
    expect(avec('Centre parental à double autorisation')).toEqual([['information', ['Plan!C13']]])
    expect(COL.intitule).toBe(2)
  })
})
