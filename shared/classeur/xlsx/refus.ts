/** Why a file is not read. A closed list: callers may switch on it. */
export type CodeRefus =
  | 'vide'
  | 'html'
  | 'texte'
  | 'pas-un-classeur'
  | 'autre-document'
  | 'xls'
  | 'xlsb'
  | 'ods'
  | 'mot-de-passe'
  | 'coupe'
  | 'abime'
  | 'archive-chiffree'
  | 'compression'
  | 'doublons'
  | 'entrees-cachees'
  | 'noms-interdits'
  | 'fichier-trop-gros'
  | 'contenu-trop-gros'
  | 'trop-de-parties'
  | 'bombe'
  | 'trop-de-cellules'
  | 'trop-de-texte'
  | 'doctype'
  | 'xml'
  | 'profondeur'
  | 'encodage'
  | 'partie-absente'
  | 'textes-absents'
  | 'hors-grille'
  | 'cellules-en-double'
  | 'feuilles-en-double'
  | 'sans-feuille'

const ENREGISTRER =
  'ouvrez-le dans Excel, enregistrez-le au format « Classeur Excel (.xlsx) », puis recommencez.'
const REPARER =
  'ouvrez-le dans Excel, acceptez la réparation si elle est proposée, enregistrez-le au format .xlsx, puis recommencez.'
const REDEMANDER =
  'téléchargez-le ou copiez-le de nouveau depuis son emplacement d’origine, puis recommencez.'
const NE_PAS_UTILISER = 'ne l’utilisez pas et demandez un nouvel exemplaire à la personne qui vous l’a remis.'
const ALLEGER =
  'supprimez les feuilles, les images et les lignes inutiles, ou ne gardez que le plan d’action, puis recommencez.'

/** One sentence a code: what is wrong with the file, and what to do. */
export const MESSAGES_REFUS: Readonly<Record<CodeRefus, string>> = {
  vide: `Ce fichier est vide : ${REDEMANDER}`,
  html: `Ce fichier est une page web enregistrée sous le nom d’un classeur : ${ENREGISTRER}`,
  texte: `Ce fichier est un texte (par exemple un CSV) et non un classeur Excel : ${ENREGISTRER}`,
  'pas-un-classeur':
    'Ce fichier n’est pas un classeur Excel : choisissez un fichier .xlsx ou .xlsm enregistré par Excel.',
  'autre-document':
    'Ce fichier est un document d’un autre logiciel (texte, présentation ou archive) et non un classeur Excel : choisissez un fichier .xlsx ou .xlsm.',
  xls: `Ce fichier est à l’ancien format Excel 97-2003 (.xls) : ${ENREGISTRER}`,
  xlsb: `Ce fichier est au format binaire d’Excel (.xlsb) : ${ENREGISTRER}`,
  ods: 'Ce fichier est au format OpenDocument (.ods) : ouvrez-le dans LibreOffice ou dans Excel, enregistrez-le au format .xlsx, puis recommencez.',
  'mot-de-passe':
    'Ce fichier est protégé par un mot de passe : ouvrez-le dans Excel, retirez le mot de passe (Fichier, Informations), enregistrez-le, puis recommencez.',
  coupe: `Ce fichier est incomplet, sa fin manque : ${REDEMANDER}`,
  abime: `Ce fichier est abîmé, son contenu ne correspond plus à sa somme de contrôle : ${REDEMANDER}`,
  'archive-chiffree': `Ce fichier contient des parties chiffrées : retirez-en la protection, ou ${ENREGISTRER}`,
  compression: `Ce fichier emploie une compression qu’Excel n’emploie pas : ${ENREGISTRER}`,
  doublons: `Ce fichier contient deux fois la même partie, si bien que deux logiciels pourraient y lire des montants différents : ${ENREGISTRER}`,
  'entrees-cachees': `Ce fichier contient des données cachées hors de son sommaire, si bien que deux logiciels pourraient y lire des montants différents : ${ENREGISTRER}`,
  'noms-interdits': `Ce fichier contient des parties dont le nom n’est pas celui d’un classeur et pourrait viser votre ordinateur : ${NE_PAS_UTILISER}`,
  'fichier-trop-gros': `Ce fichier dépasse 40 Mo : ${ALLEGER}`,
  'contenu-trop-gros': `Ce fichier dépasse, une fois décompressé, la taille admise : ${ALLEGER}`,
  'trop-de-parties': `Ce fichier contient plus de 5 000 parties, ce qui n’est pas d’un classeur ordinaire : ${ALLEGER}`,
  bombe: `Ce fichier se décompresse démesurément et bloquerait votre ordinateur : ${NE_PAS_UTILISER}`,
  'trop-de-cellules': `Ce classeur compte trop de cellules remplies pour être contrôlé : ${ALLEGER}`,
  'trop-de-texte': `Ce classeur contient trop de texte pour être contrôlé : ${ALLEGER}`,
  doctype: `Ce fichier contient des instructions (DOCTYPE) qu’aucun classeur ne contient et qui pourraient nuire à votre ordinateur : ${NE_PAS_UTILISER}`,
  xml: `Ce fichier est mal formé et ne peut pas être lu en entier : ${REPARER}`,
  profondeur: `Ce fichier est construit d’une façon qu’aucun classeur n’emploie (éléments emboîtés sans fin) : ${NE_PAS_UTILISER}`,
  encodage: `Ce fichier emploie un codage des caractères inconnu : ${ENREGISTRER}`,
  'partie-absente': `Ce fichier annonce une feuille qui ne s’y trouve pas : ${REPARER}`,
  'textes-absents': `Ce fichier renvoie à des textes qui ne s’y trouvent pas : ${REPARER}`,
  'hors-grille': `Ce fichier contient des cellules hors de la grille d’Excel : ${REPARER}`,
  'cellules-en-double': `Ce fichier donne deux fois la même cellule, si bien que deux logiciels pourraient y lire des montants différents : ${REPARER}`,
  'feuilles-en-double': `Ce fichier annonce deux fois la même feuille : ${REPARER}`,
  'sans-feuille':
    'Ce classeur ne contient aucune feuille de calcul : choisissez celui qui porte le plan d’action.',
}

/**
 * The refusal of a file that is not to be read. `message` is the French sentence for the user; `detail`
 * (part name, parser's words) is for tests and logs, never for the screen.
 */
export class RefusClasseur extends Error {
  override readonly name = 'RefusClasseur'
  readonly code: CodeRefus
  readonly detail: string

  constructor(code: CodeRefus, detail = '') {
    super(MESSAGES_REFUS[code])
    this.code = code
    this.detail = detail
  }
}

/** Refuses unless the condition holds. */
export function exiger(condition: boolean, code: CodeRefus, detail = ''): asserts condition {
  if (!condition) throw new RefusClasseur(code, detail)
}
