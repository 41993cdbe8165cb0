import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decalerFormule, formuleEcrite, formuleLue } from './formules.ts'

describe('a shared formula moved one row down and one column right', () => {
  it.each([
    ['A1+B2', 'B2+C3'],
    ['$A1+B$2+$C$3', '$A2+C$2+$C$3'],
    ['SUM(A1:B10)', 'SUM(B2:C11)'],
    ['SUM(F:G)', 'SUM(G:H)'],
    ['SUM($F:G)', 'SUM($F:H)'],
    ['SUM(6:7)', 'SUM(7:8)'],
    ['SUM(6:$7)', 'SUM(7:$7)'],
    ["'Plan d''action A1'!A1", "'Plan d''action A1'!B2"],
    ['Feuil1!A1:B2', 'Feuil1!B2:C3'],
    ['AB12!C3', 'AB12!D4'],
    ['"A1"&A1&"B""2"', '"A1"&B2&"B""2"'],
    ['LOG10(A1)+ATAN2(A1,B1)', 'LOG10(B2)+ATAN2(B2,C2)'],
    ['Tableau1[[#This Row],[A1]]+A1', 'Tableau1[[#This Row],[A1]]+B2'],
    ["T[l']A1]+A1", "T[l']A1]+B2"],
    ['[1]Feuil1!A1', '[1]Feuil1!B2'],
    ['_xlfn.STDEV.S(A1)', '_xlfn.STDEV.S(B2)'],
    ['taux_A1*part.B2*Année2020', 'taux_A1*part.B2*Année2020'],
    ['1E5+A1', '1E5+B2'],
    ['IF(A1>=10,TRUE,#REF!)', 'IF(B2>=10,TRUE,#REF!)'],
    ['A1:INDEX(A:A,3)', 'B2:INDEX(B:B,3)'],
    ['XFD1048576', 'A1'],
    ['XFE1+A1048577', 'XFE2+B1048577'],
    ['A1#', 'B2#'],
    ['SUM(A1 B2)', 'SUM(B2 C3)'],
  ])('%s becomes %s', (avant, apres) => expect(decalerFormule(avant, 1, 1)).toBe(apres))

  it('comes back by the opposite move', () => {
    const ref = fc
      .tuple(fc.boolean(), fc.nat(16_383), fc.boolean(), fc.nat(1_048_575))
      .map(([dc, c, dl, l]) => `${dc ? '$' : ''}${lettres(c)}${dl ? '$' : ''}${String(l + 1)}`)
    const jeton = fc.oneof(ref, fc.constantFrom('"A1"', "'B 2'!", 'SUM(', ')', '+', ',', 'Nom_1', '12', ' '))
    fc.assert(
      fc.property(
        fc.array(jeton),
        fc.integer({ min: -3000, max: 3000 }),
        fc.integer({ min: -90, max: 90 }),
        (jetons, l, c) => {
          const formule = jetons.join('+')
          expect(decalerFormule(decalerFormule(formule, l, c), -l, -c)).toBe(formule)
        },
      ),
    )
  })
})

function lettres(n: number): string {
  return n < 26 ? String.fromCharCode(65 + n) : lettres(Math.floor(n / 26) - 1) + lettres(n % 26)
}

describe('the functions of the add-in', () => {
  it.each([
    ['_xldudf_CDPPE_ELIGIBLE(9,"FIR")', 'CDPPE.ELIGIBLE(9,"FIR")'],
    [
      'IF(_xldudf_CDPPE_ELIGIBLE(A1,"_xldudf_CDPPE_MOTIF("),1,_xldudf_CDPPE_MOTIF(A1))',
      'IF(CDPPE.ELIGIBLE(A1,"_xldudf_CDPPE_MOTIF("),1,CDPPE.MOTIF(A1))',
    ],
    ['SUM(A1)', 'SUM(A1)'],
  ])('are read %s and written back the same', (fichier, cellule) => {
    expect(formuleLue(fichier)).toBe(cellule)
    expect(formuleEcrite(cellule)).toBe(fichier)
  })

  it('lose the equals sign that some writers put first', () => {
    expect(formuleLue('=A1')).toBe('A1')
    expect(formuleEcrite('=CDPPE.MOTIF(A1)')).toBe('_xldudf_CDPPE_MOTIF(A1)')
  })
})
