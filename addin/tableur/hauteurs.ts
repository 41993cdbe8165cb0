import type { Cellule, Feuille, StyleCellule } from '../../shared/classeur/classeur.ts'

/** Excel's own limit of a row, in pixels (409 points). */
const HAUTEUR_MAX = 545
const TAILLE_COURANTE = 11
const LARGEUR_COURANTE = 10.7
/** Height of one line of text for one point of font size: twenty pixels at the ordinary size. */
const PIXELS_PAR_POINT_DE_TAILLE = 20 / TAILLE_COURANTE

/**
 * Heights, in pixels, of the rows for which the file states none and that one line of ordinary text would not
 * fill: Excel makes them high enough for their text when it opens the file. Merged cells do not count, as in Excel.
 */
export function hauteursNaturelles(feuille: Feuille, styles: readonly StyleCellule[]): Map<number, number> {
  const hauteurs = new Map<number, number>()
  const fusionnees = new Set<string>()
  for (const f of feuille.fusions)
    if (f.derniereLigne - f.ligne < 50)
      for (let ligne = f.ligne; ligne <= f.derniereLigne; ligne++)
        fusionnees.add(`${String(ligne)},${String(f.colonne)}`)
  for (const [ligne, rangee] of feuille.lignes) {
    if (feuille.hauteurs.has(ligne)) continue
    let hauteur = 0
    for (const [colonne, cellule] of rangee) {
      const look = cellule.style === undefined ? undefined : styles[cellule.style]
      if (!look?.retour && (look?.taille ?? 0) <= TAILLE_COURANTE) continue
      const taille = look?.taille ?? TAILLE_COURANTE
      const seule = !fusionnees.has(`${String(ligne)},${String(colonne)}`)
      const lignes = look?.retour && seule ? lignesDeTexte(cellule, feuille.largeurs.get(colonne), taille) : 1
      hauteur = Math.max(hauteur, Math.round(lignes * taille * PIXELS_PAR_POINT_DE_TAILLE))
    }
    if (hauteur > 20) hauteurs.set(ligne, Math.min(hauteur, HAUTEUR_MAX))
  }
  return hauteurs
}

/** How many lines a wrapped text takes in a column of this width (in characters of the ordinary size). */
function lignesDeTexte({ valeur }: Cellule, largeur: number | undefined, taille: number): number {
  if (typeof valeur !== 'string') return 1
  const caracteres = Math.max(1, ((largeur ?? LARGEUR_COURANTE) * TAILLE_COURANTE) / taille)
  let lignes = 0
  for (const paragraphe of valeur.split('\n')) {
    let reste = caracteres
    lignes++
    for (const mot of paragraphe.split(' ')) {
      if (mot.length > reste && reste < caracteres) {
        lignes++
        reste = caracteres
      }
      if (mot.length > reste) lignes += Math.ceil((mot.length - reste) / caracteres)
      reste -= mot.length + 1
    }
  }
  return lignes
}
