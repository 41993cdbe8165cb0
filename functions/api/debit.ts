import type { MiddlewareHandler } from 'hono'
import type { Env } from './contexte.ts'
import { Refus } from './erreurs.ts'

/** How many requests one asker may make in a window. */
export interface Plafond {
  demandes: number
  fenetreMs: number
}

/** An officer at work makes a few requests a second at most; the pane follows a sending twice a second. */
export const PAR_AGENT: Plafond = { demandes: 600, fenetreMs: 60_000 }
/** A département's whole office may share one address. */
export const PAR_ADRESSE: Plafond = { demandes: 3000, fenetreMs: 60_000 }

/** Askers that are remembered at once: beyond this the oldest window is forgotten first. */
const MEMOIRE = 10_000

/**
 * Counts requests by asker, window by window. It lives in one process: on AWS the gateway's own throttle stands
 * before all of them, and this one keeps a single agent or address from taking a whole instance.
 */
export function creerCompteur({ demandes, fenetreMs }: Plafond): (qui: string, maintenant: number) => number {
  const fenetres = new Map<string, { debut: number; nombre: number }>()
  /** Seconds to wait, 0 when the request may pass. */
  return (qui, maintenant) => {
    const vue = fenetres.get(qui)
    if (!vue || maintenant - vue.debut >= fenetreMs) {
      fenetres.delete(qui)
      if (fenetres.size >= MEMOIRE) fenetres.delete(fenetres.keys().next().value!)
      fenetres.set(qui, { debut: maintenant, nombre: 1 })
      return 0
    }
    vue.nombre++
    return vue.nombre <= demandes ? 0 : Math.ceil((vue.debut + fenetreMs - maintenant) / 1000)
  }
}

/** Refuses with 429, and says when to come back, whoever `qui` names too often. */
export function limiter(
  plafond: Plafond,
  horloge: () => Date,
  qui: (c: Parameters<MiddlewareHandler<Env>>[0]) => string | undefined,
): MiddlewareHandler<Env> {
  const compter = creerCompteur(plafond)
  return async (c, suite) => {
    const nom = qui(c)
    const attente = nom === undefined ? 0 : compter(nom, horloge().getTime())
    if (attente > 0) {
      c.header('retry-after', String(attente))
      throw new Refus(
        429,
        'TROP_DE_DEMANDES',
        `Trop de demandes en peu de temps. Attendez ${attente} secondes, puis recommencez ; rien n’a été perdu.`,
      )
    }
    await suite()
  }
}
