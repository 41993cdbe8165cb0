import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classeurDe, type ValeurEssai } from '../classeur/fabrique.ts'
import { lireReferentielClasseur } from './importer-classeur.ts'
import { modeleReferentiel, NOM_MODE_EMPLOI } from './modele.ts'
import type { Referentiel } from './referentiel.ts'
import { REFERENTIELS } from './registre.ts'

type Feuilles = Record<string, ValeurEssai[][]>

const CHACUN = REFERENTIELS.map((r) => [r.id, r] as const)
const en2024 = REFERENTIELS[2]!
const rangees = (r?: Referentiel): Feuilles => modeleReferentiel(r)

/** What is refused after a change to the filled model of 2024. */
function refus(changer: (f: Feuilles) => unknown): string[] {
  const feuilles = rangees(en2024)
  changer(feuilles)
  const lecture = lireReferentielClasseur(classeurDe(feuilles), { charges: [] })
  return 'erreurs' in lecture ? lecture.erreurs : []
}

describe('the workbook model', () => {
  it.each(CHACUN)('holds %s and gives it back as it is', (_id, r) => {
    expect(lireReferentielClasseur(classeurDe(rangees(r)), { charges: [] })).toEqual({ referentiel: r })
  })

  it('has one sheet for each matter, a column for the article on each, and a name that Excel takes', () => {
    const vide = rangees()
    for (const nom of ['Texte', 'Objectifs', 'Enveloppes', 'Échéances', 'Pièces', 'Règles'])
      expect(Object.keys(vide)).toContain(nom)
    for (const [nom, lignes] of Object.entries(vide)) {
      expect(nom.length).toBeLessThanOrEqual(31)
      expect(nom).not.toMatch(/[[\]:*?/\\]/)
      if (nom === NOM_MODE_EMPLOI) continue
      expect(lignes[0]).toContain('Article')
      expect(lignes.length).toBe(nom === 'Texte' ? 15 : 1)
    }
  })

  it('explains every column of every sheet', () => {
    const { [NOM_MODE_EMPLOI]: mode, ...autres } = rangees()
    const expliquees = new Set(mode!.map((l) => `${String(l[0])}|${String(l[1])}`))
    for (const [nom, [entetes]] of Object.entries(autres))
      for (const titre of entetes!) {
        if (nom === 'Texte' && (titre === 'Rubrique' || titre === 'Valeur')) continue
        expect([
          nom,
          titre,
          expliquees.has(`${nom}|${String(titre)}`) || expliquees.has(`toutes|${String(titre)}`),
        ]).toEqual([nom, titre, true])
      }
  })

  it('asks, left empty, for what it cannot do without, cell by cell', () => {
    const lecture = lireReferentielClasseur(classeurDe(rangees()))
    expect(lecture).toMatchObject({
      erreurs: expect.arrayContaining([
        'Texte!B2 : le texte : il manque « identifiant »',
        'Texte!B6 : la référence du texte : il manque « texte »',
        'Texte!C2 : la référence du texte n’a pas d’article',
        'Objectifs!A1 : le texte : « objectifs » est vide',
        'Texte!C9 : le nombre d’objectifs obligatoires n’a pas de référence',
      ]),
    })
  })

  it('lets columns and sheets be moved, titles be written in another case, rows be left blank', () => {
    const feuilles = rangees(en2024)
    const objectifs = feuilles['Objectifs']!.map((l) =>
      [...l].concat(new Array(11).fill(null)).slice(0, 11).reverse(),
    )
    objectifs[0] = objectifs[0]!.map((t) => String(t ?? '').toUpperCase())
    const remuees = Object.fromEntries(
      Object.entries({
        ...feuilles,
        Objectifs: [['Contrats 2024'], [], ...objectifs.slice(0, 5), [], ...objectifs.slice(5)],
      }).reverse(),
    )
    expect(lireReferentielClasseur(classeurDe(remuees), { charges: [] })).toEqual({ referentiel: en2024 })
  })

  it('reads dates as Excel keeps them, percentages and amounts as people write them', () => {
    const deux0 = REFERENTIELS[0]!
    const feuilles = rangees(deux0)
    const projet = feuilles['Échéances']!.findIndex((l) => l[0] === 'projet-contrat')
    feuilles['Échéances']![projet]![3] = 44089
    const [entete, ...lignes] = feuilles['Dotations']!
    const poids = lignes.find((l) => l[4] === 28.5)!
    poids[4] = { valeur: 0.285, format: '0.0%' }
    lignes.find((l) => l[4] === 14.5)![4] = '14,5 %'
    lignes.find((l) => l[4] === 4_500_000)![4] = '4 500 000 €'
    feuilles['Dotations'] = [entete!, ...lignes]
    expect(lireReferentielClasseur(classeurDe(feuilles), { charges: [] })).toEqual({ referentiel: deux0 })
  })
})

describe('wrong workbooks', () => {
  it.each<[string, (f: Feuilles) => unknown, string]>([
    ['a missing sheet', (f) => Reflect.deleteProperty(f, 'Objectifs'), 'il manque la feuille « Objectifs »'],
    [
      'a missing column',
      (f) => (f['Objectifs']![0]![1] = 'Intitulé'),
      'Objectifs!A1 : il manque la colonne « Titre »',
    ],
    [
      'a missing header',
      (f) => (f['Pièces'] = [['rien']]),
      'Pièces!A1 : la ligne d’en-têtes manque (« Identifiant », « Nom », « Exigence », « Modèle », « Article »)',
    ],
    ['a missing rubrique', (f) => (f['Texte']![1]![0] = 'Nom'), 'Texte : il manque la ligne « Identifiant »'],
    [
      'an objectif twice',
      (f) => (f['Objectifs']![2]![0] = 1),
      'Objectifs!A3 : l’objectif 1 est écrit deux fois',
    ],
    [
      'an objectif without number',
      (f) => (f['Objectifs']![2]![0] = 'deux'),
      'Objectifs!A3 : « deux » n’est pas un nombre entier',
    ],
    [
      'a caractère',
      (f) => (f['Objectifs']![2]![4] = 'essentiel'),
      'Objectifs!E3 : « essentiel » n’est pas admis (valeurs admises : fondamental, obligatoire, facultatif)',
    ],
    [
      'a missing title',
      (f) => (f['Objectifs']![2]![1] = null),
      'Objectifs!B3 : l’objectif 2 : il manque « titre »',
    ],
    [
      'a missing reference',
      (f) => f['Objectifs']![2]!.splice(5),
      'Objectifs!F3 : l’objectif 2 n’a pas de référence',
    ],
    [
      'a missing article',
      (f) => (f['Objectifs']![2]![5] = null),
      'Objectifs!F3 : la référence de l’objectif 2 n’a pas d’article',
    ],
    [
      'an enveloppe',
      (f) => (f['Enveloppes']![1]![0] = 'CAF'),
      'Enveloppes!A2 : « CAF » n’est pas une enveloppe connue (FIR, P304, ONDAM)',
    ],
    [
      'an objectif without enveloppe',
      (f) => (f['Enveloppes']![1]![1] = '2 à 5, 13'),
      'Objectifs!A2 : l’objectif 1 n’a pas d’enveloppe',
    ],
    [
      'a list of numbers',
      (f) => (f['Enveloppes']![1]![1] = 'de un à cinq'),
      'Enveloppes!B2 : « de un à cinq » n’est pas une liste de nombres (par exemple « 1 à 5, 13 »)',
    ],
    [
      'a condition astray',
      (f) => (f['Enveloppes']![3]![1] = 9),
      'Enveloppes!B4 : aucune ligne au-dessus n’ouvre l’enveloppe P304 à l’objectif 9, que cette condition précise',
    ],
    [
      'a silence without its reason',
      (f) => (f['Enveloppes']!.find((l) => l[0] === 'non dite')![2] = null),
      'Enveloppes!C8 : l’enveloppe non dite (objectifs 27) : il manque « motif »',
    ],
    [
      'a date',
      (f) => (f['Échéances']![2]![3] = '31/02/2024'),
      'Échéances!D3 : « 31/02/2024 » n’est pas une date (JJ/MM/AAAA)',
    ],
    [
      'an Excel error',
      (f) => (f['Échéances']![2]![3] = { valeur: { erreur: '#REF!' } }),
      'Échéances!D3 : la cellule contient l’erreur #REF!',
    ],
    [
      'no date',
      (f) => (f['Échéances']![2]![3] = null),
      'Échéances!D3 : l’échéance « le projet de contrat » n’a pas de date',
    ],
    [
      'a piece',
      (f) => (f['Échéances']![2]![10] = 'projet-contrat, cerfa'),
      'Échéances!K3 : l’échéance « le projet de contrat » demande la pièce « cerfa », absente de la liste des pièces',
    ],
    [
      'a channel',
      (f) => (f['Échéances']![2]![11] = 'pigeon'),
      'Échéances!L3 : « pigeon » n’est pas admis (valeurs admises : boîte DGCS, EUSurvey, préfet, ARS)',
    ],
    [
      'a yes or no',
      (f) => (f['Échéances']![2]![7] = 'peut-être'),
      'Échéances!H3 : « peut-être » n’est ni oui ni non',
    ],
    [
      'a rule twice',
      (f) => (f['Règles']![2]![0] = 'ENV-01'),
      'Règles!A3 : la règle ENV-01 est écrite deux fois',
    ],
    [
      'a gravité',
      (f) => (f['Règles']![1]![1] = 'grave'),
      'Règles!B2 : « grave » n’est pas admis (valeurs admises : bloquant, à justifier, information)',
    ],
    [
      'an element of dotation',
      (f) => (f['Dotations']![1]![2] = 'bonus'),
      'Dotations!C2 : « bonus » n’est pas admis (valeurs admises : modalité, enveloppe nationale, critère, plancher, plafond, plafond délégué)',
    ],
    [
      'an amount that is not sure',
      (f) => f['Dotations']!.push(['FIR', 2024, 'plancher', null, '413.500 €', 'x']),
      'Dotations!E6 : « 413.500 € » n’est pas un montant sûr en euros',
    ],
    [
      'an element twice',
      (f) => f['Dotations']!.push(['FIR', 2024, 'modalité', 'encore', null, 'x']),
      'Dotations!C6 : cet élément est écrit deux fois pour cette enveloppe',
    ],
    [
      'a missing value',
      (f) => f['Dotations']!.push(['FIR', 2024, 'plafond', null, null, 'x']),
      'Dotations!E6 : il manque « Valeur »',
    ],
    [
      'the misprinted mailbox',
      (f) =>
        (f['Destinataires'] = [
          f['Destinataires']![0]!,
          ['dqcs-contrats-enfance@social.gouv.fr', 'DGCS', null, null, 'x'],
          [
            'dqcs-contrats-enfance@social.gouv.fr',
            null,
            'dqcs-contrats-enfance@social.gouv.fr',
            'faute',
            'x',
          ],
        ]),
      'Destinataires!A2 : l’adresse « dqcs-contrats-enfance@social.gouv.fr » est une graphie fautive, à ne jamais écrire',
    ],
    [
      'a misprint astray',
      (f) => (f['Destinataires']![2]![0] = 'autre@social.gouv.fr'),
      'Destinataires!A3 : cette graphie refusée ne suit aucune ligne qui porte la même adresse',
    ],
    [
      'the exercices',
      (f) => (f['Texte']![4]![1] = 'bientôt'),
      'Texte!B5 : « bientôt » n’est pas une liste de nombres (par exemple « 1 à 5, 13 »)',
    ],
    [
      'the source of the text',
      (f) => (f['Texte']!.find((l) => l[0] === 'Source')![1] = null),
      'Texte!B7 : la référence du texte : il manque « source »',
    ],
    [
      'a year of reference without its place',
      (f) => f['Texte']!.find((l) => l[0] === 'Année de référence')!.splice(2),
      'Texte!C13 : l’année de référence n’a pas de référence',
    ],
  ])('refuses %s at its cell', (_quoi, changer, phrase) => {
    expect(refus(changer)).toContain(phrase)
  })

  it('says each fault once: one wrong cell, one sentence', () => {
    for (const changer of [
      (f: Feuilles) => (f['Objectifs']![2]![4] = 'essentiel'),
      (f: Feuilles) => (f['Échéances']![2]![3] = '31/02/2024'),
      (f: Feuilles) => (f['Dotations']![1]![2] = 'bonus'),
      (f: Feuilles) => (f['Texte']!.find((l) => l[0] === 'Source')![1] = null),
      (f: Feuilles) => Reflect.deleteProperty(f, 'Texte'),
    ])
      expect([changer.toString(), refus(changer).length]).toEqual([changer.toString(), 1])
  })

  it('follows the exercices of what is loaded', () => {
    const feuilles = rangees(en2024)
    expect(lireReferentielClasseur(classeurDe(feuilles))).toEqual({
      erreurs: [
        'Texte!B2 : le référentiel 2024 est livré avec le produit et ne se remplace pas : donnez un autre identifiant',
      ],
    })
    feuilles['Texte']![1]![1] = 'autre'
    expect(lireReferentielClasseur(classeurDe(feuilles))).toEqual({
      erreurs: ['Texte!B5 : l’exercice 2024 est déjà régi par le référentiel 2024'],
    })
  })

  it('gives a référentiel or sentences, whatever one cell is made to hold', () => {
    const noms = Object.keys(rangees())
    fc.assert(
      fc.property(
        fc.constantFrom(...noms),
        fc.nat(12),
        fc.nat(14),
        fc.oneof(
          fc.string(),
          fc.double(),
          fc.boolean(),
          fc.constantFrom('__proto__', 'constructor', '=1+1', '9'.repeat(400), ' ', '\u0000'),
          fc.constant({ valeur: { erreur: '#N/A' } }),
        ),
        (nom, ligne, colonne, valeur) => {
          const feuilles = rangees(en2024)
          while (feuilles[nom]!.length <= ligne) feuilles[nom]!.push([])
          const cible = feuilles[nom]![ligne]!
          while (cible.length < colonne) cible.push(null)
          cible[colonne] = valeur
          const lecture = lireReferentielClasseur(classeurDe(feuilles), { charges: [] })
          expect('referentiel' in lecture || lecture.erreurs.length > 0).toBe(true)
        },
      ),
      { numRuns: 120 },
    )
  })
})
