import { describe, expect, it, vi } from 'vitest'
import { classeurDe } from '../../../shared/classeur/fabrique.ts'
import type { Classeur } from '../../../shared/classeur/classeur.ts'
import { CLE_ILLISIBLES, CLE_JUSTIFICATIONS } from '../../../shared/controle/justifications.ts'
import type { Constat } from '../../../shared/controle/rapport.ts'
import { HoteMemoire } from '../../../test/office/hote-memoire.ts'
import { ErreurHote } from '../../hote/hote.ts'
import { creerControleur } from '../controleur.ts'
import { SuiviControle } from './controle.ts'

const TEXTE = 'L’avenant de mars complète cette part.'

function plan(): Classeur {
  return classeurDe({
    Plan: [
      ['N°', 'Objectif', 'Intitulé', 'Exercice', 'Part État', 'Part Département'],
      ['1', 'Objectif 2', 'Bilans de santé', 2020, 1000, 1000],
    ],
  })
}

const pret = { timeout: 20_000 }

async function ouvrir(hote: HoteMemoire): Promise<{ suivi: SuiviControle; point: () => Constat }> {
  const suivi = new SuiviControle(hote, creerControleur(), () => Date.UTC(2024, 2, 3, 13, 5))
  suivi.demarrer()
  await vi.waitFor(() => expect(suivi.etat.resultat).not.toBeNull(), pret)
  const premier = suivi.etat.resultat!.rapport.constats.find((c) => c.gravite === 'a-justifier')!
  const point = (): Constat =>
    suivi.etat.resultat!.rapport.constats.find(
      (c) => c.regle === premier.regle && c.cellules.join() === premier.cellules.join(),
    )!
  return { suivi, point }
}

describe('a justification written in the pane', () => {
  it('is kept in the workbook with its author and instant, changed, then withdrawn', async () => {
    const hote = new HoteMemoire(plan())
    const { suivi, point } = await ouvrir(hote)
    expect(await suivi.justifier(point(), `  ${TEXTE} `, 'Anne Martin ')).toBe(true)
    const attendue = { texte: TEXTE, auteur: 'Anne Martin', le: '2024-03-03T13:05:00.000Z' }
    expect(point().justification).toMatchObject(attendue)
    expect(JSON.parse((await hote.lireDonnee(CLE_JUSTIFICATIONS))!)).toMatchObject([attendue])

    await suivi.justifier(point(), `${TEXTE} Voir la délibération.`, 'Paul Petit')
    expect(suivi.etat.resultat!.rapport.justifications).toHaveLength(1)
    expect(point().justification?.auteur).toBe('Paul Petit')

    expect(await suivi.retirerJustification(point().justification!)).toBe(true)
    expect(point().justification).toBeUndefined()
    expect(await hote.lireDonnee(CLE_JUSTIFICATIONS)).toBe('[]')
  })

  it('is found again by whoever opens the workbook next', async () => {
    const hote = new HoteMemoire(plan())
    const { suivi, point } = await ouvrir(hote)
    await suivi.justifier(point(), TEXTE, 'Anne Martin')
    const autre = await ouvrir(hote)
    expect(autre.point().justification?.texte).toBe(TEXTE)
  })

  it('refuses a bloquant, in words', async () => {
    const hote = new HoteMemoire(plan())
    const { suivi, point } = await ouvrir(hote)
    expect(await suivi.justifier({ ...point(), gravite: 'bloquant' }, TEXTE, 'Anne Martin')).toBe(false)
    expect(suivi.etat.refus).toBe('Un point bloquant ne se justifie pas : il se corrige.')
    expect(await hote.lireDonnee(CLE_JUSTIFICATIONS)).toBeNull()
  })

  it('takes the place of the one that was to be read again', async () => {
    const hote = new HoteMemoire(plan())
    const { suivi, point } = await ouvrir(hote)
    const avant = { ...point(), constate: 'autre chose' }
    await suivi.justifier(avant, TEXTE, 'Anne Martin')
    expect(point().justification).toBeUndefined()
    expect(point().justificationARevoir?.texte).toBe(TEXTE)
    await suivi.justifier(point(), TEXTE, 'Anne Martin')
    expect(point().justification?.texte).toBe(TEXTE)
    expect(suivi.etat.resultat!.rapport.justifications).toHaveLength(1)
  })

  it('puts a damaged text aside before another one takes its place', async () => {
    const hote = new HoteMemoire(plan())
    await hote.ecrireDonnee(CLE_JUSTIFICATIONS, '[{"perdu":')
    const { suivi, point } = await ouvrir(hote)
    await suivi.justifier(point(), TEXTE, 'Anne Martin')
    expect(await hote.lireDonnee(CLE_ILLISIBLES)).toBe('[{"perdu":')
    expect(point().justification?.texte).toBe(TEXTE)
  })

  it('says when the workbook would not keep it', async () => {
    const hote = new HoteMemoire(plan())
    const { suivi, point } = await ouvrir(hote)
    hote.ecrireDonnee = () => Promise.reject(new ErreurHote('Le classeur est protégé.'))
    expect(await suivi.justifier(point(), TEXTE, 'Anne Martin')).toBe(false)
    expect(suivi.etat.refus).toBe('Le classeur est protégé.')
    expect(point().justification).toBeUndefined()
  })
})
