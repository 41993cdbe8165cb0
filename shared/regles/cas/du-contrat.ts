import type { ValeurEssai } from '../../classeur/fabrique.ts'
import { cas, contrat, envois, DGCS, type Cas, type Essai } from './cas.ts'

/** Cases of the rules that look at the contract, at what was sent and at the yearly reports. */

const IBAN = 'FR76 3000 6000 0112 3456 7890 189'
const SIGNE = ['Date de signature', '14/10/2020']
const SIGNE_2024 = ['Date de signature', '10/12/2024']
const FIN = ['Date de fin', '31/12/2022']

const TYPE = (article: string) => `annexe 5.1 (contrat-type), ${article}`

const BILAN = [
  'Exercice',
  'Projet de bilan au préfet',
  'Avis de l’ODPE',
  'Arrêté conjoint',
  'Délibération sur le bilan',
  'Transmission au préfet',
  'Transmission à l’ARS',
]
const JUSTE: ValeurEssai[] = [
  '01/03/2021',
  '01/04/2021',
  '15/04/2021',
  '10/06/2021',
  '20/06/2021',
  '20/06/2021',
]
/** The report of 2020 with one of its dates changed. */
const bilan =
  (colonne: number, changer?: Essai['changer']) =>
  (jour: ValeurEssai): Essai => ({
    feuilles: { Bilans: [['Bilans'], BILAN, [2020, ...JUSTE.with(colonne, jour)]] },
    ...(changer ? { changer } : {}),
  })

const une =
  (piece: string, ...reste: string[]) =>
  (jour: string) =>
    envois([[piece, jour, ...reste]])
const a =
  (piece: string, jour: string, canal = 'Courriel') =>
  (destinataire: string) =>
    envois([[piece, jour, canal, destinataire]])

export const CAS_DU_CONTRAT: Cas[] = [
  cas(
    'ENV-14',
    ['information', 'article 4', 'Contrat!B1'],
    contrat(),
    ['Compte de destination FIR', '1-2-34'],
    ['Compte de destination FIR', '1-2-35'],
    2024,
  ),
  cas(
    'ENV-15',
    ['bloquant', TYPE('article 4'), 'Contrat!B1'],
    contrat(),
    ['Imputation P304', 'activité 0304 50 17 19 01'],
    ['Imputation P304', '030450171902'],
  ),
  cas(
    'COF-05',
    ['bloquant', TYPE('article 2.2.2'), 'Contrat!C2', 'Contrat!C3', 'Contrat!B2', 'Contrat!B3'],
    contrat(['Dépenses propres', 2019, 2020], ['ASE', 100_000, 90_000]),
    ['PMI', 50_000, 60_000],
    ['PMI', 50_000, 59_999.99],
  ),
  cas(
    'COF-06',
    ['bloquant', 'article 2.2.2', 'Contrat!B2', 'Contrat!B1'],
    contrat(['Dépenses propres ASE et PMI 2023', 900]),
    ['Dépenses propres ASE et PMI 2024', 900],
    ['Dépenses propres ASE et PMI 2024', 899],
    2024,
  ),
  cas(
    'DOT-05',
    ['a-justifier', 'annexe 4, IV-A', 'Contrat!B3'],
    contrat(FIN, ['Crédits', 2020]),
    ['ONDAM', 100_000],
    ['ONDAM', 99_999],
  ),
  cas(
    'DOT-06',
    ['bloquant', 'crédits du programme 304', 'Contrat!B2', 'Contrat!B1'],
    contrat(['P304 délégué 2023', 4_980_443]),
    ['P304 demandé 2024', 4_980_443],
    ['P304 demandé 2024', 4_980_444],
    2024,
  ),
  cas(
    'DOT-07',
    [
      'information',
      'crédits du programme 304',
      'Contrat!B2',
      'Plan!F7',
      'Plan!F8',
      'Plan!F9',
      'Plan!F11',
      'Plan!F12',
    ],
    contrat(['Date de fin', '31/12/2024']),
    ['P304 notifié 2024', 50_000],
    ['P304 notifié 2024', 49_999],
    2024,
  ),
  cas(
    'DOT-10',
    ['information', 'annexe 4, IV-B', 'Contrat!B3', 'Contrat!C3'],
    contrat(FIN, ['Crédits', 2020, 2021]),
    ['ONDAM', 1_185_174, 1_185_174],
    ['ONDAM', 1_185_174, 1_185_175],
  ),
  cas(
    'GOU-02',
    ['information', 'I-B', 'Contrat!B2', 'Contrat!B1'],
    contrat(['Date de l’assemblée départementale', '28/09/2020']),
    ['Présentation à l’ODPE', '27/09/2020'],
    ['Présentation à l’ODPE', '28/09/2020'],
  ),
  cas(
    'GOU-03',
    ['a-justifier', TYPE('article 2'), 'Contrat!A2', 'Contrat!B1'],
    contrat(SIGNE),
    ['Présentation à l’ODPE', '15/09/2020'],
    ['Présentation à l’ODPE', 'à venir'],
  ),
  cas(
    'GOU-11',
    ['a-justifier', 'annexe 6, objectif 11', 'Contrat!B1'],
    contrat(),
    ['Arrêté de composition de l’ODPE', '31/12/2020'],
    ['Arrêté de composition de l’ODPE', '01/01/2021'],
  ),
  cas(
    'GOU-17',
    ['a-justifier', 'annexe 1', 'Contrat!B1'],
    contrat(),
    ['Département', 'Pas-de-Calais'],
    ['Département', 'Seine-Saint-Denis'],
  ),
  cas(
    'GOU-18',
    ['bloquant', TYPE('article 4'), 'Contrat!B1'],
    contrat(),
    ['Ordonnateur du programme 304', 'Le préfet du département'],
    ['Ordonnateur du programme 304', 'Le président du conseil départemental'],
  ),
  cas(
    'CON-01',
    ['bloquant', TYPE('article 2.2.1'), 'Contrat!B2'],
    contrat(SIGNE),
    ['Crédits FIR', '50 000 €'],
    ['Crédits FIR', 'xxxx €'],
  ),
  cas(
    'CON-02',
    ['bloquant', TYPE('visas'), 'Contrat!B3', 'Contrat!B1'],
    contrat(SIGNE, ['N° de délibération', 'CP 12']),
    ['Date de délibération', '14/10/2020'],
    ['Date de délibération', '15/10/2020'],
  ),
  cas('CON-03', ['bloquant', TYPE('article 5'), 'Contrat!B1'], contrat(), FIN, ['Date de fin', '30/12/2022']),
  cas(
    'CON-04',
    ['bloquant', 'article 5', 'Contrat!B1'],
    contrat(),
    ['Date de fin du contrat', '31/12/2024'],
    ['Date de fin du contrat', '01/01/2025'],
    2024,
  ),
  cas(
    'CON-05',
    [
      'information',
      TYPE('article 6'),
      'Envois!A2',
      'Envois!D2',
      'Envois!C2',
      'Envois!A3',
      'Envois!D3',
      'Envois!C3',
    ],
    (canal: string) =>
      envois(['Préfet', 'ARS'].map((d) => ['Dénonciation du contrat', '20/12/2021', canal, d])),
    'Lettre recommandée',
    'Courriel',
  ),
  cas(
    'CON-06',
    ['a-justifier', TYPE('signatures'), 'Contrat!A2', 'Contrat!B1'],
    contrat(SIGNE),
    ['Signataires', 'Le préfet, la directrice générale de l’ARS, le président du conseil départemental'],
    ['Signataires', 'Le préfet et le président du conseil départemental'],
  ),
  cas(
    'CON-08',
    ['bloquant', TYPE('article 4'), 'Contrat!B1'],
    contrat(),
    ['IBAN', IBAN],
    ['IBAN', IBAN.replace('7890 189', '7890 198')],
  ),
  cas('LEC-04', ['a-justifier', TYPE('visas'), 'Contrat!B1'], contrat(), SIGNE, [
    'Date de signature',
    '31/02/2021',
  ]),
  cas(
    'LEC-05',
    ['a-justifier', TYPE('article 2.2.1'), 'Envois!A2'],
    (piece: string) => envois([[piece]]),
    'Contrat signé, annexe 10',
    'Contrat signé, annexe X',
  ),
  cas('CAL-01', ['a-justifier', 'I-B', 'Contrat!B1'], contrat(), SIGNE, ['Date de signature', '16/10/2020']),
  cas(
    'CAL-02',
    ['a-justifier', 'I-B', 'Envois!B2', 'Envois!A2'],
    une('Coordonnées des contacts', 'Courriel', DGCS),
    '15/06/2020',
    '16/06/2020',
  ),
  cas(
    'CAL-03',
    ['a-justifier', 'I-B', 'Envois!B2', 'Envois!A2'],
    une('Plan d’action (v1)', 'Courriel', DGCS),
    '29/07/2020',
    '30/07/2020',
  ),
  cas(
    'CAL-04',
    ['a-justifier', 'I-B', 'Envois!B2', 'Envois!A2'],
    une('Projet de contrat', 'Courriel', DGCS),
    '15/09/2020',
    '16/09/2020',
  ),
  cas(
    'CAL-05',
    ['a-justifier', 'I-B', 'Envois!B2', 'Contrat!B1'],
    (jour: string): Essai => ({
      feuilles: {
        Contrat: [SIGNE],
        ...envois([['Contrat signé et annexes', jour, 'Courriel', DGCS]]).feuilles,
      },
    }),
    '14/10/2020',
    '13/10/2020',
  ),
  cas(
    'CAL-08',
    ['a-justifier', 'I-B', 'Envois!D2', 'Envois!A2'],
    a('Projet de contrat', '01/09/2020'),
    DGCS,
    'dqcs-contrats-enfance@social.gouv.fr',
  ),
  cas(
    'CAL-09',
    ['bloquant', 'documents à transmettre', 'Envois!D2', 'Envois!A2'],
    a('Projet de contrat', '01/10/2024'),
    DGCS,
    'dqcs-contrats-enfance@social.gouv.fr',
    2024,
  ),
  cas(
    'CAL-10',
    ['bloquant', 'documents à transmettre', 'Envois!B2', 'Envois!A2'],
    une('Projet de contrat', 'Courriel', DGCS),
    '30/10/2024',
    '01/11/2024',
    2024,
  ),
  cas(
    'CAL-11',
    ['a-justifier', 'en-tête, échéance', 'Contrat!B1'],
    contrat(),
    ['Acte de candidature', '30/10/2024'],
    ['Acte de candidature', '01/11/2024'],
    2024,
  ),
  cas(
    'CAL-12',
    ['bloquant', 'crédits du programme 304', 'Envois!B2', 'Envois!A2'],
    une('Demande de crédits P304'),
    '30/10/2024',
    '04/11/2024',
    2024,
  ),
  cas(
    'CAL-13',
    ['a-justifier', 'documents signés', 'Envois!B2', 'Envois!A2'],
    une('Contrat signé', 'Courriel', DGCS),
    '15/12/2024',
    '16/12/2024',
    2024,
  ),
  cas(
    'CAL-14',
    ['a-justifier', 'documents signés', 'Envois!A2'],
    (pieces: string[]) => envois(pieces.map((p) => [p, '12/12/2024', 'Courriel', DGCS])),
    ['Contrat signé', 'Tableau de bord PMI et fiches actions'],
    ['Contrat signé', 'Tableau de bord des indicateurs PMI'],
    2024,
  ),
  cas(
    'FIC-08',
    ['a-justifier', 'documents à transmettre', 'Envois!C2'],
    (canal: string) => envois([['Plan d’action', '01/10/2024', canal, DGCS]]),
    'EUSurvey',
    'Courriel',
    2024,
  ),
  cas(
    'FIC-07',
    ['a-justifier', 'article 8', 'Contrat!B2', 'Plan!F2', 'Plan!F3', 'Plan!F4', 'Plan!F5', 'Plan!F6'],
    contrat(SIGNE_2024),
    ['Crédits FIR', 50_000],
    ['Crédits FIR', 50_001],
    2024,
  ),
  cas(
    'RET-02',
    ['information', 'annexe 3.2', 'Contrat!B2', 'Contrat!B1'],
    contrat(['Document définitif', '14/08/2020']),
    SIGNE,
    ['Date de signature', '13/10/2020'],
  ),
  cas(
    'RET-03',
    ['information', 'annexe 3.2', 'Contrat!B2', 'Contrat!B1'],
    contrat(['Document définitif', '14/08/2020']),
    ['Assemblée départementale', '28/09/2020'],
    ['Assemblée départementale', '27/09/2020'],
  ),
  cas(
    'RET-04',
    ['information', 'annexe 3.2', 'Contrat!B2', 'Contrat!B1'],
    contrat(SIGNE),
    ['Date d’effet', '14/10/2020'],
    ['Date d’effet', '13/10/2020'],
  ),
  cas(
    'VER-02',
    ['information', 'annexe 4, III-B', 'Contrat!B2', 'Contrat!B1'],
    contrat(SIGNE),
    ['Versement P304', '14/10/2020'],
    ['Versement P304', '13/10/2020'],
  ),
  cas(
    'VER-03',
    ['a-justifier', TYPE('article 2.2.1'), 'Contrat!B1', 'Contrat!B2'],
    contrat(['Date de versement P304 2021', '15/07/2021']),
    ['Transmission du bilan 2020 au préfet', '15/07/2021'],
    ['Transmission du bilan 2020 au préfet', '16/07/2021'],
  ),
  cas('BIL-01', ['a-justifier', TYPE('article 3'), 'Bilans!D3'], bilan(2), '29/06/2021', '01/07/2021'),
  cas('BIL-02', ['a-justifier', TYPE('article 3'), 'Bilans!G3'], bilan(5), '29/06/2021', '01/07/2021'),
  cas(
    'BIL-03',
    ['a-justifier', 'article 3', 'Contrat!B2'],
    contrat(SIGNE_2024),
    ['Transmission du bilan au préfet', '10/12/2025'],
    ['Transmission du bilan au préfet', '11/12/2025'],
    2024,
  ),
  cas(
    'BIL-04',
    ['a-justifier', 'article 3', 'Contrat!B2', 'Contrat!B3', 'Contrat!B1'],
    contrat(SIGNE_2024, ['Période du rapport : début', '10/12/2024']),
    ['Fin de la période du rapport', '10/12/2025'],
    ['Fin de la période du rapport', '31/12/2025'],
    2024,
  ),
  cas(
    'BIL-05',
    ['a-justifier', TYPE('article 3'), 'Plan!A7'],
    (execute: ValeurEssai) => bilan(0, (r) => void (r[6]![9] = execute))('01/03/2021'),
    1,
    null,
  ),
  cas(
    'BIL-07',
    ['a-justifier', TYPE('article 3'), 'Bilans!D3', 'Bilans!C3'],
    bilan(1),
    '01/04/2021',
    '20/04/2021',
  ),
  cas(
    'BIL-10',
    ['a-justifier', 'III', 'Bilans!B3', 'Bilans!D3', 'Bilans!E3', 'Bilans!F3', 'Bilans!G3'],
    bilan(1),
    '01/04/2021',
    null,
  ),
]
