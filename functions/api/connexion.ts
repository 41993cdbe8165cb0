import { createRoute, z } from '@hono/zod-openapi'
import { html } from 'hono/html'
import { randomNonce, randomState } from 'openid-client'
import { nouvelleApp } from './contexte.ts'
import type { Services } from './contexte.ts'
import { effacerTemoin, lireTemoin, poserTemoin } from './temoins.ts'

const EnCours = z.object({ state: z.string(), nonce: z.string(), retour: z.string() })

/** Keeps a path of ours, and only that: never another site, whatever the spelling. */
export function cheminDeRetour(demande: string | undefined, origine: string): string {
  if (!demande || demande.length > 500 || !/^\/[^/\\]|^\/$/.test(demande) || /[\p{Cc}\\]/u.test(demande))
    return '/'
  const adresse = new URL(demande, origine)
  if (adresse.origin !== new URL(origine).origin || adresse.pathname.startsWith('//')) return '/'
  return adresse.pathname + adresse.search + adresse.hash
}

function page(titre: string, phrases: string[]) {
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${titre} – CDPPE</title>
      </head>
      <body>
        <main>
          <h1>${titre}</h1>
          ${phrases.map((phrase) => html`<p>${phrase}</p>`)}
          <p><a href="/">Revenir à la page d’accueil</a></p>
        </main>
      </body>
    </html>`
}

const PAGE = { 'text/html': { schema: z.string() } }

/** Sign-in: to the identity provider and back. */
export function routesConnexion({ configuration, identite, jetons, bureau, habilitations }: Services) {
  const { origine } = configuration
  const app = nouvelleApp()

  const aller = createRoute({
    method: 'get',
    path: '/api/connexion',
    summary: 'Se connecter',
    request: { query: z.object({ retour: z.string().optional() }) },
    responses: {
      302: { description: 'Vers le fournisseur d’identité' },
      503: { description: 'Le fournisseur d’identité ne répond pas', content: PAGE },
    },
  })
  app.openapi(aller, async (c) => {
    const state = randomState()
    const nonce = randomNonce()
    let adresse: URL
    try {
      adresse = await identite.adresseConnexion(state, nonce)
    } catch (erreur) {
      bureau.journal.panne('connexion-fournisseur', erreur, { reference: c.get('reference') })
      return c.html(
        page('Connexion impossible pour le moment', [
          'Le service d’identification ne répond pas. Réessayez dans quelques minutes : votre classeur n’est pas touché.',
        ]),
        503,
      )
    }
    const retour = cheminDeRetour(c.req.valid('query').retour, origine)
    poserTemoin(c, 'connexion', await jetons.emettre('connexion', { state, nonce, retour }), origine)
    return c.redirect(adresse.href, 302)
  })

  const revenir = createRoute({
    method: 'get',
    path: '/api/connexion/retour',
    summary: 'Retour du fournisseur d’identité',
    responses: {
      302: { description: 'Connecté : vers la page demandée' },
      400: { description: 'Connexion interrompue', content: PAGE },
      403: { description: 'Organisme sans département', content: PAGE },
    },
  })
  app.openapi(revenir, async (c) => {
    const temoin = lireTemoin(c, 'connexion')
    effacerTemoin(c, 'connexion', origine)
    const enCours = EnCours.safeParse(temoin ? await jetons.lire('connexion', temoin) : undefined)
    const interrompue = () =>
      c.html(
        page('Connexion interrompue', [
          'La demande de connexion a expiré, a été annulée ou a déjà servi. Connectez-vous de nouveau.',
        ]),
        400,
      )
    if (!enCours.success) return interrompue()
    let personne
    try {
      personne = await identite.echanger(new URL(c.req.url).search.slice(1), enCours.data)
    } catch (erreur) {
      bureau.journal.panne('connexion-retour', erreur, { reference: c.get('reference') })
      return interrompue()
    }
    if (!(await habilitations.de(personne)))
      return c.html(
        page('Votre organisme n’a pas accès à ce service', [
          `Vous êtes bien identifié, mais le numéro SIRET de votre organisme (${personne.siret}) n’est rattaché à aucun département dans ce service.`,
          'Si vous travaillez pour un département, demandez à l’administrateur du service d’ajouter ce numéro ; si vous suivez des départements pour l’État ou l’ARS, demandez-lui de vous les confier.',
        ]),
        403,
      )
    poserTemoin(c, 'session', await jetons.emettre('session', { ...personne }), origine)
    return c.redirect(cheminDeRetour(enCours.data.retour, origine), 302)
  })
  return app
}
