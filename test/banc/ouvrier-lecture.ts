import { readFileSync } from 'node:fs'
import { createReadStream } from 'node:fs'

/** One reader in a process of its own: `node ouvrier-lecture.ts READER FILE` prints its cells, ms and peak memory. */

type Lecteur = (chemin: string) => Promise<number>

const LECTEURS: Record<string, Lecteur> = {
  nous: async (chemin) => {
    const { lireClasseur } = await import('../../functions/depot/lire-classeur.ts')
    const classeur = await lireClasseur(new Uint8Array(readFileSync(chemin)), 'banc.xlsx')
    let n = 0
    for (const f of classeur.feuilles) for (const l of f.lignes.values()) n += l.size
    return n
  },
  hucre: async (chemin) => {
    const { streamXlsxRows } = await import('hucre/xlsx')
    let n = 0
    for await (const ligne of streamXlsxRows(new Uint8Array(readFileSync(chemin)))) n += ligne.values.length
    return n
  },
  sheetjs: async (chemin) => {
    const { read } = await import('@e965/xlsx')
    const classeur = read(readFileSync(chemin), { cellFormula: true, cellNF: true })
    let n = 0
    for (const f of Object.values(classeur.Sheets))
      for (const a of Object.keys(f)) if (!a.startsWith('!')) n++
    return n
  },
  exceljs: async (chemin) => {
    const { default: ExcelJS } = await import('exceljs')
    const lecteur = new ExcelJS.stream.xlsx.WorkbookReader(createReadStream(chemin), {
      sharedStrings: 'cache',
      styles: 'cache',
      worksheets: 'emit',
    })
    let n = 0
    for await (const feuille of lecteur) for await (const ligne of feuille) n += ligne.actualCellCount
    return n
  },
}

const [, , nom, chemin] = process.argv
const debut = performance.now()
const cellules = await LECTEURS[nom!]!(chemin!)
const ms = performance.now() - debut
console.log(JSON.stringify({ cellules, ms, mo: process.resourceUsage().maxRSS / 1024 }))
