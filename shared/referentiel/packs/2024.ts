import { FIR, P304 } from '../donnees/2020-2022/eligibilites.ts'
import { ANNEXE_2 } from '../donnees/2020-2022/objectifs.ts'
import { RECONDUIT } from '../donnees/2024/noyau.ts'
import { circulaire2020, contrat2024, instruction2024, presumer } from '../donnees/lieu.ts'
import type { RegleDuPack } from '../referentiel.ts'
import { ANNEXES_2024 } from './annexes-2024.ts'
import { SUIVI_2024 } from './suivi.ts'
import { TABLEAU_2024 } from './tableau-de-bord.ts'

/**
 * Gravités of 2024: bloquant where a clause of the contract is at stake; the enveloppes are carried over from
 * 2020, so a wrong one asks for a justification.
 */

const reconduit = (article: string, citation: string) =>
  presumer(circulaire2020(article, citation), RECONDUIT)

const FINANCEMENTS = contrat2024(
  'article 2.2.2',
  'Ces financements peuvent consister en la valorisation de moyens existants. Ils sont décrits dans le plan d’action et dans les fiches actions correspondantes.',
)
const OBJECTIFS = contrat2024(
  'article 1',
  'Pour l’année 2024, le contrat repose sur les mêmes objectifs qu’en 2023.',
)

export const PACK_2024: RegleDuPack[] = [
  { regle: 'ENV-01', gravite: 'a-justifier', reference: presumer(P304.reference, RECONDUIT) },
  { regle: 'ENV-02', gravite: 'a-justifier', reference: presumer(FIR.reference, RECONDUIT) },
  {
    regle: 'ENV-03',
    gravite: 'a-justifier',
    reference: instruction2024(
      'crédits de l’ONDAM médico-social',
      'la mise en œuvre de nouvelles actions au titre de l’objectif 9 relatif aux enfants protégés porteurs de handicap ou en situation dite « complexe »',
    ),
  },
  {
    regle: 'COF-01',
    gravite: 'bloquant',
    reference: contrat2024(
      'article 2.2.2',
      'Il s’engage également à consacrer à chaque objectif objet du présent contrat des financements au moins équivalents dans leur montant à ceux qui lui sont versés par l’État à ce titre.',
    ),
  },
  { regle: 'COF-02', gravite: 'a-justifier', reference: FINANCEMENTS },
  {
    regle: 'FIC-03',
    gravite: 'a-justifier',
    reference: contrat2024('article 8', 'Plan d’action et budgets prévisionnels 2024 pour chaque financeur'),
  },
  {
    regle: 'LEC-01',
    gravite: 'bloquant',
    reference: contrat2024('article 2.2.2', 'des financements au moins équivalents dans leur montant'),
  },
  { regle: 'LEC-02', gravite: 'a-justifier', reference: OBJECTIFS },
  {
    regle: 'LEC-03',
    gravite: 'information',
    reference: contrat2024('article 3', 'Ce projet contient un bilan financier des actions mises en œuvre'),
  },
  { regle: 'REF-01', gravite: 'a-justifier', reference: OBJECTIFS },
  { regle: 'REF-02', gravite: 'a-justifier', reference: presumer(ANNEXE_2, RECONDUIT) },
  {
    regle: 'ENV-16',
    gravite: 'a-justifier',
    reference: reconduit('annexe 2', 'Créer 20 nouveaux relais parentaux sur le territoire à horizon 2022'),
  },
  {
    regle: 'NAT-01',
    gravite: 'a-justifier',
    reference: reconduit(
      'annexe 4, III-B',
      'Vous veillerez en particulier à ne pas financer directement des dépenses de personnel ou des prix de journée.',
    ),
  },
  {
    regle: 'COF-04',
    gravite: 'information',
    reference: reconduit(
      'annexe 4, I',
      'Vous veillerez néanmoins à ce que les financements apportés par l’Etat et par l’ARS ne viennent pas en substitution de financements existants, quelle que soit leur origine.',
    ),
  },
  {
    regle: 'GOU-01',
    gravite: 'a-justifier',
    reference: reconduit('annexe 6, objectif 19', 'vous veillerez à faire systématiquement remonter'),
  },
  {
    regle: 'OBJ-04',
    gravite: 'bloquant',
    reference: contrat2024(
      'article 2.1',
      'six objectifs obligatoires concourent très directement à améliorer l’exercice par le Département de ses missions',
    ),
  },
  {
    regle: 'OBJ-05',
    gravite: 'a-justifier',
    reference: contrat2024(
      'article 2.1',
      'ont choisi de s’engager sur xxx parmi les douze autres objectifs de la Stratégie.',
    ),
  },
  { regle: 'REF-03', gravite: 'information', reference: OBJECTIFS },
  {
    regle: 'COH-01',
    gravite: 'a-justifier',
    reference: contrat2024('article 3', 'Ce projet contient un bilan financier des actions mises en œuvre'),
  },
  {
    regle: 'BIL-13',
    gravite: 'information',
    reference: contrat2024('article 3', 'Ce projet contient un bilan financier des actions mises en œuvre'),
  },
  ...ANNEXES_2024,
  ...TABLEAU_2024,
  {
    regle: 'EXE-01',
    gravite: 'bloquant',
    reference: contrat2024('article 5', 'Il prend fin au plus tard le 31 décembre 2024.'),
  },
  {
    regle: 'LEC-06',
    gravite: 'a-justifier',
    reference: contrat2024('article 2.2.2', 'des financements au moins équivalents dans leur montant'),
  },
  ...SUIVI_2024,
]
