import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import type { Referentiel } from '../../shared/referentiel/referentiel.ts'
import { ajouterReferentiel, REFERENTIELS } from '../../shared/referentiel/registre.ts'
import { erreur, fonction, seul } from './essais.ts'
import { employerReferentiels } from './referentiels.ts'
import { VERSION_PRODUIT } from './version.ts'

const version = fonction('VERSION')

describe('=CDPPE.VERSION', () => {
  it('names every référentiel with the date of its data, then the product as package.json versions it', () => {
    const paquet = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    expect(VERSION_PRODUIT).toBe(paquet.version)
    const texte = seul(version()) as string
    for (const r of REFERENTIELS)
      expect(texte).toContain(`${r.id} (données du ${r.version.split('-').reverse().join('/')})`)
    expect(texte.endsWith(` ${VERSION_PRODUIT}`)).toBe(true)
  })
})

describe('a référentiel that an administrator loads', () => {
  const nouveau: Referentiel = {
    ...REFERENTIELS[2]!,
    id: 'essai 2030',
    version: '2030-02-01',
    exercices: [2030],
    retroplanning: [],
  }

  afterEach(() => employerReferentiels(REFERENTIELS))

  it('answers in every function from then on, and is the one meant without an exercice', () => {
    const enveloppes = fonction('ENVELOPPES')
    expect(seul(enveloppes(9, 2030))).toEqual(erreur('#N/A', /non chargé/))
    employerReferentiels(ajouterReferentiel(REFERENTIELS, nouveau))
    expect(enveloppes(9, 2030)).toEqual([['ONDAM']])
    expect(seul(fonction('ELIGIBLE')(9, 'ONDAM', 2030))).toBe(true)
    expect(seul(fonction('MOTIF')(27, 'FIR'))).toMatch(/référentiel essai 2030/)
    expect(fonction('OBJECTIF')(1)[0]![2]).toBe('obligatoire')
    expect(seul(version())).toContain('essai 2030 (données du 01/02/2030)')
  })

  it('does not change what the other years answer', () => {
    const eligible = fonction('ELIGIBLE')
    const avant = [2020, 2022, 2024].map((x) => seul(eligible(9, 'FIR', x)))
    employerReferentiels(ajouterReferentiel(REFERENTIELS, nouveau))
    expect([2020, 2022, 2024].map((x) => seul(eligible(9, 'FIR', x)))).toEqual(avant)
    expect(seul(eligible(9, 'FIR', 2031))).toEqual(erreur('#N/A', /essai 2030/))
  })

  it('leaves the cells to say what no référentiel holds', () => {
    employerReferentiels([nouveau])
    expect(seul(fonction('RETROPLANNING')(44134))).toEqual(erreur('#N/A', /rétroplanning/))
    expect(seul(fonction('ELIGIBLE')(9, 'FIR', 2020))).toEqual(erreur('#N/A', /2020/))
  })
})
