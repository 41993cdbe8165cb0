import { describe, expect, it } from 'vitest'
import { ENVELOPPES } from '../../shared/referentiel/referentiel.ts'
import { REFERENTIELS } from '../../shared/referentiel/registre.ts'
import { colonne, erreur, fonction, seul } from './essais.ts'
import { ErreurFormule } from './erreur.ts'

const eligible = fonction('ELIGIBLE')
const enveloppes = fonction('ENVELOPPES')
const objectif = fonction('OBJECTIF')

/** Every year that ships and one on either side, every objectif and one on either side. */
const EXERCICES = [2019, 2020, 2021, 2022, 2023, 2024, 2025]
const NUMEROS = Array.from({ length: 31 }, (_, i) => i)

describe('=CDPPE.ENVELOPPES', () => {
  it.each(EXERCICES)('agrees with ELIGIBLE for every objectif and enveloppe of %i', (exercice) => {
    const parLigne = enveloppes(colonne(...NUMEROS), exercice)
    for (const numero of NUMEROS) {
      const reponses = ENVELOPPES.map((e) => seul(eligible(numero, e, exercice)))
      const admises = ENVELOPPES.filter((_, i) => reponses[i] === true)
      const seules = enveloppes(numero, exercice)
      if (admises.length > 0) expect(seules, `${numero}`).toEqual([admises])
      else {
        // No VRAI: the same error as ELIGIBLE, never an empty list.
        const faute = reponses.find((r) => r instanceof ErreurFormule)
        expect(seul(seules), `${numero}`).toMatchObject({ code: (faute as ErreurFormule).code })
      }
      expect(parLigne[numero]!.filter((c) => c !== '')).toEqual(seules[0])
    }
  })

  it('spills to the right of a cell and of a column, downwards under a row', () => {
    expect(enveloppes(24)).toEqual([['P304', 'ONDAM']])
    expect(enveloppes(colonne(1, 24, ''))).toEqual([
      ['FIR', ''],
      ['P304', 'ONDAM'],
      ['', ''],
    ])
    expect(enveloppes([[1, 24]])).toEqual([
      ['FIR', 'P304'],
      ['', 'ONDAM'],
    ])
  })

  it('has no room for a rectangle, and says what to give', () => {
    const phrase = erreur('#VALUE!', /une seule colonne/)
    expect(
      seul(
        enveloppes([
          [1, 2],
          [3, 4],
        ]),
      ),
    ).toEqual(phrase)
    expect(seul(enveloppes(colonne(1, 2), [[2020, 2024]]))).toEqual(phrase)
  })

  it('takes an exercice for each row', () => {
    expect(enveloppes(colonne(1, 1), colonne(2020, 2035))).toEqual([['FIR'], [erreur('#N/A', /2035/)]])
  })

  it('says #N/A where the text is silent, #VALUE! for a wrong argument', () => {
    expect(seul(enveloppes(27, 2022))).toEqual(erreur('#N/A', /ne dit pas quelle enveloppe/))
    expect(seul(enveloppes(27, 2020))).toEqual(erreur('#VALUE!', /objectif 27 est inconnu.*1 à 26/))
    expect(seul(enveloppes('total'))).toEqual(erreur('#VALUE!', /numéro/))
    expect(seul(enveloppes(9, 'hier'))).toEqual(erreur('#VALUE!', /quatre chiffres/))
    expect(seul(enveloppes({ code: '#REF!' }))).toEqual(erreur('#VALUE!', /#REF!/))
  })
})

describe('=CDPPE.OBJECTIF', () => {
  it('gives what each référentiel prints of each of its objectifs', () => {
    for (const r of REFERENTIELS)
      for (const exercice of r.exercices)
        expect(objectif(colonne(...r.objectifs.map((o) => o.numero)), exercice)).toEqual(
          r.objectifs.map((o) => [
            o.titre,
            o.engagement === 'transverse' ? 'transverse' : Number(o.engagement),
            o.caractere,
          ]),
        )
  })

  it('answers by the year: the same number, another title and caractère', () => {
    expect(objectif(1, 2020)[0]![2]).toBe('fondamental')
    expect(objectif(1, 2022)[0]![2]).toBe('obligatoire')
    expect(objectif(1)).toEqual(objectif(1, 2020))
  })

  it('keeps three cells for a blank and for an error, so that INDEX never reads a false blank', () => {
    const inconnu = erreur('#VALUE!', /objectif 99/)
    expect(objectif(colonne('', 99, 11))).toEqual([
      ['', '', ''],
      [inconnu, inconnu, inconnu],
      ['Renforcer les ODPE', 'transverse', 'fondamental'],
    ])
    expect(objectif([[11, '']]).map((l) => l[0])).toEqual(['Renforcer les ODPE', 'transverse', 'fondamental'])
  })
})
