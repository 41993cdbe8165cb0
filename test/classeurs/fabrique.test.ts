import { read } from '@e965/xlsx'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fabriquerClasseur } from './fabrique.ts'

describe('fabriquerClasseur', () => {
  it('writes values, formulas with their results, errors and formats', async () => {
    const octets = await fabriquerClasseur([
      {
        nom: 'Plan',
        lignes: [
          ['N°', true, null, { valeur: 1.5, format: '0.00' }],
          [
            { formule: 'D1*0', resultat: 0 },
            { formule: '"a"&"b"', resultat: 'ab' },
            { erreur: '#N/A' },
            { formule: '1/0', erreur: '#DIV/0!' },
          ],
        ],
        fusions: ['A3:B3'],
        figes: { lignes: 1, colonnes: 0 },
      },
      { nom: 'Cachée', lignes: [['x']], etat: 'hidden', protegee: true },
    ])
    const classeur = read(octets, { cellNF: true })
    const plan = classeur.Sheets['Plan']!
    expect(plan['A1']).toMatchObject({ t: 's', v: 'N°' })
    expect(plan['B1']).toMatchObject({ t: 'b', v: true })
    expect(plan['C1']).toBeUndefined()
    expect(plan['D1']).toMatchObject({ t: 'n', v: 1.5, z: '0.00' })
    expect(plan['A2']).toMatchObject({ f: 'D1*0', v: 0 })
    expect(plan['B2']).toMatchObject({ f: '"a"&"b"', v: 'ab' })
    expect(plan['C2']).toMatchObject({ t: 'e', w: '#N/A' })
    expect(plan['D2']).toMatchObject({ t: 'e', f: '1/0', w: '#DIV/0!' })
    expect(plan['!merges']).toHaveLength(1)
    expect(classeur.Workbook?.Sheets?.map((f) => f.Hidden)).toEqual([0, 1])
    expect(new TextDecoder().decode(unzipSync(octets)['xl/worksheets/sheet2.xml'])).toContain(
      '<sheetProtection',
    )
  })

  it('gives the same bytes for the same description, and other bytes for another', async () => {
    const feuille = (valeur: number) => [{ nom: 'A', lignes: [[valeur]], protegee: true }]
    const [a, b, autre] = await Promise.all([1, 1, 2].map((v) => fabriquerClasseur(feuille(v))))
    expect(Buffer.compare(a!, b!)).toBe(0)
    expect(Buffer.compare(a!, autre!)).not.toBe(0)
  })
})
