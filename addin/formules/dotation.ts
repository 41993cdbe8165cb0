import { partsDesCriteres } from '../../shared/dotation/parts.ts'
import { repartir } from '../../shared/dotation/repartir.ts'
import { accorder } from '../../shared/classeur/texte.ts'
import { euros, formatEuros } from '../../shared/montant/format.ts'
import type { Centimes } from '../../shared/montant/montant.ts'
import { ErreurSaisie } from '../../shared/referentiel/decider.ts'
import { estVide, lireCellule } from './cellule.ts'
import { ErreurFormule } from './erreur.ts'
import { lireCentimes } from './montants.ts'
import { repondre } from './referentiels.ts'

/**
 * An amount shared out over departments by weighted criteria between a floor and a ceiling (DOT-01 to DOT-05), in
 * euros, one row each. A wholly blank row of criteria stays blank and takes no part; a sharing with one wrong cell
 * would be wrong for all, so it gives one error and its place.
 */
export function dotationDe(
  montant: unknown,
  criteres: unknown,
  poids: unknown,
  plancher: unknown,
  plafond: unknown,
): unknown[][] {
  const resultat = repondre(() => calculer(montant, criteres, poids, plancher, plafond))
  return resultat instanceof ErreurFormule ? [[resultat]] : resultat
}

/** @throws ErreurSaisie with the place of what is wrong */
function calculer(
  montant: unknown,
  criteres: unknown,
  poids: unknown,
  plancher: unknown,
  plafond: unknown,
): unknown[][] | ErreurFormule {
  const matrice = enMatrice(criteres)
  const pesees = lirePoids(enMatrice(poids), matrice[0]!.length)
  const enveloppe = lireBorne(montant, 'Le montant à répartir')
  if (enveloppe === null || matrice.every((ligne) => ligne.every(estVide))) return [['']]
  const bornes = {
    plancher: lireBorne(plancher, 'Le plancher') ?? 0,
    plafond: lireBorne(plafond, 'Le plafond'),
  }
  if (bornes.plafond !== null && bornes.plafond < bornes.plancher)
    throw new ErreurSaisie('Le plafond est inférieur au plancher.')

  const rangs = matrice.flatMap((ligne, i) => (ligne.every(estVide) ? [] : [i]))
  const valeurs = rangs.map((i) => matrice[i]!.map((c, j) => lireCritere(c, i, j)))
  for (const [j, p] of pesees.entries())
    if (p > 0 && valeurs.every((ligne) => ligne[j] === 0))
      throw new ErreurSaisie(`Le critère de la colonne ${j + 1} vaut 0 partout : il ne répartit rien.`)
  const repartition = repartir(enveloppe, partsDesCriteres(valeurs, pesees), bornes)
  if ('impossible' in repartition) return new ErreurFormule('#VALUE!', direImpossible(repartition, enveloppe))
  const resultat: unknown[][] = matrice.map(() => [''])
  for (const [k, i] of rangs.entries()) resultat[i] = [euros(repartition.centimes[k]!)]
  return resultat
}

function direImpossible(
  { impossible, possible }: { impossible: 'planchers' | 'plafonds'; possible: Centimes },
  enveloppe: Centimes,
): string {
  const seuil = formatEuros(possible)
  return impossible === 'planchers'
    ? `Répartition impossible : les planchers font déjà ${seuil}, plus que le montant à répartir, ${formatEuros(enveloppe)}. Abaissez le plancher.`
    : `Répartition impossible : les plafonds ne laissent répartir que ${seuil} sur ${formatEuros(enveloppe)}. Relevez le plafond.`
}

function enMatrice(plage: unknown): unknown[][] {
  const lignes = (Array.isArray(plage) ? plage : [[plage]]) as unknown[][]
  return lignes.length === 0 || lignes[0]!.length === 0 ? [['']] : lignes.map((l) => l.map(lireCellule))
}

/** The weights on one row or one column, as many as there are criteria; they make 1 or 100. */
function lirePoids(matrice: unknown[][], attendus: number): number[] {
  const cellules = matrice.flat()
  if (cellules.length !== attendus || (matrice.length > 1 && matrice[0]!.length > 1))
    throw new ErreurSaisie(
      `Il faut un poids par critère : il y a ${accorder(attendus, 'colonne de critères', 'colonnes de critères')} et ${cellules.length} poids.`,
    )
  const poids = cellules.map((c, j) => {
    if (c instanceof ErreurFormule) throw new ErreurSaisie(c.message)
    if (typeof c !== 'number' || !Number.isFinite(c) || c < 0)
      throw new ErreurSaisie(`Le poids n° ${j + 1} n’est pas un nombre à partir de 0.`)
    return c
  })
  const somme = poids.reduce((t, p) => t + p, 0)
  if (![1, 100].some((tout) => Math.abs(somme - tout) < tout * 1e-9))
    throw new ErreurSaisie(
      `Les poids font ${somme.toLocaleString('fr-FR')} : leur somme doit faire 100 % (ou 100).`,
    )
  return poids
}

function lireCritere(cellule: unknown, i: number, j: number): number {
  if (typeof cellule === 'number' && Number.isFinite(cellule) && cellule >= 0) return cellule
  if (cellule instanceof ErreurFormule) throw new ErreurSaisie(cellule.message)
  throw new ErreurSaisie(
    `Critère de la ligne ${i + 1}, colonne ${j + 1} : ${estVide(cellule) ? 'la cellule est vide' : 'ce n’est pas un nombre à partir de 0'}. Chaque part dépend de toutes les autres : complétez-le.`,
  )
}

/** An amount from 0 up of a single cell, null when it is blank. */
function lireBorne(plage: unknown, nom: string): Centimes | null {
  const cellules = enMatrice(plage).flat()
  if (cellules.length > 1) throw new ErreurSaisie(`${nom} doit tenir dans une seule cellule.`)
  const cellule = cellules[0]
  const centimes = cellule instanceof ErreurFormule ? cellule : lireCentimes(cellule)
  if (centimes instanceof ErreurFormule) throw new ErreurSaisie(`${nom} : ${centimes.message}`)
  if (centimes !== null && centimes < 0) throw new ErreurSaisie(`${nom} ne peut pas être négatif.`)
  return centimes
}
