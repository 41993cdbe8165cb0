/** Exit codes of the command line, stable: 0 yes or conform, 1 no or something blocks, 2 bad input. */
export const OUI = 0
export const NON = 1
export const SAISIE = 2

/** Bad input: one clear French line on stderr, exit code 2. */
export class ErreurCommande extends Error {
  override readonly name = 'ErreurCommande'
}

// A reader that has seen enough (`| head`) closes the pipe: that is no failure.
process.stdout.on('error', (erreur: NodeJS.ErrnoException) => {
  if (erreur.code !== 'EPIPE') throw erreur
})

export function ecrire(texte: string): void {
  process.stdout.write(`${texte}\n`)
}

export function ecrireJson(valeur: unknown): void {
  ecrire(JSON.stringify(valeur, null, 2))
}
