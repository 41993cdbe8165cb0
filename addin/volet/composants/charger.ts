/** A part of the pane that was not delivered, as opposed to one that fails once it is there. */
export class ErreurChargement extends Error {
  override readonly name = 'ErreurChargement'
}

/**
 * Loads a part of the pane once for all; a failure is not kept, so that the next call tries again. Chromium keeps
 * a failed module under its address for as long as the page lives: the next try gives that address a query.
 * @throws ErreurChargement when the part could not be fetched
 */
export function chargeur<M>(
  importer: () => Promise<M>,
  importerAdresse: (adresse: string) => Promise<unknown> = (adresse) => import(/* @vite-ignore */ adresse),
): () => Promise<M> {
  let enCours: Promise<M> | null = null
  let manquee: string | null = null
  let essais = 0
  const essayer = async (): Promise<M> => {
    try {
      return await (manquee === null
        ? importer()
        : (importerAdresse(`${manquee}?essai=${essais}`) as Promise<M>))
    } catch (erreur) {
      enCours = null
      essais++
      manquee ??= adresseManquee(erreur)
      throw new ErreurChargement('', { cause: erreur })
    }
  }
  return () => (enCours ??= essayer())
}

/** The address that the browser says it could not fetch, null when it names none. */
function adresseManquee(erreur: unknown): string | null {
  return /https?:\/\/[^\s?#]+\.js/.exec(String(erreur))?.[0] ?? null
}
