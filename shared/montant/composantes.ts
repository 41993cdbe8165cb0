import type { Repere } from './reperer.ts'

/** Words that join amounts and tell nothing of them. */
const LIAISONS_DEBUT = /^(?:[\s,;:.+=|>*–—-]|(?:et|dont|soit|soient)(?!\p{L}))+/iu
const LIAISONS_FIN = /(?:[\s,;:+=|>*–—-]|(?<!\p{L})(?:et|dont|soit|soient|de|à))$/iu
const PONCTUATION_FINALE = /[\s.]$/

/**
 * The words beside each amount of a text: what introduces it (« AEMO : 10 899 560 € ») and what follows it
 * (« 15 048 € (mallettes) »). Between two amounts the words part at the last comma, semicolon, full stop or
 * line end; without one they go to the amount that they introduce with « et », « dont » or a colon, else to the one
 * before.
 */
export function libelles(texte: string, montants: Repere[]): string[] {
  const avant: string[] = []
  const apres: string[] = []
  let debut = 0
  for (const [i, montant] of montants.entries()) {
    const entre = texte.slice(debut, montant.debut)
    if (i === 0) avant.push(entre)
    else {
      const coupe = ouCouper(entre)
      apres.push(entre.slice(0, coupe))
      avant.push(entre.slice(coupe))
    }
    debut = montant.fin
  }
  apres.push(texte.slice(debut))
  return montants.map((_, i) =>
    [nettoyer(avant[i]!), nettoyer(apres[i]!)].filter((mots) => mots !== '').join(' '),
  )
}

/** Where the words between two amounts part: at this index. */
function ouCouper(entre: string): number {
  let coupe = -1
  let niveau = 0
  let finParenthese = 0
  for (let i = 0; i < entre.length; i++) {
    const c = entre[i]!
    if (c === '(') niveau++
    else if (c === ')') {
      niveau = Math.max(0, niveau - 1)
      finParenthese = i + 1
    } else if (niveau === 0 && (c === ',' || c === ';' || c === '.' || c === '\n' || c === '+')) coupe = i
  }
  if (coupe >= 0) return coupe + 1
  if (/^\s*(?:et|dont|soit|soient)(?!\p{L})/iu.test(entre)) return 0
  return /[:>|]\s*$/.test(entre.slice(-8)) ? finParenthese : entre.length
}

/** Strips joining words, punctuation and a pair of parentheses around it all. */
function nettoyer(brut: string): string {
  let mots = brut.trim().replace(LIAISONS_DEBUT, '')
  for (let fin = LIAISONS_FIN.exec(mots); fin; fin = LIAISONS_FIN.exec(mots)) mots = mots.slice(0, fin.index)
  while (PONCTUATION_FINALE.test(mots)) mots = mots.slice(0, -1)
  const dedans = /^\(([^()]*)\)$/.exec(mots)
  return (dedans ? dedans[1]! : mots).replace(/\s+/g, ' ').trim()
}
