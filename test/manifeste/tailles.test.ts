import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { BUDGETS, poids } from '../../addin/tailles.ts'

/** The budgets hold on the site as it was built: whoever opens the pane fetches these files. */

const assets = new URL('../../dist/site/assets/', import.meta.url)
const code = (nom: string): string => readFileSync(new URL(nom, assets), 'utf8')

/** A file and all that it imports at once. */
function fermeture(nom: string, vus = new Set<string>()): Set<string> {
  if (vus.has(nom)) return vus
  vus.add(nom)
  for (const [, importe] of code(nom).matchAll(/(?:from|import)\s*["']\.\/([\w.$-]+\.js)["']/g))
    fermeture(importe!, vus)
  return vus
}

const gz = (noms: Iterable<string>): number => [...noms].reduce((t, nom) => t + gzipSync(code(nom)).length, 0)

it('fetches less than 25 kB for the functions of the cells, the check and the pane not among them', () => {
  const fichier = readdirSync(assets).find((nom) => /^formules-/.test(nom))!
  const fichiers = fermeture(fichier)
  expect(gz(fichiers)).toBeLessThan(BUDGETS[0]!.octets)
  expect([...fichiers].join()).not.toMatch(/controler|jsx/)
})

it('fetches less than 200 kB before the pane shows itself', () => {
  const page = readFileSync(new URL('../volet.html', assets), 'utf8')
  const depart = [...page.matchAll(/assets\/([\w.$-]+\.js)"/g)].map((m) => m[1]!)
  const fichiers = new Set(depart.flatMap((nom) => [...fermeture(nom)]))
  expect(fichiers.size).toBeGreaterThan(3)
  expect(gz(fichiers)).toBeLessThan(BUDGETS[1]!.octets)
})

it('counts a part with all that it imports at once, each file once, and nothing that is fetched later', () => {
  const morceau = (fileName: string, imports: string[], moduleIds: string[]) => ({
    type: 'chunk',
    fileName,
    imports,
    moduleIds,
    code: fileName.repeat(50),
  })
  const bundle = Object.fromEntries(
    [
      morceau('a.js', ['b.js', 'c.js'], ['/x/addin/excel/formules.ts']),
      morceau('b.js', ['c.js', 'ailleurs'], []),
      morceau('c.js', ['a.js'], []),
      morceau('plus-tard.js', [], []),
    ].map((m) => [m.fileName, m]),
  ) as never
  const attendu = ['a.js', 'b.js', 'c.js'].reduce((t, n) => t + gzipSync(n.repeat(50)).length, 0)
  expect(poids(bundle, BUDGETS[0]!.module)).toBe(attendu)
  expect(poids(bundle, BUDGETS[1]!.module)).toBeNull()
})
