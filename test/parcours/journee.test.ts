import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Browser, BrowserContext, Download, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { lireClasseur } from '../../functions/depot/lire-classeur.ts'
import { demarrerSocle, type Socle } from '../../functions/local/demarrer.ts'
import { celluleEn } from '../../shared/classeur/classeur.ts'
import type { Referentiel } from '../../shared/referentiel/referentiel.ts'
import { REFERENTIELS } from '../../shared/referentiel/registre.ts'
import { classeurModele } from '../classeurs/modeles.ts'
import { lancerNavigateur, ouvrirSession, type Dehors } from '../navigateur/lancer.ts'
import { ouvrirExemple, ouvrirPage, ouvrirSection, seConnecter, selection, taper, valeur } from './page.ts'

/**
 * A finance officer's day, from the cell to the mailbox, on real data: everything that `npm start` runs, a real
 * browser, the command line for the proof.
 */

const RACINE = fileURLToPath(new URL('../../', import.meta.url))
const PLAN = "Plan d'action"
const sha256 = (octets: Uint8Array) => createHash('sha256').update(octets).digest('hex')

let dossier: string
let socle: Socle
let navigateur: Browser
let contexte: BrowserContext
let page: Page
let dehors: Dehors

beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'cdppe-journee-'))
  socle = await demarrerSocle({ dossier, ports: 'libres', site: join(RACINE, 'dist', 'site') })
  navigateur = await lancerNavigateur()
  ;({ contexte, page, dehors } = await ouvrirSession(navigateur))
  page.setDefaultTimeout(20_000)
})

// What a failing step was looking at.
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await page.screenshot({ path: join(RACINE, '.donnees', 'captures', 'journee-en-echec.png') })
})

afterAll(async () => {
  await navigateur?.close()
  await socle?.arreter()
  await rm(dossier, { recursive: true, force: true })
})

async function octetsDe(telechargement: Download): Promise<Buffer> {
  return readFile(await telechargement.path())
}

/** The command line, as a person types it: exit code and what it says. */
async function cdppe(...args: string[]): Promise<{ code: number; dit: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(RACINE, 'functions/local/cdppe.ts'),
      ...args,
    ])
    return { code: 0, dit: stdout }
  } catch (erreur) {
    const { code, stdout, stderr } = erreur as { code: number; stdout: string; stderr: string }
    return { code, dit: stdout + stderr }
  }
}

describe('on the workbook of Pas-de-Calais', () => {
  it('opens on what it understood', async () => {
    await ouvrirPage(page, socle.url)
    await page.getByText(/27\s+actions, 3 exercices/).waitFor()
  })

  it('answers in the cell', async () => {
    await taper(page, `${PLAN}!M7`, '=CDPPE.ELIGIBLE(9;"FIR")')
    await taper(page, `${PLAN}!M8`, '=CDPPE.ELIGIBLE(9;"ONDAM")')
    await expect.poll(() => valeur(page, `${PLAN}!M7`)).toBe(false)
    await expect.poll(() => valeur(page, `${PLAN}!M8`)).toBe(true)
  })

  it('takes the officer to the cells of a finding', async () => {
    await page
      .locator('li[data-regle="REF-02"]')
      .getByRole('button', { name: /Sélectionner C43/ })
      .click()
    await expect.poll(() => selection(page)).toMatch(/^C43\b/)
  })
})

describe('on a workbook that conforms', () => {
  const ENVELOPPE = `${PLAN}!F7`

  it('passes the check', async () => {
    await ouvrirExemple(page, 'CDPPE conforme 2020-2022')
    await page.getByText('Aucun point relevé').first().waitFor()
  })

  it('says which enveloppe is wrong, and refuses to send', async () => {
    expect(await valeur(page, ENVELOPPE)).toBe('FIR')
    await taper(page, ENVELOPPE, 'ONDAM')
    await page
      .getByText(/1\s+point bloquant/)
      .first()
      .waitFor()
    await page
      .getByText(/ne peut pas être financé par l’ONDAM/)
      .first()
      .waitFor()
    await ouvrirSection(page, 'Versions')
    await seConnecter(page, contexte, 'Claire Dumont')
    await page.getByRole('button', { name: 'Enregistrer une version' }).click()
    await page
      .getByText(/Version\s+1\s+enregistrée/)
      .first()
      .waitFor()
    await ouvrirSection(page, 'Transmission')
    expect(await page.getByRole('button', { name: 'Transmettre à la DGCS' }).isEnabled()).toBe(false)
    expect(socle.messages()).toEqual([])
  })

  let classeur: Buffer
  let preuve: Buffer

  it('put right, is saved as a version and sent once', async () => {
    await ouvrirSection(page, 'Contrôle')
    // She clicks the cell at fault, and types.
    await page
      .locator('li[data-regle="ENV-03"]')
      .getByRole('button', { name: /Sélectionner F7/ })
      .click()
    await page.keyboard.type('FIR')
    await page.keyboard.press('Enter')
    await expect.poll(() => valeur(page, ENVELOPPE)).toBe('FIR')
    await page.getByText('Aucun point relevé').first().waitFor()
    await ouvrirSection(page, 'Versions')
    // The draft says what it changes since the last version, and a click leads there.
    const ouvert = page.locator('section[data-ecart]')
    await ouvert.getByText('Brouillon').waitFor()
    await ouvert.getByText(/Depuis la version\s+1\s+:\s+1\s+cellule modifiée/).waitFor()
    await ouvert.getByRole('button', { name: /F7\s+:\s+passe de «\s+ONDAM\s+» à «\s+FIR\s+»/ }).click()
    await expect.poll(() => selection(page)).toBe('F7')
    await page.screenshot({ path: join(RACINE, '.donnees', 'captures', 'versions-brouillon.png') })
    await page.getByRole('button', { name: 'Enregistrer une version' }).click()
    await page
      .getByText(/Version\s+2\s+enregistrée/)
      .first()
      .waitFor()
    await ouvert.getByText(/Inchangé depuis la version\s+2/).waitFor()
    await ouvrirSection(page, 'Transmission')
    await page.getByRole('button', { name: 'Transmettre à la DGCS' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Transmettre' }).click()
    await page.getByText('Transmission effectuée').waitFor()
    // Handed over to the mail service; the mailbox has it a moment later.
    await expect.poll(() => socle.messages().length, { timeout: 30_000 }).toBeGreaterThan(0)
    expect(socle.messages()).toHaveLength(1)
  })

  it('arrives in the mailbox with the very bytes of the version', async () => {
    await ouvrirSection(page, 'Versions')
    const version = page
      .getByRole('listitem')
      .filter({ hasText: /Version\s+2/ })
      .first()
    const [telecharge] = await Promise.all([
      page.waitForEvent('download'),
      version.getByRole('button', { name: /le classeur/ }).click(),
    ])
    classeur = await octetsDe(telecharge)
    const [preuveTelechargee] = await Promise.all([
      page.waitForEvent('download'),
      version.getByRole('button', { name: /la preuve/ }).click(),
    ])
    preuve = await octetsDe(preuveTelechargee)

    const boite = await contexte.newPage()
    await boite.goto(socle.boite)
    await boite.getByRole('link', { name: /\[CDPPE 2020\] 62 Pas-de-Calais/ }).click()
    const [piece] = await Promise.all([
      boite.waitForEvent('download'),
      boite
        .getByRole('link', { name: /\.xlsx/ })
        .first()
        .click(),
    ])
    expect(sha256(await octetsDe(piece))).toBe(sha256(classeur))
    expect(
      (JSON.parse(preuve.toString()) as { declaration: { empreinte: string } }).declaration.empreinte,
    ).toBe(sha256(classeur))
    await boite.close()
  })

  it('is accepted by verifier, and refused with one byte changed', async () => {
    const fichier = join(dossier, 'classeur.xlsx')
    const fichierPreuve = join(dossier, 'preuve.json')
    await writeFile(fichier, classeur)
    await writeFile(fichierPreuve, preuve)
    expect(await cdppe('verifier', fichier, fichierPreuve)).toMatchObject({ code: 0 })
    const abime = Buffer.from(classeur)
    abime[abime.length >> 1]! ^= 1
    await writeFile(fichier, abime)
    const refus = await cdppe('verifier', fichier, fichierPreuve)
    expect(refus.code).toBe(1)
    expect(refus.dit).toContain('a changé depuis la signature')
  })

  it('stands as received, with its journal, and its bundle is accepted by the public page', async () => {
    const v2 = page.locator('li[data-version="2"]')
    await page.getByRole('button', { name: 'Recharger la liste' }).click()
    await v2.locator('[data-etat="recue"]').waitFor()
    await page.locator('li[data-version="1"] [data-etat="enregistree"]').waitFor()
    await page.getByRole('button', { name: 'Lire le journal' }).click()
    const journal = page.locator('[data-journal]')
    for (const quoi of [/Version\s+2 signée, le .* par Claire Dumont/, /envoyée .* par le service/, /reçue/])
      await journal.getByText(quoi).first().waitFor()
    await page.screenshot({ path: join(RACINE, '.donnees', 'captures', 'versions-recue.png') })
    const [zip] = await Promise.all([
      page.waitForEvent('download'),
      v2.getByRole('button', { name: 'Télécharger le dossier de la version 2' }).click(),
    ])
    const chemin = join(dossier, 'version-2.zip')
    await zip.saveAs(chemin)
    const publique = await contexte.newPage()
    await publique.goto(new URL('verifier.html', socle.url).href)
    await publique.getByLabel('Choisir des fichiers').setInputFiles(chemin)
    await publique.getByText(/^Accepté : .* version 2 du département 62/).waitFor()
    expect(await publique.locator('.etapes li').filter({ hasText: 'Refusé' }).count()).toBe(0)
    expect(await publique.locator('.etapes li', { hasText: 'Chaîne' }).textContent()).toContain(
      'Elle suit bien la version 1.',
    )
    await publique.close()
  })

  it('says to the second of two writers who was faster and which cells differ, and lets her go on', async () => {
    const karim = await ouvrirSession(navigateur)
    await ouvrirPage(karim.page, socle.url)
    await taper(karim.page, `${PLAN}!M7`, 'brouillon')
    await ouvrirExemple(karim.page, 'CDPPE conforme 2020-2022')
    await taper(karim.page, `${PLAN}!D8`, 'Intitulé de Karim')
    await ouvrirSection(karim.page, 'Versions')
    await seConnecter(karim.page, karim.contexte, 'Karim Lefebvre')
    await karim.page.getByRole('button', { name: 'Enregistrer une version' }).click()
    await karim.page
      .getByText(/Version\s+3\s+enregistrée/)
      .first()
      .waitFor()
    await karim.contexte.close()

    await taper(page, `${PLAN}!D7`, 'Intitulé de Claire')
    await page.getByRole('button', { name: 'Enregistrer une version' }).click()
    const conflit = page.locator('section[data-conflit="3"]')
    await page
      .getByText(/Karim Lefebvre a enregistré la version\s+3/)
      .first()
      .waitFor()
    await conflit.getByText('Changées par Karim Lefebvre').waitFor()
    await conflit.getByRole('button', { name: /D8\s+:\s+passe de «\s+Intitulé de Karim\s+»/ }).waitFor()
    await page.screenshot({ path: join(RACINE, '.donnees', 'captures', 'versions-conflit.png') })
    await conflit.getByRole('button', { name: /Enregistrer à la suite de la version\s+3/ }).click()
    await page
      .getByText(/Version\s+4\s+enregistrée/)
      .first()
      .waitFor()
  })

  it('is copied for publication without what is not to be published, and stays as it is', async () => {
    await taper(page, `${PLAN}!M9`, 'Contact 03 21 21 62 62')
    const [copie] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Télécharger une copie à publier' }).click(),
    ])
    expect(copie.suggestedFilename()).toBe('CDPPE_conforme_2020-2022_publiable.xlsx')
    await page.getByText(/M9\s+: numéro de téléphone/).waitFor()
    const chemin = join(dossier, 'copie.xlsx')
    await copie.saveAs(chemin)
    const lue = await lireClasseur(await readFile(chemin), 'copie.xlsx')
    expect(celluleEn(lue.feuilles[0]!, 8, 12)?.valeur).toBe('Contact [masqué]')
    expect(await valeur(page, `${PLAN}!M9`)).toBe('Contact 03 21 21 62 62')
    await page.screenshot({ path: join(RACINE, '.donnees', 'captures', 'versions-copie.png') })
  })

  it('is read by the State in the départements given to it, without a button to save', async () => {
    const etat = await ouvrirSession(navigateur)
    await ouvrirPage(etat.page, socle.url)
    await ouvrirSection(etat.page, 'Versions')
    await seConnecter(etat.page, etat.contexte, 'Inès Caron')
    await etat.page.locator('li[data-version="4"]').waitFor()
    expect(await etat.page.getByRole('button', { name: 'Enregistrer une version' }).count()).toBe(0)
    await etat.page.getByLabel('Département', { exact: true }).selectOption('15')
    await etat.page.getByText('Aucune version n’a encore été enregistrée').waitFor()
    await etat.contexte.close()
  })

  it('shows nothing of it to another department', async () => {
    const autre = await ouvrirSession(navigateur)
    await ouvrirPage(autre.page, socle.url)
    await ouvrirSection(autre.page, 'Versions')
    await seConnecter(autre.page, autre.contexte, 'Paul Roussel')
    await autre.page.getByRole('button', { name: 'Enregistrer une version' }).waitFor()
    expect(await autre.page.getByText('Claire Dumont').count()).toBe(0)
    await autre.contexte.close()
  })
})

describe('the text of a new exercice', () => {
  /** 2025 made of nothing but the shape of 2024: what it says is invented for the test. */
  function essai(): Referentiel {
    const r = structuredClone(REFERENTIELS[2]!) as Referentiel
    Object.assign(r, { id: 'essai-2025', exercices: [2025], version: '2027-01-01', titre: 'Essai 2025' })
    for (const e of r.echeances) e.exercice = 2025
    for (const d of r.dotations) d.exercices = [2025]
    return r
  }

  it('is loaded from its workbook and published by an administrateur', async () => {
    const fichier = join(dossier, 'essai-2025.xlsx')
    await writeFile(fichier, await classeurModele(essai()))
    const admin = await ouvrirSession(navigateur)
    await ouvrirPage(admin.page, socle.url)
    await ouvrirSection(admin.page, 'Versions')
    await seConnecter(admin.page, admin.contexte, 'Sophie Marchal')
    await ouvrirSection(admin.page, 'Référentiels')
    await admin.page.getByTestId('fichier-referentiel').setInputFiles(fichier)
    const carte = admin.page.locator('[data-referentiel="essai-2025"]')
    await carte.getByRole('button', { name: 'Publier' }).click()
    await admin.page.getByRole('alertdialog').getByRole('button', { name: 'Publier' }).click()
    await admin.page.getByText(/est publié\s: il régit désormais/).waitFor()
    await carte.getByText(/publié par Sophie Marchal/i).waitFor()
    await admin.contexte.close()
  })

  it('then rules the cells of whoever signs in, and the command line that is given the same file', async () => {
    const officier = await ouvrirSession(navigateur)
    await ouvrirPage(officier.page, socle.url)
    await ouvrirSection(officier.page, 'Versions')
    await seConnecter(officier.page, officier.contexte, 'Paul Roussel')
    await ouvrirSection(officier.page, 'Référentiels')
    await officier.page
      .locator('[data-referentiel="essai-2025"]')
      .getByText(/Sophie Marchal/)
      .waitFor()
    await taper(officier.page, `${PLAN}!M7`, '=CDPPE.ELIGIBLE(9;"ONDAM";2025)')
    await expect.poll(() => valeur(officier.page, `${PLAN}!M7`)).toBe(true)
    await officier.contexte.close()
    const fichier = join(dossier, 'essai-2025.xlsx')
    const args = ['eligible', '9', 'ONDAM', '--exercice', '2025']
    expect((await cdppe(...args)).code).toBe(1)
    expect(await cdppe(...args, '--referentiel', fichier)).toMatchObject({ code: 0 })
  })

  it('asked nothing of any other machine', () => expect(dehors).toEqual([]))
})
