import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decider } from './decider.ts'
import { lireReferentiel, lireReferentielJson, phraseErreurs } from './importer.ts'
import type { Referentiel } from './referentiel.ts'
import { ajouterReferentiel, exerciceParDefaut, REFERENTIELS } from './registre.ts'

/** A référentiel of 2025-2027 made of nothing but the shape of 2024: what it says is invented for the test. */
function nouveau(): Referentiel {
  const r = structuredClone(REFERENTIELS[2]!) as Referentiel
  r.id = 'essai-2025'
  r.titre = 'Référentiel d’essai'
  r.exercices = [2025, 2026, 2027]
  r.version = '2027-01-01'
  for (const e of r.echeances) e.exercice = 2025
  for (const d of r.dotations) d.exercices = [2025]
  return r
}

/** What is refused after a change. */
function refus(changer: (r: Referentiel) => unknown): string[] {
  const r = nouveau()
  changer(r)
  const lecture = lireReferentiel(JSON.parse(JSON.stringify(r)))
  return 'erreurs' in lecture ? lecture.erreurs : []
}

const sans = (objet: object, cle: string) => Reflect.deleteProperty(objet, cle)

describe('importing a référentiel', () => {
  it.each(REFERENTIELS.map((r) => [r.id, r] as const))('reads %s back as it is', (_id, r) => {
    expect(lireReferentielJson(JSON.stringify(r, null, 2), { charges: [] })).toEqual({ referentiel: r })
  })

  it('gives a frozen référentiel that cells then use', () => {
    const lecture = lireReferentielJson(`\ufeff${JSON.stringify(nouveau())}`)
    if (!('referentiel' in lecture)) throw new Error(lecture.erreurs.join('\n'))
    expect(Object.isFrozen(lecture.referentiel.objectifs[0]!.reference)).toBe(true)
    const charges = ajouterReferentiel(REFERENTIELS, lecture.referentiel)
    expect(charges.map((r) => r.id)).toEqual(['2020-2022', '2022', '2024', 'essai-2025'])
    expect(decider(9, 'ONDAM', 2026, charges)).toMatchObject({ statut: 'oui', referentiel: 'essai-2025' })
    expect(exerciceParDefaut(charges)).toBe(2025)
    expect(decider(9, 'ONDAM', 2028, charges).motif).toContain('essai-2025 (2025, 2026, 2027)')
  })

  it('takes a later version in the place of the one that is loaded', () => {
    const charges = ajouterReferentiel(REFERENTIELS, nouveau())
    const suivant = { ...nouveau(), version: '2027-02-01' }
    const lecture = lireReferentiel(suivant, { charges })
    if (!('referentiel' in lecture)) throw new Error(lecture.erreurs.join('\n'))
    expect(
      ajouterReferentiel(charges, lecture.referentiel)
        .map((r) => r.version)
        .at(-1),
    ).toBe('2027-02-01')
    expect(lireReferentiel({ ...suivant, version: '2027-01-01' }, { charges })).toEqual({
      erreurs: [
        'la version 2027-01-01 du référentiel essai-2025 n’est pas postérieure à celle qui est chargée (2027-01-01)',
      ],
    })
  })

  it('names everything that is missing at once, in words', () => {
    const erreurs = refus((r) => {
      for (const e of r.eligibilites) e.objectifs = e.objectifs.filter((n) => n !== 11)
      sans(r.echeances[4]!, 'reference')
      r.echeances[4]!.quoi = 'contrat signé'
    })
    expect(phraseErreurs(erreurs.sort())).toBe(
      'Deux points à compléter : l’objectif 11 n’a pas d’enveloppe ; l’échéance « contrat signé » n’a pas de référence.',
    )
  })

  it.each<[string, (r: Referentiel) => unknown, string]>([
    ['duplicate objectif', (r) => (r.objectifs[1]!.numero = 1), 'l’objectif 1 est écrit deux fois'],
    [
      'duplicate échéance',
      (r) => (r.echeances[1]!.id = 'candidature'),
      'l’identifiant « candidature » est écrit deux fois pour 2025',
    ],
    [
      'duplicate piece',
      (r) => r.pieces.push(r.pieces[0]!),
      'l’identifiant « projet-contrat » est écrit deux fois',
    ],
    ['duplicate rule', (r) => r.pack.push(r.pack[0]!), 'la règle ENV-01 est écrite deux fois'],
    [
      'duplicate recipient',
      (r) => r.destinataires.push(r.destinataires[0]!),
      'le destinataire « dgcs-contrats-enfance@social.gouv.fr » est écrit deux fois',
    ],
    [
      'unknown enveloppe',
      (r) => Object.assign(r.eligibilites[0]!, { enveloppe: 'CAF' }),
      '« CAF » n’est pas une enveloppe connue (FIR, P304, ONDAM)',
    ],
    ['gap inside', (r) => (r.exercices = [2025, 2027]), 'les exercices laissent un trou : 2026'],
    [
      'gap with what is loaded',
      (r) => (r.exercices = [2027]),
      'les exercices 2025 et 2026 ne seraient régis par aucun référentiel',
    ],
    [
      'gap before what is loaded',
      (r) => (r.exercices = [2018]),
      'l’exercice 2019 ne serait régi par aucun référentiel',
    ],
    ['overlap', (r) => (r.exercices = [2024, 2025]), 'l’exercice 2024 est déjà régi par le référentiel 2024'],
    ['exercice twice', (r) => r.exercices.push(2025), 'l’exercice 2025 est écrit deux fois'],
    ['missing reference', (r) => sans(r.objectifs[3]!, 'reference'), 'l’objectif 4 n’a pas de référence'],
    [
      'missing article',
      (r) => sans(r.objectifs[3]!.reference, 'article'),
      'la référence de l’objectif 4 n’a pas d’article',
    ],
    [
      'missing reference of a recipient',
      (r) => sans(r.destinataires[0]!, 'reference'),
      'le destinataire « dgcs-contrats-enfance@social.gouv.fr » n’a pas de référence',
    ],
    [
      'missing reference deep inside',
      (r) => sans(r.dotations[1]!.plafondDelegue!, 'reference'),
      'le plafond délégué de la dotation P304 n’a pas de référence',
    ],
    [
      'an objectif with and without enveloppe',
      (r) => r.enveloppesNonDites[0]!.objectifs.push(9),
      'l’objectif 9 a une enveloppe et figure aussi parmi les enveloppes non dites',
    ],
    [
      'an unknown objectif',
      (r) => r.eligibilites[0]!.objectifs.push(40),
      'l’objectif 40 est cité sans être dans la liste des objectifs',
    ],
    [
      'an objectif twice on an enveloppe',
      (r) => r.eligibilites[0]!.objectifs.push(1),
      'l’enveloppe FIR cite deux fois l’objectif 1',
    ],
    [
      'a condition astray',
      (r) => (r.eligibilites[1]!.conditions[0]!.objectif = 9),
      'une condition porte sur l’objectif 9, que l’enveloppe ne finance pas',
    ],
    [
      'a wrong count',
      (r) => (r.nombreObjectifs.obligatoires.nombre = 7),
      'le texte compte 7 objectifs obligatoires, la liste en porte 6',
    ],
    [
      'bounds upside down',
      (r) => (r.nombreObjectifs.facultatifs.minimum = 20),
      'le minimum, le maximum et le choix d’objectifs facultatifs ne vont pas en croissant',
    ],
    [
      'weights that miss the whole',
      (r) =>
        r.dotations[0]!.criteres.push({
          libelle: 'x',
          poids: 285,
          reference: r.reference,
        }),
      'les critères de la dotation FIR font 28,5 % au lieu de 100 %',
    ],
    [
      'a floor above its ceiling',
      (r) =>
        Object.assign(r.dotations[0]!, {
          plancher: { centimes: 2, reference: r.reference },
          plafond: { centimes: 1, reference: r.reference },
        }),
      'le plancher de la dotation FIR est au-dessus de son plafond',
    ],
    [
      'a dotation of another year',
      (r) => (r.dotations[0]!.exercices = [2020]),
      'la dotation FIR porte sur 2020, que ce référentiel ne régit pas',
    ],
    [
      'an échéance of another year',
      (r) => (r.echeances[1]!.exercice = 2024),
      'l’échéance « le projet de contrat » porte sur 2024, que ce référentiel ne régit pas',
    ],
    ['no date', (r) => (r.echeances[1]!.date = null), 'l’échéance « le projet de contrat » n’a pas de date'],
    [
      'two dates',
      (r) => (r.echeances[1]!.delai = { depuis: 'signature', mois: 2 }),
      'l’échéance « le projet de contrat » a une date et un délai : gardez l’un des deux',
    ],
    [
      'no such day',
      (r) => (r.echeances[1]!.date = '2025-02-30'),
      'l’échéance « le projet de contrat » : « 2025-02-30 » n’est pas une date AAAA-MM-JJ (« date »)',
    ],
    [
      'no such piece',
      (r) => r.echeances[1]!.pieces.push('cerfa'),
      'l’échéance « le projet de contrat » demande la pièce « cerfa », absente de la liste des pièces',
    ],
    [
      'the misprinted mailbox',
      (r) => (r.destinataires[0]!.courriel = 'DQCS-contrats-enfance@social.gouv.fr'),
      'l’adresse « DQCS-contrats-enfance@social.gouv.fr » est une graphie fautive, à ne jamais écrire',
    ],
    [
      'no address',
      (r) => (r.destinataires[0]!.courriel = 'dgcs'),
      'le destinataire « dgcs » : « dgcs » n’est pas une adresse de courriel (« courriel »)',
    ],
    ['a blank title', (r) => (r.objectifs[5]!.titre = ' '), 'l’objectif 6 : « titre » est vide'],
    ['no objectif at all', (r) => (r.objectifs = []), 'le texte : « objectifs » est vide'],
    ['a list missing', (r) => sans(r, 'pieces'), 'le texte : il manque « pièces »'],
    [
      'a caractère of its own',
      (r) => Object.assign(r.objectifs[0]!, { caractere: 'essentiel' }),
      'l’objectif 1 : « essentiel » n’est pas admis pour « caractère » (valeurs admises : fondamental, obligatoire, facultatif)',
    ],
    [
      'a number as text',
      (r) => Object.assign(r.objectifs[0]!, { numero: '1' }),
      'l’objectif 1 : « numéro » doit être un nombre entier, non « 1 »',
    ],
    ['an unknown field', (r) => Object.assign(r, { taux: 1 }), 'le texte : champ inconnu « taux »'],
    [
      'cents that are no integer',
      (r) => Object.assign(r.dotations[0]!, { plancher: { centimes: 0.5, reference: r.reference } }),
      'le plancher de la dotation FIR : « montant en centimes » doit être un nombre entier, non « 0.5 »',
    ],
  ])('refuses %s, with its own words', (_quoi, changer, phrase) => {
    const erreurs = refus(changer)
    expect(erreurs).toContain(phrase)
    for (const e of erreurs) expect(e).not.toMatch(/Invalid|undefined|\[object|zod|\bnull\b|!/)
  })

  it('names a rule that the product does not have, where the caller knows them', () => {
    expect(lireReferentiel(nouveau(), { regles: nouveau().pack.map((p) => p.regle) })).toHaveProperty(
      'referentiel',
    )
    expect(lireReferentiel(nouveau(), { regles: ['ENV-01'] })).toMatchObject({
      erreurs: expect.arrayContaining(['la règle COF-01 n’existe pas dans ce produit']),
    })
  })

  it('refuses a key that is written twice, which JSON.parse would swallow', () => {
    const texte = JSON.stringify(nouveau()).replace('"numero":1,', '"numero":7,"numero":1,')
    expect(lireReferentielJson(texte)).toEqual({
      erreurs: ['la clé « numero » est écrite deux fois dans le même objet'],
    })
    const echappee = JSON.stringify(nouveau()).replace('"id":', '"\\u0069d":"x","id":')
    expect(lireReferentielJson(echappee)).toMatchObject({ erreurs: [expect.stringContaining('« id »')] })
  })
})

describe('hostile documents', () => {
  it.each([
    null,
    undefined,
    0,
    'x',
    true,
    [],
    () => 1,
    Symbol('x'),
    10n,
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('secret')
        },
      },
    ),
    Object.defineProperty({}, 'id', {
      enumerable: true,
      get: () => {
        throw new Error('secret')
      },
    }),
  ])('refuses %# in French, without throwing', (document) => {
    const lecture = lireReferentiel(document)
    expect(lecture).toMatchObject({ erreurs: [expect.stringMatching(/^le fichier /)] })
    expect(JSON.stringify(lecture)).not.toContain('secret')
  })

  it('bounds what it looks at: cycles, length, depth, number of messages', () => {
    const cycle: Record<string, unknown> = {}
    cycle['objectifs'] = [cycle]
    expect(lireReferentiel(cycle)).toHaveProperty('erreurs')
    expect(lireReferentiel({ objectifs: new Array(10_000_000).fill(0) })).toEqual({
      erreurs: ['le fichier est trop gros pour un référentiel'],
    })
    expect(lireReferentielJson('['.repeat(100_000))).toEqual({
      erreurs: ['le fichier n’est pas du JSON lisible'],
    })
    expect(lireReferentielJson(' '.repeat(5_000_000))).toHaveProperty('erreurs')
    const beaucoup = lireReferentiel({ objectifs: new Array(900).fill({ numero: 1, x: 1 }) })
    expect('erreurs' in beaucoup && beaucoup.erreurs.length).toBeLessThanOrEqual(51)
  })

  it('pollutes no prototype', () => {
    const lecture = lireReferentielJson('{"__proto__":{"objectifs":[]},"constructor":{"prototype":{"a":1}}}')
    expect(lecture).toMatchObject({ erreurs: expect.arrayContaining([expect.stringContaining('__proto__')]) })
    expect(({} as Record<string, unknown>)['a']).toBeUndefined()
    expect(lireReferentiel(Object.create({ id: 'herite', objectifs: [] }) as object)).toHaveProperty(
      'erreurs',
    )
  })

  it('answers any JSON with a référentiel or with sentences, and never throws', () => {
    const cles = Object.keys(nouveau())
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...cles), fc.jsonValue({ maxDepth: 4 })), (partie) => {
        const lecture = lireReferentiel({ ...nouveau(), ...partie })
        expect('referentiel' in lecture || lecture.erreurs.every((e) => e.length > 10)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})
