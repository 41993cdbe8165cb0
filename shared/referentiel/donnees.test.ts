import { describe, expect, it } from 'vitest'
import { situer } from './calendrier.ts'
import { decider, deciderSelon } from './decider.ts'
import { NOYAUX } from './noyaux.ts'
import { ENVELOPPES, type Reference, type Referentiel } from './referentiel.ts'
import { REFERENTIELS } from './registre.ts'

const CHACUN = REFERENTIELS.map((r) => [r.id, r] as const)
const deux0 = REFERENTIELS[0]!
const en2024 = REFERENTIELS[2]!

/** Objects that only gather values: each of their own values bears its reference. */
const SANS_REFERENCE_PROPRE = /^(\w+\.)?(nombreObjectifs|dotations\.\d+|echeances\.\d+\.(delai|jourDispute))$/

/** Every object of a value with its path, references apart. */
function* objets(valeur: unknown, chemin = ''): Generator<[string, Record<string, unknown>]> {
  if (typeof valeur !== 'object' || valeur === null) return
  if (!Array.isArray(valeur)) yield [chemin, valeur as Record<string, unknown>]
  for (const [cle, v] of Object.entries(valeur))
    if (cle !== 'reference') yield* objets(v, chemin === '' ? cle : `${chemin}.${cle}`)
}

/** The paths of the objects that hold a value and do not say where it is written. */
function sansReference(r: Referentiel): string[] {
  return [...objets(r)]
    .filter(([chemin, o]) => !SANS_REFERENCE_PROPRE.test(chemin) && o['reference'] === undefined)
    .map(([chemin]) => chemin)
}

describe.each(CHACUN)('the data of %s', (id, r) => {
  it('bear a reference on every value', () => {
    expect(sansReference(r)).toEqual([])
    for (const [chemin, o] of objets(r, id)) {
      const ref = o['reference'] as Reference | undefined
      if (ref === undefined) continue
      expect([chemin, ref.texte.length > 5, ref.article.length > 2]).toEqual([chemin, true, true])
      expect([chemin, ref.source]).toEqual([chemin, expect.stringMatching(/^S00[0-4]$/)])
      expect([chemin, ref.verifieLe]).toEqual([chemin, expect.stringMatching(/^\d{4}-\d\d-\d\d$/)])
      expect([chemin, ref.citation ?? 'x', ref.presomption ?? 'x']).toEqual([
        chemin,
        expect.stringMatching(/\S/),
        expect.stringMatching(/\S/),
      ])
    }
  })

  it('miss no reference without a failure', () => {
    const troue = structuredClone(r) as Referentiel
    Reflect.deleteProperty(troue.objectifs[3]!, 'reference')
    Reflect.deleteProperty(troue.nombreObjectifs.facultatifs, 'reference')
    expect(sansReference(troue)).toEqual(['objectifs.3', 'nombreObjectifs.facultatifs'])
  })

  it('are frozen to their leaves', () => {
    for (const [chemin, o] of objets(r, id)) expect([chemin, Object.isFrozen(o)]).toEqual([chemin, true])
    expect(() => r.objectifs.push(r.objectifs[0]!)).toThrow(TypeError)
    expect(() => Object.assign(r.objectifs[0]!.reference, { article: 'x' })).toThrow(TypeError)
  })

  it('name no objectif twice, none out of the list, and leave none without a word on its enveloppe', () => {
    const numeros = r.objectifs.map((o) => o.numero)
    expect(new Set(numeros).size).toBe(numeros.length)
    for (const e of r.eligibilites) {
      for (const o of e.objectifs) expect(numeros).toContain(o)
      for (const c of e.conditions) expect(e.objectifs).toContain(c.objectif)
    }
    const dits = new Set(r.eligibilites.flatMap((e) => e.objectifs))
    const nonDits = r.enveloppesNonDites.flatMap((n) => n.objectifs)
    expect([...dits, ...nonDits].sort((a, b) => a - b)).toEqual(numeros)
    for (const e of ENVELOPPES) {
      const admis = r.eligibilites.filter((x) => x.enveloppe === e).flatMap((x) => x.objectifs)
      expect(new Set(admis).size).toBe(admis.length)
    }
    expect(r.cibles.flatMap((c) => c.objectifs).sort((a, b) => a - b)).toEqual(numeros)
  })

  it('count as many obligatory objectifs as the text', () => {
    expect(r.objectifs.filter((o) => o.caractere !== 'facultatif').length).toBe(
      r.nombreObjectifs.obligatoires.nombre,
    )
  })

  it('name each rule, échéance, piece and step once, and only pieces that exist', () => {
    for (const cles of [
      r.pack.map((p) => p.regle),
      r.echeances.map((e) => `${e.id} ${e.exercice}`),
      r.pieces.map((p) => p.id),
      r.retroplanning.map((e) => e.id),
    ])
      expect(new Set(cles).size).toBe(cles.length)
    for (const e of r.echeances) {
      for (const p of e.pieces) expect(r.pieces.map((x) => x.id)).toContain(p)
      expect(r.exercices).toContain(e.exercice)
    }
  })

  it('decide the same through the number and through its text', () => {
    for (const o of r.objectifs)
      for (const e of ENVELOPPES)
        expect(
          decider(
            `OBJECTIF ${o.caractere.toUpperCase()} ${o.numero} : ${o.titre}`,
            e,
            r.exercices[0],
            REFERENTIELS,
          ),
        ).toEqual(deciderSelon(r, o.numero, e))
  })

  it('write to the mailbox of the DGCS as it is spelt, never to its misprint', () => {
    expect(r.destinataires.map((d) => d.courriel)).toEqual(['dgcs-contrats-enfance@social.gouv.fr'])
    for (const g of r.destinataires.flatMap((d) => d.graphiesRefusees))
      expect(r.destinataires.map((d) => d.courriel)).not.toContain(g.graphie)
  })

  it('share an enveloppe out by weights that sum to the whole', () => {
    for (const d of r.dotations)
      if (d.criteres.length > 0) expect(d.criteres.reduce((s, c) => s + c.poids, 0)).toBe(1000)
  })
})

describe('one year is not another', () => {
  it('governs each exercice from 2020 to 2024 once', () => {
    expect(REFERENTIELS.flatMap((r) => r.exercices)).toEqual([2020, 2021, 2022, 2023, 2024])
    expect(NOYAUX.map((n) => [n.id, n.exercices])).toEqual(REFERENTIELS.map((r) => [r.id, r.exercices]))
  })

  it('keeps the floors and ceilings of 2020 to 2020', () => {
    const bornes = REFERENTIELS.flatMap((r) =>
      r.dotations.flatMap((d) =>
        [d.plancher, d.plafond].flatMap((m) => (m ? [[d.enveloppe, d.exercices, m.centimes]] : [])),
      ),
    )
    expect(bornes).toEqual([
      ['FIR', [2020], 10_000_000],
      ['FIR', [2020], 100_000_000],
      ['P304', [2020], 60_000_000],
      ['P304', [2020], 450_000_000],
      ['ONDAM', [2020], 10_000_000],
    ])
    expect(JSON.stringify(en2024)).not.toMatch(/450000000|60000000|4 500 000/)
    expect(en2024.dotations.find((d) => d.enveloppe === 'P304')!.plafondDelegue!.exercices).toEqual([
      2023, 2022,
    ])
  })

  it('moves the reference year, the end of the contract and the date of the report', () => {
    expect(REFERENTIELS.map((r) => r.anneeDeReference?.annee ?? null)).toEqual([2019, null, 2023])
    expect(REFERENTIELS.map((r) => r.dureeContrat?.fin)).toEqual(['2022-12-31', '2024-12-31', '2024-12-31'])
    expect(
      REFERENTIELS.flatMap((r) => r.echeances.filter((e) => e.id === 'rapport-execution')).map((e) => [
        e.exercice,
        e.date,
        e.delai?.mois ?? null,
      ]),
    ).toEqual([
      [2020, '2021-06-30', null],
      [2021, '2022-06-30', null],
      [2022, '2023-06-30', null],
      [2024, null, 12],
    ])
  })

  it('presumes only from an earlier text', () => {
    const presumees = (r: Referentiel) =>
      [...objets(r)].filter(([, o]) => (o['reference'] as Reference | undefined)?.presomption !== undefined)
    expect(presumees(deux0)).toEqual([])
    expect(presumees(REFERENTIELS[1]!).length).toBeGreaterThan(20)
    expect(presumees(en2024).length).toBeGreaterThan(20)
  })

  it('prints dates of the rétroplanning that count back from day J', () => {
    const etapes = deux0.retroplanning
    expect(etapes.length).toBe(10)
    const j = Date.parse(etapes[0]!.dateImprimee)
    for (const e of etapes) expect((j - Date.parse(e.dateImprimee)) / 86_400_000).toBe(e.joursAvant)
  })

  it('refuses the misprint of the instruction of 2024 by its name', () => {
    expect(en2024.destinataires.flatMap((d) => d.graphiesRefusees.map((g) => g.graphie))).toEqual([
      'dqcs-contrats-enfance@social.gouv.fr',
    ])
  })
})

describe('a day against an échéance', () => {
  const projet = en2024.echeances.find((e) => e.id === 'projet-contrat')!
  const signe = en2024.echeances.find((e) => e.id === 'contrat-signe')!
  const premiere = deux0.echeances.find((e) => e.id === 'premiere-version')!
  it.each([
    [projet, '2024-10-30', 'dans-les-temps'],
    [projet, '2024-10-31', 'jour-dispute'],
    [projet, '2024-11-01', 'en-retard'],
    [signe, '2024-12-15', 'dans-les-temps'],
    [signe, '2024-12-16', 'en-retard'],
    [premiere, '2020-07-29', 'dans-les-temps'],
    [premiere, '2020-07-30', 'en-retard'],
    [deux0.echeances.find((e) => e.id === 'contrat-signe')!, '2020-12-01', 'sans-date'],
  ] as const)('%#', (echeance, jour, attendu) => expect(situer(echeance, jour)).toBe(attendu))

  it('keeps the wording and the rigueur of the text', () => {
    expect(projet).toMatchObject({
      libelle: 'impérativement avant le 31 octobre 2024, délai de rigueur',
      rigueur: true,
      canaux: ['boite-dgcs'],
    })
    expect(en2024.echeances.find((e) => e.id === 'plan-action')!.canaux).toEqual(['eusurvey'])
    expect(signe.rigueur).toBe(false)
  })
})
