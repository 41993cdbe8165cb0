import { contrat2024, instruction2024 } from './donnees/lieu.ts'
import { CALENDRIER_2024 } from './donnees/2024/calendrier.ts'
import { EXIGENCES_2024 } from './donnees/2024/exigences.ts'
import { FINANCES_2024 } from './donnees/2024/finances.ts'
import { NOYAU_2024 } from './donnees/2024/noyau.ts'
import { geler } from './geler.ts'
import { PACK_2024 } from './packs/2024.ts'
import type { Referentiel } from './referentiel.ts'

/** The référentiel of 2024: the instruction of 14 August 2024 (S002) with the contract of Pas-de-Calais (S000). */
export const REFERENTIEL_2024: Referentiel = geler({
  ...NOYAU_2024,
  ...EXIGENCES_2024,
  ...FINANCES_2024,
  ...CALENDRIER_2024,
  destinataires: [
    {
      courriel: 'dgcs-contrats-enfance@social.gouv.fr',
      nom: 'Direction générale de la cohésion sociale (DGCS)',
      graphiesRefusees: [
        {
          graphie: 'dqcs-contrats-enfance@social.gouv.fr',
          raison:
            'l’instruction imprime une fois « dqcs » pour « dgcs » : un envoi à cette adresse serait perdu',
          reference: instruction2024(
            'documents à transmettre',
            'Le projet de contrat, à l’adresse suivante : dqcs-contrats-enfance@social.gouv.fr ;',
          ),
        },
      ],
      reference: instruction2024(
        'dernier paragraphe',
        'se tiennent à votre disposition à l’adresse électronique suivante : dgcs-contrats-enfance@social.gouv.fr.',
      ),
    },
  ],
  pack: PACK_2024,
  lacunes: [
    {
      sujet: 'objectifs obligatoires',
      phrase:
        'Les six objectifs obligatoires ne sont pas énumérés : les cinq de la PMI et l’objectif 9 sont déduits.',
      reference: contrat2024('article 2.1', 'six objectifs obligatoires'),
    },
    {
      sujet: 'objectifs facultatifs',
      phrase:
        'Les douze objectifs facultatifs ne sont pas énumérés et aucun minimum n’est écrit : les objectifs connus auparavant restent tous admis, comme présumés.',
      reference: contrat2024('article 2.1', 'xxx parmi les douze autres objectifs de la Stratégie.'),
    },
    {
      sujet: 'modalités reconduites',
      phrase:
        'L’instruction du 25 avril 2023, que l’instruction de 2024 reconduit, n’est pas dans les documents.',
      reference: instruction2024('premier paragraphe', 'sont reconduits pour 2024.'),
    },
    {
      sujet: 'formulaire EUSurvey',
      phrase: 'Les champs du formulaire en ligne du plan d’action ne sont pas écrits.',
      reference: instruction2024(
        'documents à transmettre',
        'via le remplissage d’un formulaire en ligne sur la plateforme Eu Survey',
      ),
    },
    {
      sujet: 'plafond du programme 304',
      phrase: 'Le cas d’une collectivité financée ni en 2023 ni en 2022 n’est pas prévu.',
      reference: instruction2024(
        'crédits du programme 304',
        'ou à défaut en 2022 pour les collectivités non financées en 2023.',
      ),
    },
  ],
})
