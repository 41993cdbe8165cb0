import type { MontantLu, TexteLu } from '../plan/plan.ts'
import type { Canal } from '../referentiel/calendrier.ts'
import type { DateLue } from './date.ts'

/** What a workbook may keep beside its plan d'action: contract, tableau de bord, fiches action, sendings. */

/** What a label of the contract sheet asks for. */
export type CleDate =
  | 'signature'
  | 'effet'
  | 'fin'
  | 'deliberation'
  | 'odpe'
  | 'assemblee'
  | 'document-definitif'
  | 'demande-p304'
  | 'candidature'
  | 'versement-p304'
  | 'versement-fir'
  | 'mise-en-conformite-odpe'
  | 'transmission-onpe'
  | 'rapport-debut'
  | 'rapport-fin'
  | 'bilan-projet-prefet'
  | 'bilan-projet-ars'
  | 'bilan-odpe'
  | 'bilan-arrete'
  | 'bilan-deliberation'
  | 'bilan-prefet'
  | 'bilan-ars'
export type CleMontant =
  | 'total'
  | 'fir'
  | 'p304'
  | 'ondam'
  | 'p304-demande'
  | 'p304-delegue'
  | 'p304-notifie'
  | 'depenses-ase'
  | 'depenses-pmi'
  | 'depenses-ase-pmi'
export type CleTexte =
  | 'departement'
  | 'numero-deliberation'
  | 'iban'
  | 'bic'
  | 'imputation-p304'
  | 'imputation-fir'
  | 'ordonnateur-p304'
  | 'ordonnateur-fir'
  | 'signataires'
  | 'signataire-etat'
  | 'signataire-ars'
  | 'signataire-departement'
  | 'facultatifs-annonces'
  | 'obligatoires-annonces'
export type CleChamp = CleDate | CleMontant | CleTexte

/** One label of the contract sheet with its value; all three null where the label stands and its value is blank. */
export interface Champ {
  cle: CleChamp
  /** The year that the label, its column or its section states. */
  annee: number | null
  libelle: TexteLu
  date: DateLue | null
  montant: MontantLu | null
  texte: TexteLu | null
}

export interface Contrat {
  feuilles: string[]
  champs: Champ[]
}

/** One value of the tableau de bord. */
export interface ValeurLue extends TexteLu {
  /** As a number, a percentage as a fraction; null for words. */
  nombre: number | null
}

export type NatureColonne = 'T0' | 'cible' | 'resultat'

/** A column of values of the tableau de bord. */
export interface ColonneDeBord {
  colonne: number
  nature: NatureColonne
  annee: number | null
  semestre: 1 | 2 | null
  source: 'SNDS' | 'interne' | null
  entete: TexteLu
}

/** One row of the tableau de bord. */
export interface IndicateurLu {
  objectif: number | null
  objectifLu: TexteLu | null
  libelle: TexteLu
  /** The cell of its source (SNDS, DREES…), where a column says it. */
  source: 'SNDS' | 'interne' | null
  /** Values that are there, by column. */
  valeurs: { colonne: ColonneDeBord; valeur: ValeurLue }[]
}

export interface TableauDeBord {
  feuilles: string[]
  colonnes: ColonneDeBord[]
  /** Cells of the headers of the objectifs: where to add what is missing. */
  entetes: string[]
  indicateurs: IndicateurLu[]
}

/** The rubriques of annexe 5.4, and the public-cible that annexe 4 adds. */
export type Rubrique =
  | 'referent'
  | 'constat'
  | 'objectif'
  | 'description'
  | 'acteurs'
  | 'moyens'
  | 'calendrier'
  | 'indicateurs'
  | 'vigilance'
  | 'public'

export interface Fiche {
  feuille: string
  /** « 9 BIS », '' where the title states none. */
  numero: string
  titre: TexteLu
  rubriques: Map<Rubrique, { libelle: TexteLu; contenu: TexteLu | null }>
}

/** One sending of the list that the department keeps. */
export interface Envoi {
  piece: TexteLu
  /** Ids of the pieces that its words name. */
  pieces: string[]
  date: DateLue | null
  canal: TexteLu | null
  destinataire: TexteLu | null
  /** What the words of canal and destinataire say. */
  canaux: Canal[]
  courriels: string[]
}

/** A placeholder of the model that was left in (« xxxx € », « Annexe X »). */
export interface Reste {
  texte: string
  cellule: string
  ou: 'contrat' | 'tableau-de-bord' | 'fiche' | 'envois'
}

export interface Annexes {
  contrat: Contrat | null
  tableauDeBord: TableauDeBord | null
  fiches: Fiche[]
  envois: { feuilles: string[]; lignes: Envoi[] } | null
  restes: Reste[]
}
