import { decouperReference, lireAdresse, reference } from '../classeur/adresse.ts'
import { celluleEn } from '../classeur/classeur.ts'
import { texteCellule } from '../classeur/texte-cellule.ts'
import { normaliser } from '../classeur/texte.ts'
import { ditRien } from '../contrat/date.ts'
import type { ConstatBrut, Regle } from './regle.ts'

const CALENDRIER = /^(?:calendrier|echeancier|planning)\b/

/** FIC-04: the plan shows the calendar of each action (annexe 6, introduction). Judged where the plan has a column for it: the model (annexe 5.3) is not in the documents. */
export const FIC_04: Regle = {
  id: 'FIC-04',
  titre: 'Chaque action du plan a son calendrier prévisionnel',
  verifier: ({ plan, comprehension, classeur }) => {
    const colonnes = new Map(
      comprehension.tables.flatMap((t) =>
        t.colonnes
          .filter((c) => c.role === null && CALENDRIER.test(normaliser(c.entete)))
          .map((c) => [t.feuille, c.colonne] as const),
      ),
    )
    if (colonnes.size === 0) return { sansObjet: 'Le plan n’a pas de colonne de calendrier.' }
    const feuilles = new Map(classeur.feuilles.map((f) => [f.nom, f]))
    const sans: string[] = []
    for (const action of plan.actions) {
      const cellules = [
        ...new Set([
          ...action.cellules,
          ...action.financements.flatMap((f) => (f.prevu ? [f.prevu.cellule] : [])),
        ]),
      ]
      let vu = false
      let vide: string | null = null
      for (const cellule of cellules) {
        const { feuille, adresse } = decouperReference(cellule)
        const colonne = colonnes.get(feuille)
        const place = lireAdresse(adresse)
        const f = feuilles.get(feuille)
        if (colonne === undefined || !place || !f) continue
        if (ditRien(texteCellule(celluleEn(f, place.ligne, colonne))))
          vide ??= reference(feuille, place.ligne, colonne)
        else vu = true
      }
      if (!vu && vide !== null) sans.push(vide)
    }
    if (sans.length === 0) return { constats: [] }
    const constat: ConstatBrut = {
      cellules: sans,
      message: `${sans.length < 2 ? '1 action n’a' : `${sans.length} actions n’ont`} pas de calendrier prévisionnel dans le plan. Complétez la colonne.`,
      constate: 'calendrier vide',
      attendu: 'un calendrier par action',
      correction: null,
    }
    return { constats: [constat] }
  },
}
