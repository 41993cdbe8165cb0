import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classeurDe } from '../classeur/fabrique.ts'
import type { Classeur } from '../classeur/classeur.ts'
import { controler } from './controler.ts'
import { rapportEnJson } from './json.ts'
import {
  CLE_JUSTIFICATIONS,
  ecrireJustifications,
  lireJustifications,
  refusSaisie,
  type Justification,
} from './justifications.ts'
import { nombreJustifies, rapprocher } from './rapprocher.ts'
import type { Constat } from './rapport.ts'

const TEXTE = 'Le Département complète cette part par un avenant voté en mars.'

function justification(valeurs: Partial<Justification> = {}): Justification {
  return {
    regle: 'COF-04',
    cellules: ['Plan!F2', 'Plan!G2'],
    constate: 'rien',
    texte: TEXTE,
    auteur: 'Anne Martin',
    le: '2024-03-03T13:05:00.000Z',
    ...valeurs,
  }
}

function constat(valeurs: Partial<Constat> = {}): Constat {
  return {
    regle: 'COF-04',
    gravite: 'a-justifier',
    cellules: ['Plan!G2', 'Plan!F2'],
    message: 'Message.',
    constate: 'rien',
    attendu: 'quelque chose',
    reference: { texte: 'circulaire', article: 'annexe 4', source: 'S001', verifieLe: '2024-01-01' },
    correction: null,
    ...valeurs,
  }
}

describe('the justifications kept in a workbook', () => {
  it('reads what it writes', () => {
    const texte = fc.string({ minLength: 20, maxLength: 60 }).filter((t) => t.trim().length >= 20)
    fc.assert(
      fc.property(fc.array(texte, { maxLength: 5 }), (textes) => {
        const gardees = textes.map((t) => justification({ texte: t }))
        expect(lireJustifications(ecrireJustifications(gardees))).toEqual({
          justifications: gardees,
          illisibles: false,
        })
      }),
    )
  })

  it('is none, and nothing to say, where there is no text', () => {
    for (const texte of [null, undefined, '', ' '])
      expect(lireJustifications(texte)).toEqual({ justifications: [], illisibles: false })
  })

  it.each([
    ['no JSON', '[{'],
    ['no array', '{}'],
    ['a field too many', JSON.stringify([{ ...justification(), valide: true }])],
    ['a field missing', JSON.stringify([{ ...justification(), le: undefined }])],
    ['a text too short', JSON.stringify([justification({ texte: 'ok' })])],
    ['nobody', JSON.stringify([justification({ auteur: '  ' })])],
    ['no instant', JSON.stringify([justification({ le: 'le 3 mars à midi pile ou' })])],
    ['cells that are none', JSON.stringify([{ ...justification(), cellules: [3] }])],
    ['one good, one not', JSON.stringify([justification(), 3])],
  ])('takes none of a damaged text: %s', (_, texte) => {
    expect(lireJustifications(texte)).toEqual({ justifications: [], illisibles: true })
  })

  it('refuses a text that answers nothing, and a name that names nobody', () => {
    expect(refusSaisie(TEXTE, 'Anne Martin')).toBeNull()
    expect(refusSaisie('  vu  ', 'Anne Martin')).toEqual({
      texte: 'Écrivez au moins 20 signes : ce qui explique ce point, pour qui lira le contrat.',
      auteur: null,
    })
    expect(refusSaisie(TEXTE, ' ')?.auteur).toBe('Indiquez le nom de la personne qui justifie.')
    expect(refusSaisie('a'.repeat(2001), 'A'.repeat(121))).toEqual({
      texte: 'Le texte dépasse 2000 signes : résumez-le.',
      auteur: 'Le nom dépasse 120 signes.',
    })
  })
})

describe('which justification answers which constat', () => {
  it('answers the same finding on the same cells, in whatever order', () => {
    const r = rapprocher([constat()], [justification()])
    expect(r.constats[0]!.justification).toEqual(justification())
    expect(r.constats[0]!.justificationARevoir).toBeUndefined()
    expect(r.justifications).toEqual([{ ...justification(), etat: 'en-vigueur' }])
    expect(nombreJustifies(r.constats)).toBe(1)
  })

  it.each([
    ['the finding has changed', constat({ constate: 'autre chose' })],
    ['rows were inserted above', constat({ cellules: ['Plan!F9', 'Plan!G9'] })],
    ['the point blocks now', constat({ gravite: 'bloquant' })],
  ])('is to be read again where %s', (_, c) => {
    const r = rapprocher([c], [justification()])
    expect(r.constats[0]!.justification).toBeUndefined()
    expect(r.constats[0]!.justificationARevoir).toEqual(justification())
    expect(r.justifications[0]!.etat).toBe('a-revoir')
    expect(nombreJustifies(r.constats)).toBe(0)
  })

  it('is kept without object where its constat is gone, and answers no other rule', () => {
    const r = rapprocher([constat({ regle: 'COF-05' })], [justification()])
    expect(r.constats).toEqual([constat({ regle: 'COF-05' })])
    expect(r.justifications).toEqual([{ ...justification(), etat: 'sans-objet' }])
  })

  it('never answers an information', () => {
    const r = rapprocher([constat({ gravite: 'information' })], [justification()])
    expect(r.constats[0]!.justification).toBeUndefined()
  })
})

/** A plan with points to justify, and what is kept in it. */
function plan(donnees?: Record<string, string>): Classeur {
  const classeur = classeurDe({
    Plan: [
      ['N°', 'Objectif', 'Intitulé', 'Exercice', 'Enveloppe', 'Part État', 'Part Département'],
      ['1', 'Objectif 2', 'Bilans de santé', 2020, 'FIR', 1000, 1000],
    ],
  })
  return donnees ? { ...classeur, donnees } : classeur
}

describe('the check of a workbook that keeps justifications', () => {
  const point = controler(plan()).constats.find((c) => c.gravite === 'a-justifier')!
  const sienne = justification({ regle: point.regle, cellules: point.cellules, constate: point.constate })

  it('carries them in the report and in what is signed; the status stays', () => {
    const rapport = controler(plan({ [CLE_JUSTIFICATIONS]: ecrireJustifications([sienne]) }))
    expect(rapport.statut).toBe(controler(plan()).statut)
    expect(nombreJustifies(rapport.constats)).toBe(1)
    const json = rapportEnJson(rapport)
    expect(json.justifications).toEqual([{ ...sienne, etat: 'en-vigueur' }])
    expect(json.constats.find((c) => c.justification)?.justification).toEqual(sienne)
  })

  it('says that they are damaged, and goes on without', () => {
    const rapport = controler(plan({ [CLE_JUSTIFICATIONS]: '[' }))
    expect(rapport.justifications).toEqual([])
    expect(rapport.comprehension.phrases.at(-1)).toMatch(/^Les justifications .* sont endommagées/)
    expect(controler(plan()).comprehension.phrases.join()).not.toMatch(/justifications/)
  })
})
