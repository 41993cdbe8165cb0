import { circulaire2020, contratType, presumer } from '../donnees/lieu.ts'
import { REPRIS_DE_2020 } from '../donnees/2022/noyau.ts'
import type { RegleDuPack } from '../referentiel.ts'
import { regle } from './annexes-2020-2022.ts'

/**
 * Gravités of 2022 for what stands beside the plan. The documents of that year write no clause and date no sending
 * but the report: only what holds whatever the text (blanks, bank details, order of dates) is carried over.
 */

const contrat = (article: string, citation: string) =>
  presumer(contratType(article, citation), REPRIS_DE_2020)
const circulaire = (article: string, citation: string) =>
  presumer(circulaire2020(article, citation), REPRIS_DE_2020)

const VISAS = circulaire(
  'annexe 5.1 (contrat-type), visas',
  'la délibération xxxxxxxxxx de la commission permanente du conseil départemental',
)
const MONTANTS = contrat(
  '2.2.1',
  'xxxx € au titre de la loi de finances (programme 304) et xxxx € au titre du fonds d’intervention régional (FIR) versés au Département',
)

export const ANNEXES_2022: RegleDuPack[] = [
  regle('CON-01', 'a-justifier', MONTANTS),
  regle('CON-02', 'a-justifier', VISAS),
  regle('CON-08', 'a-justifier', contrat('4', 'IBAN :')),
  regle('CAL-08', 'a-justifier', circulaire('I-B', 'dgcs-contrats-enfance@social.gouv.fr')),
  regle('LEC-04', 'a-justifier', VISAS),
  regle('LEC-05', 'a-justifier', MONTANTS),
]
