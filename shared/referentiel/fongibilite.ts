import { REPRIS_DE_2020 } from './donnees/2022/noyau.ts'
import { circulaire2020, contrat2024, contratType, presumer } from './donnees/lieu.ts'
import type { Enveloppe, Reference } from './reference.ts'

/** What may move from one action to another once the contract is signed, and who is told first (FON-01 to FON-04). */
export interface Fongibilite {
  enveloppe: Enveloppe
  /** Who is told before the move, as it follows « informez » ; null where the text names nobody. */
  aPrevenir: string | null
  reference: Reference
}

export interface RegimeFongibilite {
  parEnveloppe: Fongibilite[]
  /** Account of the moves at the yearly report (FON-01), null where the text does not ask for it. */
  compteRendu: Reference | null
  /** An action that was not foreseen needs an avenant (FON-04), null where the text does not write it. */
  avenant: Reference | null
}

const BILAN = circulaire2020(
  'annexe 4, I',
  'les financements demeurent fongibles enveloppe par enveloppe entre les différentes actions inscrites au CDPPE, sous réserve d’en rendre compte précisément lors du bilan annuel de leur mise en œuvre.',
)
const AVENANT = circulaire2020(
  'annexe 4, I',
  'Un avenant est nécessaire pour ajouter une action ou un projet non prévu initialement.',
)
const P304 =
  'Les crédits versés au titre du programme 304 pourront faire l’objet d’une fongibilité entre les actions prévues par le présent contrat au sein de cette enveloppe, sous réserve d’une information préalable du préfet.'
const FIR =
  'Les crédits versés au titre du FIR pourront faire l’objet d’une fongibilité entre les actions prévues par le contrat au sein de cette enveloppe, sous réserve d’une information préalable de l’ARS.'

const DE_2020: RegimeFongibilite = {
  parEnveloppe: [
    { enveloppe: 'FIR', aPrevenir: 'l’ARS', reference: contratType('4', FIR) },
    { enveloppe: 'P304', aPrevenir: 'le préfet', reference: contratType('4', P304) },
    { enveloppe: 'ONDAM', aPrevenir: null, reference: BILAN },
  ],
  compteRendu: BILAN,
  avenant: AVENANT,
}

const REGIMES: Record<string, RegimeFongibilite> = {
  '2020-2022': DE_2020,
  '2022': {
    parEnveloppe: DE_2020.parEnveloppe.map((f) => ({
      ...f,
      reference: presumer(f.reference, REPRIS_DE_2020),
    })),
    compteRendu: presumer(BILAN, REPRIS_DE_2020),
    avenant: presumer(AVENANT, REPRIS_DE_2020),
  },
  '2024': {
    parEnveloppe: [
      { enveloppe: 'FIR', aPrevenir: 'l’ARS', reference: contrat2024('article 4', FIR) },
      { enveloppe: 'P304', aPrevenir: 'le préfet', reference: contrat2024('article 4', P304) },
    ],
    compteRendu: null,
    avenant: null,
  },
}

/** The regime of a référentiel by its id; null where the documents say nothing of it. */
export function fongibiliteDe(referentiel: string): RegimeFongibilite | null {
  return REGIMES[referentiel] ?? null
}
