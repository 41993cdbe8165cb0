import type { Classeur } from '../../shared/classeur/classeur.ts'
import type { Comprehension } from '../../shared/classeur/comprehension.ts'
import { controler } from '../../shared/controle/controler.ts'
import { ErreurControle } from '../../shared/controle/erreur-controle.ts'
import type { Rapport } from '../../shared/controle/rapport.ts'
import type { Destinataire, Referentiel } from '../../shared/referentiel/referentiel.ts'
import { REFERENTIELS, referentielDe } from '../../shared/referentiel/registre.ts'
import { REGLES } from '../../shared/regles/registre.ts'

export interface DemandeControle {
  id: number
  classeur: Classeur
  exercice: number | null
  /** The référentiels to judge by, in the place of those that ship. */
  referentiels?: readonly Referentiel[] | undefined
}

/** What the pane shows of a check. */
export interface ResultatControle {
  rapport: Rapport
  /** The text that governs the exercice, whole: what the sections say beside the report. */
  referentiel: Referentiel | null
  /** The closed list of addresses that the référentiel admits. */
  destinataires: Destinataire[]
  /** Exercices that can be chosen: the workbook's own and those of the référentiels, ascending. */
  exercices: number[]
  /** One line of French for each rule, by its id. */
  titres: Record<string, string>
}

export type ReponseControle =
  | { id: number; resultat: ResultatControle }
  | { id: number; refus: string; comprehension: Comprehension }
  | { id: number; panne: string }

/** The check and what goes with it, as one answer that survives structuredClone. */
export function controlerPourVolet(
  { id, classeur, exercice, referentiels = REFERENTIELS }: DemandeControle,
  avancer: (avance: number) => void = () => undefined,
): ReponseControle {
  try {
    const rapport = controler(classeur, {
      referentiels,
      ...(exercice === null ? {} : { exercice }),
      progression: (fait, total) => avancer(fait / total),
    })
    const referentiel = referentielDe(rapport.exercice, referentiels) ?? null
    const exercices = new Set(referentiels.flatMap((r) => r.exercices))
    for (const annee of rapport.plan.exercices) exercices.add(annee)
    exercices.add(rapport.exercice)
    return {
      id,
      resultat: {
        rapport,
        referentiel,
        destinataires: referentiel?.destinataires ?? [],
        exercices: [...exercices].sort((a, b) => a - b),
        titres: Object.fromEntries(REGLES.map((regle) => [regle.id, regle.titre])),
      },
    }
  } catch (erreur) {
    if (erreur instanceof ErreurControle)
      return { id, refus: erreur.message, comprehension: erreur.comprehension }
    return { id, panne: erreur instanceof Error ? erreur.message : String(erreur) }
  }
}
