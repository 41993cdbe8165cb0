import { describe, expect, it, vi } from 'vitest'
import { classeurVide, feuilleVide, poserCellule } from '../../../shared/classeur/classeur.ts'
import type { Classeur } from '../../../shared/classeur/classeur.ts'
import { HoteMemoire } from '../../../test/office/hote-memoire.ts'
import { ErreurHote } from '../../hote/hote.ts'
import { creerControleur } from '../controleur.ts'
import type { Controleur } from '../controleur.ts'
import type { ResultatControle } from '../controle-pur.ts'
import { SuiviControle } from './controle.ts'

function plan(): Classeur {
  const classeur = classeurVide('plan.xlsx')
  const feuille = feuilleVide('Plan')
  const lignes = [
    ['N°', 'Objectif', 'Intitulé', 'Exercice', 'Part État', 'Part Département'],
    ['1', 'Objectif 2', 'Bilans de santé', 2020, 1000, 400],
    ['2', 'Objectif 5', 'Consultations', 2020, 500, 500],
  ]
  for (const [l, ligne] of lignes.entries())
    for (const [c, valeur] of ligne.entries()) poserCellule(feuille, l, c, { valeur })
  classeur.feuilles.push(feuille)
  return classeur
}

const cof = (suivi: SuiviControle): string[] =>
  suivi.etat.resultat?.rapport.constats
    .filter((c) => c.regle === 'COF-01')
    .map((c) => c.message.slice(0, 10)) ?? []

describe('SuiviControle, with the real check', () => {
  it('checks when it starts, and again by itself after a change', async () => {
    const hote = new HoteMemoire(plan())
    const suivi = new SuiviControle(hote, creerControleur(), () => 1000)
    suivi.demarrer()
    await vi.waitFor(() => expect(cof(suivi)).toEqual(['Objectif 2']), { timeout: 20_000 })
    expect(suivi.etat).toMatchObject({
      phase: 'repos',
      nomFichier: 'plan.xlsx',
      erreur: null,
      controleLe: 1000,
    })
    await hote.ecrire('Plan!F2', 1000)
    await vi.waitFor(() => expect(cof(suivi)).toEqual([]), { timeout: 20_000 })
    expect(suivi.etat.revision).toBe(1)
  })

  it('reads after a change what the host says may have changed, and everything when it is asked', async () => {
    const hote = new HoteMemoire(plan())
    const lectures: string[] = []
    const lire = hote.lire.bind(hote)
    hote.lire = () => (lectures.push('tout'), lire())
    hote.relireApresChangement = () => (lectures.push('changement'), lire())
    const suivi = new SuiviControle(hote, creerControleur())
    const arreter = suivi.demarrer()
    await vi.waitFor(() => expect(suivi.etat.phase).toBe('repos'), { timeout: 20_000 })
    await hote.ecrire('Plan!F2', 1000)
    await vi.waitFor(() => expect(cof(suivi)).toEqual([]), { timeout: 20_000 })
    await suivi.relancer()
    arreter()
    expect(lectures).toEqual(['tout', 'changement', 'tout'])
  })

  it('stops following when closed', async () => {
    const hote = new HoteMemoire(plan())
    const suivi = new SuiviControle(hote, creerControleur())
    const arreter = suivi.demarrer()
    await vi.waitFor(() => expect(suivi.etat.phase).toBe('repos'), { timeout: 20_000 })
    arreter()
    await hote.ecrire('Plan!F2', 1000)
    await Promise.resolve()
    expect(suivi.etat.revision).toBe(0)
  })

  it('says an empty workbook is empty, and one without a plan in a sentence', async () => {
    const vide = classeurVide('vide.xlsx')
    vide.feuilles.push(feuilleVide('Feuil1'))
    const suivi = new SuiviControle(new HoteMemoire(vide), creerControleur())
    await suivi.relancer()
    expect(suivi.etat).toMatchObject({ vide: true, resultat: null, erreur: null, phase: 'repos' })

    const sans = classeurVide('notes.xlsx')
    sans.feuilles.push(feuilleVide('Notes'))
    poserCellule(sans.feuilles[0]!, 0, 0, { valeur: 'Bonjour' })
    const autre = new SuiviControle(new HoteMemoire(sans), creerControleur())
    await autre.relancer()
    expect(autre.etat.erreur).toMatch(/^Aucun plan d’action n’a été reconnu/)
  })

  it('judges by the exercice that is chosen, and says when no text governs it', async () => {
    const suivi = new SuiviControle(new HoteMemoire(plan()), creerControleur())
    await suivi.choisirExercice(2021)
    expect(suivi.etat.resultat?.rapport.exercice).toBe(2021)
    await suivi.choisirExercice(1999)
    expect(suivi.etat.erreur).toMatch(/1999/)
    expect(suivi.etat.resultat?.rapport.exercice).toBe(2021)
  })
})

describe('SuiviControle, corrections', () => {
  const correction = { cellule: 'Plan!B2', valeur: 'Objectif 3', libelle: 'Écrire « Objectif 3 ».' }

  it('applies one and takes it back, to the very value', async () => {
    const hote = new HoteMemoire(plan())
    const suivi = new SuiviControle(hote, creerControleur())
    await suivi.appliquer(correction)
    const valeur = async (): Promise<unknown> =>
      (await hote.lire()).feuilles[0]!.lignes.get(1)?.get(1)?.valeur
    expect(await valeur()).toBe('Objectif 3')
    expect(hote.selection).toBe('Plan!B2')
    expect(suivi.etat.appliquees).toEqual([{ correction, avant: 'Objectif 2' }])
    await suivi.annuler(suivi.etat.appliquees[0]!)
    expect(await valeur()).toBe('Objectif 2')
    expect(suivi.etat.appliquees).toEqual([])
  })

  it('writes the further cells of a correction and takes them back; none where one holds a formula', async () => {
    const classeur = plan()
    poserCellule(classeur.feuilles[0]!, 2, 1, { valeur: 'OBJECTIF 2' })
    poserCellule(classeur.feuilles[0]!, 3, 1, { valeur: 'Objectif 2', formule: 'A1' })
    const hote = new HoteMemoire(classeur)
    const suivi = new SuiviControle(hote, creerControleur())
    const valeurs = async (): Promise<unknown[]> => {
      const { lignes } = (await hote.lire()).feuilles[0]!
      return [1, 2, 3].map((ligne) => lignes.get(ligne)?.get(1)?.valeur)
    }
    await suivi.appliquer({ ...correction, autres: ['Plan!B3'] })
    expect(await valeurs()).toEqual(['Objectif 3', 'Objectif 3', 'Objectif 2'])
    await suivi.annuler(suivi.etat.appliquees[0]!)
    expect(await valeurs()).toEqual(['Objectif 2', 'OBJECTIF 2', 'Objectif 2'])
    await suivi.appliquer({ ...correction, autres: ['Plan!B3', 'Plan!B4'] })
    expect(suivi.etat.refus).toMatch(/formule/)
    expect(await valeurs()).toEqual(['Objectif 2', 'OBJECTIF 2', 'Objectif 2'])
  })

  it('never touches a formula, an error, or a cell that is gone; says so', async () => {
    const classeur = plan()
    poserCellule(classeur.feuilles[0]!, 1, 1, { valeur: 'Objectif 2', formule: 'A1' })
    poserCellule(classeur.feuilles[0]!, 2, 1, { valeur: { erreur: '#REF!' } })
    const hote = new HoteMemoire(classeur)
    const avant = await hote.lire()
    const suivi = new SuiviControle(hote, creerControleur())
    for (const [cellule, dit] of [
      ['Plan!B2', /formule/],
      ['Plan!B3', /#REF!/],
      ['Autre!A1', /n’existe plus/],
    ] as const) {
      await suivi.appliquer({ ...correction, cellule })
      expect(suivi.etat.refus).toMatch(dit)
    }
    expect(suivi.etat.appliquees).toEqual([])
    expect(await hote.lire()).toEqual(avant)
  })
})

describe('SuiviControle, when things go wrong', () => {
  it('keeps the last report in sight and says why there is no new one', async () => {
    const hote = new HoteMemoire(plan())
    const suivi = new SuiviControle(hote, creerControleur())
    await suivi.relancer()
    hote.lire = () => Promise.reject(new ErreurHote('Excel attend la fin de la saisie.'))
    await suivi.relancer()
    expect(suivi.etat.erreur).toBe('Excel attend la fin de la saisie.')
    expect(suivi.etat.resultat).not.toBeNull()
    hote.lire = () => Promise.reject(new TypeError('Cannot read properties of undefined'))
    await suivi.relancer()
    expect(suivi.etat.erreur).toMatch(/^Le classeur n’a pas pu être lu/)
  })

  it('makes one more check after the one that runs, however many changes come meanwhile', async () => {
    const attentes: ((r: ResultatControle) => void)[] = []
    const vrai = await new Promise<ResultatControle>((tenir, rompre) => {
      creerControleur().controler(plan(), null).then(tenir, rompre)
    })
    const controleur: Controleur = {
      controler: () => new Promise((tenir) => attentes.push(tenir)),
      interrompre: () => undefined,
      fermer: () => undefined,
    }
    const suivi = new SuiviControle(new HoteMemoire(plan()), controleur)
    const premier = suivi.relancer()
    await vi.waitFor(() => expect(attentes).toHaveLength(1), { timeout: 20_000 })
    for (let i = 0; i < 5; i++) void suivi.relancer()
    attentes[0]!(vrai)
    await vi.waitFor(() => expect(attentes).toHaveLength(2), { timeout: 20_000 })
    attentes[1]!(vrai)
    await premier
    expect(attentes).toHaveLength(2)
    expect(suivi.etat.phase).toBe('repos')
  })

  it('comes to rest with a sentence when it is interrupted, while it checks or while the host is silent', async () => {
    const controleur: Controleur = {
      controler: () => new Promise(() => undefined),
      interrompre: () => undefined,
      fermer: () => undefined,
    }
    const hote = new HoteMemoire(plan())
    const suivi = new SuiviControle(hote, controleur)
    const passe = suivi.relancer()
    await vi.waitFor(() => expect(suivi.etat.phase).toBe('controle'), { timeout: 20_000 })
    suivi.interrompre()
    await passe
    expect(suivi.etat).toMatchObject({ phase: 'repos', erreur: 'Contrôle interrompu à votre demande.' })

    hote.lire = () => new Promise(() => undefined)
    const seconde = suivi.relancer()
    await vi.waitFor(() => expect(suivi.etat.phase).toBe('lecture'), { timeout: 20_000 })
    suivi.interrompre()
    await seconde
    expect(suivi.etat).toMatchObject({ phase: 'repos', erreur: 'Contrôle interrompu à votre demande.' })
  })
})
