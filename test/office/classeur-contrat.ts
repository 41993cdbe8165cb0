import { classeurVide, feuilleVide, poserCellule } from '../../shared/classeur/classeur.ts'
import type { Cellule, Classeur } from '../../shared/classeur/classeur.ts'

/** A sheet name with what breaks addresses: spaces, an accent, an apostrophe. */
export const PLAN = "Plan d'action été"
export const AUTRE = 'Synthèse'

/** A small workbook with one of everything that a host must give back as it is. */
export function classeurContrat(): Classeur {
  const classeur = classeurVide('CDPPE_62_contrat.xlsx')
  const plan = feuilleVide(PLAN)
  const cellules: [number, number, Cellule][] = [
    [0, 0, { valeur: 'Contrat départemental' }],
    [2, 0, { valeur: 'Action' }],
    [2, 1, { valeur: 'Part État' }],
    [2, 2, { valeur: 'Part Département' }],
    [3, 0, { valeur: '9 BIS' }],
    [3, 1, { valeur: 250000, format: '# ##0 €' }],
    [3, 2, { valeur: 178000.5 }],
    [4, 0, { valeur: 'Objectif 9 : « l’accès »\nà deux lignes' }],
    [4, 1, { valeur: 15048 }],
    [4, 2, { valeur: true }],
    [5, 1, { valeur: 265048, formule: 'SUM(B4:B5)' }],
    [5, 2, { valeur: { erreur: '#N/A' }, formule: 'NA()' }],
    [6, 0, { valeur: 44197, format: 'dd/mm/yyyy' }],
    [6, 1, { valeur: '250 000 € + 15 048 €' }],
    [6, 2, { valeur: false }],
    [9, 3, { valeur: 0 }],
  ]
  for (const [ligne, colonne, cellule] of cellules) poserCellule(plan, ligne, colonne, cellule)
  plan.fusions.push({ ligne: 0, colonne: 0, derniereLigne: 0, derniereColonne: 2 })
  const autre = feuilleVide(AUTRE)
  poserCellule(autre, 1, 1, { valeur: 'Total FIR' })
  const masquee = feuilleVide('Listes')
  masquee.etat = 'masquee'
  poserCellule(masquee, 0, 0, { valeur: 'FIR' })
  classeur.feuilles.push(plan, autre, masquee, feuilleVide('Vide'))
  return classeur
}
