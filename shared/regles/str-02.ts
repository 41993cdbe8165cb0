import { reference } from '../classeur/adresse.ts'
import type { Cellule } from '../classeur/classeur.ts'
import { accorder, enumerer } from '../classeur/texte.ts'
import type { PlanAction } from '../plan/plan.ts'
import { cellulesVisibles } from './feuilles-visibles.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/**
 * STR-02: a cell in error, or a formula that was never calculated, leaves the file as it is: whoever receives it
 * reads #REF! or nothing. The amounts of the plan have their own rules (LEC-01, LEC-03), which block.
 */
export const STR_02: Regle = {
  id: 'STR-02',
  titre: 'Aucune cellule ne porte une erreur d’Excel ni une formule sans résultat',
  verifier: ({ classeur, plan }) => {
    let montants: ReadonlySet<string | undefined> | undefined
    const estMontant = (ou: string): boolean => (montants ??= montantsDe(plan)).has(ou)
    return {
      constats: classeur.feuilles.flatMap((feuille): ConstatBrut[] => {
        const fautives = cellulesVisibles(feuille, (c) => defautDe(c) !== null)
          .map(([ligne, colonne, c]) => ({
            ou: reference(feuille.nom, ligne, colonne),
            defaut: defautDe(c)!,
          }))
          .filter(({ ou }) => !estMontant(ou))
        if (fautives.length === 0) return []
        const defauts = enumerer([...new Set(fautives.map((x) => x.defaut))])
        return [
          {
            cellules: fautives.map((x) => x.ou),
            message: `Feuille « ${feuille.nom} » : ${accorder(fautives.length, 'cellule affiche', 'cellules affichent')} ${defauts}. Corrigez la formule ou son adresse, puis recalculez le classeur : le destinataire lirait la même chose.`,
            constate: defauts,
            attendu: 'un résultat dans chaque formule',
            correction: null,
          },
        ]
      }),
    }
  },
}

/** The cells of the plan's amounts. */
function montantsDe(plan: PlanAction): ReadonlySet<string | undefined> {
  return new Set(
    plan.actions.flatMap((a) =>
      a.financements.flatMap((f) => [f.prevu, f.fleche, f.engage, f.execute].map((m) => m?.cellule)),
    ),
  )
}

/** « l’erreur #REF! », « une formule sans résultat », null for a sound cell. */
function defautDe({ valeur, formule }: Cellule): string | null {
  if (typeof valeur === 'object' && valeur !== null) return `l’erreur ${valeur.erreur}`
  return valeur === null && formule !== undefined ? 'une formule sans résultat' : null
}
