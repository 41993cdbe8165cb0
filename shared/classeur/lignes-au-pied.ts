import { lireIntertitre } from '../plan/intertitres.ts'
import { lireObjectif } from '../referentiel/lire.ts'
import { celluleEn, type Feuille } from './classeur.ts'
import type { RoleColonne, TableReconnue } from './comprehension.ts'
import { ROLES_MONTANT } from './entetes.ts'
import { intertitre } from './intertitre.ts'
import { D_UN_FINANCEMENT } from './lignes-total.ts'
import { texteCellule } from './texte-cellule.ts'
import { normaliser } from './texte.ts'

/** « 3 », « 1.2 », « FA-07 », « 9 bis »: what numbers an action. */
export const CODE_D_ACTION = /^(?:[a-z]{1,6}[ .-]?)?\d{1,3}(?:[.\- ]\d{1,3})*(?: ?(?:bis|ter|quater|[a-z]))?$/

/** What is written beside a figure under a plan that is no action: the enveloppe notified, what is left of it. */
const MENTION =
  /^(?:enveloppes?|dotations?|credits?|montants?|restes?|ecarts?|soldes?|plafonds?|rappels?|arretee?s?|fait|notifi\w+|disponibles?|taux|parts?|verification|controle)\b/

/**
 * The rows at the foot of a table, under a total that no action follows: signatures, the enveloppe that was
 * notified, what is left of it. 0-based.
 */
export function lignesAuPied(
  feuille: Feuille,
  table: TableReconnue,
  lignesTotal: readonly number[],
): number[] {
  const roles = new Set(table.colonnes.map((c) => c.role))
  if (!roles.has('numero') && !roles.has('objectif')) return []
  const totaux = new Set(lignesTotal)
  const dessous: number[] = []
  let auPied = 0
  for (const ligne of [...feuille.lignes.keys()].reverse()) {
    if (ligne > table.plage.derniereLigne) continue
    if (ligne <= table.derniereLigneEntete) break
    if (totaux.has(ligne)) auPied = dessous.length
    else if (nommeUneAction(feuille, ligne, table)) break
    else dessous.push(ligne)
  }
  return dessous.slice(0, auPied)
}

function nommeUneAction(feuille: Feuille, ligne: number, { colonnes }: TableReconnue): boolean {
  const titre = intertitre(feuille, ligne)
  if (titre !== null) return lireIntertitre(titre) !== null
  const texte = (role: RoleColonne): string => {
    const c = colonnes.find((x) => x.role === role)
    return c ? normaliser(texteCellule(celluleEn(feuille, ligne, c.colonne))) : ''
  }
  if (CODE_D_ACTION.test(texte('numero')) || lireObjectif(texte('objectif')) !== null) return true
  if (colonnes.some((c) => D_UN_FINANCEMENT.has(c.role) && celluleEn(feuille, ligne, c.colonne))) return true
  const intitule = texte('intitule')
  return (
    intitule !== '' &&
    !MENTION.test(intitule) &&
    colonnes.some(
      (c) =>
        c.role !== null &&
        ROLES_MONTANT.has(c.role) &&
        typeof celluleEn(feuille, ligne, c.colonne)?.valeur === 'number',
    )
  )
}
