import { erreurAuDebut, erreurFrancaise, erreurInvariante } from './erreurs.ts'
import { fonctionDeFichier, fonctionFrancaise, fonctionInvariante, fonctionSansPrefixe } from './fonctions.ts'

/**
 * Formulas live in the grid in the invariant grammar (`SUM(1.5,2)`), people read and type them in French
 * (`SOMME(1,5;2)`). Strings, quoted sheet names and structured references are never touched.
 */

/** What a formula is made of, as far as the two languages differ. */
export type Morceau =
  /** Copied as it is: strings, quoted names, operators, references, structured references. */
  | { genre: 'brut'; texte: string }
  | { genre: 'nom'; texte: string; appel: boolean }
  | { genre: 'nombre'; texte: string }
  | { genre: 'separateur'; texte: ',' | ';' | '.'; dansTableau: boolean }
  | { genre: 'erreur'; texte: string }

const NOM = /^[\p{L}_\\$][\p{L}\p{N}_.$?\\]*/u
const NOMBRES = {
  francais: /^(\d+(,\d+)?|,\d+)(E[+-]?\d+)?/i,
  invariant: /^(\d+(\.\d*)?|\.\d+)(E[+-]?\d+)?/i,
}

/** Length of the quoted piece that starts here; a doubled quote stays inside. An unclosed one runs to the end. */
function longueurCitee(texte: string, guillemet: string): number {
  let i = 1
  while (i < texte.length) {
    if (texte[i] !== guillemet) i++
    else if (texte[i + 1] === guillemet) i += 2
    else return i + 1
  }
  return texte.length
}

/** Length of the bracketed piece that starts here (`[Part État]`, `[[#Totals],[A]]`). */
function longueurCrochets(texte: string): number {
  let profondeur = 0
  for (let i = 0; i < texte.length; i++) {
    if (texte[i] === "'") i++
    else if (texte[i] === '[') profondeur++
    else if (texte[i] === ']' && --profondeur === 0) return i + 1
  }
  return texte.length
}

/** Whether what comes just before is a value: then a `,` or `.` parts it from the next, and begins no number. */
function suitUneValeur(morceaux: readonly Morceau[]): boolean {
  const avant = morceaux.findLast((m) => m.genre !== 'brut' || m.texte.trim() !== '')
  if (!avant || avant.genre === 'separateur') return false
  return avant.genre !== 'brut' || /[)"'\]}#]$/.test(avant.texte)
}

/** The pieces of a formula without gap: joined, they are the formula. */
export function decouper(formule: string, langue: 'francais' | 'invariant'): Morceau[] {
  const morceaux: Morceau[] = []
  let accolades = 0
  let i = 0
  const pousser = (morceau: Morceau, longueur = morceau.texte.length): void => {
    morceaux.push(morceau)
    i += longueur
  }
  while (i < formule.length) {
    const c = formule[i]!
    const reste = formule.slice(i)
    if (c === '"' || c === "'") pousser({ genre: 'brut', texte: reste.slice(0, longueurCitee(reste, c)) })
    else if (c === '[') pousser({ genre: 'brut', texte: reste.slice(0, longueurCrochets(reste)) })
    else if (c === '{' || c === '}') {
      accolades += c === '{' ? 1 : -1
      pousser({ genre: 'brut', texte: c })
    } else {
      const erreur = erreurAuDebut(reste, langue)
      const nom = erreur === undefined ? NOM.exec(reste)?.[0] : undefined
      const nombre =
        nom === undefined && !(/[.,]/.test(c) && suitUneValeur(morceaux))
          ? NOMBRES[langue].exec(reste)?.[0]
          : undefined
      if (erreur !== undefined) pousser({ genre: 'erreur', texte: erreur })
      else if (nom !== undefined) {
        const suite = reste.slice(nom.length).trimStart()
        const feuille = suite.startsWith('!') || suite.startsWith('[')
        if (feuille) pousser({ genre: 'brut', texte: nom })
        else pousser({ genre: 'nom', texte: nom, appel: suite.startsWith('(') })
      } else if (nombre !== undefined) pousser({ genre: 'nombre', texte: nombre })
      else if (c === ',' || c === ';' || c === '.')
        pousser({ genre: 'separateur', texte: c, dansTableau: accolades > 0 })
      else pousser({ genre: 'brut', texte: c })
    }
  }
  return morceaux
}

function traduireNom(morceau: { texte: string; appel: boolean }, traduire: (nom: string) => string): string {
  const constante = /^(VRAI|FAUX|TRUE|FALSE)$/i.test(morceau.texte)
  return morceau.appel || constante ? traduire(morceau.texte) : morceau.texte
}

/**
 * A formula as typed in French, with or without its '=', to the invariant grammar:
 * `=SOMME(1,5;2)` → `=SUM(1.5,2)`, `={1.2;3.4}` → `={1,2;3,4}`. A `,` that is no decimal still parts arguments.
 */
export function formuleInvariante(formule: string): string {
  return decouper(formule, 'francais')
    .map((m) => {
      if (m.genre === 'nom') return traduireNom(m, fonctionInvariante)
      if (m.genre === 'nombre') return m.texte.replace(',', '.')
      if (m.genre === 'erreur') return erreurInvariante(m.texte) ?? m.texte
      if (m.genre === 'separateur')
        return m.dansTableau ? (m.texte === '.' ? ',' : m.texte) : m.texte.replace(';', ',')
      return m.texte
    })
    .join('')
}

/** The inverse of {@link formuleInvariante}: `=SUM(1.5,2)` → `=SOMME(1,5;2)`. */
export function formuleFrancaise(formule: string): string {
  return decouper(formule, 'invariant')
    .map((m) => {
      if (m.genre === 'nom') return traduireNom(m, fonctionFrancaise)
      if (m.genre === 'nombre') return m.texte.replace('.', ',')
      if (m.genre === 'erreur') return erreurFrancaise(m.texte) ?? m.texte
      if (m.genre === 'separateur')
        return m.dansTableau ? m.texte.replace(',', '.') : m.texte.replace(',', ';')
      return m.texte
    })
    .join('')
}

/** The formula as the grid keeps it, from a file's: the prefixes that only files write go. */
export function formuleDeGrille(formule: string): string {
  return avecNoms(formule, fonctionSansPrefixe)
}

/** The formula as files write it, from the grid's. */
export function formuleDeFichier(formule: string): string {
  return avecNoms(formule, fonctionDeFichier)
}

function avecNoms(formule: string, traduire: (nom: string) => string): string {
  return decouper(formule, 'invariant')
    .map((m) => (m.genre === 'nom' && m.appel ? traduire(m.texte) : m.texte))
    .join('')
}

/** Closes the brackets that were left open, as Excel does at the end of typing. */
export function fermerParentheses(formule: string): string {
  let ouvertes = 0
  for (const m of decouper(formule, 'francais'))
    if (m.genre === 'brut' && m.texte === '(') ouvertes++
    else if (m.genre === 'brut' && m.texte === ')') ouvertes--
  return ouvertes > 0 ? formule + ')'.repeat(ouvertes) : formule
}
