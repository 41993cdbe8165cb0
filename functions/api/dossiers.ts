import { createRoute } from '@hono/zod-openapi'
import { fichiersDossier, nomDossier, zipper } from '../../shared/version/dossier.ts'
import { empreinte } from '../../shared/version/canonique.ts'
import type { VersionGardee } from '../depot/chaine-versions.ts'
import type { Chaine } from '../depot/coffre.ts'
import { composerPreuve } from '../depot/preuve.ts'
import { nouvelleApp } from './contexte.ts'
import type { Services } from './contexte.ts'
import { Adresse, Chemin, CheminVersion, Erreur, JournalChaine, reponse, REFUS_COMMUNS } from './schemas.ts'
import { Refus } from './erreurs.ts'
import { exigerVersion } from './versions.ts'

const EXERCICE = '/api/v1/departements/{dep}/exercices/{exercice}'
const security = [{ jeton: [] }]
/** How many events an answer holds, the newest. */
const EVENEMENTS_MAX = 500
/** What one archive of all versions may weigh, bytes: it is made in the memory of a function. */
const EXPORT_MAX = 200 * 1024 * 1024

/** The files of a version, as its bundle holds them. */
async function composer(
  { bureau, configuration }: Services,
  chaine: Chaine,
  version: VersionGardee,
): Promise<Record<string, Uint8Array>> {
  const { coffre, versions, transmissions, horodateur } = bureau.depot
  const { declaration: d } = version
  const [classeur, rapport, precedente, recu, horodatage] = await Promise.all([
    coffre.lireClasseur(chaine, d.empreinte),
    coffre.lireRapport(chaine, d.empreinteRapport),
    d.numero > 1 ? versions.lire(chaine, d.numero - 1) : null,
    transmissions.derniere(chaine, d.numero, 'recue'),
    version.cms ? horodateur.horodater(chaine, d.numero, version.cms) : null,
  ])
  if (!classeur || rapport === null) throw new Error('What a version rests on cannot be read')
  return fichiersDossier({
    classeur,
    rapport,
    preuve: composerPreuve(version, recu, horodatage),
    precedente: precedente?.declaration ?? null,
    page: `${configuration.origine}/verifier.html`,
  })
}

/** Whole versions to take away, and the journal of what happened to them. */
export function routesDossiers(services: Services) {
  const { coffre, evenements, versions } = services.bureau.depot
  const app = nouvelleApp()

  const dossier = createRoute({
    method: 'get',
    path: `${EXERCICE}/versions/{numero}/dossier`,
    summary: 'Obtenir l’adresse du dossier complet d’une version (5 minutes)',
    security,
    request: { params: CheminVersion },
    responses: {
      200: reponse('Adresse', Adresse),
      404: reponse('Version introuvable', Erreur),
      ...REFUS_COMMUNS,
    },
  })
  app.openapi(dossier, async (c) => {
    const { dep, exercice, numero } = c.req.valid('param')
    const chaine = { departement: dep, exercice }
    const version = await exigerVersion(services, chaine, numero)
    const octets = zipper(await composer(services, chaine, version), version.declaration.le)
    const somme = await empreinte(octets, crypto.subtle)
    await coffre.garderDossier(chaine, somme, octets)
    await evenements.noter(chaine, 'telechargee', c.get('agent'), { version: numero, quoi: 'dossier' })
    return c.json({ url: await coffre.urlDossier(chaine, somme, nomDossier(version.declaration)) }, 200)
  })

  const exporter = createRoute({
    method: 'get',
    path: `${EXERCICE}/export`,
    summary: 'Obtenir l’adresse de toutes les versions d’un exercice en une archive (5 minutes)',
    security,
    request: { params: Chemin },
    responses: {
      200: reponse('Adresse', Adresse),
      422: reponse('Archive trop lourde', Erreur),
      ...REFUS_COMMUNS,
    },
  })
  app.openapi(exporter, async (c) => {
    const { dep, exercice } = c.req.valid('param')
    const chaine = { departement: dep, exercice }
    const toutes = await versions.lister(chaine)
    const poids = toutes.reduce((somme, v) => somme + v.declaration.taille, 0)
    if (poids > EXPORT_MAX)
      throw new Refus(
        422,
        'DEMANDE_TROP_GRANDE',
        'Les versions de cet exercice pèsent ensemble plus de 200 Mo : téléchargez leurs dossiers un par un.',
      )
    const fichiers: Record<string, Uint8Array> = {}
    for (const version of toutes)
      for (const [nom, octets] of Object.entries(await composer(services, chaine, version)))
        fichiers[`version-${version.declaration.numero}/${nom}`] = octets
    fichiers['journal.json'] = new TextEncoder().encode(
      JSON.stringify(await evenements.lister(chaine, 100_000)),
    )
    const le = services.bureau.horloge().toISOString()
    const octets = zipper(fichiers, le)
    const somme = await empreinte(octets, crypto.subtle)
    await coffre.garderDossier(chaine, somme, octets)
    await evenements.noter(chaine, 'exportee', c.get('agent'), { versions: toutes.length })
    const nom = `CDPPE_${dep}_${exercice}_toutes-les-versions.zip`
    return c.json({ url: await coffre.urlDossier(chaine, somme, nom) }, 200)
  })

  const journal = createRoute({
    method: 'get',
    path: `${EXERCICE}/journal`,
    summary: 'Lire le journal d’un exercice, le plus récent d’abord',
    security,
    request: { params: Chemin },
    responses: { 200: reponse('Journal', JournalChaine), ...REFUS_COMMUNS },
  })
  app.openapi(journal, async (c) => {
    const { dep, exercice } = c.req.valid('param')
    const lus = await evenements.lister({ departement: dep, exercice }, EVENEMENTS_MAX)
    return c.json(
      {
        evenements: lus.map(({ evenement, le, agent, details }) => ({
          evenement,
          le,
          agent: agent && { prenom: agent.prenom, nom: agent.nom },
          details,
        })),
      },
      200,
    )
  })
  return app
}
