import { describe, expect, it } from 'vitest'
import { insertionExcel } from '../../addin/excel/insertion.ts'
import { HoteExcel } from '../../addin/excel/hote-excel.ts'
import { classeurVide, feuilleVide } from '../../shared/classeur/classeur.ts'
import { MODELES, fabriquerModele } from '../../shared/modeles/modeles.ts'
import { referentielDe } from '../../shared/referentiel/registre.ts'
import { installerExcel } from './hote-filaire.ts'

const fichier = () => fabriquerModele(MODELES[0]!, referentielDe(2024)!, 2024)

describe('a model inserted in Excel', () => {
  it('brings its sheets after those that are there, and shows the first', async () => {
    const classeur = classeurVide('Classeur1.xlsx')
    classeur.feuilles.push(feuilleVide('Feuil1'))
    const { grille } = installerExcel(classeur)
    await insertionExcel.inserer(fichier())
    expect(grille.classeur.feuilles.map((f) => [f.nom, f.etat])).toEqual([
      ['Feuil1', 'visible'],
      ['Plan d’action', 'visible'],
      ['Listes CDPPE', 'masquee'],
    ])
    expect(grille.active).toBe('Plan d’action')
    const plan = (await new HoteExcel().lire()).feuilles[1]!
    expect(plan.lignes.get(5)?.get(7)?.formule).toContain('CDPPE.ELIGIBLE(')
  })

  it('is refused in a sentence by an Excel that cannot take it, and nothing changes', async () => {
    const classeur = classeurVide('Classeur1.xlsx')
    classeur.feuilles.push(feuilleVide('Feuil1'))
    const { grille, absentes } = installerExcel(classeur)
    absentes.add('1.13')
    await expect(insertionExcel.inserer(fichier())).rejects.toThrow(
      /Téléchargez le modèle, puis ouvrez-le\.$/,
    )
    expect(grille.classeur.feuilles).toHaveLength(1)
  })
})
