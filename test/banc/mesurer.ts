/** Timing for the bench: several passes taken in turns, the median kept, so that a busy machine weighs on all alike. */

export interface Essai {
  nom: string
  /** How many units of work one call does. */
  unites: number
  /** Gives something that depends on its work, so that nothing is optimised away. */
  faire: () => unknown
}

export interface Mesure extends Essai {
  /** Median duration of one call, in milliseconds. */
  ms: number
  /** Units a second. */
  debit: number
}

/** Results of the work, kept where the optimiser cannot see that nobody reads them. */
const temoin: unknown[] = []

/** Measures the essais side by side, after a few passes that only warm up. */
export function mesurer(essais: readonly Essai[], passes = 15, echauffement = 5): Mesure[] {
  const durees = essais.map((): number[] => [])
  for (let passe = 0; passe < passes + echauffement; passe++)
    for (const [i, essai] of essais.entries()) {
      const debut = performance.now()
      temoin[i] = essai.faire()
      if (passe >= echauffement) durees[i]!.push(performance.now() - debut)
    }
  return essais.map((essai, i) => {
    const ms = mediane(durees[i]!)
    return { ...essai, ms, debit: (essai.unites / ms) * 1000 }
  })
}

function mediane(nombres: number[]): number {
  const tries = [...nombres].sort((a, b) => a - b)
  return tries[Math.floor(tries.length / 2)]!
}

/** A table on plain text, figures to the right. */
export function tableau(entetes: readonly string[], lignes: readonly (readonly string[])[]): string {
  const toutes = [entetes, ...lignes]
  const largeurs = entetes.map((_, j) => Math.max(...toutes.map((l) => l[j]!.length)))
  return toutes
    .map((ligne) =>
      ligne.map((c, j) => (j === 0 ? c.padEnd(largeurs[j]!) : c.padStart(largeurs[j]!))).join('  '),
    )
    .join('\n')
}
