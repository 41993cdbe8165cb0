import { euros, formatEuros } from '../../shared/montant/format.ts'
import { citer } from '../../shared/referentiel/decider.ts'
import type { Bornes } from '../../shared/referentiel/finances.ts'
import { estVide } from './cellule.ts'
import { ErreurFormule } from './erreur.ts'
import { lireCentimes } from './montants.ts'
import { anneeDe, referentielDe, repondre } from './referentiels.ts'

/** The years of the two amounts that PLAFOND304 takes, and the exercice that they bound. */
const DELEGUES = [2023, 2022]
const EXERCICE = 2024

/**
 * DOT-06: in 2024 the demand may not go above the amount delegated in 2023 or, for those not financed in 2023, in
 * 2022. In euros. A blank amount is one that was not delegated; two blanks stay blank.
 */
export function plafond304De(delegue2023: unknown, delegue2022: unknown, exercice: unknown): unknown {
  if (estVide(delegue2023) && estVide(delegue2022)) return ''
  return repondre(() => {
    const annee = anneeDe(exercice, EXERCICE)
    const referentiel = referentielDe(annee)
    if (referentiel instanceof ErreurFormule) return referentiel
    const dotation = referentiel.dotations.find((d) => d.enveloppe === 'P304' && d.exercices.includes(annee))
    const regle = dotation?.plafondDelegue
    if (regle?.exercices.join() !== DELEGUES.join()) return sansPlafond(annee, dotation)
    for (const cellule of [delegue2023, delegue2022]) {
      const centimes = lireCentimes(cellule, 0)
      if (centimes instanceof ErreurFormule) return centimes
      if (centimes !== null && centimes < 0) return NEGATIF
      if (centimes) return euros(centimes)
    }
    return new ErreurFormule(
      '#N/A',
      `Aucun montant délégué en 2023 ni en 2022 : ce cas n’est pas prévu par le texte (${citer(regle.reference)}). Interrogez la DGCS.`,
    )
  })
}

const NEGATIF = new ErreurFormule('#VALUE!', 'Un montant délégué ne peut pas être négatif.')

/** What holds in the other exercices, as far as their text writes it. */
function sansPlafond(annee: number, dotation: Bornes | undefined): ErreurFormule {
  const bornes = [
    dotation?.plancher && `plancher ${formatEuros(dotation.plancher.centimes)}`,
    dotation?.plafond && `plafond ${formatEuros(dotation.plafond.centimes)}`,
  ].filter(Boolean)
  const ecrit =
    dotation && bornes.length > 0
      ? ` Le texte de ${annee} écrit d’autres bornes par département : ${bornes.join(', ')} (${citer((dotation.plafond ?? dotation.plancher)!.reference)}).`
      : ''
  return new ErreurFormule(
    '#N/A',
    `Le plafond tiré des montants délégués en 2023 ou en 2022 ne vaut que pour l’exercice 2024, non pour ${annee}.${ecrit}`,
  )
}
