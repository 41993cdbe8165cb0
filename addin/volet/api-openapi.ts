/** Made by « npm run types-api » from the OpenAPI document of functions/api: not to be changed by hand. */

export interface paths {
  '/api/sante': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Le service répond */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Le service répond */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              /** @enum {string} */
              etat: 'ok'
            }
          }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cles': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Clés publiques de signature (JWKS) */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Clés */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['JeuDeCles']
          }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/connexion': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Se connecter */
    get: {
      parameters: {
        query?: {
          retour?: string
          fournisseur?: 'proconnect' | 'entra'
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Le choix du fournisseur d’identité, où il y en a deux */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'text/html': string
          }
        }
        /** @description Vers le fournisseur d’identité */
        302: {
          headers: {
            [name: string]: unknown
          }
          content?: never
        }
        /** @description Le fournisseur d’identité ne répond pas */
        503: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'text/html': string
          }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/connexion/retour': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Retour du fournisseur d’identité */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Connecté : vers la page demandée */
        302: {
          headers: {
            [name: string]: unknown
          }
          content?: never
        }
        /** @description Connexion interrompue */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'text/html': string
          }
        }
        /** @description Organisme sans département */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'text/html': string
          }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/session/jeton': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Obtenir un jeton d’accès de 15 minutes */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Jeton */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Jeton']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Demande d’un autre site */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/session/fin': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Se déconnecter */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Déconnecté */
        204: {
          headers: {
            [name: string]: unknown
          }
          content?: never
        }
        /** @description Demande d’un autre site */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/departements/{dep}/exercices/{exercice}/depots': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Préparer le dépôt d’un classeur */
    post: {
      parameters: {
        query?: never
        header: {
          'idempotency-key': string
        }
        path: {
          dep: string
          exercice: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': components['schemas']['DemandeDepot']
        }
      }
      responses: {
        /** @description Adresse de dépôt */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Depot']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Clé d’une autre demande */
        422: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/departements/{dep}/exercices/{exercice}/versions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lister les versions, la dernière d’abord */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          dep: string
          exercice: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Versions */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['ListeVersions']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    put?: never
    /** Enregistrer une version */
    post: {
      parameters: {
        query?: never
        header: {
          'idempotency-key': string
        }
        path: {
          dep: string
          exercice: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': components['schemas']['DemandeVersion']
        }
      }
      responses: {
        /** @description Version enregistrée */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Version']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Une autre version a été enregistrée depuis */
        409: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['VersionPerimee']
          }
        }
        /** @description Classeur refusé */
        422: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/departements/{dep}/exercices/{exercice}/versions/{numero}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lire une version */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          dep: string
          exercice: string
          numero: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Version */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Version']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Version introuvable */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/departements/{dep}/exercices/{exercice}/versions/{numero}/classeur': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Obtenir l’adresse du classeur d’une version (5 minutes) */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          dep: string
          exercice: string
          numero: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Adresse */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Adresse']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Version introuvable */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/departements/{dep}/exercices/{exercice}/versions/{numero}/preuve': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Télécharger la preuve d’une version */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          dep: string
          exercice: string
          numero: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Preuve */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Preuve']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Version introuvable */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/departements/{dep}/exercices/{exercice}/versions/{numero}/dossier': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Obtenir l’adresse du dossier complet d’une version (5 minutes) */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          dep: string
          exercice: string
          numero: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Adresse */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Adresse']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Version introuvable */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/departements/{dep}/exercices/{exercice}/export': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Obtenir l’adresse de toutes les versions d’un exercice en une archive (5 minutes) */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          dep: string
          exercice: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Adresse */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Adresse']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Archive trop lourde */
        422: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/departements/{dep}/export': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Obtenir l’adresse de toutes les données d’un département en une archive (5 minutes) */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          dep: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Adresse */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Adresse']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Aucune version */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Archive trop lourde */
        422: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/departements/{dep}/exercices/{exercice}/journal': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lire le journal d’un exercice, le plus récent d’abord */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          dep: string
          exercice: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Journal */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['JournalChaine']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/referentiels': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lire les référentiels publiés, dans l’ordre de leur publication */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Référentiels publiés */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['ListeReferentiels']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    put?: never
    /** Publier un référentiel */
    post: {
      parameters: {
        query?: never
        header: {
          'idempotency-key': string
        }
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': components['schemas']['DemandeReferentiel']
        }
      }
      responses: {
        /** @description Référentiel publié */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['ReferentielResume']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Un autre référentiel vient d’être publié */
        409: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Référentiel refusé */
        422: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/referentiels/{numero}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lire un référentiel publié */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          numero: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Référentiel */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['ReferentielPublie']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Référentiel introuvable */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/agents': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lister les rôles donnés par leur nom, et leurs changements */
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Agents */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['ListeAgents']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    put?: never
    /** Donner des rôles à une personne, ou les lui retirer */
    post: {
      parameters: {
        query?: never
        header: {
          'idempotency-key': string
        }
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': components['schemas']['DemandeRoles']
        }
      }
      responses: {
        /** @description Rôles */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['RolesAgent']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Modifié au même moment */
        409: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Rôles impossibles, ou clé d’une autre demande */
        422: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/formulaires/{exercice}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lire les champs du formulaire EUSurvey d’un exercice */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          exercice: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Formulaire */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Formulaire']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    put?: never
    /** Modifier les champs du formulaire EUSurvey d’un exercice */
    post: {
      parameters: {
        query?: never
        header: {
          'idempotency-key': string
        }
        path: {
          exercice: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': components['schemas']['DemandeFormulaire']
        }
      }
      responses: {
        /** @description Formulaire */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Formulaire']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Modifié au même moment */
        409: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Clé d’une autre demande */
        422: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/departements/{dep}/exercices/{exercice}/versions/{numero}/saisie': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lire les réponses à saisir dans le formulaire EUSurvey, dans l’ordre du plan */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          dep: string
          exercice: string
          numero: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Réponses */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Saisie']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Version introuvable, ou sans saisie */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    put?: never
    /** Dire qu’une fiche a été saisie dans le formulaire EUSurvey */
    post: {
      parameters: {
        query?: never
        header: {
          'idempotency-key': string
        }
        path: {
          dep: string
          exercice: string
          numero: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': components['schemas']['DemandeSaisie']
        }
      }
      responses: {
        /** @description Réponses, avec ce qui est saisi */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Saisie']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Version introuvable, ou sans saisie */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Fiche inconnue, ou clé d’une autre demande */
        422: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/departements/{dep}/exercices/{exercice}/envois': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Lister ce que l’exercice demande de transmettre, et pour quand */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          dep: string
          exercice: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Envois */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['ListeEnvois']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/departements/{dep}/exercices/{exercice}/versions/{numero}/transmissions/{envoi}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Suivre la transmission d’une version */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          dep: string
          exercice: string
          numero: string
          envoi: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description Transmission */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Transmission']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Version non transmise */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    put?: never
    /** Transmettre une version */
    post: {
      parameters: {
        query?: never
        header: {
          'idempotency-key': string
        }
        path: {
          dep: string
          exercice: string
          numero: string
          envoi: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': components['schemas']['DemandeTransmission']
        }
      }
      responses: {
        /** @description Transmission préparée, ou celle qui existe déjà */
        202: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Transmission']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Version ou envoi introuvable */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Points bloquants, pièce manquante ou refusée, délai dépassé */
        422: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/departements/{dep}/exercices/{exercice}/versions/{numero}/transmissions/{envoi}/issue': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Dire ce qu’il est advenu d’une transmission incertaine */
    post: {
      parameters: {
        query?: never
        header: {
          'idempotency-key': string
        }
        path: {
          dep: string
          exercice: string
          numero: string
          envoi: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': components['schemas']['DemandeIssue']
        }
      }
      responses: {
        /** @description Transmission */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Transmission']
          }
        }
        /** @description Demande invalide */
        400: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Non connecté */
        401: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Autre département, ou rôle insuffisant */
        403: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Version non transmise */
        404: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description La transmission n’est pas incertaine */
        409: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
        /** @description Clé d’une autre demande */
        422: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': components['schemas']['Erreur']
          }
        }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    JeuDeCles: {
      keys: {
        /** @enum {string} */
        kty: 'EC'
        /** @enum {string} */
        crv: 'P-256'
        x: string
        y: string
        kid: string
        /** @enum {string} */
        alg: 'ES256'
        /** @enum {string} */
        use: 'sig'
        exp?: number
      }[]
    }
    Jeton: {
      jeton: string
      expireDans: number
      agent: {
        sub: string
        prenom: string
        nom: string
        courriel: string
        siret: string
        departement: {
          code: string
          nom: string
        }
        departements: {
          code: string
          nom: string
        }[]
        roles: ('redacteur' | 'valideur' | 'lecteur' | 'administrateur')[]
      }
    }
    /** @description Un code et une phrase en français ; parfois d’autres champs. */
    Erreur: {
      code: string
      message: string
    } & {
      [key: string]: unknown
    }
    Depot: {
      /** Format: uuid */
      depot: string
      /** Format: uri */
      url: string
      /** @enum {string} */
      methode: 'PUT'
      entetes: {
        [key: string]: string
      }
    }
    DemandeDepot: {
      /** @example CDPPE_62.xlsx */
      nomFichier: string
      taille: number
      empreinte: string
    }
    Version: components['schemas']['VersionResume'] & {
      declaration: components['schemas']['Declaration']
      jws: string
      rapport: {
        /** @enum {string} */
        statut: 'conforme' | 'a-justifier' | 'bloquant'
        constats: components['schemas']['Constat'][]
        nombre: number
      }
    }
    Personne: {
      prenom: string
      nom: string
    }
    Declaration: {
      /** @enum {string} */
      type: 'cdppe-version/2' | 'cdppe-version/1'
      departement: string
      exercice: number
      numero: number
      nomFichier: string
      taille: number
      empreinte: string
      empreinteContenu: string
      referentiel: string
      empreinteRapport: string
      /** @enum {string} */
      statut: 'conforme' | 'a-justifier' | 'bloquant'
      auteur: {
        sub: string
        prenom: string
        nom: string
        siret: string
        role?: string
      }
      /** Format: date-time */
      le: string
      precedente: string | null
      empreinteReferentiel?: string
      correspondance?: string | null
      justifications?: {
        regle: string
        cellules: string[]
        constate: string
        texte: string
        auteur: string
        le: string
      }[]
    }
    Constat: {
      regle: string
      /** @enum {string} */
      gravite: 'bloquant' | 'a-justifier' | 'information'
      cellules: string[]
      message: string
      constate: string
      attendu: string
      reference: components['schemas']['Reference']
      correction: {
        cellule: string
        autres?: string[]
        valeur: string | number
        libelle: string
      } | null
    }
    Reference: {
      texte: string
      article: string
      citation?: string
      source: string
      verifieLe: string
    }
    VersionResume: {
      numero: number
      nomFichier: string
      taille: number
      empreinte: string
      referentiel: string
      /** @enum {string} */
      statut: 'conforme' | 'a-justifier' | 'bloquant'
      bloquants: number
      aJustifier: number
      informations: number
      auteur: components['schemas']['Personne']
      /** Format: date-time */
      le: string
      empreinteDeclaration: string
      precedente: string | null
      transmission: {
        envoi: string
        /** @enum {string} */
        statut:
          'preparee' | 'en-cours' | 'envoyee' | 'differee' | 'remise' | 'rejetee' | 'incertaine' | 'echouee'
        /** Format: date-time */
        le: string
        destinataire: string
      } | null
    }
    VersionPerimee: {
      /** @enum {string} */
      code: 'VERSION_PERIMEE'
      message: string
      numero: number | null
      auteur: components['schemas']['Personne'] & (Record<string, never> | null)
      /** Format: date-time */
      le: string | null
      empreinteDeclaration: string | null
      differences: {
        nombre: number
        cellules: {
          cellule: string
          /** @enum {string|null} */
          par: 'autre' | 'vous' | 'deux' | null
          phrase: string
        }[]
        feuillesAjoutees: string[]
        feuillesSupprimees: string[]
      } | null
    } & {
      [key: string]: unknown
    }
    DemandeVersion: {
      /** Format: uuid */
      depot: string
      /** @example CDPPE_62.xlsx */
      nomFichier: string
      empreinte: string
      precedente: string | null
    }
    ListeVersions: {
      versions: components['schemas']['VersionResume'][]
    }
    Adresse: {
      /** Format: uri */
      url: string
    }
    Preuve: {
      /** @enum {string} */
      type: 'cdppe-preuve/2' | 'cdppe-preuve/1'
      declaration: components['schemas']['Declaration']
      jws: string
      cles: components['schemas']['JeuDeCles']
      recu: {
        declaration: {
          [key: string]: unknown
        }
        jws: string
      } | null
      cms?: string | null
      horodatage?: string | null
    }
    JournalChaine: {
      evenements: components['schemas']['Evenement'][]
    }
    Evenement: {
      /** @enum {string} */
      evenement:
        | 'vue'
        | 'telechargee'
        | 'exportee'
        | 'controlee'
        | 'justifiee'
        | 'signee'
        | 'demandee'
        | 'envoyee'
        | 'tranchee'
        | 'recue'
        | 'rejetee'
        | 'plainte'
        | 'saisie'
      /** Format: date-time */
      le: string
      agent: {
        prenom: string
        nom: string
      } | null
      details: {
        [key: string]: string | number | boolean | null
      }
    }
    ListeReferentiels: {
      referentiels: components['schemas']['ReferentielResume'][]
    }
    ReferentielResume: {
      numero: number
      id: string
      titre: string
      version: string
      exercices: number[]
      empreinte: string
      publiePar: {
        prenom: string
        nom: string
      }
      /** Format: date-time */
      le: string
    }
    ReferentielPublie: {
      declaration: {
        /** @enum {string} */
        type: 'cdppe-referentiel/1'
        numero: number
        id: string
        titre: string
        version: string
        exercices: number[]
        empreinte: string
        auteur: {
          sub: string
          prenom: string
          nom: string
          siret: string
        }
        /** Format: date-time */
        le: string
        precedente: string | null
      }
      jws: string
      document: {
        [key: string]: unknown
      }
    }
    DemandeReferentiel: {
      document: {
        [key: string]: unknown
      }
    }
    ListeAgents: {
      agents: components['schemas']['RolesAgent'][]
      journal: components['schemas']['RolesAgent'][]
    }
    RolesAgent: {
      qui: string
      roles: ('redacteur' | 'valideur' | 'lecteur' | 'administrateur')[]
      departements: string[]
      donnes: {
        /** Format: date-time */
        le: string
        par: {
          prenom: string
          nom: string
        }
      } | null
    }
    DemandeRoles: {
      /** @example prenom.nom@departement.fr */
      qui: string
      roles: ('redacteur' | 'valideur' | 'lecteur' | 'administrateur')[]
      /** @default [] */
      departements?: string[]
    }
    Formulaire: {
      exercice: number
      adresse: string | null
      avertissement: string | null
      champs: components['schemas']['Champ'][]
      modifie: {
        /** Format: date-time */
        le: string
        par: {
          prenom: string
          nom: string
        }
      } | null
    }
    Champ:
      | {
          id: string
          libelle: string
          /** @enum {string} */
          portee: 'plan'
          /** @enum {string} */
          source:
            | 'departement'
            | 'exercice'
            | 'nombre-actions'
            | 'total-etat'
            | 'total-fir'
            | 'total-p304'
            | 'total-ondam'
            | 'total-departement'
            | 'total-autres'
            | 'libre'
        }
      | {
          id: string
          libelle: string
          /** @enum {string} */
          portee: 'action'
          /** @enum {string} */
          source:
            | 'numero'
            | 'intitule'
            | 'engagement'
            | 'objectif'
            | 'titre-objectif'
            | 'enveloppes'
            | 'part-etat'
            | 'part-fir'
            | 'part-p304'
            | 'part-ondam'
            | 'part-departement'
            | 'part-autres'
            | 'observations'
            | 'libre'
        }
    DemandeFormulaire: {
      /** Format: uri */
      adresse: string | null
      avertissement: string | null
      champs: components['schemas']['Champ'][]
    }
    Saisie: {
      version: number
      adresse: string | null
      avertissement: string | null
      fiches: components['schemas']['FicheSaisie'][]
      saisies: number
    }
    FicheSaisie: {
      id: string
      titre: string
      reponses: {
        champ: string
        libelle: string
        valeur: string | null
        raison: string | null
      }[]
      saisie: {
        /** Format: date-time */
        le: string
        par: {
          prenom: string
          nom: string
        }
      } | null
    }
    DemandeSaisie: {
      fiche: string
    }
    ListeEnvois: {
      envois: components['schemas']['Envoi'][]
      tailleMax: number
    }
    Envoi: {
      id: string
      nom: string
      quoi: string
      /** @enum {string} */
      canal: 'boite-dgcs' | 'eusurvey'
      date: string | null
      /** @enum {string} */
      situation: 'dans-les-temps' | 'jour-dispute' | 'en-retard' | 'sans-date'
      delai: string | null
      pieces: {
        id: string
        nom: string
        /** @enum {string} */
        exigence: 'requise' | 'facultative'
        dansLeClasseur: boolean
      }[]
      precisions: boolean
      destinataire: string | null
      copies: string[]
    }
    Transmission: {
      id: string
      version: number
      envoi: string
      nomEnvoi: string
      /** @enum {string} */
      statut:
        'preparee' | 'en-cours' | 'envoyee' | 'differee' | 'remise' | 'rejetee' | 'incertaine' | 'echouee'
      destinataire: string
      objet: string
      /** Format: date-time */
      creeeLe: string
      /** Format: date-time */
      envoyeeLe: string | null
      /** Format: date-time */
      remiseLe: string | null
      horsDelai: boolean
      copies: string[]
      pieces: {
        piece: string
        nom: string
        nomFichier: string
        taille: number
        empreinte: string
      }[]
      messageId: string | null
      message: string
      alerte: string | null
    }
    DemandeTransmission: {
      /** @default [] */
      pieces?: {
        /** @example projet-contrat */
        piece: string
        /** Format: uuid */
        depot: string
        /** @example CDPPE_62.xlsx */
        nomFichier: string
        empreinte: string
      }[]
      /** @default [] */
      dansLeClasseur?: string[]
      /** @default  */
      precisions?: string
      /** @default false */
      horsDelai?: boolean
    }
    DemandeIssue: {
      /** @enum {string} */
      issue: 'recu' | 'renvoyer'
    }
  }
  responses: never
  parameters: never
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export type operations = Record<string, never>
