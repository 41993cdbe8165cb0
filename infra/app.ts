import { construire, creerApplication } from './application.ts'
import { PAQUETS, verifierPaquets } from './paquets.ts'
import { lireParametres } from './parametres.ts'

/**
 * The deployment. Run: npx cdk synth --app "node infra/app.ts" -c environnement=infra/environnements/FILE.json
 * after the site's build and `node infra/empaqueter.ts`.
 */
const app = creerApplication()
verifierPaquets(PAQUETS)
construire(app, lireParametres(app.node), PAQUETS)
app.synth()
