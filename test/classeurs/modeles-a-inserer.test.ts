import { read } from '@e965/xlsx'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { lireClasseur, modifierClasseur } from '../../addin/hote/lire-classeur.ts'
import type { Modification } from '../../addin/hote/lire-classeur.ts'
import { adresse } from '../../shared/classeur/adresse.ts'
import type { Classeur } from '../../shared/classeur/classeur.ts'
import { comprendre } from '../../shared/classeur/comprendre.ts'
import { ecrireClasseurNeuf } from '../../shared/classeur/xlsx/ecrire-neuf.ts'
import { lireAnnexes } from '../../shared/contrat/lire-annexes.ts'
import { NOMS_RUBRIQUES } from '../../shared/contrat/lire-fiches.ts'
import { controler } from '../../shared/controle/controler.ts'
import { ErreurControle } from '../../shared/controle/erreur-controle.ts'
import { libelleObjectif } from '../../shared/modeles/communs.ts'
import { MODELES, fabriquerModele } from '../../shared/modeles/modeles.ts'
import { lireObjectif } from '../../shared/referentiel/lire.ts'
import { REFERENTIELS, referentielDe } from '../../shared/referentiel/registre.ts'
import { ACTIONS_CONFORMES } from './conforme.ts'

/** The models that the pane inserts: what our reader makes of them, empty and filled in. */

const EXERCICES = [2020, 2022, 2024]
const R2020 = referentielDe(2020)!
const modele = (id: string) => MODELES.find((m) => m.id === id)!
const ouvrir = (id: string, exercice: number): Promise<Classeur> => {
  const { nom, octets } = fabriquerModele(modele(id), referentielDe(exercice)!, exercice)
  return lireClasseur(octets, nom)
}
const textes = (classeur: Classeur, feuille: string, colonne: number): [number, string][] =>
  [...classeur.feuilles.find((f) => f.nom === feuille)!.lignes].flatMap(([ligne, rangee]) => {
    const valeur = rangee.get(colonne)?.valeur
    return typeof valeur === 'string' ? [[ligne, valeur] as [number, string]] : []
  })

/** What an officer types into the plan: the conform actions of the examples. */
function plan(): Modification[] {
  let ligne = 4
  return ACTIONS_CONFORMES.flatMap((a, i) => {
    const objectif = R2020.objectifs.find((o) => o.numero === lireObjectif(a.objectif))!
    return [2020, 2021, 2022].flatMap((exercice, an) => {
      ligne++
      return [
        i + 1,
        libelleObjectif(objectif),
        a.intitule,
        exercice,
        a.enveloppe,
        a.etat[an]! * 1000,
        a.departement[an]! * 1000,
      ].map((valeur, colonne) => ({
        feuille: 'Plan d’action',
        adresse: adresse(ligne, colonne),
        valeur,
      }))
    })
  })
}

describe.each(EXERCICES)('the models of exercice %i', (exercice) => {
  const r = referentielDe(exercice)!

  it('are files that another library reads, the same at each making', () => {
    for (const m of MODELES) {
      const { octets } = fabriquerModele(m, r, exercice)
      expect(Buffer.compare(octets, fabriquerModele(m, r, exercice).octets)).toBe(0)
      expect(read(octets).SheetNames).toEqual(m.feuilles(r, exercice).map((f) => f.nom))
    }
  })

  it('keep the formulas of the add-in as Excel does, and give them back as people write them', async () => {
    const { octets } = fabriquerModele(modele('plan'), r, exercice)
    const xml = new TextDecoder().decode(unzipSync(octets)['xl/worksheets/sheet1.xml'])
    expect(xml).toContain('_xldudf_CDPPE_ELIGIBLE($B6,$E6,$D6)')
    expect(xml).not.toContain('CDPPE.')
    const feuille = (await ouvrir('plan', exercice)).feuilles[0]!
    expect(feuille.lignes.get(5)?.get(7)?.formule).toBe(
      'IF(OR($B6="",$E6=""),"",CDPPE.ELIGIBLE($B6,$E6,$D6))',
    )
  })

  it('print in the width of a page, headers on each, and propose their lists', async () => {
    for (const m of MODELES) {
      const { octets } = fabriquerModele(m, r, exercice)
      const parties = unzipSync(octets)
      const xml = new TextDecoder().decode(parties['xl/worksheets/sheet1.xml'])
      expect(xml).toMatch(/<pageSetup paperSize="9" orientation="\w+" fitToWidth="1" fitToHeight="0"\/>/)
      expect(xml).toContain('Page &amp;P sur &amp;N')
      expect(new TextDecoder().decode(parties['xl/workbook.xml'])).toContain('_xlnm.Print_Titles')
      // What Excel refuses to open: titles beyond 32 signs, messages beyond 255.
      for (const [, nom, texte] of xml.matchAll(/(errorTitle|promptTitle|error|prompt)="([^"]*)"/g))
        expect(texte!.length).toBeLessThanOrEqual(/Title/.test(nom!) ? 32 : 255)
    }
    const listes = (await ouvrir('plan', exercice)).feuilles.find((f) => f.nom === 'Listes CDPPE')!
    expect([listes.etat, listes.lignes.size]).toEqual(['masquee', r.objectifs.length + 1])
  })

  it('have every column of the plan understood', async () => {
    const [table] = comprendre(await ouvrir('plan', exercice)).tables
    expect(table!.colonnes.map((c) => [c.role, c.surete])).toEqual(
      ['numero', 'objectif', 'intitule', 'exercice', 'enveloppe', 'etat', 'departement'].map((role) => [
        role,
        'sure',
      ]),
    )
  })

  it('have every rubrique of the fiche and every column of the tableau de bord understood', async () => {
    const fiche = lireAnnexes(await ouvrir('fiche', exercice), new Set(), r).fiches[0]!
    expect(fiche.numero).toBe('1')
    expect([...fiche.rubriques.keys()].sort()).toEqual(Object.keys(NOMS_RUBRIQUES).sort())
    expect([...fiche.rubriques.values()].every((x) => x.contenu === null)).toBe(true)
    const bord = lireAnnexes(await ouvrir('tableau-de-bord', exercice), new Set(), r).tableauDeBord!
    const annees = new Set(bord.colonnes.map((c) => c.annee))
    expect(bord.colonnes.map((c) => c.nature)).toEqual([
      'T0',
      ...[...annees].slice(1).flatMap(() => ['cible', 'resultat']),
    ])
    for (const i of r.indicateurs)
      expect(bord.indicateurs.filter((lu) => lu.libelle.texte === i.libelle)).toHaveLength(
        Math.max(1, i.sources.length),
      )
  })

  it('are not called blocking for being empty', async () => {
    for (const m of MODELES) {
      const classeur = await ouvrir(m.id, exercice)
      expect(() => controler(classeur)).toThrow(ErreurControle)
      expect(lireAnnexes(classeur, new Set(), r).restes).toEqual([])
    }
  })
})

describe('the models filled in', () => {
  it('a plan is conform, with nothing to say of its structure', async () => {
    const { nom, octets } = fabriquerModele(modele('plan'), R2020, 2020)
    const rapport = controler(await lireClasseur(await modifierClasseur(octets, plan()), nom))
    expect(rapport.constats).toEqual([])
    expect(rapport.comprehension.phrases).toContain('7 colonnes reconnues sur 7.')
    expect(rapport.plan.actions).toHaveLength(ACTIONS_CONFORMES.length)
  })

  it('a fiche makes a plan of one action, each amount by its enveloppe', async () => {
    const { nom, octets } = fabriquerModele(modele('fiche'), R2020, 2020)
    const vide = await lireClasseur(octets, nom)
    const montants: Record<string, number> = {
      'Financement État (FIR) 2020': 40_000,
      'Financement CD 2020': 45_000,
    }
    const saisies = textes(vide, 'Fiche action 1', 0).map(([ligne, libelle]) => ({
      feuille: 'Fiche action 1',
      adresse: adresse(ligne, 1),
      valeur: libelle.startsWith('N° de l’objectif')
        ? libelleObjectif(R2020.objectifs[0]!)
        : /^(FICHE|Référentiel|Pour|Financer|Moyens)/.test(libelle)
          ? null
          : /^Financement/.test(libelle)
            ? (montants[libelle] ?? null)
            : `Ce que la direction écrit de « ${libelle} ».`,
    }))
    const rempli = await modifierClasseur(
      octets,
      saisies.filter((s) => s.valeur !== null),
    )
    const rapport = controler(await lireClasseur(rempli, nom))
    expect(rapport.plan.actions).toHaveLength(1)
    expect(rapport.totaux).toMatchObject({ FIR: 4_000_000, departement: 4_500_000, etatNonVentile: 0 })
    expect(rapport.constats.filter((c) => /^(STR|LEC|FIC)/.test(c.regle))).toEqual([])
  })

  it('all of them together give no constat but those of the texts on what was typed', async () => {
    const feuilles = MODELES.flatMap((m) => m.feuilles(R2020, 2020)).filter(
      (f, i, toutes) => toutes.findIndex((g) => g.nom === f.nom) === i,
    )
    const octets = ecrireClasseurNeuf(feuilles, 'Contrat')
    const vide = await lireClasseur(octets, 'tout.xlsx')
    const bord = vide.feuilles.find((f) => f.nom === 'Tableau de bord')!
    const saisies: Modification[] = [...plan()]
    const poser = (feuille: string, ligne: number, colonne: number, valeur: string | number) =>
      saisies.push({ feuille, adresse: adresse(ligne, colonne), valeur })
    let derniere = 0
    for (const [ligne, rangee] of bord.lignes) {
      if (ligne < 4) continue
      derniere = ligne
      const libelle = String(rangee.get(1)?.valeur ?? '')
      if (libelle === '') poser(bord.nom, ligne, 1, 'Avancement')
      for (let c = 3; c < 10; c++)
        if (rangee.get(c)?.formule === undefined)
          poser(bord.nom, ligne, c, /^(Part|Taux)/.test(libelle) ? 0.8 : 100)
        else
          saisies.push({
            feuille: bord.nom,
            adresse: adresse(ligne, c),
            valeur: 1,
            formule: rangee.get(c)!.formule,
          })
    }
    for (const numero of [13, 24]) {
      derniere++
      poser(bord.nom, derniere, 0, `Objectif ${numero}`)
      poser(bord.nom, derniere, 1, 'Avancement')
      for (let c = 3; c < 10; c++) poser(bord.nom, derniere, c, 10)
    }
    poser('Rétroplanning', 3, 2, 44_134)
    const rapport = controler(await lireClasseur(await modifierClasseur(octets, saisies), 'tout.xlsx'))
    expect(rapport.statut).toBe('a-justifier')
    // One fiche for fourteen actions, and it is empty: what there is to say of this workbook, and no more.
    expect([...new Set(rapport.constats.map((c) => c.regle))]).toEqual(['FIC-01', 'FIC-05'])
    expect(rapport.comprehension.phrases.join(' ')).not.toContain('Échéances » ')
  })

  it('every référentiel that ships has its models', () => {
    for (const r of REFERENTIELS)
      for (const m of MODELES) expect(m.feuilles(r, r.exercices[0]!).length).toBeGreaterThan(0)
  })
})
