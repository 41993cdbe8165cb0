import { createHmac } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import type { Plafond } from '../depot/debits.ts'
import type { Env, Services } from './contexte.ts'
import { Refus } from './erreurs.ts'

/** An officer at work makes a few requests a second at most; the pane follows a sending twice a second. */
export const PAR_AGENT: Plafond = { demandes: 600, fenetreMs: 60_000 }
/** A département's whole office may share one address. */
export const PAR_ADRESSE: Plafond = { demandes: 3000, fenetreMs: 60_000 }
/** Over every instance: going to sign in and coming back, two requests a person. */
export const CONNEXIONS_PAR_ADRESSE: Plafond = { demandes: 300, fenetreMs: 60_000 }
/** Over every instance: a version takes two, a sending one, a fiche that was typed one. */
export const ECRITURES_PAR_AGENT: Plafond = { demandes: 300, fenetreMs: 60_000 }

/** Askers that are remembered at once: beyond this the oldest window is forgotten first. */
const MEMOIRE = 10_000

/** Whose request it is; undefined: nobody's, it passes. */
type Demandeur = (c: Context<Env>) => string | undefined

/**
 * Counts requests by asker, window by window. It lives in one process: it keeps a single agent or address from
 * taking a whole instance, at no cost. What must hold over all of them is counted in the table.
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
export function limiter(plafond: Plafond, horloge: () => Date, qui: Demandeur): MiddlewareHandler<Env> {
  const compter = creerCompteur(plafond)
  return async (c, suite) => {
    const nom = qui(c)
    if (nom !== undefined) exiger(c, compter(nom, horloge().getTime()))
    await suite()
  }
}

/** The same over every instance. A table that does not answer shuts nobody out: the count of the instance holds. */
export function limiterPartout(
  quoi: string,
  plafond: Plafond,
  { bureau, configuration }: Services,
  qui: Demandeur,
): MiddlewareHandler<Env> {
  // An address is found again by trying them all, unless a secret is part of its digest.
  const anonyme = (nom: string): string =>
    createHmac('sha256', configuration.oidc.secret).update(nom).digest('base64url')
  return async (c, suite) => {
    const nom = qui(c)
    if (nom !== undefined) {
      const attente = await bureau.depot.debits
        .compter(quoi, anonyme(nom), plafond, bureau.horloge())
        .catch((erreur: unknown) => {
          bureau.journal.panne('debit', erreur, { reference: c.get('reference') })
          return 0
        })
      exiger(c, attente)
    }
    await suite()
  }
}

function exiger(c: Context<Env>, attente: number): void {
  if (attente <= 0) return
  c.header('retry-after', String(attente))
  throw new Refus(
    429,
    'TROP_DE_DEMANDES',
    `Trop de demandes en peu de temps. Attendez ${attente} secondes, puis recommencez ; rien n’a été perdu.`,
  )
}
