/** What Office.js sends in one sync: objects by path, and actions upon them. */
export interface Requete {
  Actions: ActionFilaire[]
  ObjectPaths: Record<string, CheminObjet>
}

interface ActionFilaire {
  Id: number
  ActionType: number
  Name?: string
  ObjectPathId: number
  ArgumentInfo?: Arguments
  QueryInfo?: { Select?: string[] }
}

interface CheminObjet {
  ObjectPathType: number
  Name?: string
  ParentObjectPathId?: number
  ArgumentInfo?: Arguments
}

interface Arguments {
  Arguments?: unknown[]
  ReferencedObjectPathIds?: (number | null)[]
}

export type Reponse =
  | { Results: { ActionId: number; Value: unknown }[] }
  | {
      Error: {
        Code: string
        Message: string
        ActionIndex: number
        Location: string | undefined
        HttpStatusCode: number
      }
    }

/** An error that Excel itself would answer, with its code. */
export class ErreurFilaire extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** An object behind the wire: properties and methods under their Office.js names, in PascalCase. */
export type ObjetFilaire = object

const RACINE = 1
const METHODE = 3
const PROPRIETE = 4
const INDEX = 5
const REFERENCE = 6

const INSTANCIER = 1
const LIRE = 2
const APPELER = 3
const POSER = 4
const TRACER = 5

/** Runs the batches of Office.js upon plain objects; one that lacks a member answers as an Excel too old for it. */
export class Interprete {
  readonly #racine: () => ObjetFilaire
  readonly #gardes = new Map<string, ObjetFilaire>()
  /** A longer answer is refused, as Excel on the web does; in characters of JSON. */
  tailleMax = Infinity

  constructor(racine: () => ObjetFilaire) {
    this.#racine = racine
  }

  async executer(requete: Requete): Promise<Reponse> {
    const objets = new Map<number, ObjetFilaire | null>()
    const resultats: { ActionId: number; Value: unknown }[] = []
    let taille = 0
    for (const [rang, action] of requete.Actions.entries()) {
      try {
        const valeur = await this.#agir(requete, objets, action)
        if (this.tailleMax < Infinity) taille += JSON.stringify(valeur ?? null).length
        if (taille > this.tailleMax)
          throw new ErreurFilaire(
            'ResponsePayloadSizeLimitExceeded',
            'The response payload size has exceeded the limit.',
          )
        resultats.push({ ActionId: action.Id, Value: valeur ?? null })
      } catch (erreur) {
        return {
          Error: {
            Code: erreur instanceof ErreurFilaire ? erreur.code : 'GeneralException',
            Message: erreur instanceof Error ? erreur.message : String(erreur),
            ActionIndex: rang,
            Location: action.Name,
            HttpStatusCode: 400,
          },
        }
      }
    }
    return { Results: resultats }
  }

  #agir(requete: Requete, objets: Map<number, ObjetFilaire | null>, action: ActionFilaire): unknown {
    if (action.ActionType === TRACER) return null
    const objet = this.#objet(requete, objets, action.ObjectPathId)
    if (action.ActionType === LIRE) return objet === null ? null : lire(objet, action.QueryInfo?.Select ?? [])
    if (objet === null) return null
    const nom = action.Name ?? ''
    const args = (): unknown[] => this.#arguments(requete, objets, action.ArgumentInfo)
    switch (action.ActionType) {
      case INSTANCIER:
        return identite(objet)
      case APPELER:
        if (nom === '_KeepReference') return this.#garder(objet)
        return methode(objet, nom)(...args())
      case POSER:
        Reflect.set(objet, nom, args()[0])
        return null
      default:
        throw new ErreurFilaire('NotImplemented', `action ${action.ActionType}`)
    }
  }

  #objet(requete: Requete, objets: Map<number, ObjetFilaire | null>, id: number): ObjetFilaire | null {
    const connu = objets.get(id)
    if (connu !== undefined) return connu
    const trouve = this.#parcourir(requete, objets, id)
    objets.set(id, trouve)
    return trouve
  }

  #parcourir(requete: Requete, objets: Map<number, ObjetFilaire | null>, id: number): ObjetFilaire | null {
    const chemin = requete.ObjectPaths[id]
    if (!chemin) throw new ErreurFilaire('InvalidObjectPath', `path ${id}`)
    const args = this.#arguments(requete, objets, chemin.ArgumentInfo)
    if (chemin.ObjectPathType === RACINE) return this.#racine()
    if (chemin.ObjectPathType === REFERENCE) {
      const garde = this.#gardes.get(chemin.Name || String(args[0]))
      if (!garde) throw new ErreurFilaire('InvalidReference', 'This reference is no longer valid.')
      return garde
    }
    const parent = chemin.ParentObjectPathId
      ? this.#objet(requete, objets, chemin.ParentObjectPathId)
      : this.#racine()
    if (parent === null) return null
    const nom = chemin.Name ?? ''
    if (chemin.ObjectPathType === METHODE) return methode(parent, nom)(...args) as ObjetFilaire | null
    if (chemin.ObjectPathType === PROPRIETE) return membre(parent, nom) as ObjetFilaire | null
    if (chemin.ObjectPathType === INDEX) return methode(parent, 'Indexer')(...args) as ObjetFilaire | null
    throw new ErreurFilaire('NotImplemented', `path type ${chemin.ObjectPathType}`)
  }

  #arguments(
    requete: Requete,
    objets: Map<number, ObjetFilaire | null>,
    info: Arguments | undefined,
  ): unknown[] {
    return (info?.Arguments ?? []).map((valeur, i) => {
      const reference = info?.ReferencedObjectPathIds?.[i]
      return reference ? this.#objet(requete, objets, reference) : valeur
    })
  }

  #garder(objet: ObjetFilaire): null {
    const repere = `ref${this.#gardes.size + 1}`
    Reflect.set(objet, '_ReferenceId', repere)
    this.#gardes.set(repere, objet)
    return null
  }
}

function identite(objet: ObjetFilaire): Record<string, unknown> {
  const id: unknown = Reflect.get(objet, 'Id')
  const reference: unknown = Reflect.get(objet, '_ReferenceId')
  return {
    ...(id === undefined ? {} : { _Id: id, Id: id }),
    ...(reference ? { _ReferenceId: reference } : {}),
  }
}

function lire(objet: ObjetFilaire, choix: string[]): Record<string, unknown> {
  const elements: unknown = Reflect.get(objet, 'Items')
  if (Array.isArray(elements))
    return {
      _Items: (elements as ObjetFilaire[]).map((element) => ({
        ...identite(element),
        ...lireProprietes(
          element,
          choix.map((n) => n.replace(/^items\/?/i, '')),
        ),
      })),
    }
  return { ...lireProprietes(objet, choix), ...identite(objet) }
}

function lireProprietes(objet: ObjetFilaire, choix: string[]): Record<string, unknown> {
  const lues: Record<string, unknown> = {}
  for (const nom of choix) {
    if (nom === '' || nom === '*') continue
    const [tete = '', ...suite] = nom.split('/')
    const vraie = proprietes(objet).find((p) => p.toLowerCase() === tete.toLowerCase())
    if (!vraie) throw new ErreurFilaire('ApiNotFound', `${objet.constructor.name}.${nom}`)
    const valeur: unknown = Reflect.get(objet, vraie)
    lues[vraie] =
      suite.length === 0
        ? valeur
        : {
            ...(lues[vraie] as object | undefined),
            ...lireProprietes(valeur as ObjetFilaire, [suite.join('/')]),
          }
  }
  return lues
}

function proprietes(objet: ObjetFilaire): string[] {
  const prototype = Object.getPrototypeOf(objet) as object
  return [...Object.keys(objet), ...Object.getOwnPropertyNames(prototype)]
}

function membre(objet: ObjetFilaire, nom: string): unknown {
  if (!proprietes(objet).includes(nom))
    throw new ErreurFilaire('ApiNotFound', `${objet.constructor.name}.${nom}`)
  return Reflect.get(objet, nom)
}

function methode(objet: ObjetFilaire, nom: string): (...args: unknown[]) => unknown {
  const fonction: unknown = Reflect.get(objet, nom)
  if (typeof fonction !== 'function')
    throw new ErreurFilaire('ApiNotFound', `${objet.constructor.name}.${nom}`)
  return (...args) => Reflect.apply(fonction, objet, args) as unknown
}
