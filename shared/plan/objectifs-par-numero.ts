import { reference } from '../classeur/adresse.ts'
import { celluleVue, type Classeur, type Feuille } from '../classeur/classeur.ts'
import type { RoleColonne } from '../classeur/comprehension.ts'
import { lireEntete } from '../classeur/entetes.ts'
import { texteCellule } from '../classeur/texte-cellule.ts'
import { aplatir } from '../classeur/texte.ts'
import { lireObjectif } from '../referentiel/lire.ts'
import { lireNumero } from './numero.ts'
import type { Action, TexteLu } from './plan.ts'

/** The actions listed on one sheet with their objectif, their amounts on another with their number alone. */

/** A header stands among the first rows. */
const LIGNES_ENTETE = 60

/**
 * Gives each action without an objectif the one that another sheet writes beside its number, and its title where it
 * has none; nothing where two sheets or rows disagree.
 * @param lues names of the sheets whose amounts are the plan
 */
export function completerParNumero(
  actions: Iterable<Action>,
  classeur: Classeur,
  lues: ReadonlySet<string>,
): void {
  const sans = [...actions].filter((a) => a.objectifsLus.length === 0 && a.numero !== '')
  if (sans.length === 0) return
  const inscrits = classeur.feuilles
    .filter((f) => f.etat === 'visible' && !lues.has(f.nom))
    .flatMap((f) => lireListe(f))
  for (const action of sans) {
    const siens = inscrits.filter((i) => i.numero === action.numero)
    const premier = siens[0]
    if (!premier || siens.some((i) => i.objectif !== premier.objectif)) continue
    action.objectifsLus.push(premier.lu)
    action.objectif = premier.objectif
    for (const f of action.financements) f.celluleObjectif ??= premier.lu.cellule
    if (action.intitule === '') action.intitule = premier.intitule
  }
}

interface Inscrit {
  numero: string
  objectif: number
  lu: TexteLu
  intitule: string
}

/** The rows of a list of actions that has numbers and objectifs. */
function lireListe(feuille: Feuille): Inscrit[] {
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
        const lu = lireObjectif(vue.cellule?.valeur)
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
