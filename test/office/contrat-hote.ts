import type { HoteClasseur } from '../../addin/hote/hote.ts'
import { decouperReference, lireAdresse } from '../../shared/classeur/adresse.ts'
import { celluleEn } from '../../shared/classeur/classeur.ts'
import type { Cellule, Classeur } from '../../shared/classeur/classeur.ts'
import type { Marque } from '../../shared/controle/marques.ts'
import { AUTRE, PLAN, classeurContrat } from './classeur-contrat.ts'

/** A host at work, with the eyes and hands of a person beside it. */
export interface BancHote {
  hote: HoteClasseur
  /** The host can select several areas at once; one that cannot selects the first. */
  plusieursAires: boolean
  /** What is selected now: « Feuille!A1:B2,C3 », the sheet's name as it is, its areas in any order. */
  selection(): Promise<string>
  /** What a person sees of a cell beside its value: its fill ('#RRGGBB') and its note. */
  aspect(cellule: string): Promise<Aspect>
  /** Gives a cell a fill of its own, as a person would. */
  colorier(cellule: string, fond: string): Promise<void>
  /** Types a number into a cell, as a person would. */
  taper(cellule: string, valeur: number): Promise<void>
  /** Lets pass the time that the host waits, at rest, before it tells of a change. */
  repos(): Promise<void>
  fermer(): Promise<void>
}

export interface Aspect {
  fond: string | null
  note: string | null
}

/** Makes a host over this workbook, opened as from a file and not changed since. */
export type FabriqueHote = (classeur: Classeur) => Promise<BancHote>

export interface EpreuveHote {
  titre: string
  /** Rejects when the host does not hold to the contract. */
  derouler(fabrique: FabriqueHote): Promise<void>
}

/** Two neighbours, a cell that is blank, and one of another sheet. */
const MARQUES: readonly Marque[] = [
  { cellule: `${PLAN}!B4`, fond: '#F9C6C6', note: 'Point bloquant (COF-01)\nIl manque 72 000 €.' },
  { cellule: `${PLAN}!C4`, fond: '#F9C6C6', note: 'Point bloquant (COF-01)\nIl manque 72 000 €.' },
  { cellule: `${PLAN}!B10`, fond: '#FFE3A3', note: 'Point à justifier (FIC-02)\nRubrique vide.' },
  { cellule: `${AUTRE}!B2`, fond: '#CFE4F7', note: 'Information (LEC-01)\n« Total ».' },
]

/** What any host of the pane must do: one list, run on Excel's adapter and on the grid's. */
export const CONTRAT_HOTE: readonly EpreuveHote[] = [
  epreuve('gives the file name with its extension', async ({ hote }) => {
    egal(await hote.nom(), 'CDPPE_62_contrat.xlsx')
  }),

  epreuve('gives every sheet, in order, hidden ones said to be', async ({ hote }) => {
    const { feuilles } = await hote.lire()
    egal(
      feuilles.map((f) => [f.nom, f.etat]),
      [
        [PLAN, 'visible'],
        [AUTRE, 'visible'],
        ['Listes', 'masquee'],
        ['Vide', 'visible'],
      ],
    )
  }),

  epreuve('gives values and formulas as they are, and nothing for blank cells', async ({ hote }) => {
    const attendu = classeurContrat()
    const lu = await hote.lire()
    for (const feuille of attendu.feuilles) {
      const autre = lu.feuilles.find((f) => f.nom === feuille.nom)
      egal(autre && contenu(autre.lignes), contenu(feuille.lignes), feuille.nom)
    }
  }),

  epreuve('keeps a date as its number, with a format that says it is a date', async ({ hote }) => {
    const cellule = await lue(hote, `${PLAN}!A7`)
    egal(cellule?.valeur, 44197)
    verifier(/y/i.test(cellule?.format ?? ''), `the date's format: ${cellule?.format}`)
  }),

  epreuve('gives merged cells', async ({ hote }) => {
    const plan = (await hote.lire()).feuilles.find((f) => f.nom === PLAN)
    egal(plan?.fusions, [{ ligne: 0, colonne: 0, derniereLigne: 0, derniereColonne: 2 }])
  }),

  epreuve('reads the same twice', async ({ hote }) => {
    egal(await hote.lire(), await hote.lire())
  }),

  epreuve('writes numbers, texts, booleans, and blanks', async ({ hote }) => {
    const ecrits: [string, string | number | boolean | null][] = [
      [`${PLAN}!B4`, 1234.56],
      [`${PLAN}!A5`, 'FIR'],
      [`${PLAN}!C5`, false],
      [`${PLAN}!B7`, null],
      [`${AUTRE}!C3`, -7],
    ]
    for (const [cellule, valeur] of ecrits) await hote.ecrire(cellule, valeur)
    for (const [cellule, valeur] of ecrits) egal((await lue(hote, cellule))?.valeur ?? null, valeur, cellule)
  }),

  epreuve('keeps a text a text, whatever it looks like', async ({ hote }) => {
    for (const texte of [
      '=1+1',
      '007',
      '1/2',
      '03/05/2016',
      '12,5',
      '12.5',
      '-12',
      '+3',
      'VRAI',
      'TRUE',
      '@a',
      "'x",
      '1 250 €',
    ]) {
      await hote.ecrire(`${PLAN}!A10`, texte)
      const cellule = await lue(hote, `${PLAN}!A10`)
      egal(cellule?.valeur, texte)
      egal(cellule?.formule, undefined, texte)
    }
  }),

  epreuve('never writes over a formula', async ({ hote }) => {
    await refuse(hote.ecrire(`${PLAN}!B6`, 1))
    await refuse(hote.ecrire(`${PLAN}!C6`, null))
    const cellule = await lue(hote, `${PLAN}!B6`)
    egal([cellule?.formule, cellule?.valeur], ['SUM(B4:B5)', 265048])
  }),

  epreuve('refuses a sheet or an address that is not there', async ({ hote }) => {
    await refuse(hote.ecrire('Feuille absente!A1', 1))
    await refuse(hote.ecrire(`${PLAN}!A0`, 1))
    await refuse(hote.selectionner(['Feuille absente!A1']))
  }),

  epreuve('selects a cell, on whichever sheet', async ({ hote, selection }) => {
    await hote.selectionner([`${AUTRE}!B2`])
    egal(await selection(), `${AUTRE}!B2`)
    await hote.selectionner([`${PLAN}!B4`])
    egal(await selection(), `${PLAN}!B4`)
  }),

  epreuve(
    'selects several cells and ranges at once, those of the first sheet',
    async ({ hote, selection, plusieursAires }) => {
      await hote.selectionner([`${PLAN}!B4`, `${AUTRE}!B2`, `${PLAN}!B5`, `${PLAN}!C7`, `${PLAN}!B4`])
      egal(
        (await selection())
          .slice(PLAN.length + 1)
          .split(',')
          .sort(),
        plusieursAires ? ['B4:B5', 'C7'] : ['B4:B5'],
      )
      await hote.selectionner([`${PLAN}!A3:C7`])
      egal(await selection(), `${PLAN}!A3:C7`)
    },
  ),

  epreuve('leaves the selection alone when there is nothing to select', async ({ hote, selection }) => {
    await hote.selectionner([`${PLAN}!B4`])
    await hote.selectionner([])
    egal(await selection(), `${PLAN}!B4`)
  }),

  epreuve('tells of a change by hand and by code, once at rest', async ({ hote, taper, repos }) => {
    const vues: unknown[] = []
    hote.surChangement(() => {
      vues.push(lue(hote, `${PLAN}!B4`).then((c) => c?.valeur))
    })
    await repos()
    vues.length = 0
    await taper(`${PLAN}!B4`, 1)
    await taper(`${PLAN}!B4`, 2)
    await taper(`${PLAN}!B4`, 3)
    await repete(repos, async () => (await vues.at(-1)) === 3, 'nothing was told of a change by hand')
    vues.length = 0
    await hote.ecrire(`${PLAN}!B4`, 4)
    await repete(repos, async () => (await vues.at(-1)) === 4, 'nothing was told of a change by code')
  }),

  epreuve(
    'gives after each change the very cells that a whole reading gives',
    async ({ hote, taper, repos }) => {
      let changements = 0
      hote.surChangement(() => void changements++)
      await repos()
      await hote.lire()
      for (const [n, cellule] of [`${PLAN}!B4`, `${AUTRE}!B9`, `${PLAN}!B4`].entries()) {
        const avant = changements
        await taper(cellule, 100 + n)
        await repete(repos, () => changements > avant, 'nothing was told of a change by hand')
        const relu = await hote.relireApresChangement()
        egal(celluleDe(relu, cellule)?.valeur, 100 + n)
        const entier = await hote.lire()
        for (const [i, feuille] of entier.feuilles.entries())
          egal(contenu(relu.feuilles[i]!.lignes), contenu(feuille.lignes), feuille.nom)
      }
    },
  ),

  epreuve('stops telling when asked, and only that one', async ({ hote, taper, repos }) => {
    let premier = 0
    let second = 0
    const arreter = hote.surChangement(() => void premier++)
    hote.surChangement(() => void second++)
    await repos()
    arreter()
    premier = second = 0
    await taper(`${PLAN}!B4`, 5)
    await repete(repos, () => second > 0, 'the other one was not told')
    egal(premier, 0)
  }),

  epreuve('keeps texts out of sight, each under its key', async ({ hote }) => {
    const avant = await hote.lire()
    egal(await hote.lireDonnee('correspondance'), null)
    const texte = '{"colonne":"Part État","note":"]]></donnee> & \\"é\\" %20"}\n'
    await hote.ecrireDonnee('correspondance', 'premier')
    await hote.ecrireDonnee('autre "clé"', 'second')
    await hote.ecrireDonnee('correspondance', texte)
    egal(await hote.lireDonnee('correspondance'), texte)
    egal(await hote.lireDonnee('autre "clé"'), 'second')
    const { donnees, ...apres } = await hote.lire()
    const { donnees: aucune, ...sans } = avant
    egal(aucune, {}, 'the texts at first')
    egal(donnees, { correspondance: texte, 'autre "clé"': 'second' }, 'the texts read with the cells')
    egal(apres, sans, 'the cells')
  }),

  epreuve(
    'marks cells with a fill and a note, and changes no value nor formula',
    async ({ hote, aspect }) => {
      const avant = await hote.lire()
      egal(await hote.compterMarques(), 0)
      const fait = await hote.marquer(MARQUES)
      egal(fait, { cellules: 4, reserve: null })
      for (const { cellule, fond, note } of MARQUES) {
        const vu = await aspect(cellule)
        egal(vu.fond, fond, cellule)
        verifier(vu.note?.endsWith(note) === true, `the note of ${cellule}: ${vu.note}`)
      }
      egal(await aspect(`${PLAN}!A4`), { fond: null, note: null })
      egal(await hote.compterMarques(), 4)
      egal({ ...(await hote.lire()), donnees: {} }, { ...avant, donnees: {} }, 'the cells')
    },
  ),

  epreuve('takes the marks away without trace', async ({ hote, aspect, colorier }) => {
    await colorier(`${PLAN}!B4`, '#00B050')
    const avant = await hote.lire()
    await hote.marquer(MARQUES)
    egal((await aspect(`${PLAN}!B4`)).fond, MARQUES[0]!.fond)
    egal(await hote.oterMarques(), 4)
    egal(await aspect(`${PLAN}!B4`), { fond: '#00B050', note: null })
    for (const { cellule } of MARQUES.slice(1)) egal(await aspect(cellule), { fond: null, note: null })
    egal(await hote.compterMarques(), 0)
    egal(await hote.oterMarques(), 0)
    egal(await hote.lire(), avant, 'the workbook')
  }),

  epreuve('puts new marks in the place of the former ones', async ({ hote, aspect }) => {
    await hote.marquer(MARQUES)
    await hote.marquer([{ ...MARQUES[1]!, fond: '#123456', note: 'Autre note' }])
    egal(await hote.compterMarques(), 1)
    egal((await aspect(MARQUES[1]!.cellule)).fond, '#123456')
    egal(await aspect(MARQUES[0]!.cellule), { fond: null, note: null })
    await hote.oterMarques()
    egal(await aspect(MARQUES[1]!.cellule), { fond: null, note: null })
  }),

  epreuve('leaves a cell that was coloured since as it was made', async ({ hote, aspect, colorier }) => {
    await hote.marquer(MARQUES)
    await colorier(`${PLAN}!C4`, '#7030A0')
    await hote.oterMarques()
    egal((await aspect(`${PLAN}!C4`)).fond, '#7030A0')
  }),

  epreuve('leaves aside the marks of a sheet that is not there', async ({ hote }) => {
    egal((await hote.marquer([{ ...MARQUES[0]!, cellule: 'Feuille absente!A1' }])).cellules, 0)
    egal(await hote.compterMarques(), 0)
  }),

  epreuve('gives the bytes of a workbook, the same while nothing changes', async ({ hote }) => {
    const octets = await hote.octets()
    egal([...octets.subarray(0, 2)], [0x50, 0x4b])
    egal([...(await hote.octets())], [...octets])
  }),
]

function epreuve(titre: string, corps: (banc: BancHote) => Promise<void>): EpreuveHote {
  return {
    titre,
    derouler: async (fabrique) => {
      const banc = await fabrique(classeurContrat())
      try {
        await corps(banc)
      } finally {
        await banc.fermer()
      }
    },
  }
}

async function lue(hote: HoteClasseur, reference: string): Promise<Cellule | undefined> {
  return celluleDe(await hote.lire(), reference)
}

function celluleDe({ feuilles }: Classeur, reference: string): Cellule | undefined {
  const { feuille: nom, adresse } = decouperReference(reference)
  const position = lireAdresse(adresse)
  const feuille = feuilles.find((f) => f.nom === nom)
  return feuille && position ? celluleEn(feuille, position.ligne, position.colonne) : undefined
}

/** Values and formulas alone: a host may name formats and looks in its own way. */
function contenu(lignes: Classeur['feuilles'][number]['lignes']): unknown[] {
  return [...lignes].flatMap(([ligne, rangee]) =>
    [...rangee].map(([colonne, { valeur, formule }]) => [ligne, colonne, valeur, formule ?? null]),
  )
}

/** The refusal must be one for the user: an ErreurHote with a French sentence and nothing of the machine. */
async function refuse(promesse: Promise<unknown>): Promise<void> {
  const erreur = await promesse.then(
    () => null,
    (e: unknown) => e,
  )
  verifier(
    erreur instanceof Error && erreur.name === 'ErreurHote',
    `an ErreurHote was due, not ${String(erreur)}`,
  )
  const { message } = erreur as Error
  verifier(/^[A-ZÀÉ«].*\.$/.test(message.trim()), `a sentence was due: ${message}`)
  verifier(!/\b(error|invalid|undefined|null|exception)\b/i.test(message), `no machine words: ${message}`)
}

/** Waits from rest to rest until it is so: a busy machine tells later. */
async function repete(
  repos: () => Promise<void>,
  estAinsi: () => boolean | Promise<boolean>,
  message: string,
): Promise<void> {
  for (let n = 0; n < 30; n++) {
    await repos()
    if (await estAinsi()) return
  }
  throw new Error(message)
}

function verifier(condition: boolean, message: string): void {
  if (!condition) throw new Error(message)
}

function egal(obtenu: unknown, attendu: unknown, ou = ''): void {
  const [a, b] = [ecrire(obtenu), ecrire(attendu)]
  if (a !== b) throw new Error(`${ou === '' ? '' : `${ou}: `}expected ${b}, got ${a}`)
}

/** A value as text, maps and sets included. */
function ecrire(valeur: unknown): string {
  return (
    JSON.stringify(valeur, (_, v: unknown) =>
      v instanceof Map ? { map: [...v] } : v instanceof Set ? { set: [...v] } : v,
    ) ?? 'undefined'
  )
}
