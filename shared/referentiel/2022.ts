import { EXIGENCES } from './donnees/2020-2022/exigences.ts'
import { CALENDRIER_2022 } from './donnees/2022/calendrier.ts'
import { circulaire2020, contratCantal, presumer } from './donnees/lieu.ts'
import { NOYAU_2022, REPRIS_DE_2020 } from './donnees/2022/noyau.ts'
import { geler } from './geler.ts'
import { PACK_2022 } from './packs/2022.ts'
import type { Referentiel } from './referentiel.ts'

/** The référentiel of the contracts opened from 2022 on, as S003 and S004 show them. */
export const REFERENTIEL_2022: Referentiel = geler({
  ...NOYAU_2022,
  nombreObjectifs: {
    obligatoires: {
      nombre: 6,
      reference: contratCantal(
        'actions facultatives',
        'En complément des 6 actions qui doivent figurer dans le cadre de la contractualisation',
      ),
    },
    facultatifs: {
      minimum: 6,
      maximum: null,
      parmi: 23,
      reference: contratCantal(
        'actions facultatives',
        'il est nécessaire de prévoir la mise en oeuvre d’un minimum de 6 actions complémentaires parmi 23 possibles.',
      ),
    },
  },
  cibles: [
    {
      objectifs: NOYAU_2022.objectifs.map((o) => o.numero),
      exigence: 'non-ecrite',
      condition: null,
      reference: contratCantal(
        'plan d’actions',
        'Leur vocation est d’améliorer le taux de réalisation de certaines prestations',
      ),
    },
  ],
  indicateurs: EXIGENCES.indicateurs.map((i) => ({
    ...i,
    cible: 'non-ecrite' as const,
    cibleNationale: null,
    reference: presumer(i.reference, REPRIS_DE_2020),
  })),
  remontees: [],
  dotations: [],
  anneeDeReference: null,
  ...CALENDRIER_2022,
  destinataires: [
    {
      courriel: 'dgcs-contrats-enfance@social.gouv.fr',
      nom: 'Direction générale de la cohésion sociale (DGCS)',
      graphiesRefusees: [],
      reference: presumer(
        circulaire2020('I-B', 'dgcs-contrats-enfance@social.gouv.fr'),
        'adresse écrite en 2020 et de nouveau en 2024 ; aucun document de 2022 ne l’écrit',
      ),
    },
  ],
  pack: PACK_2022,
  lacunes: [
    {
      sujet: 'liste des objectifs',
      phrase:
        'Les documents comptent 29 objectifs (6 et 23) ; 28 sont connus : les 26 de la circulaire de 2020 et les objectifs 27 et 28. Le vingt-neuvième n’est écrit nulle part.',
      reference: contratCantal(
        'actions facultatives',
        'un minimum de 6 actions complémentaires parmi 23 possibles.',
      ),
    },
    {
      sujet: 'objectifs obligatoires',
      phrase: 'Le sixième objectif obligatoire n’est pas nommé ; l’objectif 9 est déduit.',
      reference: contratCantal('actions facultatives', 'En complément des 6 actions qui doivent figurer'),
    },
    {
      sujet: 'enveloppes',
      phrase:
        'Aucun document de 2022 n’écrit l’enveloppe de chaque objectif ; celles des objectifs 27 et 28 sont inconnues.',
      reference: contratCantal(
        'fin',
        'le montant des financements alloués entre le Fond d’Intervention Régional, l’ONDAM et l’État s’élève à 810 000 € par an.',
      ),
    },
    {
      sujet: 'cibles, année de référence, cofinancement et dates',
      phrase:
        'Les documents de 2022 n’écrivent ni les cibles exigées, ni l’année de référence de non-baisse, ni le cofinancement, ni les dates d’envoi.',
      reference: contratCantal('plan d’actions'),
    },
    {
      sujet: 'exercice 2023',
      phrase:
        'L’instruction du 25 avril 2023 n’est pas dans les documents : l’exercice 2023 est réglé par les contrats 2022-2024.',
      reference: contratCantal(
        'présentation',
        'L’engagement dans le cadre de cette Stratégie nationale porte sur une durée de 3 ans',
      ),
    },
  ],
})
