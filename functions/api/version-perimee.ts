import type { Classeur } from '../../shared/classeur/classeur.ts'
import { comparerConflit } from '../../shared/version/conflit.ts'
import type { Conflit } from '../../shared/version/conflit.ts'
import { direInstant } from '../../shared/version/instant.ts'
import type { VersionGardee } from '../depot/chaine-versions.ts'
import type { Chaine } from '../depot/coffre.ts'
import { RefusClasseur } from '../depot/lire-classeur.ts'
import type { Services } from './contexte.ts'
import { Refus } from './erreurs.ts'

/** How many cells an answer lists. */
const CELLULES_MAX = 200

/** What the one who comes second had sent. */
interface Perdante {
  depot: string
  empreinte: string
  nomFichier: string
  precedente: string | null
}

/**
 * The refusal of a version that does not follow the last one: who saved meanwhile, when, under which digest one may
 * go on, and which cells differ. `versions`: the chain, newest first.
 */
export async function perimee(
  services: Services,
  chaine: Chaine,
  perdante: Perdante,
  versions: readonly VersionGardee[],
): Promise<Refus> {
  const [tete] = versions
  if (!tete)
    return new Refus(
      409,
      'VERSION_PERIMEE',
      'La version que vous aviez n’est pas de cette chaîne, qui n’en a encore aucune. Actualisez la liste, puis recommencez.',
      { numero: null, auteur: null, le: null, empreinteDeclaration: null, differences: null },
    )
  const { numero, auteur, le } = tete.declaration
  const differences = await comparer(services, chaine, perdante, versions)
  return new Refus(
    409,
    'VERSION_PERIMEE',
    `${auteur.prenom} ${auteur.nom} a enregistré la version ${numero} le ${direInstant(le)}. Prenez-en connaissance, puis enregistrez de nouveau la vôtre à sa suite.`,
    {
      numero,
      auteur: { prenom: auteur.prenom, nom: auteur.nom },
      le,
      empreinteDeclaration: tete.empreinteDeclaration,
      differences,
    },
  )
}

/** null where one of the two cannot be read: the refusal stands without it. */
async function comparer(
  { bureau, lireClasseur }: Services,
  chaine: Chaine,
  perdante: Perdante,
  versions: readonly VersionGardee[],
): Promise<Conflit | null> {
  const { coffre } = bureau.depot
  const lire = async (octets: Uint8Array | null, nom: string): Promise<Classeur | null> => {
    try {
      return octets && (await lireClasseur(octets, nom))
    } catch (erreur) {
      if (erreur instanceof RefusClasseur) return null
      throw erreur
    }
  }
  const gardee = async (version: VersionGardee | undefined): Promise<Classeur | null> =>
    version
      ? lire(await coffre.lireClasseur(chaine, version.declaration.empreinte), version.declaration.nomFichier)
      : null
  const base = versions.find((v) => v.empreinteDeclaration === perdante.precedente)
  const [tete, votre, commune] = await Promise.all([
    gardee(versions[0]),
    coffre
      .lireDepot(chaine, perdante.empreinte, perdante.depot)
      .then((octets) => lire(octets, perdante.nomFichier)),
    gardee(base),
  ])
  return tete && votre && comparerConflit(commune, tete, votre, CELLULES_MAX)
}
