import metadonnees from '../public/fonctions.json' with { type: 'json' }
import { installerControle } from './controle-differe.ts'
import { controleDe } from './controle.ts'
import { CALCULS } from './calculs.ts'
import type { Calculer } from './calculs.ts'

installerControle(controleDe)

export type { Calculer }

export interface Parametre {
  nom: string
  description: string
  optionnel: boolean
}

export interface Fonction {
  /** Without its namespace: "ELIGIBLE" is written =CDPPE.ELIGIBLE(…) in a cell. */
  id: string
  description: string
  parametres: Parametre[]
  /** Synchronous and pure. Errors are ErreurFormule objects inside the result, cell by cell; it never throws. */
  calculer: Calculer
}

/** The namespace of the functions, as the manifest declares it. */
export const ESPACE = 'CDPPE'

/** Every function of the cells, described by the metadata that its docstring gives. */
export const CATALOGUE: readonly Fonction[] = metadonnees.functions.map((fonction) => ({
  id: fonction.id,
  description: fonction.description,
  parametres: fonction.parameters.map((parametre) => ({
    nom: parametre.name,
    description: parametre.description,
    optionnel: 'optional' in parametre && parametre.optional === true,
  })),
  calculer: calculDe(fonction.id),
}))

function calculDe(id: string): Calculer {
  const calcul = CALCULS[id]
  if (!calcul) throw new Error(`The metadata name a function without a calculation: ${id}`)
  return calcul
}
