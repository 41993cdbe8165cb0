import { classeurVide, feuilleVide, poserCellule } from '../../shared/classeur/classeur.ts'
import type { Classeur, ValeurCellule } from '../../shared/classeur/classeur.ts'
import { decouperReference, lireAdresse } from '../../shared/classeur/adresse.ts'
import { controler } from '../../shared/controle/controler.ts'
import { ErreurControle } from '../../shared/controle/erreur-controle.ts'
import type { Gravite } from '../../shared/referentiel/referentiel.ts'
import { REFERENTIELS } from '../../shared/referentiel/registre.ts'
import { codeErreur, estVide, lireCellule } from './cellule.ts'
import { ErreurFormule } from './erreur.ts'
import { anneeDe, referentielsCharges, repondre } from './referentiels.ts'

/**
 * The check of a range that holds a plan d'action with its headers: one row a constat, with its rule, gravité,
 * place and message. A function is given values, not their addresses: places are counted inside the range, as
 * INDEX does. Merges, hidden rows and formats are not given either: the pane sees more.
 */
export function controleDe(plage: unknown[][], exercice: unknown): unknown[][] {
  if (plage.flat().every((c) => estVide(c))) return [['']]
  const resultat = repondre(() => controlerPlage(plage, exercice))
  return resultat instanceof ErreurFormule ? [[resultat]] : resultat
}

function controlerPlage(plage: unknown[][], exercice: unknown): unknown[][] | ErreurFormule {
  const cellule = lireCellule(Array.isArray(exercice) ? (exercice as unknown[][])[0]?.[0] : exercice)
  if (cellule instanceof ErreurFormule) return cellule
  const annee = estVide(cellule) ? undefined : anneeDe(cellule)
  try {
    const { constats } = controler(classeurDe(plage), {
      exercice: annee,
      referentiels: referentielsCharges() ?? REFERENTIELS,
    })
    if (constats.length === 0) return [['Aucun constat']]
    return constats.map((c) => [c.regle, GRAVITES[c.gravite], direPlaces(c.cellules), c.message])
  } catch (erreur) {
    if (!(erreur instanceof ErreurControle)) throw erreur
    return erreur.code === 'SANS_PLAN' ? SANS_PLAN : new ErreurFormule('#N/A', erreur.message)
  }
}

const GRAVITES: Record<Gravite, string> = {
  bloquant: 'bloquant',
  'a-justifier': 'à justifier',
  information: 'information',
}

const SANS_PLAN = new ErreurFormule(
  '#VALUE!',
  'Aucun plan d’action n’a été reconnu dans cette plage : prenez-y la ligne d’en-têtes, avec au moins le numéro ou l’intitulé de l’action, l’objectif et une colonne de montants (Part État, Part Département…), et les lignes qui suivent.',
)

function classeurDe(plage: unknown[][]): Classeur {
  const classeur = classeurVide('plage')
  const feuille = feuilleVide('plage')
  for (const [ligne, rangee] of plage.entries())
    for (const [colonne, brut] of rangee.entries()) {
      const valeur = valeurDe(brut)
      if (valeur !== null) poserCellule(feuille, ligne, colonne, { valeur })
    }
  classeur.feuilles.push(feuille)
  return classeur
}

function valeurDe(brut: unknown): ValeurCellule {
  const code = typeof brut === 'object' && brut !== null ? codeErreur(brut) : null
  if (code !== null) return { erreur: code }
  const valeur = lireCellule(brut)
  if (typeof valeur === 'boolean' || typeof valeur === 'number') return valeur
  return typeof valeur === 'string' && valeur !== '' ? valeur : null
}

/** How many places a cell shows; the message says what they have in common. */
const PLACES = 6

/** « ligne 3, colonne 2 ; ligne 4, colonne 2 », counted from the first cell of the range. */
function direPlaces(cellules: readonly string[]): string {
  const places = [...new Set(cellules)].flatMap((reference) => {
    const lue = lireAdresse(decouperReference(reference).adresse)
    return lue ? [`ligne ${lue.ligne + 1}, colonne ${lue.colonne + 1}`] : []
  })
  const autres = places.length - PLACES
  const suite = autres > 0 ? ` ; et ${autres} autre${autres > 1 ? 's' : ''}` : ''
  return places.slice(0, PLACES).join(' ; ') + suite
}
