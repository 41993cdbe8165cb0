import { banqueDesDecisions } from './decisions.ts'
import { banqueDesLecteurs } from './lecteurs.ts'
import { banqueDesMoteurs } from './moteurs.ts'
import { banqueDesPlans } from './plans.ts'

/**
 * `npm run bench`: decisions a second beside a bare Map and two rule engines, a plan of 10,000 financing rows beside one
 * of 1,000, and the reader of workbooks beside three others. Figures to read, never asserted: they depend on the machine and on what else it does.
 */
console.log(banqueDesDecisions())
console.log('\nObjectif : au moins 0,25 de la Map nue.\n')
console.log(await banqueDesMoteurs())
console.log('\nObjectif : au moins 1 000 fois publicodes.\n')
console.log(banqueDesPlans())
console.log(
  '\nObjectif : règles seules sous 100 ms pour 10 000 financements, rapports voisins de 10 et de 2 (linéaire).',
)
console.log(`\n${await banqueDesLecteurs()}`)
console.log('\nObjectif : plus rapide que le plus rapide des autres, sous 250 Mo.')
