import { compter, ouvrirDisposition, trouve } from './disposition.ts'
import { DISPOSITIONS } from './toutes.ts'

/** Prints, for each layout, the columns that were found right without help, out of all. */
let justes = 0
let total = 0
for (const d of DISPOSITIONS) {
  const lu = trouve(await ouvrirDisposition(d))
  const n = compter(d, lu)
  justes += n.justes
  total += n.total
  console.log(`${d.nom.padEnd(76)} ${String(n.justes).padStart(3)} / ${String(n.total)}`)
  if (n.justes < n.total) console.log(JSON.stringify({ attendu: d.attendu, lu }, null, 1))
}
console.log(`${'Toutes les dispositions'.padEnd(76)} ${String(justes).padStart(3)} / ${String(total)}`)
