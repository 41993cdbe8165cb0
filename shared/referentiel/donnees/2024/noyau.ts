import type { Noyau, Objectif, Reference } from '../../referentiel.ts'
import { FIR, ONDAM, P304 } from '../2020-2022/eligibilites.ts'
import { ANNEXE_2 } from '../2020-2022/objectifs.ts'
import { NON_DITES, OBJECTIFS_2022, reprendre } from '../2022/noyau.ts'
import { contrat2024, instruction2024, presumer, VERIFIE_LE } from '../lieu.ts'

/**
 * The instruction n° DGCS/SD2B/DGS/SP1/2024/72 of 14 August 2024 (S002) with the contract of Pas-de-Calais for
 * 2024 (S000). It takes up the objectifs of the instruction of 25 April 2023, which is not among the documents.
 */

/** Why what 2020 writes is taken up here. */
export const RECONDUIT =
  'l’instruction du 14 août 2024 reconduit, sans les énumérer, les objectifs et modalités de l’instruction du 25 avril 2023, absente des documents ; repris de la circulaire du 20 février 2020'

const SIX = contrat2024(
  'article 2.1',
  'six objectifs obligatoires concourent très directement à améliorer l’exercice par le Département de ses missions',
)

/** Where the objectif stands in 2024: nowhere by its number but for the 9, so each says from where it comes. */
function referenceDe({ numero, reference }: Objectif): Reference {
  if (numero <= 5)
    return presumer(
      SIX,
      'le contrat compte six objectifs obligatoires sans les nommer ; les cinq de la PMI sont ceux que le contrat 2022-2024 du Cantal rend obligatoires',
    )
  if (numero === 9)
    return presumer(
      SIX,
      'le contrat compte six objectifs obligatoires sans les nommer ; l’objectif 9 est déduit de l’instruction du 14 août 2024, qui le cite',
    )
  if (numero <= 26) return presumer(ANNEXE_2, RECONDUIT)
  return presumer(
    reference,
    'l’instruction du 14 août 2024 reconduit sans les énumérer les objectifs de 2023 ; celui-ci est connu par le bilan 2020-2022 du Pas-de-Calais',
  )
}

export const NOYAU_2024: Noyau = {
  id: '2024',
  titre: 'Contrats 2024 (instruction n° DGCS/SD2B/DGS/SP1/2024/72 du 14 août 2024)',
  version: VERIFIE_LE,
  exercices: [2024],
  reference: instruction2024('titre', 'INSTRUCTION N° DGCS/SD2B/DGS/SP1/2024/72 du 14 août 2024'),
  objectifs: OBJECTIFS_2022.map((o) => ({ ...o, reference: referenceDe(o) })),
  eligibilites: [
    reprendre(FIR, RECONDUIT),
    reprendre(P304, RECONDUIT),
    {
      enveloppe: 'ONDAM',
      objectifs: [9],
      conditions: [],
      reference: instruction2024(
        'crédits de l’ONDAM médico-social',
        'la mise en œuvre de nouvelles actions au titre de l’objectif 9 relatif aux enfants protégés porteurs de handicap ou en situation dite « complexe »',
      ),
    },
    { ...reprendre(ONDAM, RECONDUIT), objectifs: [24] },
  ],
  enveloppesNonDites: NON_DITES,
}
