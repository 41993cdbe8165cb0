import { describe, expect, it } from 'vitest'
import type { ICellData, IStyleData, IWorkbookData } from '@univerjs/core'
import { classeurVide, feuilleVide, poserCellule } from '../../shared/classeur/classeur.ts'
import type { Cellule, Classeur, Feuille } from '../../shared/classeur/classeur.ts'
import { instantane } from './instantane.ts'
import { modificationsEntre } from './modifications.ts'
import { relireFeuille } from './relecture.ts'
import type { FeuilleDeGrille } from './relecture.ts'

function classeurDe(cellules: Cellule[]): Classeur {
  const classeur = classeurVide('essai.xlsx')
  const feuille = feuilleVide('Plan d’action')
  cellules.forEach((cellule, ligne) => {
    poserCellule(feuille, ligne, 2, cellule)
  })
  return { ...classeur, feuilles: [feuille], styles: [{ gras: true }] }
}

/** The sheets of a snapshot as the running grid gives them. */
function feuillesDe(donnees: IWorkbookData): FeuilleDeGrille[] {
  return donnees.sheetOrder.map((id) => ({
    lignes: () => Object.keys(donnees.sheets[id]?.cellData ?? {}).map(Number),
    rangee: (ligne) => donnees.sheets[id]?.cellData?.[ligne] as Record<number, ICellData> | undefined,
    formule: (_ligne, _colonne, { f }) => f,
    format: ({ s }) =>
      (typeof s === 'string' ? donnees.styles[s] : (s as IStyleData | undefined))?.n?.pattern,
    debordements: () => [],
  }))
}

function relire(origine: Classeur, feuilles: FeuilleDeGrille[]): Classeur {
  return { ...origine, feuilles: origine.feuilles.map((f, rang) => entiere(f, feuilles[rang]!)) }
}

function entiere(origine: Feuille, feuille: FeuilleDeGrille): Feuille {
  const relecture = relireFeuille(origine, feuille)
  let pas = relecture.next()
  while (!pas.done) pas = relecture.next()
  return pas.value
}

const CELLULES: Cellule[] = [
  { valeur: 250_000, format: '#,##0\\ "€"', style: 0 },
  { valeur: '250 000 € + 15 048 € (mallettes)' },
  { valeur: '1234' },
  { valeur: '' },
  { valeur: ' ' },
  { valeur: 'TRUE' },
  { valeur: '#N/A' },
  { valeur: { erreur: '#N/A' } },
  { valeur: { erreur: '#GETTING_DATA' } },
  { valeur: false },
  { valeur: 44_000, format: 'm/d/yyyy' },
  { valeur: 3, formule: '_xlfn.IFNA(1,2)' },
  { valeur: null, formule: 'SUM(A1:A9)' },
  { valeur: '', formule: 'IF(A1=1,"x","")' },
  { valeur: 0.1 + 0.2 },
  { valeur: 'une ligne\nune autre' },
]

describe('a workbook through the grid', () => {
  it('comes back as it went in', async () => {
    const avant = classeurDe(CELLULES)
    const apres = relire(avant, feuillesDe(await instantane(avant, 'c')))
    expect(apres).toEqual(avant)
    expect(modificationsEntre(avant, apres)).toEqual([])
  })

  it('never turns a text of the file into a number of the grid', async () => {
    const donnees = await instantane(classeurDe([{ valeur: '1234' }, { valeur: '12,5' }]), 'c')
    const cellules = Object.values(donnees.sheets['feuille-0']?.cellData ?? {}) as Record<number, ICellData>[]
    expect(cellules.map((rangee) => rangee[2]?.t)).toEqual([1, 1])
  })
})

describe('a formula that fills several cells', () => {
  const etendue = { ligne: 0, colonne: 2, derniereLigne: 2, derniereColonne: 2 }
  const avant = classeurDe([
    { valeur: 1, formule: 'CDPPE.ENVELOPPES()', etendue },
    { valeur: 'deux', style: 0, format: '0%' },
    { valeur: 3 },
    { valeur: 4 },
  ])
  const grille = async (remplie: typeof etendue | undefined, valeurs: ICellData[]): Promise<Classeur> => {
    const [feuille] = feuillesDe(await instantane(avant, 'c'))
    const debordements = remplie
      ? [{ plage: remplie, valeur: (ligne: number) => valeurs[ligne] ?? null }]
      : []
    return relire(avant, [{ ...feuille!, debordements: () => debordements }])
  }
  const valeurs: ICellData[] = [{ v: 1 }, { v: 'deux', t: 1 }, { v: 3 }]

  it('comes back with its results, which are not in the grid’s own cells', async () => {
    const { cellData } = (await instantane(avant, 'c')).sheets['feuille-0']!
    expect(Object.keys(cellData!)).toEqual(['0', '1', '2', '3'])
    expect(cellData![1]).toEqual({})
    const apres = await grille(etendue, valeurs)
    expect(apres).toEqual(avant)
    expect([...apres.feuilles[0]!.lignes.keys()]).toEqual([0, 1, 2, 3])
    expect(modificationsEntre(avant, apres)).toEqual([])
  })

  it('changes nothing by its results alone, and takes them along with what was typed', async () => {
    const apres = await grille({ ...etendue, derniereLigne: 1 }, [{ v: 1 }, { v: 'trois', t: 1 }])
    expect(modificationsEntre(avant, apres)).toEqual([])
    apres.feuilles[0]!.lignes.set(3, new Map([[2, { valeur: 5 }]]))
    expect(modificationsEntre(avant, apres).map((m) => [m.ligne, m.cellule?.valeur, m.saisie])).toEqual([
      [0, 1, false],
      [1, 'trois', false],
      [2, undefined, false],
      [3, 5, true],
    ])
  })
})

describe('what has changed', () => {
  const avec = (remplacements: Record<number, Cellule | null>): Classeur =>
    classeurDe(
      CELLULES.map((cellule, rang) =>
        rang in remplacements ? (remplacements[rang] ?? { valeur: null }) : cellule,
      ),
    )

  it('names the cells typed and the results that follow, in order', () => {
    const apres = avec({ 0: { valeur: 1 }, 11: { valeur: 4, formule: '_xlfn.IFNA(1,2)' } })
    expect(modificationsEntre(classeurDe(CELLULES), apres)).toEqual([
      { feuille: 'Plan d’action', ligne: 0, colonne: 2, cellule: { valeur: 1 }, saisie: true },
      {
        feuille: 'Plan d’action',
        ligne: 11,
        colonne: 2,
        cellule: { valeur: 4, formule: '_xlfn.IFNA(1,2)' },
        saisie: false,
      },
    ])
  })

  it('says the number format that typing gave, alone too, and none that is lost', () => {
    const formats = (r: Record<number, Cellule>): unknown =>
      modificationsEntre(classeurDe(CELLULES), avec(r)).map(({ ligne, format }) => [ligne, format])
    expect(formats({ 14: { valeur: 0.5, format: '0.00%' } })).toEqual([[14, '0.00%']])
    expect(formats({ 14: { valeur: 0.1 + 0.2, format: '0%' } })).toEqual([[14, '0%']])
    expect(formats({ 0: { valeur: 250_000 }, 10: { valeur: 44_001 } })).toEqual([[10, undefined]])
  })

  it('is nothing when only results moved', () => {
    const apres = avec({ 11: { valeur: 4, formule: '_xlfn.IFNA(1,2)' } })
    expect(modificationsEntre(classeurDe(CELLULES), apres)).toEqual([])
  })

  it('tells a text from the number or the error of the same letters', () => {
    const apres = avec({ 2: { valeur: 1234 }, 6: { valeur: { erreur: '#N/A' } } })
    expect(modificationsEntre(classeurDe(CELLULES), apres).map(({ ligne }) => ligne)).toEqual([2, 6])
  })

  it('sees a cell emptied, and one filled where there was none', () => {
    const avant = classeurDe([{ valeur: 1 }])
    const apres = classeurDe([])
    expect(modificationsEntre(avant, apres)).toMatchObject([{ ligne: 0, cellule: null, saisie: true }])
    expect(modificationsEntre(apres, avant)).toMatchObject([
      { ligne: 0, cellule: { valeur: 1 }, saisie: true },
    ])
  })
})
