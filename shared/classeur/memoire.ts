const TEXTES_MAX = 5_000

/**
 * The same reading of a text, done once for each text: a workbook writes the same words on many rows, and several
 * rules read each. Texts longer than `longueurMax` are read anew, and a full memory is emptied.
 * @param lire pure, and never undefined
 */
export function memoriser<T extends string | number | null>(
  lire: (texte: string) => T,
  longueurMax: number,
): (texte: string) => T {
  const lus = new Map<string, T>()
  return (texte) => {
    const connu = lus.get(texte)
    if (connu !== undefined) return connu
    const lu = lire(texte)
    if (texte.length > longueurMax) return lu
    if (lus.size >= TEXTES_MAX) lus.clear()
    lus.set(texte, lu)
    return lu
  }
}
