import { CALENDRIER } from './donnees/2020-2022/calendrier.ts'
import { EXIGENCES } from './donnees/2020-2022/exigences.ts'
import { FINANCES } from './donnees/2020-2022/finances.ts'
import { NOYAU_2020_2022 } from './donnees/2020-2022/noyau.ts'
import { circulaire2020 } from './donnees/lieu.ts'
import { geler } from './geler.ts'
import { PACK_2020_2022 } from './packs/2020-2022.ts'
import type { Referentiel } from './referentiel.ts'

/** The référentiel of the contracts opened by the circular of 20 February 2020 (S001). */
export const REFERENTIEL_2020_2022: Referentiel = geler({
  ...NOYAU_2020_2022,
  ...EXIGENCES,
  ...FINANCES,
  ...CALENDRIER,
  destinataires: [
    {
      courriel: 'dgcs-contrats-enfance@social.gouv.fr',
      nom: 'Direction générale de la cohésion sociale (DGCS)',
      graphiesRefusees: [],
      reference: circulaire2020('I-B', 'dgcs-contrats-enfance@social.gouv.fr'),
    },
  ],
  pack: PACK_2020_2022,
  lacunes: [
    {
      sujet: 'indicateurs harmonisés',
      phrase:
        'La moitié haute du tableau des indicateurs (engagement 1, objectifs 6 et 7) manque au document : les libellés sont ceux de l’annexe 6.',
      reference: circulaire2020('annexe 5.2'),
    },
    {
      sujet: 'modèle de plan d’action',
      phrase: 'Le modèle de plan d’action (annexe 5.3) n’est pas dans le document.',
      reference: circulaire2020('annexe 6, introduction', 'annexé au contrat (cf. annexe 5.3)'),
    },
    {
      sujet: 'signature du contrôleur budgétaire',
      phrase: 'Le seuil au-delà duquel le contrôleur budgétaire en région signe n’est pas écrit.',
      reference: circulaire2020(
        'annexe 5.1 (contrat-type), signatures',
        '[signature à prévoir en fonction du seuil]',
      ),
    },
  ],
})
