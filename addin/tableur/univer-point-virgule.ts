import type { Plugin } from 'vite'

/**
 * Univer's formula editor knows `,` as the only separator of arguments. French formulas are typed with `;`: these
 * four substitutions make its lexer take both, so that references are coloured and picked with the mouse, and
 * the help follows the argument being typed, in the text as the user types it.
 */
const SUBSTITUTIONS: readonly (readonly [search: string, replacement: string])[] = [
  [
    'else if (currentString === "," && this.isSingleQuotationClose()',
    'else if ((currentString === "," || currentString === ";") && this.isSingleQuotationClose()',
  ],
  [
    'prevString === "(" || prevString === ","',
    'prevString === "(" || prevString === "," || prevString === ";"',
  ],
  ['node === "@" || node === "," ||', 'node === "@" || node === "," || node === ";" ||'],
  ['matchToken["COMMA"] = ",";', 'matchToken["COMMA"] = ","; matchToken["SEMI"] = ";";'],
]

const MODULE = '@univerjs/engine-formula/lib/es/index.js'

/** Applies the substitutions to the source of engine-formula; throws when one of them finds nothing. */
export function accepterPointVirgule(code: string): string {
  let resultat = code
  for (const [search, replacement] of SUBSTITUTIONS) {
    if (!resultat.includes(search))
      throw new Error(`univer-point-virgule: engine-formula no longer holds ${JSON.stringify(search)}`)
    resultat = resultat.replaceAll(search, replacement)
  }
  return resultat
}

/** The Vite plugin; the build fails when engine-formula was not met, so that it cannot be forgotten silently. */
export function univerPointVirgule(): Plugin {
  let applied = false
  return {
    name: 'univer-point-virgule',
    enforce: 'pre',
    transform(code, id) {
      if (!id.replace(/\?.*/, '').replaceAll('\\', '/').endsWith(MODULE)) return null
      applied = true
      return { code: accepterPointVirgule(code), map: null }
    },
    buildEnd(error) {
      if (!error && !applied) this.error(`univer-point-virgule: ${MODULE} was not part of the build`)
    },
  }
}
