import * as annees from './annees.ts'
import { BILAN, CONTRAT, FICHES, TABLEAU_DE_BORD, TABLEAUX_EXCEL } from './annexes.ts'
import type { Disposition } from './disposition.ts'
import * as enTetes from './en-tetes.ts'
import * as feuillesEtTotaux from './feuilles-et-totaux.ts'
import * as fiches from './fiches.ts'
import * as listesComposees from './listes-composees.ts'
import * as listes from './listes.ts'
import * as niveaux from './niveaux.ts'
import * as objectifs from './objectifs.ts'
import * as parts from './parts.ts'
import * as repartitions from './repartitions.ts'
import * as sousLesEnTetes from './sous-les-en-tetes.ts'
import * as tableauxDeBord from './tableaux-de-bord.ts'
import * as tablesVoisines from './tables-voisines.ts'

/** Every layout that the product is to read without help. */
export const DISPOSITIONS: readonly Disposition[] = [
  ...Object.values(listes),
  ...Object.values(listesComposees),
  ...Object.values(annees),
  ...Object.values(enTetes),
  ...Object.values(feuillesEtTotaux),
  ...Object.values(niveaux),
  ...Object.values(objectifs),
  ...Object.values(parts),
  ...Object.values(repartitions),
  ...Object.values(sousLesEnTetes),
  ...Object.values(tablesVoisines),
  FICHES,
  ...Object.values(fiches),
  TABLEAU_DE_BORD,
  ...Object.values(tableauxDeBord),
  BILAN,
  CONTRAT,
  TABLEAUX_EXCEL,
]
