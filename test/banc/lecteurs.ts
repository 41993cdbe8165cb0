import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { tableau } from './mesurer.ts'

/** The reader beside hucre's stream, SheetJS and exceljs on one large workbook, each in a process of its own. */

const LIGNES = 100_000
const COLONNES = 12
const PASSES = 3

async function ecrire(chemin: string): Promise<void> {
  const classeur = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: chemin,
    useStyles: true,
    useSharedStrings: true,
  })
  const feuille = classeur.addWorksheet('Données')
  for (let i = 0; i < LIGNES; i++)
    feuille
      .addRow(
        Array.from({ length: COLONNES }, (_, j) =>
          j === 0 ? i + 1 : j % 3 === 1 ? `Libellé ${(i * 7 + j) % 5_000}` : (i * 31 + j * 17) / 100,
        ),
      )
      .commit()
  feuille.commit()
  await classeur.commit()
}

interface Passe {
  cellules: number
  ms: number
  mo: number
}

const ouvrier = new URL('ouvrier-lecture.ts', import.meta.url).pathname
const passer = (lecteur: string, chemin: string) =>
  JSON.parse(execFileSync(process.execPath, [ouvrier, lecteur, chemin], { encoding: 'utf8' })) as Passe

/** The table of the readers: best of three passes taken in turns, and the peak memory of the whole process. */
export async function banqueDesLecteurs(): Promise<string> {
  const dossier = mkdtempSync(join(tmpdir(), 'banc-'))
  try {
    const chemin = join(dossier, 'banc.xlsx')
    await ecrire(chemin)
    const lecteurs = {
      nous: 'Le nôtre, toutes gardes',
      hucre: 'hucre, flux',
      sheetjs: '@e965/xlsx (SheetJS)',
      exceljs: 'exceljs, flux',
    }
    const passes = new Map<string, Passe[]>(Object.keys(lecteurs).map((l) => [l, []]))
    for (let i = 0; i < PASSES; i++) for (const [l, p] of passes) p.push(passer(l, chemin))
    const mo = (statSync(chemin).size / 1e6).toFixed(1)
    return tableau(
      [`Lecture de 100 000 × 12 (${mo} Mo)`, 'cellules', 'durée', 'mémoire'],
      Object.entries(lecteurs).map(([l, nom]) => {
        const p = passes.get(l)!
        return [
          nom,
          p[0]!.cellules.toLocaleString('fr-FR'),
          `${(Math.min(...p.map((x) => x.ms)) / 1000).toFixed(2)} s`,
          `${Math.round(Math.max(...p.map((x) => x.mo)))} Mo`,
        ]
      }),
    )
  } finally {
    rmSync(dossier, { recursive: true })
  }
}
