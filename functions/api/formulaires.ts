import { createRoute } from '@hono/zod-openapi'
import { formulairePresume } from '../../shared/eusurvey/formulaire-presume.ts'
import type { Formulaire as FormulaireEuSurvey } from '../../shared/eusurvey/formulaire.ts'
import type { Reglage } from '../depot/reglages.ts'
import { nouvelleApp } from './contexte.ts'
import type { Services } from './contexte.ts'
import { regler } from './regler.ts'
import { corps, EntetesIdempotence, Erreur, reponse, REFUS_COMMUNS } from './schemas.ts'
import { CheminFormulaire, DemandeFormulaire, Formulaire } from './schemas-saisie.ts'

const CHEMIN = '/api/v1/formulaires/{exercice}'
const security = [{ jeton: [] }]
const nomDe = (exercice: number): string => `formulaire-${exercice}`

type Modifiable = Omit<FormulaireEuSurvey, 'exercice'>

/** The form of an exercice as it stands: what an administrateur said last, or what is presumed. */
export async function formulaireEnVigueur(
  { bureau }: Services,
  exercice: number,
): Promise<{ formulaire: FormulaireEuSurvey; reglage: Reglage | null }> {
  const reglage = await bureau.depot.reglages.dernier(nomDe(exercice))
  const formulaire = reglage ? { exercice, ...(reglage.valeur as Modifiable) } : formulairePresume(exercice)
  return { formulaire, reglage }
}

const vue = (formulaire: FormulaireEuSurvey, reglage: Reglage | null) => ({
  ...formulaire,
  modifie: reglage && {
    le: reglage.le,
    par: { prenom: reglage.auteur.prenom, nom: reglage.auteur.nom },
  },
})

/** The fields of the EUSurvey form: read by all, changed by an administrateur. */
export function routesFormulaires(services: Services) {
  const app = nouvelleApp()

  const lire = createRoute({
    method: 'get',
    path: CHEMIN,
    summary: 'Lire les champs du formulaire EUSurvey d’un exercice',
    security,
    request: { params: CheminFormulaire },
    responses: { 200: reponse('Formulaire', Formulaire), ...REFUS_COMMUNS },
  })
  app.openapi(lire, async (c) => {
    const { formulaire, reglage } = await formulaireEnVigueur(services, c.req.valid('param').exercice)
    return c.json(vue(formulaire, reglage), 200)
  })

  const modifier = createRoute({
    method: 'post',
    path: CHEMIN,
    summary: 'Modifier les champs du formulaire EUSurvey d’un exercice',
    security,
    request: { params: CheminFormulaire, headers: EntetesIdempotence, body: corps(DemandeFormulaire) },
    responses: {
      201: reponse('Formulaire', Formulaire),
      409: reponse('Modifié au même moment', Erreur),
      422: reponse('Clé d’une autre demande', Erreur),
      ...REFUS_COMMUNS,
    },
  })
  app.openapi(modifier, async (c) => {
    const { exercice } = c.req.valid('param')
    const valeur: Modifiable = c.req.valid('json')
    const cle = c.req.valid('header')['idempotency-key']
    const reglage = await regler(services, nomDe(exercice), valeur, c.get('agent'), cle)
    return c.json(vue({ exercice, ...(reglage.valeur as Modifiable) }, reglage), 201)
  })
  return app
}
