import { OpenAPIHono } from '@hono/zod-openapi'
import type { LambdaEvent } from 'hono/aws-lambda'
import type { Classeur } from '../../shared/classeur/classeur.ts'
import type { Rapport } from '../../shared/controle/rapport.ts'
import type { Referentiel } from '../../shared/referentiel/referentiel.ts'
import type { Depot } from '../depot/depot.ts'
import type { Bureau } from '../transmission/bureau.ts'
import type { Configuration } from './configuration.ts'
import type { Role } from './droits.ts'
import { Refus } from './erreurs.ts'
import type { Habilitations } from './habilitation.ts'
import type { Identites } from './identite.ts'
import type { Jetons } from './jetons.ts'

/** The agent who asks, as our own token states it. */
export interface Agent {
  sub: string
  prenom: string
  nom: string
  courriel: string
  siret: string
  /** The one that the agent acts for; of somebody who follows several, the first. */
  departement: { code: string; nom: string }
  /** All those that the agent may read. */
  departements: readonly { code: string; nom: string }[]
  roles: readonly Role[]
}

/** What the routes work with. */
export interface Services {
  configuration: Configuration
  bureau: Bureau & { depot: Depot }
  jetons: Jetons
  identites: Identites
  habilitations: Habilitations
  lireClasseur: (octets: Uint8Array, nom: string) => Promise<Classeur>
  controler: (
    classeur: Classeur,
    options: { exercice: number; referentiels: readonly Referentiel[] },
  ) => Rapport
}

export interface Env {
  Bindings: { event?: LambdaEvent }
  Variables: { agent: Agent; reference: string }
}

/** An app whose refused inputs are told in French, by field, without what was sent. */
export function nouvelleApp(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>({
    defaultHook: (lecture) => {
      if (lecture.success) return
      const champs = [...new Set(lecture.error.issues.map((i) => i.path.join('.')).filter(Boolean))]
      throw new Refus(
        400,
        'DEMANDE_INVALIDE',
        champs.length
          ? `La demande n’est pas valable : ${champs.length > 1 ? 'champs à revoir' : 'champ à revoir'} ${champs.slice(0, 8).join(', ')}.`
          : 'La demande n’est pas valable.',
        { champs },
      )
    },
  })
}
