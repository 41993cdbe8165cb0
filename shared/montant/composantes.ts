import type { Repere } from './reperer.ts'

/** Words and marks that join amounts and tell nothing of them. */
const LIAISONS_DEBUT = /^(?:[\s,;:.+=|>*–—-]|(?:et|ou|dont|soit|soient)(?!\p{L}))+/iu
const LIAISON_FIN = /(?:[\s,;:.+=|>*(–—-]|(?<!\p{L})(?:et|ou|entre|dont|soit|soient|de|à))$/iu
/** Longest thing that LIAISON_FIN takes, with a letter more: each step looks no further back. */
const RECUL = 8

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

/** Strips joining words, punctuation and parentheses that stand around it all or that lost their pair. */
function nettoyer(brut: string): string {
  let mots = brut.trim().replace(LIAISONS_DEBUT, '')
  for (;;) {
    const liaison = LIAISON_FIN.exec(mots.slice(-RECUL))
    const orpheline = mots.endsWith(')') && !mots.includes('(')
    if (!liaison && !orpheline) break
    mots = mots.slice(0, mots.length - (liaison ? liaison[0].length : 1))
  }
  const dedans = /^\(([^()]*)\)$/.exec(mots)
  if (dedans) mots = dedans[1]!
  else if (mots.startsWith('(') && !mots.includes(')')) mots = mots.slice(1)
  return mots.replace(/\s+/g, ' ').trim()
}
