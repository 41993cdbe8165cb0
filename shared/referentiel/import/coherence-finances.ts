import type { Probleme } from './probleme.ts'
import { entierDe, entiersDe, listeDe, objetDe, texteDe } from './vue.ts'

/** One dotation for an enveloppe and an exercice, weights that make the whole, a floor under its ceiling. */
export function verifierFinances(r: Record<string, unknown>): Probleme[] {
  const exercices = entiersDe(r, 'exercices')
  const vues = new Set<string>()
  return listeDe(r, 'dotations').flatMap(({ rang, brut }) => {
    const problemes: Probleme[] = []
    const enveloppe = texteDe(brut, 'enveloppe') ?? ''
    const nom = `la dotation ${enveloppe}`
    for (const e of entiersDe(brut, 'exercices')) {
      const chemin = ['dotations', rang, 'exercices']
      if (vues.has(`${enveloppe}|${e}`))
        problemes.push({ chemin, phrase: `${nom} est écrite deux fois pour ${e}` })
      vues.add(`${enveloppe}|${e}`)
      if (exercices.length > 0 && !exercices.includes(e))
        problemes.push({ chemin, phrase: `${nom} porte sur ${e}, que ce référentiel ne régit pas` })
    }
    const poids = listeDe(brut, 'criteres').map((c) => entierDe(c.brut, 'poids'))
    const total = poids.reduce<number>((s, p) => s + (p ?? 0), 0)
    if (poids.length > 0 && poids.every((p) => p !== null) && total !== 1000)
      problemes.push({
        chemin: ['dotations', rang, 'criteres', 0, 'poids'],
        phrase: `les critères ${nom.replace(/^la/, 'de la')} font ${String(total / 10).replace('.', ',')} % au lieu de 100 %`,
      })
    const [bas, haut] = [
      entierDe(objetDe(brut, 'plancher'), 'centimes'),
      entierDe(objetDe(brut, 'plafond'), 'centimes'),
    ]
    if (bas !== null && haut !== null && bas > haut)
      problemes.push({
        chemin: ['dotations', rang, 'plancher', 'centimes'],
        phrase: `le plancher ${nom.replace(/^la/, 'de la')} est au-dessus de son plafond`,
      })
    return problemes
  })
}
