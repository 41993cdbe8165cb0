/**
 * Reads every .xlsx, .xlsm and .xltx under a folder and compares each cell with SheetJS's reading.
 *
 *     node test/corpus/comparer.ts FOLDER [--exemples N]
 *
 * Prints what was read, refused (by code) and different (by kind, with examples). Exit code 1 when a file
 * crashed, hung for 10 seconds, or gave an error that is not a refusal.
 */
import { once } from 'node:events'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import type { Bilan, Difference } from './comparaison.ts'

const DELAI = 10_000

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { exemples: { type: 'string', default: '3' } },
})
const dossier = positionals[0]
if (dossier === undefined) {
  console.error('node test/corpus/comparer.ts FOLDER [--exemples N]')
  process.exit(2)
}

const nouvelOuvrier = () => new Worker(new URL('ouvrier.ts', import.meta.url))
let ouvrier = nouvelOuvrier()

/** One file, or how it failed to answer. */
async function interroger(chemin: string): Promise<Bilan | 'bloqué' | 'arrêté'> {
  const delai = AbortSignal.timeout(DELAI)
  ouvrier.postMessage(chemin)
  try {
    const [bilan] = (await once(ouvrier, 'message', { signal: delai })) as [Bilan]
    return bilan
  } catch {
    await ouvrier.terminate()
    ouvrier = nouvelOuvrier()
    return delai.aborted ? 'bloqué' : 'arrêté'
  }
}

const issues = new Map<string, string[]>()
const genres = new Map<
  string,
  { nombre: number; fichiers: number; exemples: (Difference & { fichier: string })[] }
>()
const total = { cellules: 0, formules: 0, feuilles: 0, differentes: 0, plusLong: 0, lequel: '' }

const chemins = globSync('**/*.{xlsx,xlsm,xltx,xltm}', { cwd: dossier }).sort()
for (const chemin of chemins) {
  const bilan = await interroger(join(dossier, chemin))
  const issue = typeof bilan === 'string' ? bilan : bilan.issue
  const detail = typeof bilan === 'string' || bilan.detail === '' ? '' : ` (${bilan.detail})`
  issues.set(issue, [...(issues.get(issue) ?? []), chemin + detail])
  if (typeof bilan === 'string') continue
  total.cellules += bilan.cellules
  total.formules += bilan.formules
  total.feuilles += bilan.feuilles
  total.differentes += bilan.differentes
  if (bilan.duree > total.plusLong) Object.assign(total, { plusLong: bilan.duree, lequel: chemin })
  for (const [nom, nombre] of Object.entries(bilan.genres)) {
    const genre = genres.get(nom) ?? { nombre: 0, fichiers: 0, exemples: [] }
    genres.set(nom, genre)
    genre.nombre += nombre
    genre.fichiers++
    for (const difference of bilan.differences)
      if (difference.genre === nom && genre.exemples.length < Number(values.exemples))
        genre.exemples.push({ ...difference, fichier: chemin })
  }
}
await ouvrier.terminate()

const lus = issues.get('lu')?.length ?? 0
console.log(
  `${String(chemins.length)} fichiers : ${String(lus)} lus, ${String(chemins.length - lus)} refusés`,
)
for (const [issue, fichiers] of [...issues].sort()) {
  if (issue === 'lu') continue
  console.log(`  ${issue} : ${String(fichiers.length)}`)
  for (const fichier of fichiers) console.log(`    ${fichier}`)
}
console.log(
  `${String(total.feuilles)} feuilles, ${String(total.cellules)} cellules dont ${String(total.formules)} formules ; ${String(total.differentes)} différentes de SheetJS`,
)
console.log(`le plus long : ${total.plusLong.toFixed(0)} ms (${total.lequel})`)
for (const [nom, { nombre, fichiers, exemples }] of [...genres].sort((a, b) => b[1].nombre - a[1].nombre)) {
  console.log(`  ${nom} : ${String(nombre)} dans ${String(fichiers)} fichiers`)
  for (const { fichier, ou, nous, eux } of exemples)
    console.log(`    ${fichier} ${ou}\n      nous ${nous.slice(0, 200)}\n      eux  ${eux.slice(0, 200)}`)
}
const fautes = ['inattendu', 'bloqué', 'arrêté'].filter((issue) => issues.has(issue))
process.exit(fautes.length > 0 ? 1 : 0)
