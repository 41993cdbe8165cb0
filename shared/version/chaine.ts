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
  const { numero } = declaration
  if (precedente === null) {
    if (numero !== 1 || declaration.precedente !== null)
      throw new Refus(
        'CHAINE_INCOMPLETE',
        `La version ${numero} n’est pas la première de sa chaîne : celle qui la précède manque.`,
      )
    return
  }
  exigerMemeChaine(precedente, declaration)
  if (numero === precedente.numero)
    throw new Refus('CHAINE_REJOUEE', `La version ${numero} est donnée à la suite d’elle-même.`)
  if (numero < precedente.numero)
    throw new Refus(
      'CHAINE_DESORDRE',
      `La version ${numero} est donnée après la version ${precedente.numero} : elles ne sont pas dans l’ordre.`,
    )
  if (numero !== precedente.numero + 1)
    throw new Refus(
      'CHAINE_INCOMPLETE',
      `La version ${numero} ne suit pas la version ${precedente.numero} : la version ${numero - 1} manque.`,
    )
  if (declaration.precedente !== (await empreinteDeclaration(precedente, hachage)))
    throw new Refus(
      'CHAINE_REMPLACEE',
      `La version ${numero} ne désigne pas la version ${precedente.numero} qui est donnée : l’une des deux a été remplacée ou modifiée.`,
    )
}

function exigerMemeChaine(precedente: Declaration, declaration: Declaration): void {
  const nommer = ({ departement, exercice }: Declaration): string => `${departement}, exercice ${exercice}`
  if (nommer(precedente) !== nommer(declaration))
    throw new Refus(
      'CHAINE_AUTRE',
      `La version précédente donnée est d’une autre chaîne (${nommer(precedente)} au lieu de ${nommer(declaration)}).`,
    )
}

/**
 * Refuses statements, given from the first, that are not one unbroken chain: a version from elsewhere, given
 * twice, missing, out of its place, or replaced, each by its own code.
 */
export async function verifierChaine(declarations: readonly Declaration[], hachage: Hachage): Promise<void> {
  const vus = new Set<number>()
  for (const declaration of declarations) {
    exigerMemeChaine(declarations[0]!, declaration)
    if (vus.has(declaration.numero))
      throw new Refus('CHAINE_REJOUEE', `La version ${declaration.numero} est donnée deux fois.`)
    vus.add(declaration.numero)
  }
  for (let numero = 1; numero <= declarations.length; numero++)
    if (!vus.has(numero))
      throw new Refus('CHAINE_INCOMPLETE', `La version ${numero} manque à la chaîne qui est donnée.`)
  let precedente: Declaration | null = null
  for (const [rang, declaration] of declarations.entries()) {
    if (declaration.numero !== rang + 1)
      throw new Refus(
        'CHAINE_DESORDRE',
        `La version ${declaration.numero} est donnée à la place de la version ${rang + 1} : les versions ne sont pas dans l’ordre.`,
      )
    await exigerSuite(precedente, declaration, hachage)
    precedente = declaration
  }
}
