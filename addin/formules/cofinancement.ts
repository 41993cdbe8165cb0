import { euros } from '../../shared/montant/format.ts'
import type { Centimes } from '../../shared/montant/montant.ts'
import { lireObjectif } from '../../shared/referentiel/decider.ts'
import { estVide, lireCellule } from './cellule.ts'
import { diffuser } from './diffusion.ts'
import { ErreurFormule } from './erreur.ts'
import { lireCentimes } from './montants.ts'

/**
 * Co-financing (COF-01, contrat-type, article 2.2.2): on an objectif the department puts at least what the State
 * pays it. The functions judge the amounts that they are given; whether the ONDAM is among them is the officer's
 * choice, and the help page says which reading the product takes.
 */

/** VRAI where the department's part is not below the State's. */
export const estConforme = (manque: Centimes): boolean => manque === 0

/** What is missing, in euros. */
export const enEuros = (manque: Centimes): number => euros(manque)

/**
 * Answers pair by pair, or by objectif when their range is given: then every row of an objectif bears the answer
 * for the sums of that objectif. A blank amount beside another counts for 0, two blanks stay blank.
 */
export function cofinancer(
  etat: unknown[][],
  departement: unknown[][],
  objectifs: unknown[][] | undefined | null,
  dire: (manque: Centimes) => unknown,
): unknown[][] {
  if (estOmis(objectifs))
    return diffuser([etat, departement], (e, d) => {
      const manque = manqueDe([e], [d])
      return typeof manque === 'number' ? dire(manque) : manque
    })
  if (![etat, departement].every((plage) => memeForme(plage, objectifs))) return [[FORMES]]
  return parObjectif(etat, departement, objectifs, dire)
}

/** What the department's parts lack of the State's; "" when all are blank, or what cannot be read. */
function manqueDe(etat: readonly unknown[], departement: readonly unknown[]): Centimes | '' | ErreurFormule {
  const parts = [etat, departement].map((cellules) => cellules.map((c) => lireCentimes(c, 0)))
  const lus = parts.flat()
  const illisible = lus.find((c) => c instanceof ErreurFormule)
  if (illisible) return illisible
  if (lus.every((c) => c === null)) return ''
  const [totalEtat, totalDepartement] = parts.map((part) =>
    part.reduce<number>((t, c) => t + (typeof c === 'number' ? c : 0), 0),
  ) as [number, number]
  return Math.max(0, totalEtat - totalDepartement)
}

function parObjectif(
  etat: unknown[][],
  departement: unknown[][],
  objectifs: unknown[][],
  dire: (manque: Centimes) => unknown,
): unknown[][] {
  const lignes = objectifs.flatMap((rangee, i) =>
    rangee.map((o, j) => ({
      objectif: lireCellule(o),
      etat: lireCellule(etat[i]![j]),
      departement: lireCellule(departement[i]![j]),
    })),
  )
  const groupes = Map.groupBy(lignes, (l) => lireObjectif(l.objectif))
  const reponses = new Map<number | null, unknown>()
  for (const [numero, groupe] of groupes) {
    const manque = manqueDe(
      groupe.map((l) => l.etat),
      groupe.map((l) => l.departement),
    )
    reponses.set(numero, typeof manque === 'number' ? dire(manque) : manque)
  }
  const resultats = lignes.map((l) => {
    const numero = lireObjectif(l.objectif)
    if (numero !== null) return reponses.get(numero)
    if (l.objectif instanceof ErreurFormule) return l.objectif
    if (!estVide(l.objectif)) return PAS_UN_OBJECTIF
    return estVide(l.etat) && estVide(l.departement) ? '' : SANS_OBJECTIF
  })
  const largeur = objectifs[0]!.length
  return objectifs.map((_, i) => resultats.slice(i * largeur, (i + 1) * largeur))
}

function estOmis(plage: unknown[][] | undefined | null): plage is undefined | null {
  return (
    !plage ||
    plage.length === 0 ||
    (plage.length === 1 && plage[0]!.every((c) => estVide(c)) && plage[0]!.length < 2)
  )
}

function memeForme(a: unknown[][], b: unknown[][]): boolean {
  return a.length === b.length && a.every((rangee, i) => rangee.length === b[i]!.length)
}

const FORMES = new ErreurFormule(
  '#VALUE!',
  'Les plages de la part de l’État, de la part du Département et des objectifs doivent avoir la même taille.',
)
const PAS_UN_OBJECTIF = new ErreurFormule(
  '#VALUE!',
  'L’objectif n’est pas reconnu : écrivez son numéro, par exemple 9 ou « Objectif 9 ». Les montants en face ne sont comptés nulle part.',
)
const SANS_OBJECTIF = new ErreurFormule(
  '#N/A',
  'Un montant est en face d’un objectif vide : il n’est compté nulle part. Écrivez l’objectif sur chaque ligne.',
)
