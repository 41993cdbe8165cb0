/** Why a proof is not accepted: a closed list, one reason each. */
export type CodeRefus =
  | 'PREUVE_ILLISIBLE'
  | 'TYPE_INCONNU'
  | 'TAILLE_DIFFERENTE'
  | 'EMPREINTE_DIFFERENTE'
  | 'CONTENU_DIFFERENT'
  | 'CONTENU_ILLISIBLE'
  | 'JWS_ILLISIBLE'
  | 'ALGORITHME_REFUSE'
  | 'CLE_INCONNUE'
  | 'CLE_NON_RECONNUE'
  | 'CLE_RETIREE'
  | 'SIGNATURE_FAUSSE'
  | 'DECLARATION_ALTEREE'
  | 'CHAINE_INCOMPLETE'
  | 'CHAINE_DESORDRE'
  | 'CHAINE_REJOUEE'
  | 'CHAINE_REMPLACEE'
  | 'CHAINE_AUTRE'
  | 'CHAINE_ILLISIBLE'
  | 'RECU_ALTERE'
  | 'RAPPORT_DIFFERENT'
  | 'REFERENTIEL_DIFFERENT'
  | 'CMS_ILLISIBLE'
  | 'CMS_AUTRE_CONTENU'
  | 'CMS_FAUX'
  | 'CMS_AUTRE_CLE'
  | 'CERTIFICAT_NON_RECONNU'
  | 'HORODATAGE_ILLISIBLE'
  | 'HORODATAGE_AUTRE_CONTENU'
  | 'HORODATAGE_FAUX'
  | 'HORODATEUR_NON_RECONNU'

/** What is said of each refusal. */
export const PHRASES_REFUS: Record<CodeRefus, string> = {
  PREUVE_ILLISIBLE:
    'Le fichier de preuve n’est pas lisible : il lui manque un champ, il en porte un de trop, ou ce n’est pas une preuve CDPPE. Demandez à nouveau la preuve de la version.',
  TYPE_INCONNU:
    'La preuve ou sa signature n’est pas du type attendu (« cdppe-preuve », « cdppe-version ») : elle a été établie pour autre chose.',
  TAILLE_DIFFERENTE: 'Le classeur n’a pas la taille déclarée : ce n’est pas le fichier qui a été signé.',
  EMPREINTE_DIFFERENTE:
    'L’empreinte du classeur n’est pas celle de la déclaration : le fichier a changé depuis la signature, ou ce n’est pas le bon.',
  CONTENU_DIFFERENT: 'Ses valeurs ou ses formules ne sont plus celles de la version signée.',
  CONTENU_ILLISIBLE: 'Le fichier n’est plus lisible comme classeur : il a été abîmé ou remplacé.',
  JWS_ILLISIBLE: 'La signature n’est pas lisible : elle a été coupée ou modifiée.',
  ALGORITHME_REFUSE: 'L’algorithme de la signature n’est pas ES256 : la signature est refusée sans être lue.',
  CLE_INCONNUE: 'La clé qui a signé n’est pas parmi celles que porte la preuve.',
  CLE_NON_RECONNUE:
    'La clé qui a signé n’est pas parmi les clés publiées que vous avez données en comparaison.',
  CLE_RETIREE:
    'La clé qui a signé avait été retirée par le service avant la date que porte la déclaration : elle ne pouvait plus signer.',
  SIGNATURE_FAUSSE:
    'La signature ne correspond pas : la déclaration signée a été modifiée, ou la clé n’est pas la bonne.',
  DECLARATION_ALTEREE:
    'La déclaration que porte la preuve n’est pas celle qui a été signée : au moins un champ a été modifié.',
  CHAINE_INCOMPLETE: 'Il manque une version à la chaîne.',
  CHAINE_DESORDRE: 'Les versions de la chaîne ne sont pas dans l’ordre.',
  CHAINE_REJOUEE: 'La même version est donnée deux fois.',
  CHAINE_REMPLACEE:
    'La version ne désigne pas celle qui est donnée comme précédente : l’une des deux a été remplacée ou modifiée.',
  CHAINE_AUTRE: 'La version donnée comme précédente est d’une autre chaîne.',
  CHAINE_ILLISIBLE: 'La version donnée comme précédente n’est pas lisible : donnez sa preuve.',
  RECU_ALTERE:
    'Le reçu de transmission joint à la preuve ne correspond pas à cette version, ou il a été modifié.',
  RAPPORT_DIFFERENT:
    'Le rapport de contrôle n’est pas celui de la déclaration : il a été modifié ou remplacé.',
  REFERENTIEL_DIFFERENT:
    'Le référentiel n’est pas celui qui a été publié et signé : il a été modifié ou remplacé.',
  CMS_ILLISIBLE: 'La signature CMS (.p7s) n’est pas lisible : elle a été coupée ou modifiée.',
  CMS_AUTRE_CONTENU: 'La signature CMS (.p7s) porte sur une autre déclaration que celle-ci.',
  CMS_FAUX: 'La signature CMS (.p7s) ne correspond pas : elle a été modifiée.',
  CMS_AUTRE_CLE: 'La signature CMS (.p7s) est d’une autre clé que la signature de la déclaration.',
  CERTIFICAT_NON_RECONNU:
    'Le certificat de la signature CMS ne remonte à aucune des autorités que vous avez données.',
  HORODATAGE_ILLISIBLE: 'L’horodatage (.tsr) n’est pas lisible : il a été coupé ou modifié.',
  HORODATAGE_AUTRE_CONTENU: 'L’horodatage (.tsr) est celui d’une autre signature.',
  HORODATAGE_FAUX: 'L’horodatage (.tsr) ne correspond pas à sa signature : il a été modifié.',
  HORODATEUR_NON_RECONNU:
    'Le certificat de l’horodatage ne remonte à aucune des autorités que vous avez données.',
}

/** A refusal with its code; its message is the French sentence. */
export class Refus extends Error {
  readonly code: CodeRefus
  constructor(code: CodeRefus, message: string = PHRASES_REFUS[code]) {
    super(message)
    this.name = 'Refus'
    this.code = code
  }
}
