import type { Referentiel } from '../referentiel.ts'
import {
  choix,
  DATE,
  DATE_FACULTATIVE,
  DATE_OU_RIEN,
  ENTIER,
  ENTIER_OU_RIEN,
  ENVELOPPE,
  LIGNES,
  NUMEROS,
  OUI_NON,
  plusieurs,
  TEXTE,
  TEXTE_FACULTATIF,
  TEXTE_OU_RIEN,
  type Codec,
} from './codecs.ts'

/** The sheets of the workbook model and their columns: the one description that writes it and reads it. */

export interface Colonne {
  titre: string
  /** Path of the value inside its element: 'delai.mois'. */
  cle: string
  codec: Codec
}

export interface FeuilleModele {
  nom: string
  aide: string
  /** A workbook without this sheet is refused. */
  requise: boolean
  colonnes: Colonne[]
}

type Valeurs = Record<string, unknown>

/** A sheet whose rows are the elements of one list of the référentiel. */
export interface FeuilleListe extends FeuilleModele {
  liste: keyof Referentiel
  /** From an element to the values of its columns, where they are not its own keys. */
  deplier?: (element: Valeurs) => Valeurs
  plier?: (valeurs: Valeurs) => Valeurs
}

const col = (titre: string, cle: string, codec: Codec): Colonne => ({ titre, cle, codec })

/** On every row of every sheet: where the value is written. */
export const COLONNES_REFERENCE: Colonne[] = [
  col('Article', 'reference.article', TEXTE),
  col('Citation', 'reference.citation', TEXTE_FACULTATIF),
  col('Présumé parce que', 'reference.presomption', TEXTE_FACULTATIF),
  col('Texte cité', 'reference.texte', TEXTE_FACULTATIF),
  col('Source', 'reference.source', TEXTE_FACULTATIF),
  col('Vérifié le', 'reference.verifieLe', DATE_FACULTATIVE),
]

const ENGAGEMENT = choix({ '1': '1', '2': '2', '3': '3', '4': '4', transverse: 'transverse' })
const EXIGENCE = choix({
  requise: 'requise',
  'si-retenu': 'si retenu',
  facultative: 'facultative',
  'non-ecrite': 'non écrite',
})

/** Label and value: what is said once for the whole text. */
export const TEXTE_FEUILLE: FeuilleModele = {
  nom: 'Texte',
  aide: 'ce qui vaut pour tout le texte, une rubrique par ligne',
  requise: true,
  colonnes: [col('Rubrique', 'rubrique', TEXTE), col('Valeur', 'valeur', TEXTE_OU_RIEN)],
}

/** The rows of the sheet « Texte », in order. */
export const RUBRIQUES: { titre: string; cle: string; codec: Codec }[] = [
  col('Identifiant', 'id', TEXTE),
  col('Titre', 'titre', TEXTE),
  col('Version', 'version', DATE),
  col('Exercices', 'exercices', NUMEROS),
  col('Texte (nom court)', 'reference.texte', TEXTE),
  col('Source', 'reference.source', TEXTE),
  col('Vérifié le', 'reference.verifieLe', DATE),
  col('Objectifs obligatoires, nombre', 'nombreObjectifs.obligatoires.nombre', ENTIER),
  col('Objectifs facultatifs, minimum', 'nombreObjectifs.facultatifs.minimum', ENTIER_OU_RIEN),
  col('Objectifs facultatifs, maximum', 'nombreObjectifs.facultatifs.maximum', ENTIER_OU_RIEN),
  col('Objectifs facultatifs, à choisir parmi', 'nombreObjectifs.facultatifs.parmi', ENTIER_OU_RIEN),
  col('Année de référence', 'anneeDeReference.annee', ENTIER_OU_RIEN),
  col('Fin du contrat', 'dureeContrat.fin', DATE_OU_RIEN),
  col('Réserve sur la fin du contrat', 'dureeContrat.reserve', TEXTE_OU_RIEN),
]

export const ENVELOPPES_FEUILLE: FeuilleModele = {
  nom: 'Enveloppes',
  aide: 'quelle enveloppe finance quels objectifs ; une ligne avec une condition précise celle du dessus ; « non dite » pour un objectif dont le texte ne dit pas l’enveloppe (dire alors pourquoi)',
  requise: true,
  colonnes: [
    col('Enveloppe', 'enveloppe', ENVELOPPE),
    col('Objectifs', 'objectifs', NUMEROS),
    col('Condition ou motif', 'condition', TEXTE_OU_RIEN),
  ],
}

export const ELEMENTS_DOTATION = {
  modalite: 'modalité',
  nationale: 'enveloppe nationale',
  critere: 'critère',
  plancher: 'plancher',
  plafond: 'plafond',
  plafondDelegue: 'plafond délégué',
}

export const DOTATIONS_FEUILLE: FeuilleModele = {
  nom: 'Dotations',
  aide: 'par enveloppe et exercices : une modalité (libellé), puis s’il y a lieu enveloppe nationale, plancher et plafond (valeur en euros), critères (libellé, valeur en %), plafond délégué (valeur : les exercices à regarder, dans l’ordre)',
  requise: false,
  colonnes: [
    col('Enveloppe', 'enveloppe', ENVELOPPE),
    col('Exercices', 'exercices', NUMEROS),
    col('Élément', 'element', choix(ELEMENTS_DOTATION)),
    col('Libellé', 'libelle', TEXTE_OU_RIEN),
    col('Valeur', 'valeur', TEXTE_OU_RIEN),
  ],
}

export const DESTINATAIRES_FEUILLE: FeuilleModele = {
  nom: 'Destinataires',
  aide: 'les seules adresses qui peuvent recevoir un envoi ; une ligne avec une graphie refusée précise l’adresse du dessus',
  requise: true,
  colonnes: [
    col('Courriel', 'courriel', TEXTE),
    col('Nom', 'nom', TEXTE_OU_RIEN),
    col('Graphie refusée', 'graphie', TEXTE_OU_RIEN),
    col('Raison', 'raison', TEXTE_OU_RIEN),
  ],
}

const rien = (v: unknown) => v === null || v === undefined

export const LISTES: FeuilleListe[] = [
  {
    nom: 'Objectifs',
    aide: 'un objectif par ligne',
    requise: true,
    liste: 'objectifs',
    colonnes: [
      col('Numéro', 'numero', ENTIER),
      col('Titre', 'titre', TEXTE),
      col('Autres libellés', 'variantes', LIGNES),
      col('Engagement', 'engagement', ENGAGEMENT),
      col(
        'Caractère',
        'caractere',
        choix({ fondamental: 'fondamental', obligatoire: 'obligatoire', facultatif: 'facultatif' }),
      ),
    ],
  },
  {
    nom: 'Cibles',
    aide: 'les objectifs qui doivent porter une cible chiffrée',
    requise: false,
    liste: 'cibles',
    colonnes: [
      col('Objectifs', 'objectifs', NUMEROS),
      col('Exigence', 'exigence', EXIGENCE),
      col('Condition', 'condition', TEXTE_OU_RIEN),
    ],
  },
  {
    nom: 'Indicateurs',
    aide: 'les indicateurs harmonisés ; sans objectif, l’indicateur suit tout l’engagement',
    requise: false,
    liste: 'indicateurs',
    colonnes: [
      col('Objectif', 'objectif', ENTIER_OU_RIEN),
      col('Engagement', 'engagement', ENGAGEMENT),
      col('Libellé', 'libelle', TEXTE),
      col('Autres libellés', 'variantes', LIGNES),
      col('Cible', 'cible', EXIGENCE),
      col('Cible nationale', 'cibleNationale', TEXTE_OU_RIEN),
      col('Valeurs à donner', 'sources', LIGNES),
    ],
  },
  {
    nom: 'Remontées',
    aide: 'les objectifs dont les indicateurs remontent chaque semestre',
    requise: false,
    liste: 'remontees',
    colonnes: [
      col('Objectifs', 'objectifs', NUMEROS),
      col('Fréquence', 'frequence', choix({ semestrielle: 'semestrielle' })),
    ],
  },
  {
    nom: 'Échéances',
    aide: 'une échéance par ligne et par exercice ; une date, ou un nombre de mois après la signature',
    requise: true,
    liste: 'echeances',
    colonnes: [
      col('Identifiant', 'id', TEXTE),
      col('Ce qui est dû', 'quoi', TEXTE),
      col('Exercice', 'exercice', ENTIER),
      col('Date', 'date', DATE_OU_RIEN),
      col('Mois après la signature', 'delai.mois', ENTIER_OU_RIEN),
      col(
        'Formule',
        'formule',
        choix({
          avant: 'avant',
          au: 'au',
          'au-plus-tard': 'au plus tard',
          'des-que-possible': 'dès que possible',
        }),
      ),
      col('Mots du texte', 'libelle', TEXTE),
      col('Délai de rigueur', 'rigueur', OUI_NON),
      col('Jour disputé', 'jourDispute.date', DATE_OU_RIEN),
      col('Explication du jour disputé', 'jourDispute.explication', TEXTE_OU_RIEN),
      col('Pièces', 'pieces', plusieurs({ ...TEXTE, aide: 'les identifiants des pièces' })),
      col(
        'Envoi',
        'canaux',
        plusieurs(choix({ 'boite-dgcs': 'boîte DGCS', eusurvey: 'EUSurvey', prefet: 'préfet', ars: 'ARS' })),
      ),
    ],
    deplier: (e) => {
      const delai = e['delai'] as { mois: number } | null
      const dispute = e['jourDispute'] as { date: string; explication: string } | null
      return {
        ...e,
        'delai.mois': delai?.mois ?? null,
        'jourDispute.date': dispute?.date ?? null,
        'jourDispute.explication': dispute?.explication ?? null,
      }
    },
    plier: ({
      'delai.mois': mois,
      'jourDispute.date': date,
      'jourDispute.explication': explication,
      ...e
    }) => ({
      ...e,
      delai: rien(mois) ? null : { depuis: 'signature', mois },
      jourDispute: rien(date) && rien(explication) ? null : { date, explication },
    }),
  },
  {
    nom: 'Pièces',
    aide: 'les pièces que les échéances demandent, par leur identifiant',
    requise: true,
    liste: 'pieces',
    colonnes: [
      col('Identifiant', 'id', TEXTE),
      col('Nom', 'nom', TEXTE),
      col('Exigence', 'exigence', choix({ requise: 'requise', facultative: 'facultative' })),
      col('Modèle', 'modele', TEXTE_OU_RIEN),
    ],
  },
  {
    nom: 'Règles',
    aide: 'les règles du contrôle et leur gravité pour ce texte',
    requise: true,
    liste: 'pack',
    colonnes: [
      col('Règle', 'regle', TEXTE),
      col(
        'Gravité',
        'gravite',
        choix({ bloquant: 'bloquant', 'a-justifier': 'à justifier', information: 'information' }),
      ),
    ],
  },
  {
    nom: 'Rétroplanning',
    aide: 'les étapes à compter du jour J',
    requise: false,
    liste: 'retroplanning',
    colonnes: [
      col('Identifiant', 'id', TEXTE),
      col('Étape', 'nom', TEXTE),
      col('Jours avant', 'joursAvant', ENTIER),
      col('Date imprimée', 'dateImprimee', DATE),
    ],
  },
  {
    nom: 'Silences',
    aide: 'ce que le texte ne dit pas, pour que personne ne prenne un silence pour une règle',
    requise: false,
    liste: 'lacunes',
    colonnes: [col('Sujet', 'sujet', TEXTE), col('Ce qui n’est pas écrit', 'phrase', TEXTE)],
  },
]

/** Every sheet, in the order of the workbook. */
export const FEUILLES: FeuilleModele[] = [
  TEXTE_FEUILLE,
  LISTES[0]!,
  ENVELOPPES_FEUILLE,
  ...LISTES.slice(1, 4),
  DOTATIONS_FEUILLE,
  ...LISTES.slice(4),
  DESTINATAIRES_FEUILLE,
]
