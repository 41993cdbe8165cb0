import { handle } from 'hono/aws-lambda'
import type { LambdaContext, LambdaEvent } from 'hono/aws-lambda'
import { creerApp } from './app.ts'
import { assemblerServices } from './assembler.ts'
import { lireConfiguration } from './configuration.ts'

type Gestionnaire = ReturnType<typeof handle>

let gestionnaire: Gestionnaire | undefined

/** The Lambda of the API (payload format 2.0). Assembled at the first call, and kept. */
export function handler(evenement: LambdaEvent, contexte?: LambdaContext): ReturnType<Gestionnaire> {
  gestionnaire ??= handle(creerApp(assemblerServices(lireConfiguration())))
  return gestionnaire(evenement, contexte)
}
