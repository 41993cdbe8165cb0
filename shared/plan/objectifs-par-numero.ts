import { reference } from '../classeur/adresse.ts'
import { celluleVue, type Classeur, type Feuille } from '../classeur/classeur.ts'
import type { RoleColonne, TableReconnue } from '../classeur/comprehension.ts'
import { lireEntete } from '../classeur/entetes.ts'
import { texteCellule } from '../classeur/texte-cellule.ts'
import { aplatir } from '../classeur/texte.ts'
import { lireObjectifOuTitre } from '../referentiel/titres.ts'
import { lireNumero } from './numero.ts'
import { lireReperesDesFiches } from './plan-des-fiches.ts'
import type { Action, PlanAction, TexteLu } from './plan.ts'

/** Actions whose objectif is on one sheet, in a list or on their fiches, and whose amounts are on another with their number alone. */

/** A header stands among the first rows. */
const LIGNES_ENTETE = 60

/**
 * Gives each action without an objectif the one that another sheet, a list or its fiche, writes beside its number, and
 * its title where it has none; nothing where two of them disagree.
 * @param tables those whose amounts are the plan: their sheets are not looked at
 */
export function avecObjectifsAilleurs(
  plan: PlanAction,
  classeur: Classeur,
  tables: readonly TableReconnue[],
): PlanAction {
  const manque = (a: Action) => a.objectifsLus.length === 0 && a.numero !== ''
  if (!plan.actions.some(manque)) return plan
  const lues = new Set(tables.map((t) => t.feuille))
  const autres = classeur.feuilles.filter((f) => f.etat === 'visible' && !lues.has(f.nom))
  const inscrites = autres.flatMap((f) => {
    const liste = lireListe(f)
    return liste.length > 0 ? liste : inscritesEnFiches(f)
  })
  const parNumero = new Map<string, Inscrite[]>()
  for (const i of inscrites) {
    const siennes = parNumero.get(i.numero)
    if (siennes) siennes.push(i)
    else parNumero.set(i.numero, [i])
  }
  const completer = (action: Action): Action => {
    const siennes = parNumero.get(action.numero) ?? []
    const [premiere] = siennes
    if (!premiere || siennes.some((i) => i.objectif !== premiere.objectif)) return action
    return {
      ...action,
      intitule: action.intitule === '' ? premiere.intitule : action.intitule,
      objectifsLus: [premiere.lu],
      objectif: premiere.objectif,
      financements: action.financements.map((f) => ({ ...f, celluleObjectif: premiere.lu.cellule })),
    }
  }
  return { ...plan, actions: plan.actions.map((a) => (manque(a) ? completer(a) : a)) }
}

function inscritesEnFiches(feuille: Feuille): Inscrite[] {
  return lireReperesDesFiches(feuille).flatMap(({ numero, intitule, objectifsLus, objectif }) =>
    objectif === null ? [] : [{ numero, objectif, lu: objectifsLus[0]!, intitule }],
  )
}

/** What is written of an action beside its number. */
interface Inscrite {
  numero: string
  objectif: number
  lu: TexteLu
  intitule: string
}

/** The rows of a list of actions that has numbers and objectifs. */
function lireListe(feuille: Feuille): Inscrite[] {
  const lignes = [...feuille.lignes.keys()]
  for (const entete of lignes.slice(0, LIGNES_ENTETE)) {
    const roles = new Map<RoleColonne, number>()
    for (const [colonne, cellule] of feuille.lignes.get(entete)!) {
      const { role } = lireEntete(texteCellule(cellule), colonne)
      if (role !== null && !roles.has(role)) roles.set(role, colonne)
    }
    const [numero, objectif] = [roles.get('numero'), roles.get('objectif')]
    if (numero === undefined || objectif === undefined) continue
    const intitule = roles.get('intitule')
    return lignes
      .filter((l) => l > entete)
      .flatMap((ligne) => {
        const n = aplatir(texteCellule(feuille.lignes.get(ligne)?.get(numero)))
        const vue = celluleVue(feuille, ligne, objectif)
        const texte = aplatir(texteCellule(vue.cellule))
        const lu = lireObjectifOuTitre(vue.cellule?.valeur)
        if (n === '' || lu === null) return []
        return {
          numero: lireNumero(n),
          objectif: lu,
          lu: { texte, cellule: reference(feuille.nom, vue.ligne, objectif) },
          intitule:
            intitule === undefined ? '' : aplatir(texteCellule(feuille.lignes.get(ligne)!.get(intitule))),
        }
      })
  }
  return []
}
