import { deciderSelon, ErreurSaisie, lireObjectif, objectifDe } from '../../shared/referentiel/decider.ts'
import type { ReferentielDesCellules } from '../../shared/referentiel/cellules.ts'
import { ENVELOPPES } from '../../shared/referentiel/referentiel.ts'
import type { Objectif } from '../../shared/referentiel/referentiel.ts'
import { estVide } from './cellule.ts'
import { ErreurFormule } from './erreur.ts'
import { anneeDe, referentielDe, repondre } from './referentiels.ts'

/** What the référentiel of an exercice says of an objectif: its enveloppes, its title. */

/** The enveloppes that may pay, each where ELIGIBLE says VRAI; a silence of the text is #N/A with its sentence. */
export function enveloppesDe(objectif: unknown, exercice: unknown): readonly unknown[] | ErreurFormule {
  if (estVide(objectif)) return ['']
  return repondre(() => {
    const trouve = trouver(objectif, exercice)
    if (trouve instanceof ErreurFormule) return trouve
    const decisions = ENVELOPPES.map((enveloppe) => ({
      enveloppe,
      ...deciderSelon(trouve.referentiel, trouve.objectif.numero, enveloppe),
    }))
    const admises = decisions.filter((d) => d.statut === 'oui' || d.statut === 'sous-condition')
    if (admises.length > 0) return admises.map((d) => d.enveloppe)
    return new ErreurFormule('#N/A', decisions.find((d) => d.statut === 'inconnu')!.motif)
  })
}

/** Title, engagement (1 to 4, or « transverse ») and caractère. */
export function descriptionDe(objectif: unknown, exercice: unknown): readonly unknown[] | ErreurFormule {
  if (estVide(objectif)) return ['', '', '']
  return repondre(() => {
    const trouve = trouver(objectif, exercice)
    if (trouve instanceof ErreurFormule) return trouve
    const { titre, engagement, caractere } = trouve.objectif
    return [titre, engagement === 'transverse' ? engagement : Number(engagement), caractere]
  })
}

/** @throws ErreurSaisie where the objectif or the exercice cannot be read */
function trouver(
  valeur: unknown,
  exercice: unknown,
): { referentiel: ReferentielDesCellules; objectif: Objectif } | ErreurFormule {
  const numero = lireObjectif(valeur)
  if (numero === null)
    throw new ErreurSaisie(
      'L’objectif n’est pas reconnu : écrivez son numéro, par exemple 9 ou « Objectif 9 ».',
    )
  const referentiel = referentielDe(anneeDe(exercice))
  if (referentiel instanceof ErreurFormule) return referentiel
  const objectif = objectifDe(referentiel, numero)
  return objectif
    ? { referentiel, objectif }
    : new ErreurFormule(
        '#VALUE!',
        `L’objectif ${numero} est inconnu du référentiel ${referentiel.id}, qui compte les objectifs ${direNumeros(referentiel)}.`,
      )
}

function direNumeros({ objectifs }: ReferentielDesCellules): string {
  const numeros = objectifs.map((o) => o.numero)
  return `${Math.min(...numeros)} à ${Math.max(...numeros)}`
}
