import { enumerer } from '../classeur/texte.ts'
import { cibleDe } from '../referentiel/exigences.ts'
import { lignesDe, objectifsRetenus, SANS_TABLEAU } from './indicateurs.ts'
import type { ConstatBrut, Contexte, Resultat } from './regle.ts'

/** What OBJ-11 and OBJ-13 share: a target in figures, each year of the tableau de bord, where the référentiel asks for one. */
export function exigerCibles(contexte: Contexte, sauf: ReadonlySet<number> = new Set()): Resultat {
  const { annexes, referentiel } = contexte
  const tableau = annexes.tableauDeBord
  if (!tableau) return SANS_TABLEAU
  const constats: ConstatBrut[] = []
  const colonnes = tableau.colonnes.filter((c) => c.nature === 'cible')
  for (const objectif of [...objectifsRetenus(contexte)].sort((a, b) => a - b)) {
    const exigence = cibleDe(referentiel, objectif)
    if (!exigence || sauf.has(objectif) || !['requise', 'si-retenu'].includes(exigence.exigence)) continue
    const lignes = lignesDe(contexte, objectif)
    if (lignes.length === 0) continue
    const visees = new Set(
      lignes.flatMap((l) =>
        l.valeurs.flatMap(({ colonne, valeur }) =>
          colonne.nature === 'cible' && /\d/.test(valeur.texte) ? [colonne.annee] : [],
        ),
      ),
    )
    const annees = [...new Set(colonnes.map((c) => c.annee))]
    const manquent = annees.filter((a) => !visees.has(a))
    if (colonnes.length > 0 && manquent.length === 0) continue
    const quand = manquent.filter((a) => a !== null)
    constats.push({
      cellules: lignes.map((l) => l.libelle.cellule),
      message: `Objectif ${objectif} : aucune cible chiffrée${quand.length > 0 && quand.length < annees.length ? ` pour ${enumerer(quand)}` : ''} dans le tableau de bord. Inscrivez la valeur prévisionnelle de chaque année sur un de ses indicateurs au moins.`,
      constate: quand.length > 0 ? `pas de cible pour ${enumerer(quand)}` : 'pas de cible',
      attendu: 'une cible chiffrée par année',
      reference: exigence.reference,
      correction: null,
    })
  }
  return { constats }
}

/** Every retained objectif of one kind has a row of the tableau de bord. */
export function exigerLigne(contexte: Contexte, facultatif: boolean): Resultat {
  const { annexes, referentiel } = contexte
  const tableau = annexes.tableauDeBord
  if (!tableau) return SANS_TABLEAU
  if (!tableau.indicateurs.some((i) => i.objectif !== null))
    return { sansObjet: 'Le tableau de bord ne dit pas l’objectif de ses indicateurs.' }
  const suivis = new Set(tableau.indicateurs.map((i) => i.objectif))
  const retenus = objectifsRetenus(contexte)
  const absents = referentiel.objectifs.filter(
    (o) => retenus.has(o.numero) && !suivis.has(o.numero) && (o.caractere === 'facultatif') === facultatif,
  )
  if (absents.length === 0) return { constats: [] }
  const pluriel = absents.length > 1
  return {
    constats: [
      {
        cellules: tableau.entetes,
        message:
          `${pluriel ? 'Les objectifs' : 'L’objectif'} ${enumerer(absents.map((o) => o.numero))}, ${pluriel ? 'retenus' : 'retenu'} dans le plan, ${pluriel ? 'n’ont' : 'n’a'} pas d’indicateur dans le tableau de bord. Ajoutez au moins une ligne ${pluriel ? 'pour chacun' : ''}.`.replace(
            ' .',
            '.',
          ),
        constate: `sans indicateur : ${enumerer(absents.map((o) => o.numero))}`,
        attendu: 'un indicateur au moins par objectif retenu',
        correction: null,
      },
    ],
  }
}
