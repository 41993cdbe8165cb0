import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lireClasseur } from '../../addin/hote/lire-classeur.ts'
import { celluleEn } from '../../shared/classeur/classeur.ts'
import { oterCellule } from '../../shared/classeur/fabrique.ts'
import { decouperReference, lireAdresse, lirePlage } from '../../shared/classeur/adresse.ts'
import type { Cellule, Classeur, Plage } from '../../shared/classeur/classeur.ts'
import { LIMITES } from '../../shared/classeur/xlsx/limites.ts'
import { ouvrirPaquet } from '../../shared/classeur/xlsx/paquet.ts'
import type {} from '../../addin/tableur/page.d.ts'
import { inflaterDEssai } from '../hostiles/inflater.ts'
import { lancerNavigateur, ouvrirSession } from './lancer.ts'
import type { Dehors } from './lancer.ts'
import { servirSite } from './site.ts'
import type { Serveur } from './servir.ts'

const EXEMPLES = fileURLToPath(new URL('../../addin/public/exemples/', import.meta.url))
const CAPTURES = fileURLToPath(new URL('../../.donnees/captures/', import.meta.url))
const PAS_DE_CALAIS = 'CDPPE_62_Pas-de-Calais_2020-2022.xlsx'
const CONFORME = 'CDPPE_conforme_2020-2022.xlsx'
/** A column of the Pas-de-Calais plan that its tables leave free. */
const LIBRE = "Plan d'action!M"

let serveur: Serveur
let navigateur: Browser
let page: Page
let dehors: Dehors
const erreurs: string[] = []

beforeAll(async () => {
  mkdirSync(CAPTURES, { recursive: true })
  ;[serveur, navigateur] = await Promise.all([servirSite(), lancerNavigateur()])
  const session = await ouvrirSession(navigateur)
  ;({ page, dehors } = session)
  await session.contexte.grantPermissions(['clipboard-read', 'clipboard-write'])
  page.on('pageerror', (erreur) => erreurs.push(erreur.message))
  await page.goto(serveur.adresse)
  await page.waitForFunction(() => window.cdppe?.hote)
})

afterAll(async () => {
  await navigateur.close()
  await serveur.arreter()
})

const empreinte = (octets: Uint8Array): string => createHash('sha256').update(octets).digest('hex')
const fichier = (nom: string): Uint8Array => readFileSync(EXEMPLES + nom)
const selectionner = (...cellules: string[]): Promise<void> =>
  page.evaluate((refs) => window.cdppe!.hote!.selectionner(refs), cellules)

async function octets(): Promise<Uint8Array> {
  const codes = await page.evaluate(async () => Array.from(await window.cdppe!.hote!.octets()))
  return Uint8Array.from(codes)
}

/** The bytes that a reload would find, as the page keeps them. */
async function octetsRepris(): Promise<Uint8Array> {
  const codes = await page.evaluate(
    () =>
      new Promise<number[]>((tenir, rompre) => {
        const base = indexedDB.open('cdppe-page')
        base.onerror = rompre
        base.onsuccess = () => {
          const lecture = base.result
            .transaction('classeurs')
            .objectStore('classeurs')
            .get(sessionStorage.getItem('cdppe-onglet')!)
          lecture.onerror = rompre
          lecture.onsuccess = () => {
            base.result.close()
            tenir(Array.from((lecture.result as { octets: Uint8Array }).octets))
          }
        }
      }),
  )
  return Uint8Array.from(codes)
}

/** Types in a cell as a person does, and waits until the grid has it. */
async function taper(cellule: string, texte: string): Promise<void> {
  await selectionner(cellule)
  await page.keyboard.type(texte)
  await page.keyboard.press('Enter')
}

function celluleDe(classeur: Classeur, reference: string): Cellule | undefined {
  const { feuille, adresse } = decouperReference(reference)
  const place = lireAdresse(adresse)
  const trouvee = classeur.feuilles.find(({ nom }) => nom === feuille)
  return trouvee && place && celluleEn(trouvee, place.ligne, place.colonne)
}

/** The workbook as the grid holds it: maps and sets cross to the test in a form of ours. */
async function grille(): Promise<Classeur> {
  const json = await page.evaluate(async () =>
    JSON.stringify(await window.cdppe!.hote!.lire(), (_, valeur: unknown) =>
      valeur instanceof Map
        ? { carte: [...valeur] }
        : valeur instanceof Set
          ? { ensemble: [...valeur] }
          : valeur,
    ),
  )
  return JSON.parse(json, (_, valeur: unknown) => {
    if (typeof valeur !== 'object' || valeur === null) return valeur
    if ('carte' in valeur) return new Map(valeur.carte as [unknown, unknown][])
    return 'ensemble' in valeur ? new Set(valeur.ensemble as unknown[]) : valeur
  }) as Classeur
}

async function lue(reference: string): Promise<Cellule | undefined> {
  return celluleDe(await grille(), reference)
}

const plage = (texte: string): Plage => lirePlage(texte)!

/** The entries of a file, each with what it holds as it is stored. */
function entrees(octets: Uint8Array): Map<string, string> {
  const { repertoire } = ouvrirPaquet(octets, inflaterDEssai(), LIMITES)
  return new Map(
    repertoire.entrees.map((e) => [e.nom, Buffer.from(octets.subarray(e.donnees, e.fin)).toString('base64')]),
  )
}

/** Asks again until the answer is the right one. */
function sonder<T>(question: () => Promise<T>) {
  return expect.poll(question, { timeout: 10_000 })
}

/** What the editor holds when a cell is opened; it is left open. */
async function texteOuvert(cellule: string): Promise<string> {
  await selectionner(cellule)
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await page.keyboard.press('F2')
  // Out of sight until a cell is being edited.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.univer-absolute.univer-z-10.univer-flex')].some(
      (editeur) => editeur.getBoundingClientRect().left > 0,
    ),
  )
  let texte = ''
  await sonder(async () => {
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    return (texte = await page.evaluate(() => navigator.clipboard.readText()))
  }).not.toBe('')
  return texte
}

async function ouvrir(nom: string, contenu: Uint8Array): Promise<void> {
  await page.getByTestId('fichier').setInputFiles({ name: nom, mimeType: '', buffer: Buffer.from(contenu) })
}

const nomOuvert = (): Promise<string | null> => page.locator('h1').textContent()

describe('the page with a grid', () => {
  it('opens on the workbook of Pas-de-Calais and gives its very bytes back', async () => {
    expect(await nomOuvert()).toBe(PAS_DE_CALAIS)
    expect(empreinte(await octets())).toBe(empreinte(fichier(PAS_DE_CALAIS)))
    expect(await grille()).toEqual(await lireClasseur(fichier(PAS_DE_CALAIS), PAS_DE_CALAIS))
    await page
      .getByText(/Contrôlé/)
      .first()
      .waitFor()
    await page.screenshot({ path: `${CAPTURES}tableur-pas-de-calais.png` })
  })

  it.each<[saisie: string, cellule: Cellule]>([
    ['=CDPPE.ELIGIBLE(9;"FIR")', { valeur: false, formule: 'CDPPE.ELIGIBLE(9,"FIR")' }],
    ['=CDPPE.ELIGIBLE(9;"ONDAM")', { valeur: true, formule: 'CDPPE.ELIGIBLE(9,"ONDAM")' }],
    ['=SOMME(1,5;2)', { valeur: 3.5, formule: 'SUM(1.5,2)' }],
    ['=SOMME(1,05;2)', { valeur: 3.05, formule: 'SUM(1.05,2)' }],
    ['=SI(1<2;"a;b,c";{1.2;3.4})', { valeur: 'a;b,c', formule: 'IF(1<2,"a;b,c",{1,2;3,4})' }],
    ['=nb.si(A7:A12;">1")', { valeur: 3, formule: 'COUNTIF(A7:A12,">1")' }],
    [
      '=recherchev(2;{1."un";2."deux"};2;faux',
      { valeur: 'deux', formule: 'VLOOKUP(2,{1,"un";2,"deux"},2,FALSE)' },
    ],
    ['=1/0', { valeur: { erreur: '#DIV/0!' }, formule: '1/0' }],
    ['=inconnue(1)', { valeur: { erreur: '#NAME?' }, formule: 'inconnue(1)' }],
    ['1 250 000 €', { valeur: 1_250_000, format: '#,##0\\ "€"' }],
    ['12,5 %', { valeur: 0.125, format: '0.00%' }],
    ['31/10/2024', { valeur: 45_596, format: 'dd/mm/yyyy' }],
    ['vrai', { valeur: true }],
    ['12.5', { valeur: '12.5' }],
    ["'12,5", { valeur: '12,5' }],
    ['3/5 des enfants', { valeur: '3/5 des enfants' }],
  ])('understands %s as French Excel does', async (saisie, cellule) => {
    await taper(`${LIBRE}8`, saisie)
    await sonder(() => lue(`${LIBRE}8`)).toEqual(cellule)
    await page.keyboard.press('Control+z')
    await sonder(() => lue(`${LIBRE}8`)).toBeUndefined()
  })

  it('opens a formula in French, and writes nothing when a cell is only looked at', async () => {
    await taper(`${LIBRE}8`, '=ARRONDI(SOMME(1,25;2);1)')
    await sonder(() => lue(`${LIBRE}8`)).toMatchObject({ valeur: 3.3 })
    const avant = await octets()
    expect(await texteOuvert(`${LIBRE}8`)).toBe('=ARRONDI(SOMME(1,25;2);1)')
    await page.keyboard.press('Enter')
    expect(empreinte(await octets())).toBe(empreinte(avant))
    await page.keyboard.press('Control+z')
    await sonder(async () => empreinte(await octets())).toBe(empreinte(fichier(PAS_DE_CALAIS)))
  })

  it('spills a range and explains an error under the grid', async () => {
    await taper(`${LIBRE}7`, '=CDPPE.ELIGIBLE({9;99};"ONDAM")')
    await sonder(() => lue(`${LIBRE}7`)).toMatchObject({ valeur: true })
    await selectionner(`${LIBRE}8`)
    await sonder(() => page.getByTestId('etat').textContent()).toMatch(/^M8 — L’objectif\s99 est inconnu/)
    expect(await texteOuvert(`${LIBRE}8`)).toBe('=CDPPE.ELIGIBLE({9;99};"ONDAM")')
    await page.keyboard.press('Enter')
    expect(await lue(`${LIBRE}8`)).toEqual({ valeur: { erreur: '#VALUE!' } })
    await selectionner(`${LIBRE}7`)
    await sonder(() => page.getByTestId('etat').textContent()).toBe('')
    await page.keyboard.press('Delete')
    await sonder(() => lue(`${LIBRE}7`)).toBeUndefined()
  })

  it('reads what is pasted as French, over a formula too', async () => {
    await taper(`${LIBRE}8`, '=1+1')
    await sonder(() => lue(`${LIBRE}8`)).toMatchObject({ valeur: 2 })
    await selectionner(`${LIBRE}8`)
    await page.evaluate(() =>
      navigator.clipboard.writeText('1 250 000 €\t3/5/2024\t1,250\n12.5\tFAUX\t1,250.00'),
    )
    await page.keyboard.press('Control+v')
    await sonder(() => lue("Plan d'action!O9")).toEqual({ valeur: '1,250.00' })
    expect(await lue(`${LIBRE}8`)).toEqual({ valeur: 1_250_000, format: '#,##0\\ "€"' })
    expect(await lue("Plan d'action!N8")).toMatchObject({ valeur: 45_415 })
    expect(await lue("Plan d'action!O8")).toEqual({ valeur: 1.25 })
    expect(await lue(`${LIBRE}9`)).toEqual({ valeur: '12.5' })
    expect(await lue("Plan d'action!N9")).toEqual({ valeur: false })
    await page.keyboard.press('Control+z')
    await sonder(() => lue("Plan d'action!O9")).toBeUndefined()
    await page.keyboard.press('Control+z')
    await sonder(() => lue(`${LIBRE}8`)).toBeUndefined()
  })

  it.each(['copied', 'filled down'])('gives each cell of a range its own formula when %s', async (geste) => {
    const plage = [9, 10, 11].map((ligne) => `${LIBRE}${String(ligne)}`)
    const attendues = [9, 10, 11].map((ligne) => `$A${String(ligne)}&A$7&L${String(ligne - 1)}`)
    await taper(`${LIBRE}8`, '=$A8&A$7&L7')
    await sonder(() => lue(`${LIBRE}8`)).toMatchObject({ formule: '$A8&A$7&L7' })
    if (geste === 'copied') {
      await selectionner(`${LIBRE}8`)
      await page.evaluate(() => navigator.clipboard.writeText(''))
      await page.keyboard.press('Control+c')
      await sonder(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('')
      await selectionner(`${LIBRE}9:M11`)
      await page.keyboard.press('Control+v')
    } else {
      await selectionner(`${LIBRE}8:M11`)
      await page.keyboard.press('Control+d')
    }
    const lues = async (): Promise<unknown[]> => {
      const classeur = await grille()
      return plage.map((cellule) => celluleDe(classeur, cellule)?.formule)
    }
    const ecrites = async (): Promise<unknown[]> => {
      const classeur = await lireClasseur(await octets(), PAS_DE_CALAIS)
      return plage.map((cellule) => celluleDe(classeur, cellule)?.formule)
    }
    await sonder(lues).toEqual(attendues)
    expect(await ecrites()).toEqual(attendues)

    // The first cell holds the formula for the others: they keep it when it is typed over.
    await taper(`${LIBRE}9`, 'relu')
    await sonder(() => lue(`${LIBRE}9`)).toMatchObject({ valeur: 'relu' })
    expect(await lues()).toEqual([undefined, ...attendues.slice(1)])
    expect(await ecrites()).toEqual([undefined, ...attendues.slice(1)])
    await page.keyboard.press('Control+z')
    await sonder(lues).toEqual(attendues)
    await page.keyboard.press('Control+z')
    await sonder(lues).toEqual([undefined, undefined, undefined])
    await page.keyboard.press('Control+z')
    await sonder(async () => empreinte(await octets())).toBe(empreinte(fichier(PAS_DE_CALAIS)))
  })

  it.each(['=1+', '=CDPPE.ELIGIBLE("', '=SOMME(1;2))'])(
    'refuses %s and keeps what was there',
    async (saisie) => {
      for (const avant of [undefined, '=1+1']) {
        if (avant !== undefined) await taper(`${LIBRE}8`, avant)
        await sonder(async () => (await lue(`${LIBRE}8`))?.formule).toBe(avant?.slice(1))
        await taper(`${LIBRE}8`, saisie)
        await sonder(() => page.locator('.message').textContent()).toContain(
          'La cellule M8 garde son contenu',
        )
        expect((await lue(`${LIBRE}8`))?.formule).toBe(avant?.slice(1))
        expect(celluleDe(await lireClasseur(await octets(), PAS_DE_CALAIS), `${LIBRE}8`)?.formule).toBe(
          avant?.slice(1),
        )
        await page.getByLabel('Fermer ce message').click()
      }
      await selectionner(`${LIBRE}8`)
      await page.keyboard.press('Control+z')
      await sonder(async () => empreinte(await octets())).toBe(empreinte(fichier(PAS_DE_CALAIS)))
    },
  )

  it('refuses formatting and says why', async () => {
    await selectionner("Plan d'action!A7")
    await page.keyboard.press('Control+b')
    await sonder(() => page.locator('.message').textContent()).toContain('se modifient dans Excel')
    await page.getByLabel('Fermer ce message').click()
    expect(empreinte(await octets())).toBe(empreinte(fichier(PAS_DE_CALAIS)))
  })

  it('selects cells of another sheet, several at once', async () => {
    await selectionner('Synthèse!B5', 'Synthèse!A3:A4', "Plan d'action!A1")
    await page.screenshot({ path: `${CAPTURES}tableur-selection.png` })
    await expect(selectionner('Feuille absente!A1')).rejects.toThrow(/n’est plus dans ce classeur/)
  })

  it('keeps the open workbook when a file cannot be read, and says which sentence applies', async () => {
    await ouvrir('budget.csv', new TextEncoder().encode('N°;Montant\n1;2\n'))
    await sonder(() => page.getByRole('alert').textContent()).toMatch(
      /^«\sbudget\.csv\s» n’a pas été ouvert\. Ce fichier est un texte/,
    )
    expect(await nomOuvert()).toBe(PAS_DE_CALAIS)
    expect(empreinte(await octets())).toBe(empreinte(fichier(PAS_DE_CALAIS)))
  })

  it('opens the conform workbook, and changes in the file only the cell that was typed', async () => {
    await page.getByText('Exemples').click()
    await page.getByRole('button', { name: 'conforme' }).click()
    await sonder(nomOuvert).toBe(CONFORME)
    expect(empreinte(await octets())).toBe(empreinte(fichier(CONFORME)))

    const avant = await lireClasseur(fichier(CONFORME), CONFORME)
    const feuille = avant.feuilles[0]!.nom
    const libre = `${feuille}!Z3`
    await page.evaluate((ref) => window.cdppe!.hote!.ecrire(ref, 'relu le 31 octobre'), libre)
    const apres = await lireClasseur(await octets(), CONFORME)
    expect(celluleDe(apres, libre)).toEqual({ valeur: 'relu le 31 octobre' })
    oterCellule(apres.feuilles[0]!, 2, 25)
    if (!avant.feuilles[0]!.lignes.has(2)) apres.feuilles[0]!.lignes.delete(2)
    expect(apres).toEqual(avant)
  })

  it('never overwrites a formula, and recalculates what depends on a cell', async () => {
    const avant = await lireClasseur(fichier(CONFORME), CONFORME)
    const { nom, lignes } = avant.feuilles[0]!
    const formule = [...lignes].flatMap(([ligne, rangee]) =>
      [...rangee]
        .filter(([, c]) => /^SUBTOTAL\(9,/i.test(c.formule ?? ''))
        .map(([colonne]) => ({ ligne, colonne })),
    )[0]
    expect(formule).toBeDefined()
    const reference = `${nom}!${String.fromCharCode(65 + formule!.colonne)}${String(formule!.ligne + 1)}`
    await expect(page.evaluate((ref) => window.cdppe!.hote!.ecrire(ref, 1), reference)).rejects.toThrow(
      /contient une formule/,
    )
    const premier = /^SUBTOTAL\(9,\$?([A-Z]+)\$?(\d+)/i.exec(celluleDe(avant, reference)!.formule!)!
    const source = `${nom}!${premier[1]!}${premier[2]!}`
    const total = celluleDe(avant, reference)!.valeur as number
    const part = (celluleDe(avant, source)?.valeur ?? 0) as number
    await page.evaluate(([ref, valeur]) => window.cdppe!.hote!.ecrire(ref, valeur), [
      source,
      part + 1000,
    ] as const)
    expect(await lue(reference)).toMatchObject({ valeur: total + 1000 })
    expect(celluleDe(await lireClasseur(await octets(), CONFORME), reference)).toMatchObject({
      valeur: total + 1000,
    })
  })

  it('asks before another workbook takes the place of one that has changed', async () => {
    await ouvrir(PAS_DE_CALAIS, fichier(PAS_DE_CALAIS))
    const dialogue = page.getByRole('dialog')
    await sonder(() => dialogue.textContent()).toContain('Modifications non enregistrées')
    await dialogue.getByRole('button', { name: 'Annuler' }).click()
    expect(await nomOuvert()).toBe(CONFORME)

    const modifies = await octets()
    const telechargement = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Enregistrer une copie' }).click()
    const copie = await telechargement
    expect(copie.suggestedFilename()).toBe(CONFORME)
    expect(empreinte(readFileSync(await copie.path()))).toBe(empreinte(modifies))

    // Saved: nothing is lost any more, nothing is asked.
    await ouvrir(PAS_DE_CALAIS, fichier(PAS_DE_CALAIS))
    await sonder(nomOuvert).toBe(PAS_DE_CALAIS)
  })

  it('opens what is dropped on it before it is ready', async () => {
    const tot = await page.context().newPage()
    try {
      await tot.goto(page.url(), { waitUntil: 'commit' })
      // As soon as there is something on the page, long before the grid.
      await tot.locator('h1').waitFor({ state: 'attached' })
      await tot.evaluate(
        ([nom, codes]) => {
          const transfert = new DataTransfer()
          transfert.items.add(new File([Uint8Array.from(codes)], nom))
          window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfert, cancelable: true }))
        },
        ['déposé tôt.xlsx', Array.from(fichier(CONFORME))] as const,
      )
      expect(await tot.evaluate(() => window.cdppe?.hote)).toBeUndefined()
      await sonder(() => tot.locator('h1').textContent()).toBe('déposé tôt.xlsx')
      await sonder(() => tot.evaluate(() => window.cdppe!.hote!.nom())).toBe('déposé tôt.xlsx')
    } finally {
      await tot.close()
    }
  })

  it('opens a workbook dropped on it', async () => {
    const contenu = Array.from(fichier(CONFORME))
    await page.evaluate(
      ([nom, codes]) => {
        const transfert = new DataTransfer()
        transfert.items.add(new File([Uint8Array.from(codes)], nom))
        window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfert, cancelable: true }))
      },
      ['déposé.xlsx', contenu] as const,
    )
    await sonder(nomOuvert).toBe('déposé.xlsx')
    expect(empreinte(await octets())).toBe(empreinte(fichier(CONFORME)))
    await page.screenshot({ path: `${CAPTURES}tableur-conforme.png` })
  })

  it('reads and tells of the very first change of a workbook opened in place of another', async () => {
    const { dit, lue } = await page.evaluate(async (cellule) => {
      const hote = window.cdppe!.hote!
      const dit = new Promise<boolean>((tenir) => {
        hote.surChangement(() => {
          tenir(true)
        })
        setTimeout(() => {
          tenir(false)
        }, 5000)
      })
      await hote.ecrire(cellule, 'premier mot')
      const feuille = (await hote.lire()).feuilles[0]!
      return { dit: await dit, lue: feuille.lignes.get(5)?.get(12)?.valeur }
    }, `${LIBRE}6`)
    expect(lue).toBe('premier mot')
    expect(dit).toBe(true)
    await page.getByRole('button', { name: 'Annuler', exact: true }).click()
    await sonder(async () => empreinte(await octets())).toBe(empreinte(fichier(CONFORME)))
  })

  it('is found again after a reload, changes and choices included, and still asks for a copy', async () => {
    await taper(`${LIBRE}6`, 'à reprendre')
    await page.evaluate(() => window.cdppe!.hote!.ecrireDonnee('essai', 'gardée'))
    const laissee = await octets()
    await sonder(async () => empreinte(await octetsRepris())).toBe(empreinte(laissee))
    page.once('dialog', (dialogue) => void dialogue.accept())
    await page.reload()
    await sonder(nomOuvert).toBe('déposé.xlsx')
    await page.getByText('est repris tel que vous l’avez laissé').waitFor()
    expect(await lue(`${LIBRE}6`)).toMatchObject({ valeur: 'à reprendre' })
    expect(await page.evaluate(() => window.cdppe!.hote!.lireDonnee('essai'))).toBe('gardée')
    expect(await page.evaluate(() => window.cdppe!.hote!.aEnregistrer())).toBe(true)
    expect(empreinte(await octets())).toBe(empreinte(laissee))
    await ouvrir('déposé.xlsx', fichier(CONFORME))
    await page.getByRole('button', { name: 'Ouvrir sans enregistrer' }).click()
    await sonder(async () => empreinte(await octets())).toBe(empreinte(fichier(CONFORME)))
  })

  it('keeps in the saved copy what was typed as it shows, and all that a formula fills; undone, nothing', async () => {
    const saisies: [cellule: string, texte: string, attendu: Cellule][] = [
      ['R2', '12/03/2024', { valeur: 45_363, format: 'dd/mm/yyyy' }],
      ['R3', '1 250 000 €', { valeur: 1_250_000, format: '#,##0\\ "€"' }],
      ['R4', '12,5 %', { valeur: 0.125, format: '0.00%' }],
      [
        'R5',
        '=CDPPE.OBJECTIF(12)',
        {
          valeur: expect.stringContaining('TISF') as string,
          formule: 'CDPPE.OBJECTIF(12)',
          etendue: plage('R5:T5'),
        },
      ],
      [
        'R8',
        '=CDPPE.RETROPLANNING("30/10/2020")',
        {
          valeur: expect.any(String) as string,
          formule: 'CDPPE.RETROPLANNING("30/10/2020")',
          etendue: plage('R8:S17'),
        },
      ],
    ]
    for (const [cellule, texte, attendu] of saisies) {
      await taper(`Plan d'action!${cellule}`, texte)
      await sonder(() => lue(`Plan d'action!${cellule}`)).toEqual(attendu)
    }
    const montre = await grille()
    const copie = await octets()
    const reluDuFichier = await lireClasseur(copie, 'déposé.xlsx')
    expect(reluDuFichier).toEqual(montre)
    expect(celluleDe(reluDuFichier, "Plan d'action!S17")).toMatchObject({
      valeur: expect.any(Number) as number,
    })
    const [avant, apres] = [entrees(fichier(CONFORME)), entrees(copie)]
    const differentes = [...new Set([...avant.keys(), ...apres.keys()])].filter(
      (n) => avant.get(n) !== apres.get(n),
    )
    expect(differentes.sort()).toEqual(['xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'])

    for (const [cellule] of [...saisies].reverse()) {
      await selectionner(`Plan d'action!${cellule}`)
      await page.keyboard.press('Control+z')
      await sonder(() => lue(`Plan d'action!${cellule}`)).toBeUndefined()
    }
    await sonder(async () => empreinte(await octets())).toBe(empreinte(fichier(CONFORME)))

    await ouvrir('copie.xlsx', copie)
    await sonder(nomOuvert).toBe('copie.xlsx')
    expect({ ...(await grille()), nom: '' }).toEqual({ ...montre, nom: '' })
    expect(empreinte(await octets())).toBe(empreinte(copie))
    // What comes filled by a formula is calculated anew with it, and goes with it.
    await page.evaluate(() => window.cdppe!.hote!.recalculer())
    expect({ ...(await grille()), nom: '' }).toEqual({ ...montre, nom: '' })
    await expect(page.evaluate(() => window.cdppe!.hote!.ecrire("Plan d'action!S9", 1))).rejects.toThrow(
      /contient une formule/,
    )
    await selectionner("Plan d'action!R8")
    await page.keyboard.press('Delete')
    await sonder(() => lue("Plan d'action!S17")).toBeUndefined()
    expect(celluleDe(await lireClasseur(await octets(), 'copie.xlsx'), "Plan d'action!S17")).toBeUndefined()
    await page.keyboard.press('Control+z')
    await sonder(async () => empreinte(await octets())).toBe(empreinte(copie))
  })

  it('has asked nothing of the outside, and thrown nothing', () => {
    expect(dehors).toEqual([])
    expect(erreurs).toEqual([])
  })
})
