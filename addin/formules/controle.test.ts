import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decouperReference, lireAdresse } from '../../shared/classeur/adresse.ts'
import { comprendre } from '../../shared/classeur/comprendre.ts'
import { celluleEn } from '../../shared/classeur/classeur.ts'
import { controler } from '../../shared/controle/controler.ts'
import { lireClasseur } from '../hote/lire-classeur.ts'
import { colonne, erreur, fonction, seul } from './essais.ts'

const controle = fonction('CONTROLE')
const ENTETES = ['N°', 'Intitulé', 'Objectif', 'Exercice', 'Enveloppe', 'Part État', 'Part Département']
const plan = (...lignes: unknown[][]) => [ENTETES, ...lignes]
const regles = (resultat: unknown[][]) => resultat.map(([regle]) => regle)

describe('=CDPPE.CONTROLE', () => {
  it('gives rule, gravité, place inside the range and message, the gravest first', () => {
    const resultat = controle(plan([1, 'Action', 'Objectif 9', 2020, 'FIR', 1000, 500]))
    expect(resultat.every((l) => l.length === 4)).toBe(true)
    expect(resultat[0]).toEqual([
      'ENV-02',
      'bloquant',
      'ligne 2, colonne 5 ; ligne 2, colonne 3',
      expect.stringContaining('objectif 9') as string,
    ])
    const ordre = ['bloquant', 'à justifier', 'information']
    const rangs = resultat.map(([, gravite]) => ordre.indexOf(gravite as string))
    expect(rangs).toEqual([...rangs].sort((a, b) => a - b))
    expect(rangs).not.toContain(-1)
  })

  it('counts places from the first cell of the range, headers below its first row included', () => {
    const ligne = [1, 'Action', 'Objectif 9', 2020, 'FIR', 1000, 500]
    const decale = [['', ...Array<string>(7).fill('')], ...plan(ligne).map((l) => ['', ...l])]
    expect(controle(decale)[0]![2]).toBe('ligne 3, colonne 6 ; ligne 3, colonne 4')
  })

  it('judges by the exercice that is asked for', () => {
    const ligne = [1, 'Action', 'Objectif 27', 2020, 'P304', 1000, 1000]
    expect(regles(controle(plan(ligne), 2020))).toContain('REF-01')
    expect(regles(controle(plan(ligne), 2024))).not.toContain('REF-01')
    expect(seul(controle(plan(ligne), 2030))).toEqual(erreur('#N/A', /non chargé pour l’exercice 2030/))
    expect(seul(controle(plan(ligne), 'x'))).toEqual(erreur('#VALUE!', /quatre chiffres/))
    expect(seul(controle(plan(ligne), { code: '#REF!' }))).toEqual(erreur('#VALUE!', /#REF!/))
    expect(controle(plan(ligne), '')).toEqual(controle(plan(ligne)))
  })

  it('tells an error in the range by its own name', () => {
    const resultat = controle(plan([1, 'Action', 'Objectif 1', 2020, 'FIR', { code: '#DIV/0!' }, 10]))
    expect(resultat.find(([regle]) => regle === 'LEC-01')?.[3]).toContain('#DIV/0!')
  })

  it('says what a range must hold, and leaves a blank one blank', () => {
    const phrase = erreur('#VALUE!', /Aucun plan d’action.*plage.*en-têtes/)
    expect(seul(controle(colonne('a', 'b')))).toEqual(phrase)
    expect(seul(controle([ENTETES]))).toEqual(phrase)
    expect(
      seul(
        controle([
          ['', null],
          ['', ''],
        ]),
      ),
    ).toBe('')
    expect(seul(controle([]))).toBe('')
  })

  it.each(['CDPPE_conforme_2020-2022.xlsx', 'CDPPE_62_Pas-de-Calais_2020-2022.xlsx'])(
    'finds in the range of %s what the pane finds in the workbook',
    async (nom) => {
      const octets = readFileSync(new URL(`../public/exemples/${nom}`, import.meta.url))
      const classeur = await lireClasseur(new Uint8Array(octets), nom)
      const [table] = comprendre(classeur).tables
      const feuille = classeur.feuilles.find((f) => f.nom === table!.feuille)!
      const { ligne, derniereLigne, colonne: debut, derniereColonne } = table!.plage
      const plage = Array.from({ length: derniereLigne - ligne + 1 }, (_, i) =>
        Array.from({ length: derniereColonne - debut + 1 }, (__, j) => {
          const valeur = celluleEn(feuille, ligne + i, debut + j)?.valeur
          return valeur === undefined || valeur === null ? '' : valeur
        }),
      )
      // What the plan itself decides: titles above it and other sheets are not in the range.
      const duPlan = (regle: unknown) => /^(ENV|COF|NAT|BIL|REF|COH)-/.test(String(regle))
      const constats = controler(classeur).constats.filter((c) => duPlan(c.regle))
      const resultat = controle(plage).filter(([regle]) => duPlan(regle))
      expect(resultat.map((l) => [l[0], l[3]])).toEqual(constats.map((c) => [c.regle, c.message]))
      for (const [k, { cellules }] of constats.entries()) {
        const premiere = lireAdresse(decouperReference(cellules[0]!).adresse)!
        const place = `ligne ${premiere.ligne - ligne + 1}, colonne ${premiere.colonne - debut + 1}`
        expect((resultat[k]![2] as string).startsWith(place)).toBe(true)
      }
    },
  )
})
