import * as f from './fonctions.ts'

/** Arguments and result are matrices of cells, a single cell being [[value]]; an omitted argument may be undefined. */
export type Calculer = (...args: unknown[][][]) => unknown[][]

/**
 * The calculation of every function, by its id. Written out, not gathered: Excel's bundle then holds the functions
 * and nothing beside.
 */
export const CALCULS: Readonly<Record<string, Calculer>> = {
  ELIGIBLE: f.eligible as Calculer,
  MOTIF: f.motif as Calculer,
  ENVELOPPES: f.enveloppes,
  OBJECTIF: f.objectif,
  COFINANCEMENT: f.cofinancement as Calculer,
  ECART: f.ecart as Calculer,
  PLAFOND304: f.plafond304 as Calculer,
  DOTATION: f.dotation as Calculer,
  ECHEANCE: f.echeance as Calculer,
  RETROPLANNING: f.retroplanning as Calculer,
  MONTANT: f.montant as Calculer,
  TAUX: f.taux as Calculer,
  CONTROLE: f.controle as Calculer,
  VERSION: f.version,
}
