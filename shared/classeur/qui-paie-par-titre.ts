import { celluleEn, type Feuille } from './classeur.ts'
import type { ColonneReconnue, RoleColonne, TableReconnue } from './comprehension.ts'
import { financeurNomme, lireEntete, PARTS } from './entetes.ts'
import { intertitre } from './intertitre.ts'
import { normaliser } from './texte.ts'

/** Tables of amounts of which only the title, or the name of the sheet, says who pays: one sheet « État », one « Département ». */

/** « Part CD » speaks of money; « CD 62 » may be whose plan it is. */
const PARLE_D_ARGENT =
  /^(?:parts?|financements?|credits?|participations?|contributions?|montants?|subventions?|co-?financements?|apports?)\b/

const QUI: ReadonlySet<RoleColonne | null> = new Set<RoleColonne | null>(['financeur', 'enveloppe'])
/** The heading stands right above, at most that many rows higher. */
const TITRE_AU_DESSUS = 2

/** Gives the amounts of such tables to who their title names, where it speaks of money, or where another table is another funder's. */
export function quiPaieParTitre(
  tables: readonly TableReconnue[],
  feuilles: ReadonlyMap<string, Feuille>,
): TableReconnue[] {
  const titres = new Map(tables.map((t) => [t, estMuette(t) ? titreDe(t, feuilles.get(t.feuille)!) : null]))
  return tables.map((table) => {
    const titre = titres.get(table)
    if (!titre) return table
    const dEnFace = tables.some(
      (t) => t !== table && payeurs(t, titres.get(t)).some((p) => p !== cote(titre.role)),
    )
    if (!titre.sur && !dEnFace) return table
    const attribuer = (c: ColonneReconnue): ColonneReconnue =>
      c.role === 'montant'
        ? { ...c, role: titre.role, surete: 'probable', doute: `« ${titre.texte} » dit qui paie` }
        : c
    return { ...table, colonnes: table.colonnes.map(attribuer) }
  })
}

interface Titre {
  texte: string
  role: RoleColonne
  /** It can be about nothing else. */
  sur: boolean
}

type Cote = 'etat' | 'departement' | 'autres'

const cote = (role: RoleColonne): Cote => (role === 'departement' || role === 'autres' ? role : 'etat')

/** Amounts, and no column that says whose. What the officer said is left as it is. */
function estMuette({ colonnes }: TableReconnue): boolean {
  return (
    colonnes.some((c) => c.role === 'montant' && c.surete !== 'choisie') &&
    !colonnes.some((c) => QUI.has(c.role) || (c.role !== 'montant' && c.role !== null && PARTS.has(c.role)))
  )
}

/** On which sides a table has money. */
function payeurs({ colonnes }: TableReconnue, titre: Titre | null | undefined): Cote[] {
  if (titre) return [cote(titre.role)]
  return colonnes.flatMap(({ role }) =>
    role !== null && role !== 'montant' && PARTS.has(role) ? [cote(role)] : [],
  )
}

function titreDe({ plage, enveloppe, colonnes }: TableReconnue, source: Feuille): Titre | null {
  const titre = titreQuiPaie(source, plage.ligne, colonnes)
  if (!titre || enveloppe === null) return titre
  return titre.role === 'etat' ? { ...titre, role: enveloppe, sur: true } : titre
}

/** The funder that the title above a header names, else the name of the sheet; null where neither names one. */
export function titreQuiPaie(
  feuille: Feuille,
  ligne: number,
  colonnes: readonly ColonneReconnue[],
): Titre | null {
  if (colonnes.length === 0) return null
  const premiere = Math.min(...colonnes.map((c) => c.colonne))
  for (const texte of [...textesAuDessus(feuille, ligne, premiere), feuille.nom]) {
    const nomme = financeurNomme(texte)
    if (nomme === null) continue
    const { role } = lireEntete(texte, 0)
    const precise = role !== null && role !== 'montant' && PARTS.has(role)
    return {
      texte,
      role: nomme === 'etat' && precise ? role : nomme,
      sur: PARLE_D_ARGENT.test(normaliser(texte)),
    }
  }
  return null
}

function textesAuDessus(feuille: Feuille, ligne: number, colonne: number): string[] {
  const textes: string[] = []
  for (let l = ligne - 1; l >= 0 && l >= ligne - TITRE_AU_DESSUS; l--) {
    const seul = feuille.lignes.has(l) ? intertitre(feuille, l) : null
    const ici = celluleEn(feuille, l, colonne)?.valeur
    if (seul) textes.push(seul)
    else if (typeof ici === 'string') textes.push(ici)
  }
  return textes
}
