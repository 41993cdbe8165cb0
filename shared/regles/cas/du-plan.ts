import type { ValeurEssai } from '../../classeur/fabrique.ts'
import { COL, ENTETES, rang } from '../essais.ts'
import { cas, plan, rangee, type Cas, type Essai } from './cas.ts'

/** Cases of the rules that look at the plan d'action alone. */

const { objectif, intitule, exercice, enveloppe, etat, departement, engage, execute } = COL

const douzieme = (o: number, titre: string) => [12, `Objectif ${o}`, titre, 2020, 'P304', 5, 9, 1, 1, 1]
const facultatifs = (nombre: number, debut = 12, annee = 2020) =>
  Array.from({ length: nombre }, (_, i) => [debut + i, `Objectif ${debut + i}`, 'X', annee, null, null, 9])

/** One more column at the end of the plan, its header and what one row holds in it. */
const colonne =
  (titre: string, ligne: number, autres: ValeurEssai = null) =>
  (valeur: ValeurEssai): Essai => ({
    changer: (r) => {
      for (const [i, l] of r.entries()) l.push(i === 0 ? titre : i === ligne ? valeur : autres)
    },
  })

const MULTI = [6, 'Objectif 6', 'Action de l’objectif 6', 2021, 'P304']

export const CAS_DU_PLAN: Cas[] = [
  cas(
    'EXE-01',
    ['a-justifier', 'annexe 5.1 (contrat-type), article 5', 'Plan!D4'],
    plan(rang(3), exercice),
    2022,
    2026,
  ),
  cas(
    'ENV-01',
    ['bloquant', 'annexe 4, I et IV', 'Plan!E10', 'Plan!B10'],
    plan(rang(9), enveloppe),
    'ONDAM',
    'P304',
  ),
  cas(
    'ENV-02',
    ['bloquant', 'annexe 4, I et III', 'Plan!E7', 'Plan!B7'],
    plan(rang(6), enveloppe),
    'P304',
    'FIR',
  ),
  cas(
    'ENV-03',
    ['bloquant', 'annexe 4, I et II', 'Plan!E3', 'Plan!B3'],
    plan(rang(2), enveloppe),
    'FIR',
    'ONDAM',
  ),
  cas(
    'ENV-07',
    ['a-justifier', 'annexe 4, IV-B', 'Plan!K10', 'Plan!F10'],
    colonne('Bénéficiaire', rang(9)),
    'IME Les Tilleuls',
    'Conseil départemental',
  ),
  cas(
    'ENV-16',
    ['a-justifier', 'annexe 2', 'Plan!B13', 'Plan!A13', 'Plan!C13'],
    rangee((t) => douzieme(21, String(t))),
    'Centre parental',
    'Relais parental',
  ),
  cas(
    'COF-01',
    ['bloquant', 'annexe 5.1 (contrat-type), article 2.2.2', 'Plan!F7', 'Plan!G7'],
    plan(rang(6), departement),
    10_000,
    9_999.99,
  ),
  cas(
    'COF-02',
    ['a-justifier', 'annexe 5.1 (contrat-type), article 2.2.2', 'Plan!G7'],
    plan(rang(6), departement),
    '12 000 € (8 ETP)',
    '8 ETP de la CRIP',
  ),
  cas(
    'COF-04',
    ['information', 'annexe 4, I', 'Plan!G7', 'Plan!G13'],
    rangee((d) => [...MULTI, 1, d, 1, 1, 1]),
    12_000,
    11_999,
  ),
  cas(
    'COF-09',
    ['information', 'annexe 4, II-B', 'Plan!C2'],
    plan(rang(1), intitule),
    'Formation',
    'Prise en charge des actes cotés',
  ),
  cas(
    'COF-10',
    ['information', 'annexe 6, objectif 13', 'Plan!C2'],
    plan(rang(1), intitule),
    'Formation des sages-femmes',
    '2 ETP de sages-femmes',
  ),
  cas(
    'COF-11',
    ['information', 'annexe 6, objectifs 12, 15 et 16', 'Plan!A13', 'Plan!C13'],
    (part: ValeurEssai): Essai => ({
      changer: (r) => {
        r[0]!.push('Part CAF')
        r.push([...douzieme(15, 'X'), part])
      },
    }),
    0,
    null,
  ),
  cas(
    'DOT-02',
    ['a-justifier', 'annexe 4, II-A', 'Plan!F2', 'Plan!F3', 'Plan!F4', 'Plan!F5', 'Plan!F6'],
    plan(rang(1), etat),
    960_000,
    960_000.01,
  ),
  cas(
    'DOT-04',
    ['a-justifier', 'annexe 4, III-A', 'Plan!F7', 'Plan!F8', 'Plan!F9', 'Plan!F11', 'Plan!F12'],
    plan(rang(6), etat),
    4_460_000,
    4_460_000.01,
  ),
  cas(
    'NAT-01',
    ['a-justifier', 'annexe 4, III-B', 'Plan!C7'],
    plan(rang(6), intitule),
    'Formation des partenaires, 12 rue de la Poste, sans recrutement',
    'Recrutement de deux évaluateurs',
  ),
  cas(
    'NAT-17',
    ['information', 'annexe 6, objectif 21', 'Plan!C13'],
    rangee((t) => douzieme(21, String(t))),
    'Centre parental à double autorisation (dont programme 177)',
    'Centre parental à double autorisation',
  ),
  cas(
    'OBJ-01',
    ['a-justifier', 'I-B', ...facultatifs(16).map((_, i) => `Plan!B${i + 13}`)],
    (n: number): Essai => ({ changer: (r) => r.push(...facultatifs(n)) }),
    15,
    16,
  ),
  cas(
    'OBJ-02',
    ['a-justifier', 'annexe 6, introduction', 'Plan!B1'],
    plan(rang(7), objectif, douzieme(26, 'Y')),
    'Objectif 7',
    'Objectif 26',
  ),
  cas(
    'OBJ-04',
    ['bloquant', 'article 2.1', 'Plan!B1'],
    plan(rang(1), objectif),
    'Objectif 1',
    'Objectif 2',
    2024,
  ),
  cas(
    'OBJ-05',
    [
      'a-justifier',
      'article 2.1',
      ...['7', '8', '9', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20'].map((n) => `Plan!B${n}`),
    ],
    (n: number): Essai => ({ changer: (r) => r.push(...facultatifs(n, 12, 2024)) }),
    7,
    8,
    2024,
  ),
  cas(
    'OBJ-09',
    ['a-justifier', 'actions facultatives', 'Plan!B1'],
    (plus: ValeurEssai[][]): Essai => ({
      changer: (r) => {
        r.push(...plus)
      },
    }),
    facultatifs(1, 12, 2022),
    [],
    2022,
  ),
  cas(
    'GOU-01',
    ['a-justifier', 'annexe 6, objectif 19', 'Plan!C13'],
    rangee((t) => douzieme(19, String(t))),
    'AED et AEMO renforcées',
    'Placement éducatif à domicile',
  ),
  cas(
    'REF-01',
    ['a-justifier', 'annexe 2', 'Plan!B13'],
    rangee((o) => [12, o, 'X', 2020, '', 5, 9]),
    'Objectif 13',
    'Objectif 28',
  ),
  cas(
    'REF-02',
    ['a-justifier', 'annexe 2', 'Plan!B13'],
    rangee((o) => [12, o, 'X', 2020, null, null, 9]),
    'OBJECTIF 14 : DEVELOPPER LE RELAYAGE PARENTAL',
    'OBJECTIF 21 : DEVELOPPER LE RELAYAGE PARENTAL',
  ),
  cas(
    'REF-03',
    ['information', 'annexe 2', 'Plan!B13', 'Plan!B14'],
    (titre: string): Essai => ({
      changer: (r) =>
        r.push(
          [12, 'Objectif 13 : « Innover » en PMI', 'X', 2020, 'FIR', 5, 9],
          [13, titre, 'Y', 2020, 'FIR', 5, 9],
        ),
    }),
    'OBJECTIF 13 : INNOVER EN PMI',
    'OBJECTIF 13 - Actions innovantes',
  ),
  cas('FIC-03', ['a-justifier', 'annexe 5.4', 'Plan!F4'], plan(rang(3), enveloppe), 'FIR', null),
  cas(
    'FIC-04',
    ['a-justifier', 'annexe 6, introduction', 'Plan!K3'],
    colonne('Calendrier', 2, 44_000),
    44_000,
    null,
  ),
  cas(
    'BIL-13',
    ['information', 'annexe 5.1 (contrat-type), article 3', 'Plan!J7', 'Plan!J13', 'Plan!I7', 'Plan!I13'],
    (v: number): Essai => ({
      changer: (r) => {
        r[rang(6)]![execute] = 10_000
        r.push([...MULTI, 0, 20_000, 5_000, 1_000, v])
      },
    }),
    0,
    0.01,
  ),
  cas(
    'COH-01',
    ['a-justifier', 'annexe 5.1 (contrat-type), article 3', 'Plan!F7', 'Plan!F13'],
    plan(rang(6), etat, [...MULTI, 700, 90_000, 1, 1, 1]),
    '500 € en 2020 et 700 € en 2021',
    '500 € en 2020 et 701 € en 2021',
  ),
  cas(
    'COH-02',
    ['information', 'annexe 5.1 (contrat-type), article 2.2.2', 'Plan!F7', 'Plan!G7'],
    plan(rang(6), departement, [...MULTI, 10_000, 12_000, 1, 1, 1]),
    10_000,
    9_999,
  ),
  cas(
    'LEC-01',
    ['bloquant', 'annexe 5.1 (contrat-type), article 2.2.2', 'Plan!F4'],
    plan(rang(3), etat),
    '5 000 € + 500 € (mallettes)',
    '200 000 € en 2020 et 119 406 € en 2021',
  ),
  cas(
    'LEC-02',
    ['a-justifier', 'annexe 2', 'Plan!A13', 'Plan!C13'],
    rangee((o) => [12, o, 'Une action', 2020, 'FIR', 1, 2]),
    'Objectif 1',
    null,
  ),
  cas(
    'LEC-03',
    ['information', 'annexe 5.1 (contrat-type), article 3', 'Plan!I4'],
    plan(rang(3), engage),
    '8 500 € (convention)',
    '216 500 € dont 48 712,50 € pour le PDC',
  ),
  cas(
    'LEC-06',
    ['a-justifier', 'annexe 5.1 (contrat-type), article 2.2.2', 'Plan!F4'],
    plan(rang(3), etat),
    '10 500 €',
    '10.500',
  ),
  cas(
    'STR-01',
    ['information', 'annexe 5.1 (contrat-type), article 2.2.2', 'Plan!F7'],
    plan(rang(6), etat),
    10_000,
    '10 000 €',
  ),
  cas(
    'STR-02',
    ['information', 'annexe 5.1 (contrat-type), article 2.2.2', 'Plan!K7', 'Plan!K8'],
    (valeurs: ValeurEssai[]): Essai => ({
      changer: (r) => {
        r[0]!.push('Remarques')
        for (const [i, valeur] of valeurs.entries()) r[rang(6) + i]!.push(valeur)
      },
    }),
    [{ valeur: 12, formule: 'F7*2' }, 'rien'],
    [
      { valeur: { erreur: '#REF!' }, formule: 'Feuil9!A1' },
      { valeur: null, formule: 'F8*2' },
    ],
  ),
  cas(
    'STR-03',
    ['information', 'annexe 5.1 (contrat-type), article 2.2.2', 'Plan!G7'],
    plan(rang(6), departement),
    { valeur: 12_000, formule: 'SUM(Tableau1[2020],Tableau1[[#This Row],[2021]])' },
    { valeur: 12_000, formule: "'[1]Budget primitif'!C4*2" },
  ),
  cas(
    'COH-03',
    ['a-justifier', 'annexe 5.1 (contrat-type), article 2.2.2', 'Plan!F7', 'Suite!F2'],
    (lignes: ValeurEssai[][]): Essai => ({ feuilles: { Suite: [ENTETES, ...lignes] } }),
    [[6, 'Objectif 6', 'Action de l’objectif 6', 2021, 'P304', 9_000, 13_000]],
    [[6, 'Objectif 6', 'Action de l’objectif 6', 2020, 'P304', 9_000, 13_000]],
  ),
]
