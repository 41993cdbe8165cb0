import type { ClePublique } from './declaration.ts'
import { SchemaDeclarationReferentiel, TYP_JWS_REFERENTIEL } from './declaration-referentiel.ts'
import type { DeclarationReferentiel } from './declaration-referentiel.ts'
import { empreinteCanonique, formeCanonique } from './canonique.ts'
import type { Hachage } from './canonique.ts'
import { Refus } from './refus.ts'
import { choisirCle, lireEntete, verifierSignature } from './signature.ts'

/** A published référentiel as the service hands it over: nothing of it is believed before it is verified. */
export interface Publication {
  declaration: unknown
  /** Compact JWS of the canonical statement. */
  jws: string
  document: unknown
}

/**
 * Verifies that a référentiel is, to the last quotation, the one that an administrateur published and that the
 * service signed by one of its published keys. Gives the statement.
 * @throws Refus with its reason
 */
export async function verifierReferentiel(
  { declaration, jws, document }: Publication,
  cles: readonly ClePublique[],
  hachage: Hachage = crypto.subtle,
): Promise<DeclarationReferentiel> {
  const lecture = SchemaDeclarationReferentiel.safeParse(declaration)
  if (!lecture.success) throw new Refus('PREUVE_ILLISIBLE')
  const { kid } = lireEntete(jws, TYP_JWS_REFERENTIEL)
  const signe = await verifierSignature(jws, await choisirCle(cles, kid, 'CLE_NON_RECONNUE'))
  if (signe !== formeCanonique(lecture.data)) throw new Refus('DECLARATION_ALTEREE')
  if ((await empreinteCanonique(document, hachage)) !== lecture.data.empreinte)
    throw new Refus('REFERENTIEL_DIFFERENT')
  return lecture.data
}
