import { createRoute } from '@hono/zod-openapi'
import { REGLES_VERIFIEES } from '../../shared/regles/registre.ts'
import { lireReferentiel } from '../../shared/referentiel/importer.ts'
import { empreinte, formeCanonique } from '../../shared/version/canonique.ts'
import { TYPE_REFERENTIEL, TYP_JWS_REFERENTIEL } from '../../shared/version/declaration-referentiel.ts'
import type { DeclarationReferentiel } from '../../shared/version/declaration-referentiel.ts'
import type { ReferentielGarde } from '../depot/referentiels.ts'
import { nouvelleApp } from './contexte.ts'
import type { Agent, Services } from './contexte.ts'
import { Refus } from './erreurs.ts'
import { corps, EntetesIdempotence, Erreur, reponse, REFUS_COMMUNS } from './schemas.ts'
import {
  CheminReferentiel,
  DemandeReferentiel,
  ListeReferentiels,
  ReferentielPublie,
  ReferentielResume,
} from './schemas-referentiels.ts'

const RACINE = '/api/v1/referentiels'
const security = [{ jeton: [] }]
const subtle = crypto.subtle

/** The référentiels that an administrateur publishes: signed, in one append-only list, for every département. */
export function routesReferentiels(services: Services) {
  const { referentiels, coffre } = services.bureau.depot
  const app = nouvelleApp()

  const lister = createRoute({
    method: 'get',
    path: RACINE,
    summary: 'Lire les référentiels publiés, dans l’ordre de leur publication',
    security,
    responses: { 200: reponse('Référentiels publiés', ListeReferentiels), ...REFUS_COMMUNS },
  })
  app.openapi(lister, async (c) =>
    c.json({ referentiels: (await referentiels.lister()).map(vueReferentiel) }, 200),
  )

  const lire = createRoute({
    method: 'get',
    path: `${RACINE}/{numero}`,
    summary: 'Lire un référentiel publié',
    security,
    request: { params: CheminReferentiel },
    responses: {
      200: reponse('Référentiel', ReferentielPublie),
      404: reponse('Référentiel introuvable', Erreur),
      ...REFUS_COMMUNS,
    },
  })
  app.openapi(lire, async (c) => {
    const { numero } = c.req.valid('param')
    const garde = await referentiels.lire(numero)
    if (!garde)
      throw new Refus(
        404,
        'REFERENTIEL_INTROUVABLE',
        `Aucun référentiel n’est publié sous le numéro ${numero}.`,
      )
    const { declaration, jws } = garde
    const texte = await coffre.lireReferentiel(declaration.empreinte)
    if (texte === null || (await empreinte(texte, subtle)) !== declaration.empreinte)
      throw new Error('The document of a published référentiel is not the one that was signed')
    return c.json({ declaration, jws, document: JSON.parse(texte) as Record<string, unknown> }, 200)
  })

  const publier = createRoute({
    method: 'post',
    path: RACINE,
    summary: 'Publier un référentiel',
    security,
    request: { headers: EntetesIdempotence, body: corps(DemandeReferentiel) },
    responses: {
      201: reponse('Référentiel publié', ReferentielResume),
      409: reponse('Un autre référentiel vient d’être publié', Erreur),
      422: reponse('Référentiel refusé', Erreur),
      ...REFUS_COMMUNS,
    },
  })
  app.openapi(publier, async (c) => {
    const cle = c.req.valid('header')['idempotency-key']
    const garde = await publierReferentiel(services, c.req.valid('json').document, c.get('agent'), cle)
    return c.json(vueReferentiel(garde), 201)
  })
  return app
}

/**
 * Publishes a document that is whole and follows those in force; the same request with the same key gives the same
 * one. @throws Refus with everything that is to be put right in it
 */
async function publierReferentiel(
  { bureau }: Services,
  document: unknown,
  agent: Agent,
  cle: string,
): Promise<ReferentielGarde> {
  const { referentiels, coffre, signataire } = bureau.depot
  const publies = await referentiels.lister()
  const faite = publies.find((r) => r.idempotence === cle)
  const charges = await bureau.referentiels()
  const lecture = lireReferentiel(document, {
    // Sent again, a document that is published already does not stand in its own way.
    charges: faite ? charges.filter((r) => r.id !== faite.declaration.id) : charges,
    regles: REGLES_VERIFIEES,
  })
  if ('erreurs' in lecture)
    throw new Refus(
      422,
      'REFERENTIEL_REFUSE',
      lecture.erreurs.length > 1
        ? `Ce référentiel a ${lecture.erreurs.length} points à compléter ou à corriger. Il n’a pas été publié.`
        : 'Ce référentiel a un point à compléter ou à corriger. Il n’a pas été publié.',
      { erreurs: lecture.erreurs },
    )
  const { referentiel } = lecture
  const texte = formeCanonique(referentiel)
  const somme = await empreinte(texte, subtle)
  if (faite) {
    if (faite.declaration.empreinte === somme) return faite
    throw new Refus(
      422,
      'CLE_REUTILISEE',
      'Cette demande porte la clé d’une autre demande (Idempotency-Key). Recommencez la publication.',
    )
  }
  const derniere = publies.at(-1)
  const declaration: DeclarationReferentiel = {
    type: TYPE_REFERENTIEL,
    numero: (derniere?.declaration.numero ?? 0) + 1,
    id: referentiel.id,
    titre: referentiel.titre,
    version: referentiel.version,
    exercices: [...referentiel.exercices],
    empreinte: somme,
    auteur: { sub: agent.sub, prenom: agent.prenom, nom: agent.nom, siret: agent.siret },
    le: bureau.horloge().toISOString(),
    precedente: derniere?.empreinteDeclaration ?? null,
  }
  // What the statement points at must be safe before the statement exists.
  await coffre.garderReferentiel(somme, texte)
  const garde: ReferentielGarde = {
    declaration,
    empreinteDeclaration: await empreinte(formeCanonique(declaration), subtle),
    ...(await signataire.signer(declaration, TYP_JWS_REFERENTIEL)),
    idempotence: cle,
  }
  if (await referentiels.ajouter(garde)) return garde
  const autre = await referentiels.lire(declaration.numero)
  if (autre?.idempotence === cle) return autre
  throw new Refus(
    409,
    'REFERENTIEL_EXISTANT',
    'Un autre référentiel vient d’être publié. Prenez-en connaissance, puis publiez de nouveau le vôtre s’il y a lieu.',
  )
}

function vueReferentiel({ declaration }: ReferentielGarde) {
  const { numero, id, titre, version, exercices, empreinte: somme, auteur, le } = declaration
  const publiePar = { prenom: auteur.prenom, nom: auteur.nom }
  return { numero, id, titre, version, exercices, empreinte: somme, publiePar, le }
}
