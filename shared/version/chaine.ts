import { empreinteCanonique } from './canonique.ts'
import type { Hachage } from './canonique.ts'
import type { Declaration } from './declaration.ts'
import { Refus } from './refus.ts'

/** SHA-256 of a statement's canonical form: what the next one names as `precedente`. */
export function empreinteDeclaration(declaration: Declaration, hachage: Hachage): Promise<string> {
  return empreinteCanonique(declaration, hachage)
}

/** Refuses a statement that does not follow the one given as its previous (null: it must be the first). */
export async function exigerSuite(
  precedente: Declaration | null,
  declaration: Declaration,
  hachage: Hachage,
): Promise<void> {
  if (precedente === null) {
    if (declaration.numero !== 1 || declaration.precedente !== null)
      throw new Refus(
        'CHAINE_ROMPUE',
        `La version ${declaration.numero} n’est pas la première de sa chaîne : celle qui la précède manque.`,
      )
    return
  }
  const ici = `${declaration.departement}, exercice ${declaration.exercice}`
  const la = `${precedente.departement}, exercice ${precedente.exercice}`
  if (ici !== la)
    throw new Refus(
      'CHAINE_ROMPUE',
      `La version précédente donnée est d’une autre chaîne (${la} au lieu de ${ici}).`,
    )
  if (declaration.numero !== precedente.numero + 1)
    throw new Refus(
      'CHAINE_ROMPUE',
      `La version ${declaration.numero} ne suit pas la version ${precedente.numero} : une version manque, ou elles sont en désordre.`,
    )
  if (declaration.precedente !== (await empreinteDeclaration(precedente, hachage)))
    throw new Refus(
      'CHAINE_ROMPUE',
      `La version ${declaration.numero} ne désigne pas la version ${precedente.numero} qui est donnée : l’une des deux a été remplacée ou modifiée.`,
    )
}

/** Refuses statements, given from the first, that are not one unbroken chain. */
export async function verifierChaine(declarations: readonly Declaration[], hachage: Hachage): Promise<void> {
  let precedente: Declaration | null = null
  for (const declaration of declarations) {
    await exigerSuite(precedente, declaration, hachage)
    precedente = declaration
  }
}
