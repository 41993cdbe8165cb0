import { empreinteReferentiel } from '../../shared/referentiel/empreinte.ts'
import { lireReferentielJson, phraseErreurs } from '../../shared/referentiel/importer.ts'
import { ajouterReferentiel, REFERENTIELS } from '../../shared/referentiel/registre.ts'
import { catalogue } from '../../shared/regles/catalogue.ts'
import { empreinteCanonique } from '../../shared/version/canonique.ts'
import { TYPE_REFERENTIEL, TYP_JWS_REFERENTIEL } from '../../shared/version/declaration-referentiel.ts'
import type { DeclarationReferentiel } from '../../shared/version/declaration-referentiel.ts'
import { compresser, TAILLE_MAX_COMPRESSEE } from '../depot/referentiels.ts'
import type { ReferentielPublie } from '../depot/referentiels.ts'
import type { Agent, Services } from './contexte.ts'
import { Refus } from './erreurs.ts'

/** How often a publication gives way to another one of the same moment before it is given up. */
const ESSAIS = 4

/**
 * Publishes a référentiel: read and checked here again beside those that are loaded, signed, put under the next
 * number if nobody took it. The same data set sent twice is published once.
 */
export async function publierReferentiel(
  { bureau }: Services,
  texte: string,
  agent: Agent,
): Promise<{ publie: ReferentielPublie; nouveau: boolean }> {
  const { referentiels, signataire } = bureau.depot
  const regles = catalogue().map(({ id }) => id)
  for (let essai = 0; essai < ESSAIS; essai++) {
    const publies = await referentiels.lister()
    const deja = await dejaPublie(publies, texte)
    if (deja) return { publie: deja, nouveau: false }
    const charges = publies.reduce((c, p) => ajouterReferentiel(c, p.referentiel), REFERENTIELS)
    const lecture = lireReferentielJson(texte, { charges, regles })
    if ('erreurs' in lecture) throw refuse(lecture.erreurs)
    const { referentiel } = lecture
    if (compresser(referentiel).length > TAILLE_MAX_COMPRESSEE)
      throw refuse(['le fichier est trop gros pour un référentiel'])
    const tete = publies.at(-1)
    const declaration: DeclarationReferentiel = {
      type: TYPE_REFERENTIEL,
      numero: (tete?.declaration.numero ?? 0) + 1,
      referentiel: referentiel.id,
      version: referentiel.version,
      exercices: [...referentiel.exercices],
      empreinteReferentiel: await empreinteReferentiel(referentiel),
      auteur: { sub: agent.sub, prenom: agent.prenom, nom: agent.nom, siret: agent.siret },
      le: bureau.horloge().toISOString(),
      precedente: tete ? await empreinteCanonique(tete.declaration, crypto.subtle) : null,
    }
    const publie = {
      declaration,
      ...(await signataire.signer(declaration, TYP_JWS_REFERENTIEL)),
      referentiel,
    }
    if (await referentiels.ajouter(publie)) return { publie, nouveau: true }
    // Somebody was faster: what is loaded has changed, the data set is to be read again beside it.
  }
  throw new Refus(
    409,
    'PUBLICATION_CONCURRENTE',
    'D’autres référentiels sont publiés au même moment. Actualisez la liste, puis publiez de nouveau.',
  )
}

/** The publication of this very data set, whatever the order of its keys. */
async function dejaPublie(
  publies: readonly ReferentielPublie[],
  texte: string,
): Promise<ReferentielPublie | undefined> {
  const lecture = lireReferentielJson(texte, { charges: [] })
  if ('erreurs' in lecture) return undefined
  const empreinte = await empreinteReferentiel(lecture.referentiel)
  return publies.find(({ declaration }) => declaration.empreinteReferentiel === empreinte)
}

function refuse(erreurs: string[]): Refus {
  return new Refus(422, 'REFERENTIEL_REFUSE', phraseErreurs(erreurs), { erreurs })
}
