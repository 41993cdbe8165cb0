import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CATALOGUE, ESPACE } from '../../addin/formules/catalogue.ts'
import { ErreurFormule } from '../../addin/formules/erreur.ts'
import { dateDeCellule } from '../../shared/calendrier/serie.ts'
import { lirePlage } from '../../shared/classeur/adresse.ts'
import { dateCourte } from '../../shared/referentiel/date-civile.ts'

const page = readFileSync(new URL('../../addin/public/aide.html', import.meta.url), 'utf8')

/** Texts of the page are wrapped by its formatter; cells hold no line ends. */
const aplat = (texte: string) => texte.replace(/[ \n]+/g, ' ').trim()

/** The example sheet: numbers and percentages as numbers, the rest as text. */
const feuille = [
  .../<table data-feuille>([\s\S]*?)<\/table>/.exec(page)![1]!.matchAll(/<tr>([\s\S]*?)<\/tr>/g),
]
  .slice(1)
  .map(([, ligne]) =>
    [...ligne!.matchAll(/<td>([\s\S]*?)<\/td>/g)].map(([, contenu]) => lireValeur(aplat(contenu!))),
  )

function lireValeur(texte: string): unknown {
  const lu = /^([\d\u202f]+(?:,\d+)?)(\u00a0%)?$/.exec(texte)
  if (!lu) return texte
  const nombre = Number(lu[1]!.replace(/\u202f/g, '').replace(',', '.'))
  return lu[2] === undefined ? nombre : nombre / 100
}

/** The arguments of an example: numbers, quoted texts, cells of the example sheet. */
function lireArguments(texte: string): unknown[][][] {
  return (texte.match(/"[^"]*"|[^;]+/g) ?? []).map((a) => {
    if (a.startsWith('"')) return [[a.slice(1, -1)]]
    const plage = lirePlage(a)
    if (!plage) return [[Number(a)]]
    return feuille
      .slice(plage.ligne, plage.derniereLigne + 1)
      .map((ligne) => ligne.slice(plage.colonne, plage.derniereColonne + 1))
  })
}

/** What Excel set to French shows for a value, by the format of its cell. */
function afficher(valeur: unknown, format: string | undefined): string {
  if (valeur instanceof ErreurFormule) return valeur.code === '#VALUE!' ? '#VALEUR!' : valeur.code
  if (typeof valeur === 'boolean') return valeur ? 'VRAI' : 'FAUX'
  if (typeof valeur !== 'number') return String(valeur)
  if (format === 'date') return dateCourte(dateDeCellule(valeur)!)
  return format === 'pourcentage' ? `${valeur * 100}\u00a0%` : valeur.toLocaleString('fr-FR')
}

describe('the help page', () => {
  const exemples = [
    ...page.matchAll(
      /<td>\s*<code>=CDPPE\.([A-Z0-9.]+)\(([^<]*)\)<\/code>\s*<\/td>\s*<td data-resultat(="debut")?(?: data-format="(\w+)")?>([\s\S]*?)<\/td>/g,
    ),
  ].map(([, id, args, debut, format, resultat]) => ({
    id: id!,
    args: aplat(args!),
    debut: debut !== undefined,
    format,
    resultat: resultat!.split(/<br \/>/).map((ligne) => aplat(ligne).split(' | ')),
  }))

  it('shows examples of every function', () => {
    expect(exemples.length).toBe(page.split('<td data-resultat').length - 1)
    expect(new Set(exemples.map((e) => e.id))).toEqual(new Set(CATALOGUE.map((f) => f.id)))
  })

  it.each(exemples)('=CDPPE.$id($args) gives what it says', ({ id, args, debut, format, resultat }) => {
    const fonction = CATALOGUE.find((f) => f.id === id)!
    const donne = fonction
      .calculer(...lireArguments(args))
      .map((ligne) => ligne.map((valeur) => afficher(valeur, format)))
    if (!debut) {
      // Blanks that fill a shorter answer are not shown.
      expect(donne.map((ligne) => ligne.join(' | ').replace(/( \| )+$/, ''))).toEqual(
        resultat.map((ligne) => ligne.join(' | ')),
      )
      return
    }
    for (const [i, ligne] of resultat.entries())
      for (const [j, texte] of ligne.entries())
        expect(donne[i]![j]!.startsWith(texte), donne[i]![j]).toBe(true)
  })

  it('presents every function of the catalogue with its parameters, and no other', () => {
    for (const { id, parametres } of CATALOGUE) {
      const signature = parametres.map((p) => (p.optionnel ? `[${p.nom}]` : p.nom)).join('; ')
      expect(page.includes(`<h3><code>${ESPACE}.${id}(${signature})</code></h3>`), id).toBe(true)
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
