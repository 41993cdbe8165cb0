import { celluleEn, type Feuille } from './classeur.ts'
import type { ColonneReconnue, RoleColonne, TableReconnue } from './comprehension.ts'
import { ROLES_MONTANT } from './entetes.ts'
import { texteCellule } from './texte-cellule.ts'
import { normaliser } from './texte.ts'

/** Rows that tell more of the one above them: a part of its amounts, or what was carried out of them. Counted, they would double the plan. */

/** Rows looked at for that column: enough to tell. */
const LIGNES_VUES = 400
const TEXTE_MAX = 60
const DONT = /^[-–—•>↳* ]*dont\b/
const REALISE =
  /^(?:realisee?s?|realisations?|executee?s?|execution|consommee?s?|mandatee?s?|ca|compte administratif|depenses? reelles?)(?: au .*)?$/
const PREVU =
  /^(?:prevue?s?|previsions?|previsionnel(?:le)?s?|bp|budget(?: primitif)?|votee?s?|inscrite?s?|demandee?s?|accordee?s?|notifiee?s?|programmee?s?)$/

/** The rows of detail of a table, 0-based and ascending. */
export function lignesDeDetail(
  feuille: Feuille,
  { colonnes, derniereLigneEntete, plage }: TableReconnue,
  totaux: ReadonlySet<number>,
): number[] {
  const corps = [...feuille.lignes.keys()].filter(
    (l) => l > derniereLigneEntete && l <= plage.derniereLigne && !totaux.has(l),
  )
  const montants = colonnes.filter((c) => c.role !== null && ROLES_MONTANT.has(c.role))
  const chiffree = (ligne: number) =>
    montants.some((c) => typeof celluleEn(feuille, ligne, c.colonne)?.valeur === 'number')
  const duRealise = colonneDuRealise(feuille, colonnes, corps.slice(0, LIGNES_VUES))
  const payeurs = colonnes.filter((c) => D_UN_PAYEUR.has(c.role)).map((c) => c.colonne)
  const details: number[] = []
  let dessus: number | null = null
  for (const ligne of corps) {
    if (duRealise !== null && REALISE.test(texteEn(feuille, ligne, duRealise))) details.push(ligne)
    else if (payeurs.some((c) => DONT.test(texteEn(feuille, ligne, c)))) {
      // « dont FIR » under « État » says more than it: the sum is what would count twice.
      if (dessus !== null) details.push(dessus)
      dessus = null
    } else if (!commenceParDont(feuille, ligne, colonnes)) dessus = chiffree(ligne) ? ligne : null
    else if (dessus !== null) details.push(ligne)
  }
  return details.sort((a, b) => a - b)
}

const D_UN_PAYEUR: ReadonlySet<RoleColonne | null> = new Set<RoleColonne | null>(['financeur', 'enveloppe'])

/** « - dont sages-femmes »: the title of a row, or its first text. */
export function commenceParDont(
  feuille: Feuille,
  ligne: number,
  colonnes: readonly ColonneReconnue[],
): boolean {
  const intitule = colonnes.find((c) => c.role === 'intitule')?.colonne
  if (intitule !== undefined && DONT.test(texteEn(feuille, ligne, intitule))) return true
  for (const [colonne, { valeur }] of feuille.lignes.get(ligne)!)
    if (typeof valeur === 'string') return DONT.test(texteEn(feuille, ligne, colonne))
  return false
}

/** The column that says of each row whether it is foreseen or carried out, whatever its header. */
export function colonneDuRealise(
  feuille: Feuille,
  colonnes: readonly ColonneReconnue[],
  corps: readonly number[],
): number | null {
  const trouvee = colonnes.find(({ role, colonne }) => {
    if (role !== null && role !== 'montant') return false
    const textes = corps.map((l) => texteEn(feuille, l, colonne)).filter((t) => t !== '')
    return (
      textes.every((t) => REALISE.test(t) || PREVU.test(t)) &&
      textes.some((t) => REALISE.test(t)) &&
      textes.some((t) => PREVU.test(t))
    )
  })
  return trouvee?.colonne ?? null
}

function texteEn(feuille: Feuille, ligne: number, colonne: number): string {
  const texte = texteCellule(celluleEn(feuille, ligne, colonne)).trim()
  return texte.length > TEXTE_MAX ? texte : normaliser(texte)
}
