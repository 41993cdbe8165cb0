import type { CelluleNeuve, FeuilleNeuve, ValidationNeuve } from '../classeur/xlsx/ecrire-neuf.ts'
import type { StyleNeuf } from '../classeur/xlsx/styles-neufs.ts'
import { ENVELOPPES } from '../referentiel/referentiel.ts'
import type { Objectif, Referentiel } from '../referentiel/referentiel.ts'

/** What the models share: the lists of the référentiel, and short ways to say a cell. */

export const cellule = (
  style: StyleNeuf,
  valeur: string | number | null = null,
  formule?: string,
): CelluleNeuve => ({ style, valeur, ...(formule === undefined ? {} : { formule }) })

export const cellules = (style: StyleNeuf, ...valeurs: (string | number | null)[]): CelluleNeuve[] =>
  valeurs.map((valeur) => cellule(style, valeur))

/** Excel keeps 255 signs of a text that a formula compares. */
const LIBELLE_MAX = 250

/** « Objectif 9 : Garantir… »: read by its number, whatever becomes of the words. */
export function libelleObjectif({ numero, titre }: Objectif): string {
  const libelle = `Objectif ${numero} : ${titre}`
  return libelle.length <= LIBELLE_MAX ? libelle : `${libelle.slice(0, LIBELLE_MAX - 1).trimEnd()}…`
}

const LISTES = 'Listes CDPPE'

/** The hidden sheet that the lists of the cells point at. */
export function feuilleListes({ objectifs }: Referentiel): FeuilleNeuve {
  return {
    nom: LISTES,
    lignes: [cellules('entete', 'Objectifs'), ...objectifs.map((o) => cellules('fixe', libelleObjectif(o)))],
    largeurs: [120],
    masquee: true,
  }
}

export function choisirObjectif(plage: string, { objectifs }: Referentiel): ValidationNeuve {
  return {
    plage,
    liste: `'${LISTES}'!$A$2:$A$${objectifs.length + 1}`,
    titre: 'Objectif du contrat',
    message: 'Choisissez l’objectif dans la liste du référentiel.',
  }
}

export function choisirEnveloppe(plage: string): ValidationNeuve {
  return {
    plage,
    liste: `"${ENVELOPPES.join()}"`,
    titre: 'Enveloppe de l’État',
    message: 'FIR : versé par l’ARS. P304 : programme 304, versé par le préfet. ONDAM : médico-social.',
  }
}

export function saisirMontant(plage: string): ValidationNeuve {
  return {
    plage,
    genre: 'montant',
    titre: 'Montant en euros',
    message: 'Saisissez un nombre d’euros, sans texte ni symbole.',
    souple: true,
  }
}

export function saisirDate(plage: string): ValidationNeuve {
  return {
    plage,
    genre: 'date',
    titre: 'Date',
    message: 'Saisissez une date, par exemple 30/10/2024.',
    souple: true,
  }
}

/** The exercices that a contract begun in this one may hold: its own, and those that its text governs after it. */
export function exercicesDuContrat({ exercices }: Referentiel, exercice: number): number[] {
  const suite = exercices.filter((e) => e > exercice)
  return [exercice, ...suite, Math.max(exercice, ...suite) + 1]
}

/** « Contrats 2024 (instruction …) », as the models print it under their title. */
export const sourceDe = ({ titre }: Referentiel): string => `Référentiel : ${titre}.`
