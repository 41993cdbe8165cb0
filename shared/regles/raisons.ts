/**
 * Why a rule of the texts is not checked: what it would take that neither a plan, a contract sheet, a tableau de
 * bord, fiches action nor a list of sendings holds. French clauses, for the catalogue.
 */
export const RAISONS: Readonly<Record<string, string>> = {
  'OBJ-06': 'le plan de 2023 n’est pas dans le classeur de 2024 ; comparez deux versions enregistrées',
  'OBJ-28':
    'le stock d’informations préoccupantes en cours au début de l’année n’est pas un indicateur harmonisé : les évaluées peuvent dépasser les entrantes sans faute',
  'ENV-10':
    'les montants engagés et payés se tiennent établissement par établissement, dans le suivi de l’ARS',
  'ENV-11': 'un classeur ne dit pas si une action de l’objectif 9 est nouvelle ou reconduite',
  'NAT-06':
    'le mode de financement d’un relais parental n’est pas une donnée du plan ; les mots « prix de journée » et « tarif » sont signalés par NAT-01',
  'NAT-07': 'ni la part de la DSID ni le propriétaire de l’ouvrage ne sont inscrits dans le plan',
  'NAT-09': 'le type de place médico-sociale de chaque enfant n’est pas inscrit dans le plan',
  'FON-01':
    'un classeur porte l’état du jour, non les redéploiements de crédits d’une action à l’autre ; comparez deux versions enregistrées',
  'FON-02': 'ni les redéploiements ni la date d’information du préfet ne sont inscrits',
  'FON-03': 'ni les redéploiements ni la date d’information de l’ARS ne sont inscrits',
  'FON-04':
    'il faut la liste des actions de la version signée ; comparez le classeur avec la version enregistrée à la signature',
  'FON-05': 'ni les redéploiements ni l’avenant suivant ne sont dans le classeur',
  'FON-06': 'les avenants de chaque année sont des actes séparés',
  'VER-01':
    'seules les dates des versements sont lues ; leur nombre se constate dans la comptabilité du Département',
  'TDB-02':
    'les en-têtes de sept des dix colonnes du modèle manquent au document : aucune forme n’est imposée',
  'CON-07': 'la version publiée du contrat n’est pas dans le classeur',
  'CAL-06': '« début septembre » n’est pas une date',
  'BIL-06': 'la synthèse du bilan est un texte rédigé',
  'BIL-08': 'la version publiée du rapport n’est pas dans le classeur',
  'BIL-09':
    'sans date du jour, un bilan qui n’est pas encore dû ne se distingue pas d’un bilan manquant ; les dates des bilans rendus sont vérifiées par BIL-01 et BIL-02',
  'BIL-11': 'les suites d’une dénonciation ne se lisent pas dans le classeur',
  'GOU-08': 'les signataires du protocole informations préoccupantes sont dans le protocole lui-même',
  'GOU-12': 'la transmission des données à l’ODPE et à l’ONPE est un flux d’information, hors du classeur',
  'GOU-13':
    'une contrepartie du Département à l’ONDAM peut prendre d’autres formes qu’une action inscrite (« peut être matérialisée »)',
  'GOU-16': 'les autres contrats (pauvreté, pactes) ne sont pas dans le classeur',
}
