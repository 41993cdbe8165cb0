import { describe, expect, it } from 'vitest'
import { estBienFormee } from './syntaxe.ts'

describe('a formula that Excel can read', () => {
  it.each([
    '=1',
    '=-A1+--B2%^2',
    '=SUM(A1:A9,,Z9)',
    '=TODAY()',
    '=IF(A1<=10,"dit ""oui""",)',
    '=IF(A1<>B1,{1,-2;"a",#N/A},TRUE)',
    "='L''été'!$A$1&Synthèse!B2&Tableau1[Part État]&[@Montant]",
    '=SUM(Tableau1[[#Totals],[A]])',
    '=SUM(A:A $7:$7)+SUM((A1:A3,B1) B:B)',
    '=CDPPE.ELIGIBLE(C7,"P304")',
    '=SUM(A1#)+(1+2)*3',
    '=Feuil1:Feuil3!A1',
    '=@A1:A3',
    '=CDPPE.ELIGIBLE({9;99},"ONDAM")',
    '=1/0+.5+1E-3',
    '= SUM ( A1 , 2 )\n+ 1',
  ])('%s', (formule) => {
    expect(estBienFormee(formule)).toBe(true)
  })
})

describe('a formula that Excel would drop', () => {
  it.each([
    '=',
    '=1+',
    '=CDPPE.ELIGIBLE(")',
    '="a',
    "='Plan!A1",
    '=SUM(A1',
    '=SUM(A1))',
    '=()',
    '=(1',
    '=SUM(1+,2)',
    '=*2',
    '=1 2',
    '=1 250+3',
    '=12€',
    '="a""b" "c"',
    '=A1,B1',
    '=SUM(1;2)',
    '={1,}',
    '={}',
    '={1,(2)}',
    '=Tableau1[Montant',
    '=Feuille!',
    '=1(2)',
    '=A1 = = 2',
    '=SUM(A1}',
    '=a§b',
    '=1..2',
  ])('%s', (formule) => {
    expect(estBienFormee(formule)).toBe(false)
  })
})
