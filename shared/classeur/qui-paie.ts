import { lireRepartition, QUI } from '../plan/repartition.ts'
import { anneesNues } from './annees-colonnes.ts'
import { celluleEn, type Feuille } from './classeur.ts'
import type { ColonneReconnue, RoleColonne } from './comprehension.ts'
import { REPERES } from './cote-a-cote.ts'
import { lireEntete, PARTS, ROLES_MONTANT } from './entetes.ts'
import { texteCellule } from './texte-cellule.ts'

/** Columns of a header that say who pays by what stands under them. */

/** Rows looked at under a header. */
export const LIGNES_VUES = 20
const ACCORD_SUR = 0.8

/** @param dessous the rows right under the header, LIGNES_VUES at most */
export function avecQuiPaie(
  feuille: Feuille,
  colonnes: ColonneReconnue[],
  dessous: readonly number[],
): ColonneReconnue[] {
  const reperes = colonnes.filter((c) => c.role && REPERES.has(c.role)).length
  if (reperes === 0) return colonnes
  const textes = (colonne: number) =>
    dessous.map((l) => texteCellule(celluleEn(feuille, l, colonne)).trim()).filter((t) => t !== '')
  const dites = avecFinanceurs(feuille, colonnes, dessous, textes)
  return reperes < 2 ? dites : avecRepartition(dites, textes)
}

/** A header without amounts, over a column whose cells say who pays and how much: « FIR : 40 000 € / CD : 45 000 € ». */
function avecRepartition(
  colonnes: ColonneReconnue[],
  textesDe: (colonne: number) => string[],
): ColonneReconnue[] {
  if (colonnes.some((c) => c.role && ROLES_MONTANT.has(c.role))) return colonnes
  return colonnes.map((c) => {
    if (c.role !== null && c.role !== 'financeur') return c
    const textes = textesDe(c.colonne)
    const lues = textes.filter((t) => lireRepartition(t) !== null)
    return lues.length > 0 && lues.length * 2 > textes.length
      ? { ...c, role: 'montant', surete: 'probable', doute: 'ses cellules disent qui paie, et combien' }
      : c
  })
}

const ROLES_QUI_PAIE: ReadonlySet<RoleColonne> = new Set<RoleColonne>(['financeur', 'enveloppe'])
/** « Agence régionale de santé (FIR) » fits; a longer text tells of something else. */
const LONGUEUR_FINANCEUR = 50

/** Amounts of which no header says whose they are, beside a column of funders under a blank header or an unknown one. */
function avecFinanceurs(
  feuille: Feuille,
  colonnes: ColonneReconnue[],
  dessous: readonly number[],
  textesDe: (colonne: number) => string[],
): ColonneReconnue[] {
  const ditQui = (c: ColonneReconnue) =>
    c.role !== null && c.role !== 'montant' && (ROLES_QUI_PAIE.has(c.role) || PARTS.has(c.role))
  if (colonnes.some(ditQui)) return colonnes
  const dites = new Map(colonnes.map((c) => [c.colonne, c]))
  const [premiere, derniere] = [colonnes[0]!.colonne, colonnes.at(-1)!.colonne]
  const remplies = new Set(dessous.flatMap((l) => [...feuille.lignes.get(l)!.keys()]))
  for (const colonne of [...remplies].sort((a, b) => a - b)) {
    const dite = dites.get(colonne)
    if (colonne < premiere || colonne > derniere || (dite && dite.role !== null)) continue
    if (!nommentDesFinanceurs(textesDe(colonne))) continue
    const trouvee: ColonneReconnue = {
      ...(dite ?? lireEntete('', colonne)),
      role: 'financeur',
      surete: 'probable',
      doute: 'reconnue à ses valeurs, non à son en-tête',
    }
    return anneesNues([...colonnes.filter((c) => c !== dite), trouvee].sort((a, b) => a.colonne - b.colonne))
  }
  return colonnes
}

/** Two funders at least, and hardly anything else than funders and totals. */
function nommentDesFinanceurs(textes: readonly string[]): boolean {
  const noms = textes.filter((t) => !/^(?:sous[- ]?)?total/i.test(t))
  const roles = noms.flatMap((t) => {
    const role = t.length > LONGUEUR_FINANCEUR ? null : lireEntete(t, 0).role
    return role !== null && QUI[role] ? [role] : []
  })
  return new Set(roles).size > 1 && roles.length >= noms.length * ACCORD_SUR
}
