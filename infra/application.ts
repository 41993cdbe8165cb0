import { readFileSync } from 'node:fs'
import { App, Tags, Validations } from 'aws-cdk-lib'
import drapeaux from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' }
import { AwsSolutionsChecks } from 'cdk-nag'
import { manifestePour } from './manifeste.ts'
import type { Paquets } from './paquets.ts'
import type { Parametres } from './parametres.ts'
import { PileDonnees } from './piles/donnees.ts'
import { PileService } from './piles/service.ts'
import { PileSite } from './piles/site.ts'

const MANIFESTE = new URL('../manifest.xml', import.meta.url)

export interface Piles {
  donnees: PileDonnees
  service: PileService
  site: PileSite
}

/**
 * The behaviours that the CDK recommends today, but strong references: what another stack uses of the data cannot
 * be removed or replaced under it.
 */
const DRAPEAUX = { ...drapeaux, '@aws-cdk/core:defaultCrossStackReferences': 'strong' }

/** An app with these behaviours. */
export function creerApplication(props: { outdir?: string; context?: Record<string, unknown> } = {}): App {
  return new App({ ...props, context: { ...DRAPEAUX, ...props.context }, analyticsReporting: false })
}

/** The stacks of one environment, checked by cdk-nag at synthesis. */
export function construire(app: App, parametres: Parametres, paquets: Paquets): Piles {
  const nom = (pile: string) => `cdppe-${parametres.nom}-${pile}`
  const env = { region: parametres.region }
  const origine = `https://${parametres.domaine}`
  const donnees = new PileDonnees(app, nom('donnees'), { env, origine, rotations: parametres.rotations })
  const service = new PileService(app, nom('service'), {
    env,
    parametres,
    paquets,
    donnees,
    origine,
  })
  const site = new PileSite(app, nom('site'), {
    env,
    parametres,
    dossier: paquets.site,
    manifeste: manifestePour(readFileSync(MANIFESTE, 'utf8'), origine),
    api: service.api,
    depots: `https://${donnees.classeurs.bucketRegionalDomainName}`,
  })
  Tags.of(app).add('produit', 'cdppe')
  Tags.of(app).add('environnement', parametres.nom)
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return { donnees, service, site }
}
