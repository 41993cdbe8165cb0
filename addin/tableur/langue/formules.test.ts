import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import {
  fermerParentheses,
  formuleDeFichier,
  formuleDeGrille,
  formuleFrancaise,
  formuleInvariante,
} from './formules.ts'

describe('formulas typed in French', () => {
  const paires: [francais: string, invariant: string][] = [
    ['=SOMME(1,5;2)', '=SUM(1.5,2)'],
    ['=SOMME(1,05;,5;1E-3)', '=SUM(1.05,.5,1E-3)'],
    ['=SI(A1>10;"a;b,c";12,5%)', '=IF(A1>10,"a;b,c",12.5%)'],
    ['=SI(ET(VRAI;NON(FAUX));"dit ""oui; 1,5""";0)', '=IF(AND(TRUE,NOT(FALSE)),"dit ""oui; 1,5""",0)'],
    ['={1,5.2;3.4}', '={1.5,2;3,4}'],
    ["=RECHERCHEV(A1;'L''été; 1,5'!A1:B9;2;FAUX)", "=VLOOKUP(A1,'L''été; 1,5'!A1:B9,2,FALSE)"],
    ['=SOMME(Tableau1[Part État; 1,5])', '=SUM(Tableau1[Part État; 1,5])'],
    ['=NB.SI(A:A;">1,5")', '=COUNTIF(A:A,">1,5")'],
    ['=SOUS.TOTAL(9;$G$8:$G$10)', '=SUBTOTAL(9,$G$8:$G$10)'],
    ['=SI(A1=#VALEUR!;#NOM?;#NOMBRE!)', '=IF(A1=#VALUE!,#NAME?,#NUM!)'],
    ['=CDPPE.ELIGIBLE(9;"FIR")', '=CDPPE.ELIGIBLE(9,"FIR")'],
    ['=ARRONDI(AUJOURDHUI();0)', '=ROUND(TODAY(),0)'],
    // Names that are no calls: a column, a sheet, a defined name.
    ['=SI!A1+SOMME(ET:ET)+OU', '=SI!A1+SUM(ET:ET)+OU'],
  ]
  it.each(paires)('%s', (francais, invariant) => {
    expect(formuleInvariante(francais)).toBe(invariant)
    expect(formuleFrancaise(invariant)).toBe(francais)
  })

  it('takes any case, and older names', () => {
    expect(formuleInvariante('=somme(vrai;Max.Si(A1:A2;B1:B2;1))')).toBe('=SUM(TRUE,MAXIFS(A1:A2,B1:B2,1))')
  })

  it('leaves a comma that is no decimal where it is', () => {
    expect(formuleInvariante('=SOMME(A1,5)')).toBe('=SUM(A1,5)')
  })

  it('never touches the inside of a text', () => {
    fc.assert(
      fc.property(fc.string(), (texte) => {
        const cite = `="${texte.replaceAll('"', '""')}"`
        expect(formuleInvariante(cite)).toBe(cite)
        expect(formuleFrancaise(cite)).toBe(cite)
      }),
    )
  })

  it('comes back to itself through French, whatever is assembled', () => {
    const feuille = fc.oneof(
      fc.integer({ min: 0, max: 9999 }).map(String),
      fc.tuple(fc.nat(999), fc.nat(999)).map(([a, b]) => `${String(a)}.${String(b)}`),
      fc.constantFrom('A1', '$B$2:C3', '"x;1,5"', 'TRUE', "'Été 1,5'!A1", '#N/A', '{1,2;3,4}', 'nom.défini'),
    )
    const formule = fc.letrec<{ terme: string }>((tie) => ({
      terme: fc.oneof(
        { maxDepth: 4 },
        feuille,
        fc
          .tuple(
            fc.constantFrom('SUM', 'IF', 'VLOOKUP', 'CDPPE.ELIGIBLE', 'MOD'),
            fc.array(tie('terme'), { maxLength: 3 }),
          )
          .map(([nom, args]) => `${nom}(${args.join(',')})`),
        fc.tuple(tie('terme'), fc.constantFrom('+', '*', '&', '>='), tie('terme')).map((t) => t.join('')),
      ),
    })).terme
    fc.assert(
      fc.property(formule, (texte) => {
        expect(formuleInvariante(formuleFrancaise(`=${texte}`))).toBe(`=${texte}`)
      }),
    )
  })

  it('closes what was left open, not what stands in a text', () => {
    expect(fermerParentheses('=SI(ET(A1;B1);"(((";SOMME(A1')).toBe('=SI(ET(A1;B1);"(((";SOMME(A1))')
    expect(fermerParentheses('=A1)')).toBe('=A1)')
  })
})

describe('formulas of files', () => {
  it('lose and find again the prefixes that only files write', () => {
    const fichier = '_xlfn.IFNA(_xlfn.XLOOKUP(A1,B:B,C:C),"_xlfn.IFNA(")+_xlfn._xlws.FILTER(A1:A3,TRUE)'
    expect(formuleDeGrille(fichier)).toBe('IFNA(XLOOKUP(A1,B:B,C:C),"_xlfn.IFNA(")+FILTER(A1:A3,TRUE)')
    expect(formuleDeFichier(formuleDeGrille(fichier))).toBe(fichier)
  })
})
