import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Referentiel } from '../../../shared/referentiel/referentiel.ts'
import { REFERENTIELS } from '../../../shared/referentiel/registre.ts'
import { FICHIERS_HOSTILES } from '../../../test/hostiles/generer.ts'

/** The command line as a script sees it: what it prints, where, and its exit code. */

const RACINE = fileURLToPath(new URL('../../../', import.meta.url))
const EXEMPLES = join(RACINE, 'addin/public/exemples')
const PAS_DE_CALAIS = join(EXEMPLES, 'CDPPE_62_Pas-de-Calais_2020-2022.xlsx')
const CONFORME = join(EXEMPLES, 'CDPPE_conforme_2020-2022.xlsx')

/** Loaded before the command: says on the last line of stderr how much memory the process took at most, in kB. */
const MESURE =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\nmaxrss="+process.resourceUsage().maxRSS))'

function cdppe(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', MESURE, join(RACINE, 'functions/local/cdppe.ts'), ...args],
    { encoding: 'utf8' },
  )
  const [erreur = '', memoire = ''] = stderr.split('\nmaxrss=')
  return { code: status, sortie: stdout, erreur, memoire: Number(memoire) * 1024 }
}

interface ConstatJson {
  regle: string
  gravite: string
  cellules: string[]
  message: string
  reference: { texte: string; article: string }
}
interface RapportJson {
  exercice: number
  referentiel: string
  statut: string
  constats: ConstatJson[]
  totaux: Record<string, number>
  plan: { actions: { numero: string; objectif: number | null; financements: Record<string, unknown>[] }[] }
}

let dossier: string
beforeAll(() => (dossier = mkdtempSync(join(tmpdir(), 'cdppe-cli-'))))
afterAll(() => rmSync(dossier, { recursive: true, force: true }))

/** One French sentence on one line, without a path, a stack or a word of machines. */
function exigerUneLigne(erreur: string) {
  expect(erreur.trimEnd()).not.toBe('')
  expect(erreur.trimEnd()).not.toContain('\n')
  expect(erreur).not.toMatch(/\bat \w+ \(|Error|node:|undefined|\/(tmp|home|work)\//)
}

describe('eligible', () => {
  it.each([
    [['9', 'ONDAM'], 0, 'oui'],
    [['Objectif 9', 'fir'], 1, 'non'],
    [['24', 'P304'], 0, 'sous-condition'],
    [['27', 'FIR'], 1, 'inconnu'],
    [['9', 'ONDAM', '--exercice', '2025'], 1, 'inconnu'],
    [['9', 'ONDAM', '--exercice=2024'], 0, 'oui'],
  ])('%j ends with %i: %s', (args, code, statut) => {
    const r = cdppe('eligible', ...args, '--json')
    expect(r.code).toBe(code)
    const json = JSON.parse(r.sortie) as Record<string, unknown>
    expect(Object.keys(json)).toEqual(
      expect.arrayContaining([
        'objectif',
        'enveloppe',
        'exercice',
        'referentiel',
        'statut',
        'certitude',
        'motif',
        'reference',
      ]),
    )
    expect(json['statut']).toBe(statut)
  })

  it.each([
    [['abc', 'FIR']],
    [['9', 'CAF']],
    [['9']],
    [['9', 'FIR', 'P304']],
    [['9', 'FIR', '--exercice', 'hier']],
    [['9', 'FIR', '--exercice']],
    [['9', 'FIR', '--rapide']],
  ])('%j is bad input', (args) => {
    const r = cdppe('eligible', ...args)
    expect([r.code, r.sortie]).toEqual([2, ''])
    exigerUneLigne(r.erreur)
  })
})

describe('montant', () => {
  it.each([
    ['250 000 € + 15 048 € (mallettes sensory baby test)', 0, 265_048, [250_000, 15_048]],
    ['58 273,59 €', 0, 58_273.59, [58_273.59]],
    ['(12,50)', 0, -12.5, [-12.5]],
    ['-12', 0, -12, [-12]],
    ['8 ETP de la CRIP', 1, null, []],
    ['200 000 € en 2020 et 119 406 € en 2021', 1, null, [200_000, 119_406]],
  ])('« %s »', (texte, code, montant, composantes) => {
    const r = cdppe('montant', texte, '--json')
    expect(r.code).toBe(code)
    expect(JSON.parse(r.sortie)).toMatchObject({ montant, composantes })
  })
})

describe('controler', () => {
  it('on Pas-de-Calais', () => {
    const r = cdppe('controler', PAS_DE_CALAIS, '--json')
    expect(r.code).toBe(1)
    const rapport = JSON.parse(r.sortie) as RapportJson
    expect(rapport).toMatchObject({ exercice: 2020, referentiel: '2020-2022', statut: 'bloquant' })
    expect(rapport.plan.actions.map((a) => a.numero)).toEqual(
      '1 2 3 4 5 6 7 8 9;9 BIS;10 11 12 13 14 15 16 17 18 21 22 19;15 BIS;20 25 23 24'
        .split(';')
        .flatMap((g) => (g.includes('BIS') ? [g] : g.split(' '))),
    )
    const de = (regle: string) => rapport.constats.filter((c) => c.regle === regle)
    expect(de('REF-02').map((c) => c.message)).toEqual([expect.stringMatching(/^Action 11 .*objectif 14/)])
    expect(de('REF-01').map((c) => c.message)).toEqual([
      expect.stringMatching(/^Action 15 BIS .*28 est inconnu du référentiel 2020-2022/),
      expect.stringMatching(/^Action 25 .*27 est inconnu du référentiel 2020-2022/),
    ])
    const courts = de('COF-01').map((c) => Number(/Objectif (\d+)/.exec(c.message)![1]))
    expect(courts).toEqual([1, 2, 4, 5, 6, 13, 22, 23])
    const depasses = de('BIL-13').map((c) =>
      /^Action (\S+(?: BIS)?) .*?dépenses (\S+)/.exec(c.message)!.slice(1),
    )
    expect(depasses).toEqual([
      ['2', 'exécutées'],
      ['7', 'exécutées'],
      ['8', 'exécutées'],
      ['8', 'engagées'],
      ['9', 'exécutées'],
      ['11', 'exécutées'],
      ['24', 'engagées'],
    ])
    expect(de('REF-03').map((c) => c.message)).toEqual([
      expect.stringMatching(/^L’objectif 4 est écrit sous 2/),
    ])
    expect(de('COH-01').map((c) => c.message)).toEqual([
      expect.stringMatching(/^Action 10 .*l’ensemble 2021 et 2022 a 2 valeurs/),
      expect.stringMatching(/^Action 15 .*2022 a 2 valeurs/),
    ])
    expect(de('NAT-01').map((c) => c.message)).toEqual([expect.stringMatching(/^Action 12 .*« ETP »/)])
    expect(de('ENV-01').concat(de('ENV-02'), de('ENV-03'))).toEqual([])
    for (const c of rapport.constats) {
      expect(c.cellules.length).toBeGreaterThan(0)
      for (const cellule of c.cellules) expect(cellule).toMatch(/^Plan d'action![A-K]\d+$/)
      expect(c.reference.texte.length).toBeGreaterThan(0)
      expect(c.reference.article.length).toBeGreaterThan(0)
    }
  })

  it('on the workbook that conforms, with its totals in euros', () => {
    const r = cdppe('controler', CONFORME, '--json')
    expect(r.code).toBe(0)
    expect(JSON.parse(r.sortie)).toMatchObject({
      statut: 'conforme',
      constats: [],
      totaux: { FIR: 1_050_000, P304: 2_140_000, ONDAM: 720_000, departement: 4_290_000, autres: 0 },
    })
    expect(cdppe('controler', CONFORME).sortie).toContain('0 point bloquant · 0 à justifier · 0 information')
  })

  it('counts the ONDAM in the co-financing where asked, and says which reading it took', () => {
    for (const lecture of ['exclu', 'inclus'])
      expect(JSON.parse(cdppe('controler', CONFORME, '--ondam', lecture, '--json').sortie)).toMatchObject({
        lectureOndam: lecture,
      })
    const faux = cdppe('controler', CONFORME, '--ondam=moitié')
    expect(faux.code).toBe(2)
    expect(faux.erreur).toContain('écrivez exclu ou inclus')
  })

  it('lets --exercice pick the référentiel', () => {
    const r = cdppe('controler', CONFORME, '--exercice', '2024', '--json')
    expect(JSON.parse(r.sortie)).toMatchObject({ exercice: 2024, referentiel: '2024' })
    const inconnu = cdppe('controler', CONFORME, '--exercice', '2026')
    expect([inconnu.code, inconnu.sortie]).toEqual([2, ''])
    expect(inconnu.erreur).toContain('Référentiel non chargé pour l’exercice 2026')
    exigerUneLigne(inconnu.erreur)
  })

  it.each([
    ['absent.xlsx', undefined, 'introuvable'],
    ['vide.xlsx', Buffer.alloc(0), 'vide'],
    ['page.xlsx', Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'Web'],
  ])('%s', (nom, octets, mot) => {
    const chemin = join(dossier, nom)
    if (octets) writeFileSync(chemin, octets)
    const r = cdppe('controler', chemin)
    expect([r.code, r.sortie]).toEqual([2, ''])
    exigerUneLigne(r.erreur)
    expect(r.erreur.toLowerCase()).toContain(mot.toLowerCase())
  })

  // The refusals that the reader's own tests reach; here through the whole command, with its memory.
  const familles = new Map(
    FICHIERS_HOSTILES.filter((f) => f.attendu !== 'lu').map((f) => [f.attendu, f] as const),
  )
  it.each([...familles.values()])('$nom: one line, exit 2, under 300 MB', ({ nom, octets }) => {
    const chemin = join(dossier, `${nom}.xlsx`)
    writeFileSync(chemin, octets())
    const r = cdppe('controler', chemin)
    rmSync(chemin)
    expect([r.code, r.sortie]).toEqual([2, ''])
    exigerUneLigne(r.erreur)
    expect(r.memoire).toBeLessThan(300e6)
  })
})

describe('comparer', () => {
  it('says that nothing differs', () => {
    expect(cdppe('comparer', CONFORME, CONFORME)).toMatchObject({ code: 0 })
  })
  it('says it in the words of the plan first', () => {
    const r = cdppe('comparer', CONFORME, PAS_DE_CALAIS)
    expect(r.code).toBe(1)
    expect(r.sortie).toMatch(/^Action 1 : /m)
    expect(r.sortie).toMatch(/^Action \S+ .*ajoutée : un avenant est nécessaire/m)
    expect(r.sortie.indexOf('changements dans le plan d’action')).toBeLessThan(
      r.sortie.indexOf('cellules diffèrent'),
    )
  })
  it('lists what differs, and refuses what it cannot read', () => {
    const r = cdppe('comparer', CONFORME, PAS_DE_CALAIS, '--json')
    expect(r.code).toBe(1)
    const json = JSON.parse(r.sortie) as {
      identique: boolean
      differences: { feuille: string; adresse: string }[]
    }
    expect(json.identique).toBe(false)
    expect(json.differences.find((d) => d.adresse === 'A7' || d.adresse === 'F7')?.feuille).toBe(
      "Plan d'action",
    )
    const mauvais = join(dossier, 'notes.txt')
    writeFileSync(mauvais, 'bonjour')
    expect(cdppe('comparer', CONFORME, mauvais).code).toBe(2)
    // Of two files, the one at fault is named.
    expect(cdppe('comparer', CONFORME, mauvais).erreur).toMatch(/^« notes\.txt » : ce fichier est un texte/)
    expect(cdppe('controler', CONFORME, '--referentiel', mauvais).erreur).toMatch(/« notes\.txt »/)
  })
})

describe('verifier', () => {
  it('refuses a file that is no proof', () => {
    const r = cdppe('verifier', CONFORME, CONFORME)
    expect([r.code, r.sortie]).toEqual([2, ''])
    exigerUneLigne(r.erreur)
    const vide = join(dossier, 'preuve.json')
    writeFileSync(vide, '{}')
    expect(cdppe('verifier', CONFORME, vide)).toMatchObject({ code: 1 })
  })
})

describe('publier', () => {
  it('writes a copy beside the original, says what it masked, and writes over nothing', async () => {
    const cahier = new ExcelJS.Workbook()
    cahier.addWorksheet('Contrat').addRows([
      ['IBAN', 'FR14 2004 1010 0505 0001 3M02 606'],
      ['Contact', '03 21 21 62 62'],
    ])
    const original = join(dossier, 'contrat.xlsx')
    await cahier.xlsx.writeFile(original)
    const avant = readFileSync(original)
    const copie = join(dossier, 'contrat-public.xlsx')
    const r = cdppe('publier', original, copie)
    expect([r.code, r.erreur]).toEqual([0, ''])
    expect(r.sortie.split('\n')).toEqual([
      'Contrat!B1 : IBAN.',
      'Contrat!B2 : numéro de téléphone.',
      'Copie écrite : « contrat-public.xlsx ». À regarder vous-même :',
      expect.stringMatching(/^- Relisez la copie avant de la publier/),
      '',
    ])
    expect(readFileSync(original).equals(avant)).toBe(true)
    const relu = new ExcelJS.Workbook()
    await relu.xlsx.readFile(copie)
    expect(relu.getWorksheet('Contrat')!.getCell('B1').value).toBe('[masqué]')
    for (const cible of [copie, original]) {
      const refus = cdppe('publier', original, cible)
      expect([refus.code, refus.sortie]).toEqual([2, ''])
      exigerUneLigne(refus.erreur)
    }
    expect(readFileSync(original).equals(avant)).toBe(true)
  })
})

describe('the rest', () => {
  it('helps, and says no to an unknown command', () => {
    expect(cdppe('aide')).toMatchObject({
      code: 0,
      sortie: expect.stringContaining('controler CLASSEUR.xlsx'),
    })
    const r = cdppe('effacer')
    expect([r.code, r.sortie]).toEqual([2, ''])
    exigerUneLigne(r.erreur)
  })

  it('lists the référentiels and the rules', () => {
    expect(cdppe('referentiels').sortie).toContain('2020-2022')
    expect(cdppe('referentiels', '2022', '2099').code).toBe(2)
    const regles = JSON.parse(cdppe('regles', '--json').sortie) as unknown[]
    expect(regles.length).toBeGreaterThan(176)
  })

  it('never changes the workbook that it reads', () => {
    const avant = readFileSync(PAS_DE_CALAIS)
    cdppe('controler', PAS_DE_CALAIS)
    expect(readFileSync(PAS_DE_CALAIS).equals(avant)).toBe(true)
  })
})

describe('--referentiel', () => {
  const dossier = mkdtempSync(join(tmpdir(), 'cdppe-referentiel-'))
  const fichier = join(dossier, 'essai.json')
  afterAll(() => rmSync(dossier, { recursive: true }))

  /** 2025 made of nothing but the shape of 2024: what it says is invented for the test. */
  const essai = (): Referentiel => {
    const r = structuredClone(REFERENTIELS[2]!) as Referentiel
    Object.assign(r, { id: 'essai-2025', exercices: [2025], version: '2027-01-01' })
    for (const e of r.echeances) e.exercice = 2025
    for (const d of r.dotations) d.exercices = [2025]
    return r
  }

  it('answers for an exercice that the product does not know, and says how to load its text without it', () => {
    writeFileSync(fichier, JSON.stringify(essai()))
    const sans = cdppe('eligible', '9', 'ONDAM', '--exercice', '2025')
    expect(sans.code).toBe(1)
    expect(sans.sortie).toContain('Référentiel non chargé pour l’exercice 2025')
    const avec = cdppe('eligible', '9', 'ONDAM', '--exercice', '2025', '--referentiel', fichier)
    expect([avec.code, avec.erreur]).toEqual([0, ''])
    expect(cdppe('referentiels', '2024', 'essai-2025', '--referentiel', fichier).sortie).toBe(
      'Aucune différence entre 2024 et essai-2025.\n',
    )
    const controle = cdppe('controler', CONFORME, '--exercice', '2025', '--json', '--referentiel', fichier)
    expect((JSON.parse(controle.sortie) as RapportJson).referentiel).toBe('essai-2025')
  })

  it('refuses a file that is not whole, on one line that lists what is to be completed', () => {
    writeFileSync(fichier, JSON.stringify({ ...essai(), id: '2024', titre: undefined }))
    const { code, erreur } = cdppe('referentiels', '--referentiel', fichier)
    expect(code).toBe(2)
    expect(erreur).toMatch(
      /^Le référentiel « essai\.json » n’est pas chargé\. \S+ points à compléter : [^\n]+\.\n$/,
    )
    expect(erreur).toContain('le référentiel 2024 est livré avec le produit et ne se remplace pas')
  })
})
