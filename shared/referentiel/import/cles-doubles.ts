/**
 * Keys that an object of a JSON text holds twice. JSON.parse keeps the last without a word, so a file could show
 * one value to its reader and give another to the product. The text is known to be JSON.
 */
export function clesDoubles(texte: string): string[] {
  const chaine = /"(?:[^"\\]|\\.)*"/y
  const doubles = new Set<string>()
  /** The keys seen in each open object; null for an array. */
  const ouverts: (Set<string> | null)[] = []
  let attendUneCle = false
  for (let i = 0; i < texte.length; i++) {
    switch (texte[i]) {
      case '{':
        ouverts.push(new Set())
        attendUneCle = true
        break
      case '[':
        ouverts.push(null)
        attendUneCle = false
        break
      case '}':
      case ']':
        ouverts.pop()
        attendUneCle = false
        break
      case ',':
        attendUneCle = ouverts.at(-1) instanceof Set
        break
      case ':':
        attendUneCle = false
        break
      case '"': {
        chaine.lastIndex = i
        const mot = chaine.exec(texte)
        if (mot === null) return [...doubles]
        if (attendUneCle) {
          const cle = JSON.parse(mot[0]) as string
          const cles = ouverts.at(-1)
          if (cles?.has(cle)) doubles.add(cle)
          cles?.add(cle)
        }
        i += mot[0].length - 1
        break
      }
    }
  }
  return [...doubles]
}
