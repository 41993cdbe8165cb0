import { afterEach, describe, expect, it, vi } from 'vitest'
import { referentiels } from './referentiels.ts'
import { ErreurCommande } from './sortie.ts'

/** What the command writes, with its exit code. */
function lancer(args: string[], json = false): { code: number; texte: string } {
  let texte = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((morceau) => {
    texte += String(morceau)
    return true
  })
  return { code: referentiels(args, json), texte }
}

afterEach(() => vi.restoreAllMocks())

describe('cdppe referentiels', () => {
  it('lists what is loaded', () => {
    const { code, texte } = lancer([])
    expect(code).toBe(0)
    expect(texte.trim().split('\n').length).toBe(3)
    expect(texte).toContain('2024 : Contrats 2024')
    expect(texte).toContain('exercices 2022, 2023')
    expect(texte).toContain('26 objectifs')
    expect(JSON.parse(lancer([], true).texte)).toMatchObject([{ id: '2020-2022', objectifs: 26 }, {}, {}])
  })

  it('compares two, with 1 where they differ and 0 where they do not', () => {
    const { code, texte } = lancer(['2022', '2024'])
    expect(code).toBe(1)
    expect(texte).toContain('Finances\n- Année de référence')
    expect(texte).toMatch(/\d+ changements de 2022 à 2024\.\n$/)
    expect(lancer(['2022', '2022'])).toEqual({ code: 0, texte: 'Aucune différence entre 2022 et 2022.\n' })
    expect(JSON.parse(lancer(['2020-2022', '2024'], true).texte)).toMatchObject({
      avant: '2020-2022',
      apres: '2024',
      identiques: false,
    })
  })

  it.each([
    [['2025', '2024'], '« 2025 » n’est pas chargé. Référentiels chargés : 2020-2022, 2022, 2024.'],
    [['2022', '__proto__'], '« __proto__ » n’est pas chargé'],
    [['2022'], 'Il manque le second référentiel'],
    [['2022', '2024', '2020'], 'Trop d’arguments'],
  ])('refuses %j', (args, phrase) => {
    expect(() => lancer(args)).toThrow(ErreurCommande)
    expect(() => lancer(args)).toThrow(phrase)
  })
})
