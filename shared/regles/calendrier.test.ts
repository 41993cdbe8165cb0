import { describe, expect, it } from 'vitest'
import type { ValeurEssai } from '../classeur/fabrique.ts'
import { constatsAvec } from './essais.ts'

/** The list of sendings and the dates of the contract beside the échéances of each text. */

type Ligne = [piece: string, date: ValeurEssai, canal?: string, destinataire?: string]

const ENVOIS = (...lignes: Ligne[]) => ({ Envois: [['Pièce', 'Date', 'Canal', 'Destinataire'], ...lignes] })
const DGCS = 'dgcs-contrats-enfance@social.gouv.fr'
const bref = (c: { gravite: string; cellules: string[] }[]) => c.map((x) => [x.gravite, x.cellules])
const en2020 = (regle: string, ...l: Ligne[]) => constatsAvec(regle, ENVOIS(...l))
const en2024 = (regle: string, ...l: Ligne[]) => constatsAvec(regle, ENVOIS(...l), { exercice: 2024 })

describe('2020', () => {
  it('CAL-01: signed before 15 October; that very day is disputed; nothing asked of 2021', () => {
    const signe = (jour: string, exercice = 2020) =>
      constatsAvec('CAL-01', { Contrat: [['Date de signature', jour]] }, { exercice })
    expect(signe('14/10/2020')).toEqual([])
    expect(signe('15/10/2020')[0]!.message).toContain('rétroplanning')
    expect(bref(signe('16/10/2020'))).toEqual([['a-justifier', ['Contrat!B1']]])
    expect(signe('16/10/2020')[0]!.reference.article).toBe('I-B')
    expect(signe('16/10/2021', 2021)).toEqual([])
  })

  it('CAL-02: contacts by 15 June, the day included', () => {
    expect(en2020('CAL-02', ['Coordonnées des contacts', '15/06/2020', 'Courriel', DGCS])).toEqual([])
    expect(bref(en2020('CAL-02', ['Contacts', '16/06/2020', 'Courriel', DGCS]))).toEqual([
      ['a-justifier', ['Envois!B2', 'Envois!A2']],
    ])
  })

  it('CAL-03: the first version before 30 July, its three pieces; a final version says nothing', () => {
    const piece = (jour: string) =>
      en2020(
        'CAL-03',
        ['Tableau de bord (v1)', '20/07/2020', 'Courriel', DGCS],
        ['Plan d’action (v1)', '21/07/2020', 'Courriel', DGCS],
        ['Fiches actions (v1)', jour, 'Courriel', DGCS],
        ['Fiches actions définitives', '20/10/2020', 'Courriel', DGCS],
      )
    expect(piece('29/07/2020')).toEqual([])
    expect(bref(piece('30/07/2020'))).toEqual([['a-justifier', ['Envois!B4', 'Envois!A4']]])
  })

  it('CAL-04: the draft by 15 September; the earliest sending counts, to the DGCS', () => {
    expect(en2020('CAL-04', ['Projet de contrat', '15/09/2020', '', DGCS])).toEqual([])
    expect(
      en2020(
        'CAL-04',
        ['Projet de contrat', '15/09/2020', '', DGCS],
        ['Projet de contrat', '20/09/2020', '', DGCS],
      ),
    ).toEqual([])
    expect(
      bref(
        en2020(
          'CAL-04',
          ['Projet de contrat', '01/09/2020', '', 'Préfet'],
          ['Projet de contrat', '16/09/2020', '', DGCS],
        ),
      ),
    ).toEqual([['a-justifier', ['Envois!B3', 'Envois!A3']]])
  })

  it('CAL-05: nothing is sent as signed before the signature', () => {
    const envoi = (jour: string) =>
      constatsAvec('CAL-05', {
        Contrat: [['Date de signature', '14/10/2020']],
        ...ENVOIS(['Contrat signé et annexes', jour, 'Courriel', DGCS]),
      })
    expect(envoi('14/10/2020')).toEqual([])
    expect(bref(envoi('13/10/2020'))).toEqual([['a-justifier', ['Envois!B2', 'Contrat!B1']]])
  })

  it('CAL-08: the address of the text, corrected in one click', () => {
    const vers = (adresse: string) =>
      en2020('CAL-08', ['Projet de contrat', '01/09/2020', 'Courriel', adresse])
    expect(vers(DGCS)).toEqual([])
    expect(vers('prefecture@departement.example')).toEqual([])
    expect(vers('dqcs-contrats-enfance@social.gouv.fr')[0]).toMatchObject({
      gravite: 'a-justifier',
      cellules: ['Envois!D2', 'Envois!A2'],
      correction: { cellule: 'Envois!D2', valeur: DGCS },
    })
    expect(vers('DGCS : dgcs-contrat-enfance@social.gouv.fr')[0]!.correction).toBeNull()
  })
})

describe('2024', () => {
  it('CAL-09: the misprint of the instruction is refused by name', () => {
    const vers = (adresse: string) =>
      en2024('CAL-09', ['Projet de contrat', '01/10/2024', 'Courriel', adresse])
    expect(vers(DGCS)).toEqual([])
    expect(vers('dqcs-contrats-enfance@social.gouv.fr')[0]).toMatchObject({
      gravite: 'bloquant',
      cellules: ['Envois!D2', 'Envois!A2'],
      attendu: DGCS,
    })
    expect(en2024('CAL-08', ['Projet', '01/10/2024', '', 'dqcs-contrats-enfance@social.gouv.fr'])).toEqual([])
  })

  it('CAL-10: green until the eve, a word on the 31st, blocked after', () => {
    const le = (jour: string) => en2024('CAL-10', ['Projet de contrat', jour, 'Courriel', DGCS])
    expect(le('30/10/2024')).toEqual([])
    expect(bref(le('31/10/2024'))).toEqual([['a-justifier', ['Envois!B2', 'Envois!A2']]])
    expect(bref(le('01/11/2024'))).toEqual([['bloquant', ['Envois!B2', 'Envois!A2']]])
    expect(le('01/11/2024')[0]!.reference.citation).toContain('délai de rigueur')
    expect(bref(en2024('CAL-10', ['Plan d’action', '02/11/2024', 'EUSurvey']))).toEqual([
      ['bloquant', ['Envois!B2', 'Envois!A2']],
    ])
  })

  it('CAL-11 and CAL-12: candidature and demand, in the contract or in the list', () => {
    const au = (regle: string, libelle: string, jour: string) =>
      bref(
        constatsAvec(
          regle,
          {
            Contrat: [
              [libelle, jour],
              ['Date de fin', '31/12/2024'],
            ],
          },
          { exercice: 2024 },
        ),
      )
    expect(au('CAL-11', 'Acte de candidature', '30/10/2024')).toEqual([])
    expect(au('CAL-11', 'Acte de candidature', '01/11/2024')).toEqual([['a-justifier', ['Contrat!B1']]])
    expect(au('CAL-12', 'Date de la demande P304', '30/10/2024')).toEqual([])
    expect(au('CAL-12', 'Date de la demande P304', '31/10/2024')).toEqual([['a-justifier', ['Contrat!B1']]])
    expect(au('CAL-12', 'Date de la demande P304', '01/11/2024')).toEqual([['bloquant', ['Contrat!B1']]])
    expect(bref(en2024('CAL-12', ['Demande de crédits P304', '04/11/2024']))).toEqual([
      ['bloquant', ['Envois!B2', 'Envois!A2']],
    ])
  })

  it('CAL-13: by 15 December and not before the signature', () => {
    const le = (jour: string) =>
      bref(
        constatsAvec(
          'CAL-13',
          { Contrat: [['Date de signature', '10/12/2024']], ...ENVOIS(['Contrat signé', jour, '', DGCS]) },
          { exercice: 2024 },
        ),
      )
    expect(le('15/12/2024')).toEqual([])
    expect(le('16/12/2024')).toEqual([['a-justifier', ['Envois!B2', 'Envois!A2']]])
    expect(le('09/12/2024')).toEqual([['a-justifier', ['Envois!B2', 'Contrat!B1']]])
  })

  it('CAL-14: the signed contract goes with the tableau de bord and the fiches actions', () => {
    const avec = (...pieces: string[]) =>
      en2024('CAL-14', ...pieces.map((p): Ligne => [p, '12/12/2024', 'Courriel', DGCS]))
    expect(avec('Contrat signé', 'Tableau de bord PMI et fiches actions')).toEqual([])
    expect(avec('Projet de contrat')).toEqual([])
    const c = avec('Contrat signé', 'Tableau de bord des indicateurs PMI')
    expect(bref(c)).toEqual([['a-justifier', ['Envois!A2']]])
    expect(c[0]!.message).toContain('fiches actions')
  })

  it('FIC-08: the plan goes through the form', () => {
    expect(en2024('FIC-08', ['Plan d’action', '01/10/2024', 'EUSurvey'])).toEqual([])
    expect(bref(en2024('FIC-08', ['Plan d’action', '01/10/2024', 'Courriel', DGCS]))).toEqual([
      ['a-justifier', ['Envois!C2']],
    ])
  })
})
