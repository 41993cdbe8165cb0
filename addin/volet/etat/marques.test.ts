import { describe, expect, it } from 'vitest'
import { classeurDe } from '../../../shared/classeur/fabrique.ts'
import type { Constat } from '../../../shared/controle/rapport.ts'
import { HoteMemoire } from '../../../test/office/hote-memoire.ts'
import { ErreurHote } from '../../hote/hote.ts'
import { SuiviMarques } from './marques.ts'

const constat = (cellules: string[]): Constat => ({
  regle: 'COF-01',
  gravite: 'bloquant',
  cellules,
  message: 'Il manque 1 €.',
  constate: '',
  attendu: '',
  reference: { texte: 'contrat-type', article: 'article 2', citation: '', source: '', verifieLe: '' },
  correction: null,
})

const hote = (): HoteMemoire => new HoteMemoire(classeurDe({ Plan: [['a', 'b']] }))

class HotePage extends HoteMemoire {
  override readonly marquesDansLeFichier = false
}

class HoteEnSaisie extends HoteMemoire {
  override marquer(): Promise<never> {
    return Promise.reject(new ErreurHote('La feuille est protégée.'))
  }
}

describe('SuiviMarques', () => {
  it('marks, counts, and takes away', async () => {
    const classeur = hote()
    const suivi = new SuiviMarques(classeur)
    await suivi.marquer([constat(['Plan!A1', 'Plan!B1'])])
    expect(suivi.etat).toEqual({ nombre: 2, enCours: false, avis: null })
    expect(await suivi.oter()).toBe(true)
    expect(suivi.etat).toMatchObject({ nombre: 0, avis: { genre: 'success' } })
    expect([classeur.marques.size, classeur.notes.size]).toEqual([0, 0])
  })

  it('knows of marks that another person left, once the workbook was checked', async () => {
    const classeur = hote()
    await new SuiviMarques(classeur).marquer([constat(['Plan!A1'])])
    const autre = new SuiviMarques(classeur)
    expect(autre.etat.nombre).toBeNull()
    await autre.apresControle()
    expect(autre.etat.nombre).toBe(1)
  })

  it('says so when the cells are no longer there', async () => {
    const suivi = new SuiviMarques(hote())
    await suivi.marquer([constat(['Absente!A1'])])
    expect(suivi.etat).toMatchObject({ nombre: 0, avis: { genre: 'warning' } })
  })

  it('has something to say before bytes are signed only where they would hold marks', async () => {
    const classeur = hote()
    const suivi = new SuiviMarques(classeur)
    expect(await suivi.aDireAvantDeSigner()).toBe(false)
    await new SuiviMarques(classeur).marquer([constat(['Plan!A1'])])
    expect(await suivi.aDireAvantDeSigner()).toBe(true)
    const page = new SuiviMarques(new HotePage(classeurDe({ Plan: [['a']] })))
    await page.marquer([constat(['Plan!A1'])])
    expect(page.etat.nombre).toBe(1)
    expect(await page.aDireAvantDeSigner()).toBe(false)
  })

  it('says in the host’s own words why nothing was marked', async () => {
    const suivi = new SuiviMarques(new HoteEnSaisie(classeurDe({ Plan: [['a']] })))
    await suivi.marquer([constat(['Plan!A1'])])
    expect(suivi.etat).toEqual({
      nombre: 0,
      enCours: false,
      avis: { genre: 'error', texte: 'La feuille est protégée.' },
    })
  })
})
