import { empreinte, formeCanonique } from '../../shared/version/canonique.ts'
import type { Chaine } from '../depot/coffre.ts'
import type { Agent, Services } from './contexte.ts'
import { Refus } from './erreurs.ts'

/** Digest of what a request asks, whoever asks it: its route, its parameters and its body. */
export function empreinteDemande(demande: unknown, { sub }: Pick<Agent, 'sub'>): Promise<string> {
  return empreinte(formeCanonique({ demande, sub }), crypto.subtle)
}

/** @param suite what to do again, in French: « la transmission » */
export const cleReutilisee = (suite: string): Refus =>
  new Refus(
    422,
    'CLE_REUTILISEE',
    `Cette demande porte la clé d’une autre demande (Idempotency-Key). Recommencez ${suite}.`,
  )

/**
 * Binds the key of a write to what it asks: a key that was used for another request would answer for what was not
 * asked. @throws Refus 422 then
 */
export async function lierCle(
  { bureau }: Services,
  chaine: Chaine,
  agent: Agent,
  cle: string,
  demande: unknown,
  suite: string,
): Promise<void> {
  const somme = await empreinteDemande(demande, agent)
  if (!(await bureau.depot.idempotence.retenir(chaine, cle, somme, bureau.horloge())))
    throw cleReutilisee(suite)
}
