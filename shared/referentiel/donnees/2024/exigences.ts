import type { Exigences } from '../../exigences.ts'
import { suite, contrat2024, presumer } from '../lieu.ts'
import { INDICATEURS } from '../2020-2022/indicateurs.ts'
import { RECONDUIT } from './noyau.ts'

/** Six obligatoires, a choice among twelve others, targets for the five objectifs of PMI (contract of 2024, article 2.1). */

const CINQ = contrat2024(
  'article 2.1',
  'Cinq des objectifs liés à la PMI sont assortis d’indicateurs de résultat et de cibles chiffrées.',
)

export const EXIGENCES_2024: Exigences = {
  nombreObjectifs: {
    obligatoires: {
      nombre: 6,
      reference: contrat2024(
        'article 2.1',
        'six objectifs obligatoires concourent très directement à améliorer l’exercice par le Département de ses missions',
      ),
    },
    facultatifs: {
      minimum: null,
      maximum: 12,
      parmi: 12,
      reference: contrat2024(
        'article 2.1',
        'ont choisi de s’engager sur xxx parmi les douze autres objectifs de la Stratégie.',
      ),
    },
  },
  cibles: [
    { objectifs: suite(1, 5), exigence: 'requise', condition: null, reference: CINQ },
    {
      objectifs: suite(6, 28),
      exigence: 'facultative',
      condition: 'le contrat n’exige de cible que pour les cinq objectifs de PMI',
      reference: CINQ,
    },
  ],
  indicateurs: INDICATEURS.filter((i) => i.objectif !== null && i.objectif <= 5).map((i) => ({
    ...i,
    // The national targets were set for 2022.
    cibleNationale: null,
    reference: presumer(i.reference, RECONDUIT),
  })),
  remontees: [],
}
