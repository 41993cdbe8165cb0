import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CATALOGUE, ESPACE } from '../../addin/formules/catalogue.ts'
import { ErreurFormule } from '../../addin/formules/erreur.ts'

const page = readFileSync(new URL('../../addin/public/aide.html', import.meta.url), 'utf8')

/** The arguments of an example: numbers and quoted texts only. */
function lireArguments(texte: string): unknown[][][] {
  return texte.split(';').map((a) => [[a.startsWith('"') ? a.slice(1, -1) : Number(a)]])
}

/** What Excel set to French shows for a value. */
function afficher(valeur: unknown): unknown {
  if (valeur instanceof ErreurFormule) return valeur.code === '#VALUE!' ? '#VALEUR!' : valeur.code
  return typeof valeur === 'boolean' ? (valeur ? 'VRAI' : 'FAUX') : valeur
}

describe('the help page', () => {
  const exemples = [
    ...page.matchAll(
      /<code>=CDPPE\.([A-Z0-9.]+)\(([^)]*)\)<\/code><\/td>\s*<td data-resultat>([^<]*)<\/td>/g,
    ),
  ].map(([, id, args, resultat]) => ({ id: id!, args: args!, resultat: resultat! }))

  it('shows examples', () => {
    expect(exemples.length).toBeGreaterThanOrEqual(6)
    expect(exemples.length).toBe(page.split('<td data-resultat>').length - 1)
  })

  it.each(exemples)('=CDPPE.$id($args) gives $resultat, as it says', ({ id, args, resultat }) => {
    const fonction = CATALOGUE.find((f) => f.id === id)!
    expect(afficher(fonction.calculer(...lireArguments(args))[0]![0])).toBe(resultat)
  })

  it('presents every function of the catalogue with its parameters, and no other', () => {
    for (const { id, parametres } of CATALOGUE) {
      const signature = parametres.map((p) => (p.optionnel ? `[${p.nom}]` : p.nom)).join('; ')
      expect(page).toContain(`<h3><code>${ESPACE}.${id}(${signature})</code></h3>`)
    }
    for (const [, id] of page.matchAll(/CDPPE\.([A-Z0-9.]+)\(/g))
      expect(CATALOGUE.map((f) => f.id)).toContain(id)
  })

  it('needs nothing from elsewhere, and every link of its summary leads to a section', () => {
    expect(page).not.toMatch(/<script|https?:\/\//)
    const ancres = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(ancres.length).toBeGreaterThan(5)
    for (const id of ancres) expect(page).toContain(`<h2 id="${id}">`)
  })

  it('is typeset as French is', () => {
    const texte = page.replace(/<style>[\s\S]*<\/style>|<code>[^<]*<\/code>|<[^>]+>/g, ' ')
    expect(texte).not.toMatch(/«[^\u00a0]|[^\u00a0]»|[a-zé]'[a-zé]|[a-zé»] [;?!]/)
  })
})
