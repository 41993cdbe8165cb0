/** What may be written of an event: identifiers and codes, never names, addresses or contents. */
export type Champs = Record<string, string | number | boolean | null | undefined>

export interface Journal {
  info(evenement: string, champs?: Champs): void
  /** `erreur` is told by its name, code and places in the code; its message may hold personal data and is left out. */
  panne(evenement: string, erreur: unknown, champs?: Champs): void
}

function decrire(erreur: unknown): Champs {
  if (!(erreur instanceof Error)) return { erreur: typeof erreur }
  const { code, $metadata } = erreur as Error & { code?: unknown; $metadata?: { httpStatusCode?: number } }
  const pile = (erreur.stack ?? '')
    .split('\n')
    .filter((ligne) => /^\s+at /.test(ligne))
    .slice(0, 8)
    .map((ligne) => ligne.trim())
    .join(' | ')
  return {
    erreur: erreur.name,
    code: typeof code === 'string' ? code : undefined,
    statutAws: $metadata?.httpStatusCode,
    pile,
    cause: erreur.cause instanceof Error ? erreur.cause.name : undefined,
  }
}

/** One JSON line an event, as CloudWatch reads them. */
export function creerJournal(ecrire: (ligne: string) => void = console.log): Journal {
  const noter = (niveau: string, evenement: string, champs: Champs): void => {
    ecrire(JSON.stringify({ niveau, evenement, ...champs }))
  }
  return {
    info: (evenement, champs = {}) => noter('info', evenement, champs),
    panne: (evenement, erreur, champs = {}) => noter('erreur', evenement, { ...champs, ...decrire(erreur) }),
  }
}
