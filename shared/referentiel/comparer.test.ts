import { describe, expect, it } from 'vitest'
import { comparerReferentiels } from './comparer.ts'
import { dateCourte, dateDeSerie, dateLongue, estDateCivile, lireDateCivile } from './date-civile.ts'
import { direNumeros, ecrireNumeros, lireNumeros } from './numeros.ts'
import type { Referentiel } from './referentiel.ts'
import { REFERENTIELS } from './registre.ts'

const [ancien, milieu, recent] = REFERENTIELS as [Referentiel, Referentiel, Referentiel]
const phrases = (a: Referentiel, b: Referentiel) =>
  comparerReferentiels(a, b).changements.map((c) => c.phrase)

/** A copy to spoil. */
function apres(changer: (r: Referentiel) => void): string[] {
  const copie = structuredClone(ancien) as Referentiel
  changer(copie)
  return phrases(ancien, copie)
}

describe('comparing two référentiels', () => {
  it.each(REFERENTIELS.map((r) => [r.id, r] as const))('finds nothing between %s and itself', (_id, r) => {
    expect(comparerReferentiels(r, structuredClone(r) as Referentiel)).toEqual({
      avant: r.id,
      apres: r.id,
      identiques: true,
      changements: [],
    })
  })

  it('tells from 2022 to 2024 what an officer must know', () => {
    const dites = phrases(milieu, recent)
    for (const mots of [
      'Année de référence de la non-baisse : auparavant rien d’écrit, désormais 2023.',
      'Programme 304, plafond de la demande : auparavant rien d’écrit, désormais le montant délégué en 2023 ou à défaut en 2022.',
      'Enveloppe ONDAM médico-social, l’objectif 9 : la règle, présumée auparavant, est désormais écrite.',
      'Cible chiffrée, les objectifs 1 à 5 : auparavant non écrite, désormais requise.',
    ])
      expect(dites).toContain(mots)
    expect(dites.join('\n')).toContain('le plan d’action, dans le formulaire EUSurvey')
    expect(dites.join('\n')).toContain('dqcs-contrats-enfance@social.gouv.fr')
    expect(dites.filter((p) => p.includes('La règle COF-01'))).toEqual([
      'La règle COF-01 passe de « à justifier » à « bloquant ».',
    ])
  })

  it('tells from 2020 to 2022 which objectifs change', () => {
    const dites = phrases(ancien, milieu)
    expect(dites).toContain('Les objectifs 1 à 5 et 9, fondamentaux, deviennent obligatoires.')
    expect(dites).toContain('Les objectifs 6 à 8, 10 et 11, fondamentaux, deviennent facultatifs.')
    expect(dites).toContain(
      'Objectif ajouté : 27, Soutien au plan de lutte contre la prostitution des mineur.e.s (facultatif).',
    )
    expect(dites).toContain(
      'Programme 304, plafond par département : auparavant 4\u202f500\u202f000\u00a0€ (2020), désormais rien d’écrit.',
    )
    expect(dites).toContain('Le rétroplanning en 10 étapes n’est pas repris.')
  })

  it.each<[string, (r: Referentiel) => void, string]>([
    ['a removed objectif', (r) => r.objectifs.pop(), 'Objectif retiré : 26'],
    ['a new title', (r) => (r.objectifs[0]!.titre = 'Autre'), 'devient « Autre »'],
    ['an engagement', (r) => (r.objectifs[0]!.engagement = '3'), 'passe de l’engagement 1 à l’engagement 3'],
    [
      'one caractère',
      (r) => (r.objectifs[0]!.caractere = 'facultatif'),
      'L’objectif 1, fondamental, devient facultatif.',
    ],
    [
      'an enveloppe',
      (r) => r.eligibilites[0]!.objectifs.push(6),
      'Enveloppe FIR, l’objectif 6 : auparavant exclue, désormais admise.',
    ],
    ['a floor', (r) => (r.dotations[0]!.plancher!.centimes = 1), 'FIR, plancher par département'],
    ['a weight', (r) => (r.dotations[1]!.criteres[0]!.poids = 300), 'désormais 4 critères (30 %'],
    ['a date', (r) => (r.echeances[2]!.date = '2020-09-16'), '(16 septembre 2020)'],
    ['a channel', (r) => (r.echeances[2]!.canaux = ['eusurvey']), 'désormais formulaire EUSurvey'],
    ['a piece', (r) => (r.pieces[0]!.exigence = 'facultative'), 'auparavant requise, désormais facultative'],
    ['a recipient', (r) => (r.destinataires[0]!.courriel = 'a@b.example'), 'Destinataire retiré'],
    ['a step', (r) => (r.retroplanning[1]!.joursAvant = 20), 'auparavant 15, désormais 20'],
    ['a gravité', (r) => (r.pack[0]!.gravite = 'information'), 'passe de « bloquant » à « information »'],
    ['a semestrial report', (r) => (r.remontees = []), 'Remontées semestrielles'],
    ['a duration', (r) => (r.dureeContrat = null), 'Fin du contrat'],
    ['an indicator', (r) => r.indicateurs.shift(), 'Indicateur harmonisé retiré, objectif 1'],
  ])('sees %s', (_quoi, changer, mots) => {
    const dites = apres(changer)
    expect(dites.some((p) => p.includes(mots))).toBe(true)
    for (const p of dites) expect(p).toMatch(/^\p{Lu}.*\.$/u)
  })
})

describe('lists of numbers and civil dates', () => {
  it.each([
    ['1 à 5, 13', [1, 2, 3, 4, 5, 13]],
    ['9', [9]],
    ['6;7', [6, 7]],
    ['2025-2027', [2025, 2026, 2027]],
    ['1, 2 et 4', [1, 2, 4]],
    ['', null],
    ['5 à 1', null],
    ['1 à 9999', null],
    ['un', null],
    ['1,,2', null],
  ])('reads %j', (texte, attendu) => expect(lireNumeros(texte)).toEqual(attendu))

  it('writes what it reads', () => {
    for (const n of [[1], [1, 2], [1, 2, 3], [1, 3, 4, 5, 9], [13, 1, 2]]) {
      expect(lireNumeros(ecrireNumeros(n))).toEqual([...n].sort((a, b) => a - b))
    }
    expect(direNumeros([1, 2, 3, 9])).toBe('1 à 3 et 9')
  })

  it.each([
    ['31/10/2024', '2024-10-31'],
    ['1.3.2025', '2025-03-01'],
    ['2024-02-29', '2024-02-29'],
    ['29/02/2025', null],
    ['2025-13-01', null],
    ['octobre', null],
  ])('reads the date %j', (texte, attendu) => expect(lireDateCivile(texte)).toBe(attendu))

  it('reads the serial numbers of both systems of Excel', () => {
    expect(dateDeSerie(45596, false)).toBe('2024-10-31')
    expect(dateDeSerie(45596.75, false)).toBe('2024-10-31')
    expect(dateDeSerie(45596 - 1462, true)).toBe('2024-10-31')
    for (const serie of [0, 60, -1, 1e9, Number.NaN]) expect(dateDeSerie(serie, false)).toBeNull()
  })

  it('says dates as they are read aloud', () => {
    expect(dateLongue('2025-03-01')).toBe('1er mars 2025')
    expect(dateCourte('2024-10-31')).toBe('31/10/2024')
    expect(estDateCivile('2024-2-1')).toBe(false)
  })
})
