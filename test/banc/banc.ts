import { banqueDesDecisions } from './decisions.ts'
import { banqueDesPlans } from './plans.ts'

/**
 * `npm run bench`: decisions a second beside a bare Map in the same run, and a plan of 10,000 financing rows beside
 * one of 1,000. Figures to read, never asserted: they depend on the machine and on what else it does.
 */
console.log(banqueDesDecisions())
console.log(
  '\nObjectif : au moins 0,25 de la Map nue. publicodes et json-rules-engine ne sont pas installés : ils ne sont pas mesurés ici.\n',
)
console.log(banqueDesPlans())
console.log(
  '\nObjectif : règles seules sous 100 ms pour 10 000 financements, rapport voisin de 10 (linéaire).',
)
