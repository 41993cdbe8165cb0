import { createRoute, z } from '@hono/zod-openapi'
import { html } from 'hono/html'
import { randomNonce, randomState } from 'openid-client'
import { nouvelleApp } from './contexte.ts'
import type { Services } from './contexte.ts'
import { SansRattachement } from './entra.ts'
import { FOURNISSEURS } from './identite.ts'
import { effacerTemoin, lireTemoin, poserTemoin } from './temoins.ts'

const Fournisseur = z.enum(FOURNISSEURS)
const EnCours = z.object({
  state: z.string(),
  nonce: z.string(),
  retour: z.string(),
  /** The one that was asked, and the only one that may answer. */
  fournisseur: Fournisseur,
})

/** Keeps a path of ours, and only that: never another site, whatever the spelling. */
export function cheminDeRetour(demande: string | undefined, origine: string): string {
  if (!demande || demande.length > 500 || !/^\/[^/\\]|^\/$/.test(demande) || /[\p{Cc}\\]/u.test(demande))
    return '/'
  const adresse = new URL(demande, origine)
  if (adresse.origin !== new URL(origine).origin || adresse.pathname.startsWith('//')) return '/'
  return adresse.pathname + adresse.search + adresse.hash
}

type Html = ReturnType<typeof html>

function page(titre: string, phrases: (string | Html)[]) {
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

/** Which of the two, where there are two. */
function pageChoix(retour: string) {
  const lien = (fournisseur: string, texte: string): Html =>
    html`<a href="/api/connexion?${new URLSearchParams({ fournisseur, retour }).toString()}">${texte}</a>`
  return page('Se connecter', [
    'Choisissez le compte avec lequel vous travaillez pour votre département ou pour l’État.',
    lien('proconnect', 'Se connecter avec ProConnect'),
    lien('entra', 'Se connecter avec le compte Microsoft de votre organisme'),
  ])
}

function pageSansRattachement({ trop }: SansRattachement) {
  return page('Votre compte n’a pas accès à ce service', [
    'Vous êtes bien identifié, mais votre compte Microsoft n’est rattaché à aucun département dans ce service.',
    trop
      ? 'Votre compte appartient à trop de groupes pour que Microsoft les communique. Demandez au service informatique de votre organisme de ne transmettre à cette application que les groupes qui lui sont affectés.'
      : 'Si vous travaillez pour un département, demandez au service informatique de votre organisme de vous ajouter au groupe des utilisateurs de ce service.',
  ])
}

const PAGE = { 'text/html': { schema: z.string() } }

/** Sign-in: to the identity provider and back. */
export function routesConnexion({ configuration, identites, jetons, bureau, habilitations }: Services) {
  const { origine } = configuration
  const app = nouvelleApp()

  const aller = createRoute({
    method: 'get',
    path: '/api/connexion',
    summary: 'Se connecter',
    request: { query: z.object({ retour: z.string().optional(), fournisseur: Fournisseur.optional() }) },
    responses: {
      200: { description: 'Le choix du fournisseur d’identité, où il y en a deux', content: PAGE },
      302: { description: 'Vers le fournisseur d’identité' },
      503: { description: 'Le fournisseur d’identité ne répond pas', content: PAGE },
    },
  })
  app.openapi(aller, async (c) => {
    const demande = c.req.valid('query')
    const retour = cheminDeRetour(demande.retour, origine)
    if (demande.fournisseur === undefined && identites.entra) return c.html(pageChoix(retour), 200)
    // One that the deployment does not have is the one that it has.
    const fournisseur = identites.entra ? demande.fournisseur! : 'proconnect'
    const identite = identites[fournisseur]!
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
    const enCours = { state, nonce, retour, fournisseur } satisfies z.infer<typeof EnCours>
    poserTemoin(c, 'connexion', await jetons.emettre('connexion', enCours), origine)
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
    const identite = enCours.success ? identites[enCours.data.fournisseur] : null
    if (!enCours.success || !identite) return interrompue()
    let personne
    try {
      personne = await identite.echanger(new URL(c.req.url).search.slice(1), enCours.data)
    } catch (erreur) {
      if (erreur instanceof SansRattachement) return c.html(pageSansRattachement(erreur), 403)
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
