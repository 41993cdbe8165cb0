import { read, utils } from '@e965/xlsx'
import type { WorkSheet } from '@e965/xlsx'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RESERVES, SANS, SURS } from '../../shared/montant/textes-pas-de-calais.ts'
import { classeurConforme, NOM_CONFORME } from './conforme.ts'
import { ACTIONS, classeurPasDeCalais, NOM_PAS_DE_CALAIS } from './pas-de-calais.ts'
import donnees from './pas-de-calais-2020-2022.json' with { type: 'json' }

const commis = (nom: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../addin/public/exemples/${nom}`, import.meta.url)))

const ouvrir = (nom: string): Record<string, WorkSheet> =>
  read(commis(nom), { cellNF: true, cellFormula: true }).Sheets

interface CelluleLue {
  t: string
  v?: string | number
  f?: string
  z?: string
}
/** Cells of a sheet by row (1-based) and column letters. */
const lignesDe = (feuille: WorkSheet): Map<number, Map<string, CelluleLue>> => {
  const lignes = new Map<number, Map<string, CelluleLue>>()
  for (const [adresse, cellule] of Object.entries(feuille)) {
    const lu = /^([A-Z]+)(\d+)$/.exec(adresse)
    if (!lu) continue
    const ligne = lignes.get(Number(lu[2])) ?? new Map<string, CelluleLue>()
    lignes.set(Number(lu[2]), ligne.set(lu[1]!, cellule as CelluleLue))
  }
  return new Map([...lignes].sort(([a], [b]) => a - b))
}

/** Every string of the source, through all its tables. */
const textes = (noeud: unknown): string[] => {
  if (typeof noeud === 'string') return [noeud]
  if (typeof noeud !== 'object' || noeud === null) return []
  return Object.values(noeud).flatMap(textes)
}
const cle = (exercice: string, imprime: string[]): string => JSON.stringify([exercice, ...imprime])
const centimes = (n: number): number => Math.round(n * 100)

/** What a cell shows, as the source prints it: real numbers back to digits. */
const enClair = (cellule: CelluleLue | undefined): string =>
  cellule?.v === undefined ? '' : String(cellule.v)
const FIGURE = /^[\d ]+(?:,\d\d)? ?€?$/
const chiffre = (imprime: string): string =>
  FIGURE.test(imprime) ? String(Number(imprime.replace(/[ €]/g, '').replace(',', '.'))) : imprime

describe.each([
  [NOM_PAS_DE_CALAIS, classeurPasDeCalais],
  [NOM_CONFORME, classeurConforme],
])('%s', (nom, fabriquer) => {
  it('is what its script makes, to the byte', async () => {
    const octets = await fabriquer()
    expect(Buffer.compare(octets, commis(nom))).toBe(0)
    expect(Buffer.compare(await fabriquer(), octets)).toBe(0)
  })

  it('caches in every total the sum of the numbers that it covers', () => {
    const feuille = ouvrir(nom)["Plan d'action"]!
    const lignes = lignesDe(feuille)
    const formules = [...lignes].flatMap(([ligne, cellules]) =>
      [...cellules].flatMap(([colonne, c]) => (c.f === undefined ? [] : [{ ligne, colonne, ...c }])),
    )
    expect(formules).toHaveLength(6 * 5)
    const couvertes = new Set<string>()
    for (const { ligne, colonne, f, v } of formules) {
      const lu = new RegExp(`^SUBTOTAL\\(9,${colonne}(\\d+):${colonne}(\\d+)\\)$`).exec(f!)
      expect(lu, `${colonne}${String(ligne)}`).not.toBeNull()
      const [de, a] = [Number(lu![1]), Number(lu![2])]
      expect(a).toBe(ligne - 1)
      let somme = 0
      for (let i = de; i <= a; i++) {
        const c = lignes.get(i)?.get(colonne)
        if (c?.t === 'n' && c.f === undefined) somme += centimes(c.v as number)
        couvertes.add(`${colonne}${String(i)}`)
      }
      expect(centimes(v as number), `${colonne}${String(ligne)}`).toBe(somme)
    }
    // The grand total spans every row under the headers.
    expect(couvertes.has(`${formules[0]!.colonne}7`)).toBe(true)
    expect(Math.max(...formules.map((f) => f.ligne))).toBe(Math.max(...lignes.keys()))
  })
})

describe('the workbook of Pas-de-Calais', () => {
  const feuilles = ouvrir(NOM_PAS_DE_CALAIS)
  const plan = lignesDe(feuilles["Plan d'action"]!)
  const corps = [...plan].filter(([ligne, c]) => ligne > 6 && c.get('A')?.v !== undefined).map(([, c]) => c)

  it('holds the three sheets, the headers and the 27 actions in the order of the source', () => {
    expect(Object.keys(feuilles)).toEqual(["Plan d'action", 'Indicateurs', 'Synthèse'])
    expect([...plan.get(6)!.values()].map((c) => c.v)).toEqual([
      'N°',
      'Engagement',
      'Objectif',
      "Intitulé de l'action",
      'Exercice',
      'Part État',
      'Part Département',
      'Dépenses fléchées',
      'Dépenses engagées',
      'Dépenses exécutées',
      'Observations',
    ])
    const numeros = [...new Set(corps.map((c) => String(c.get('A')!.v)))]
    expect(numeros).toEqual(donnees.actions.map((a) => a.numero))
    expect(numeros).toHaveLength(27)
    for (const c of corps) {
      const action = donnees.actions.find((a) => a.numero === String(c.get('A')!.v))!
      expect([enClair(c.get('B')), enClair(c.get('C')), enClair(c.get('D'))]).toEqual([
        action.engagement,
        action.objectif,
        action.intitule,
      ])
    }
  })

  it('holds every printed row, budget and spending of a period side by side', () => {
    for (const action of donnees.actions) {
      const { budget_previsionnel: b, depenses_realisees: d } = action
      const budget = typeof b === 'string' ? [] : b.lignes.map((l) => [l.part_etat, l.part_departement])
      const depenses = typeof d === 'string' ? [] : d.lignes.map((l) => [l.flechees, l.engagees, l.executees])
      const propres = corps.filter((c) => String(c.get('A')!.v) === action.numero)
      const montants = (c: Map<string, CelluleLue>, colonnes: string[]): string =>
        cle(
          '',
          colonnes.map((col) => enClair(c.get(col))),
        )
      const attendu = (ligne: (string | string[] | undefined)[]): string =>
        cle(
          '',
          ligne.map((x) => chiffre(Array.isArray(x) ? x.join('\n') : (x ?? ''))),
        )
      for (const [imprime, colonnes] of [
        [budget, ['F', 'G']],
        [depenses, ['H', 'I', 'J']],
      ] as const) {
        const vide = attendu(colonnes.map(() => ''))
        const lus = propres.map((c) => montants(c, [...colonnes])).filter((m) => m !== vide)
        expect(lus, `action ${action.numero}, ${colonnes.join('')}`).toEqual(
          imprime.map((ligne) => attendu(ligne)).filter((m) => m !== vide),
        )
      }
    }
    expect(corps).toHaveLength(71)
  })

  it('writes the periods as printed: years as numbers, the others as texts', () => {
    const exercices = (numero: string): unknown[] =>
      corps.filter((c) => String(c.get('A')!.v) === numero).map((c) => c.get('E')?.v)
    expect(exercices('1')).toEqual([2020, 2021, 2022])
    expect(exercices('3')).toEqual(['TOTAL', 2020, 2021, 2022])
    expect(exercices('7')).toEqual([2020, 2021, 2022, 2022])
    expect(exercices('8')).toEqual([
      2020,
      2021,
      2022,
      'Année scolaire 2020-2021',
      'Année scolaire 2020-2021',
      'Année scolaire 2021-2022',
      'Année scolaire 2021-2022',
    ])
    expect(exercices('18')).toEqual(['2020-2022', 2020, 2021, 2022])
    expect(exercices('24')).toEqual(['TOTAL', 2022])
    expect(exercices('23')).toEqual([2020, 2022])
    expect(exercices('14')).toEqual(['2020-2022'])
  })

  it('keeps the budgets that are sentences, without the headings of the form', () => {
    const observations = corps.map((c) => enClair(c.get('K'))).filter((o) => o !== '')
    expect(observations).toContain('Dépenses : Valorisation ETP')
    expect(observations).toContain('Budget : Sur fonds propres du Département')
    expect(observations).toContain(
      'Budget : Pas de valorisation financière.\nDépenses : Pas de valorisation financière',
    )
    expect(observations).toHaveLength(7)
    expect(observations.join('\n')).not.toMatch(/3\.\d|figurant dans la convention/)
  })

  it('gives plain figures the French money format, with cents where they are printed', () => {
    const formats = new Set<string>()
    for (const c of corps)
      for (const colonne of ['F', 'G', 'H', 'I', 'J']) {
        const cellule = c.get(colonne)
        if (cellule?.t === 'n') formats.add(cellule.z!)
        else if (cellule?.t === 's') expect(cellule.v).not.toMatch(FIGURE)
      }
    expect([...formats].sort()).toEqual(['#,##0.00\\ "€"', '#,##0\\ "€"'])
    expect(plan.get(7)!.get('F')).toMatchObject({ t: 'n', v: 40000, z: '#,##0\\ "€"' })
  })

  it('holds no number that the source does not print', () => {
    const imprimes = new Set(textes(donnees).map(chiffre))
    for (const annee of [2020, 2021, 2022]) imprimes.add(String(annee))
    let nombres = 0
    for (const feuille of Object.values(feuilles))
      for (const [ligne, cellules] of lignesDe(feuille))
        for (const [colonne, c] of cellules) {
          if (c.t !== 'n' || c.f !== undefined) continue
          nombres++
          expect(imprimes.has(String(c.v)), `${colonne}${String(ligne)} : ${String(c.v)}`).toBe(true)
        }
    expect(nombres).toBeGreaterThan(400)
  })

  it('holds every indicator, as printed, under its action', () => {
    const lues = [...lignesDe(feuilles['Indicateurs']!).values()]
    let courante = ''
    const parAction = new Map<string, string[]>()
    for (const ligne of lues.slice(2)) {
      const titre = /^Action (.+?) : /.exec(enClair(ligne.get('A')))?.[1]
      if (titre !== undefined && ligne.size === 1) courante = titre
      else parAction.set(courante, [...(parAction.get(courante) ?? []), ...[...ligne.values()].map(enClair)])
    }
    for (const action of donnees.actions) {
      const imprimes = action.indicateurs.flat(2).filter((texte) => texte !== '')
      expect(
        (parAction.get(action.numero) ?? []).filter((t) => t !== ''),
        action.numero,
      ).toEqual(imprimes.map((t) => (/^\d{1,3}(?: \d{3})*$|^\d+$/.test(t) ? chiffre(t) : t)))
    }
  })

  it('prints the totals by enveloppe and the annexe of the ONDAM', () => {
    const lignes: unknown[][] = utils.sheet_to_json(feuilles['Synthèse']!, { header: 1 })
    expect(lignes.slice(4, 9)).toEqual([
      ['FIR', 3_078_236],
      ['Programme 304', 14_302_764],
      ['Versé au Département', 17_381_000],
      ['ONDAM', 3_555_522],
      ['Total', 20_936_522],
    ])
    expect(lignes[13]).toEqual(['Enveloppe ONDAM', 314_400, 462_000, 408_774, 136_258, 272_516])
  })

  it('has every amount text among those that the reader of amounts is held to', () => {
    const tenus = new Set([...SURS, ...RESERVES, ...SANS].map(([texte]) => texte))
    const manquants = ACTIONS.flatMap((a) => [a.budget_previsionnel, a.depenses_realisees])
      .flatMap((t) =>
        typeof t === 'string'
          ? [t]
          : t.lignes.flatMap((l) => [l.part_etat, l.part_departement, l.flechees, l.engagees, l.executees]),
      )
      .flatMap((x) => (Array.isArray(x) ? [...x, x.join('\n')] : [x ?? '']))
      .concat(
        Object.values(donnees.totaux_imprimes),
        donnees.annexe_1_ONDAM_2020.flat().filter((t) => t.includes('€')),
      )
      .filter((texte) => !tenus.has(texte))
    expect(manquants).toEqual([])
  })
})

describe('the conforming workbook', () => {
  const plan = [...lignesDe(ouvrir(NOM_CONFORME)["Plan d'action"]!)]
  const lignes = plan
    .filter(([ligne, c]) => ligne > 6 && c.get('A')?.v !== undefined)
    .map(([, c]) => ({
      objectif: Number(/^Objectif \w+ (\d+) :/.exec(String(c.get('C')!.v))![1]),
      intitule: String(c.get('D')!.v),
      exercice: Number(c.get('E')!.v),
      enveloppe: String(c.get('F')!.v),
      montants: ['G', 'H', 'I', 'J', 'K'].map((col) => Number(c.get(col)!.v)),
    }))
  const ADMISES: Record<string, number[]> = {
    FIR: [1, 2, 3, 4, 5, 13],
    P304: [6, 7, 8, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26],
    ONDAM: [9, 24],
  }

  it('says that its figures are invented', () => {
    expect(enClair(plan[1]![1].get('A'))).toBe('Département de démonstration')
    expect(enClair(plan[3]![1].get('A'))).toMatch(/inventés/)
  })

  it('holds the eleven fondamentaux, 13 and 24, each year, under an enveloppe that annexe 4 admits', () => {
    expect([...new Set(lignes.map((l) => l.objectif))].sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 24,
    ])
    for (const l of lignes) {
      expect(ADMISES[l.enveloppe], `${String(l.objectif)} ${l.enveloppe}`).toContain(l.objectif)
      if (l.enveloppe === 'P304')
        expect(l.intitule).not.toMatch(/ETP|recrut|poste|salaire|prix de journée|tarif/i)
    }
    const du24 = lignes.filter((l) => l.objectif === 24)
    expect([...new Set(du24.map((l) => l.enveloppe))].sort()).toEqual(['ONDAM', 'P304'])
    expect(lignes).toHaveLength(14 * 3)
  })

  it('has the department pay at least what the State pays, by objectif and by exercice', () => {
    for (const l of lignes) expect(l.montants[1]!, JSON.stringify(l)).toBeGreaterThanOrEqual(l.montants[0]!)
  })

  it('executes no more than it commits, and commits no more than it earmarks, year after year', () => {
    const cumuls = new Map<string, number[]>()
    for (const l of lignes) {
      const cumul = (cumuls.get(l.intitule) ?? [0, 0, 0]).map((c, i) => c + l.montants[i + 2]!)
      cumuls.set(l.intitule, cumul)
      expect(cumul[1]!, l.intitule).toBeLessThanOrEqual(cumul[0]!)
      expect(cumul[2]!, l.intitule).toBeLessThanOrEqual(cumul[1]!)
      expect(cumul[2]!).toBeGreaterThan(0)
    }
  })

  it('keeps to the floors and ceilings of the 2020 dotations', () => {
    const total = (enveloppe: string): number =>
      lignes
        .filter((l) => l.enveloppe === enveloppe && l.exercice === 2020)
        .reduce((somme, l) => somme + l.montants[0]!, 0)
    expect(total('FIR')).toBeGreaterThanOrEqual(100_000)
    expect(total('FIR')).toBeLessThanOrEqual(1_000_000)
    expect(total('P304')).toBeGreaterThanOrEqual(600_000)
    expect(total('P304')).toBeLessThanOrEqual(4_500_000)
    expect(total('ONDAM')).toBeGreaterThanOrEqual(100_000)
  })
})
