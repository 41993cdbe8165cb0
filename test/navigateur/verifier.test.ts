import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lireClasseur } from '../../addin/hote/lire-classeur.ts'
import { empreinte, formeCanonique } from '../../shared/version/canonique.ts'
import { empreinteContenu } from '../../shared/version/contenu.ts'
import type { Preuve } from '../../shared/version/declaration.ts'
import { FICHIERS, fichiersDossier, zipper } from '../../shared/version/dossier.ts'
import { avecCms, nouvelleCle, nouvelleDeclaration } from '../../shared/version/essais.ts'
import type { PaireDeCles } from '../../shared/version/essais.ts'
import { lancerNavigateur, ouvrirSession } from './lancer.ts'
import type { Dehors } from './lancer.ts'
import { servirPage } from './site.ts'
import type { Serveur } from './servir.ts'

/** The public page that verifies a version, in a real browser: what it says, and that nothing leaves it. */

const CAPTURES = fileURLToPath(new URL('../../.donnees/captures/', import.meta.url))
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const CONFORME = readFileSync(
  fileURLToPath(new URL('../../addin/public/exemples/CDPPE_conforme_2020-2022.xlsx', import.meta.url)),
)
const RAPPORT = formeCanonique({ statut: 'conforme', constats: [] })

let serveur: Serveur
let navigateur: Browser
let page: Page
let dehors: Dehors
let cle: PaireDeCles
let preuve: Preuve
let dossier: Record<string, Uint8Array>
let publiees: object | null
const demandes: Request[] = []
const erreurs: string[] = []
const octets = Uint8Array.from(CONFORME)

beforeAll(async () => {
  mkdirSync(CAPTURES, { recursive: true })
  ;[serveur, navigateur] = await Promise.all([servirPage('verifier.html'), lancerNavigateur()])
  cle = await nouvelleCle()
  const declaration = {
    ...(await nouvelleDeclaration(octets)),
    empreinteContenu: await empreinteContenu(await lireClasseur(octets, 'plan.xlsx'), crypto.subtle),
    empreinteRapport: await empreinte(RAPPORT, crypto.subtle),
  }
  preuve = await avecCms(declaration, cle)
  dossier = fichiersDossier({ classeur: octets, preuve, rapport: RAPPORT, precedente: null })
  publiees = { keys: [cle.publique] }
  ;({ page, dehors } = await ouvrirSession(navigateur))
  page.on('pageerror', (erreur) => erreurs.push(erreur.message))
  page.on('request', (demande) => demandes.push(demande))
  await page.route('**/api/cles', (route) =>
    publiees ? route.fulfill({ json: publiees }) : route.fulfill({ status: 502, body: '<h1>502</h1>' }),
  )
})
afterAll(async () => {
  await navigateur.close()
  await serveur.arreter()
})

const json = (nom: string, contenu: unknown) => ({
  name: nom,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(contenu)),
})
const classeur = (o = octets) => ({ name: 'plan.xlsx', mimeType: '', buffer: Buffer.from(o) })
const zip = (fichiers = dossier) => ({
  name: 'version-1.zip',
  mimeType: 'application/zip',
  buffer: Buffer.from(zipper(fichiers, '2026-01-01')),
})

async function ouvrir(theme: 'light' | 'dark' = 'light'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  await page.goto(`${serveur.adresse}verifier.html`)
  await page.locator('#cles', { hasText: /clé/ }).waitFor()
}

type Donne = ReturnType<typeof zip>
async function donner(...fichiers: Donne[]): Promise<string> {
  await page.getByLabel('Choisir des fichiers').setInputFiles(fichiers)
  const verdict = page.locator('#resultat .verdict')
  await verdict.waitFor()
  return (await verdict.textContent()) ?? ''
}

const etapes = (): Promise<string[]> => page.locator('.etapes li').allTextContents()

async function manquements(): Promise<string[]> {
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run: (o: object) => Promise<AxeResults> } }).axe.run({
      resultTypes: ['violations'],
    }),
  )
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)
}

describe('the page that verifies a version', () => {
  it.each(['light', 'dark'] as const)(
    'accepts a bundle, says each step, and axe finds nothing (%s)',
    async (theme) => {
      await ouvrir(theme)
      expect(await manquements()).toEqual([])
      expect(await donner(zip())).toMatch(
        /^Accepté : .* est la version 1 du département 62, exercice 2020, enregistrée le 31 octobre 2024 à 18 h 47 par Zoé Lefèvre\.$/,
      )
      const dites = await etapes()
      expect(dites.filter((d) => d.startsWith('Vérifié'))).toHaveLength(9)
      for (const nom of ['Octets', 'Contenu', 'Chaîne', 'Signature', 'Certificat (.p7s)'])
        expect(dites.some((d) => d.startsWith(`Vérifié${nom}`))).toBe(true)
      expect(dites.at(-1)).toContain('ne porte pas d’horodatage')
      expect(await page.locator('#resultat').getByText('Qui a délivré le certificat').count()).toBe(1)
      expect(await manquements()).toEqual([])
      await page.screenshot({ path: `${CAPTURES}verifier-${theme}.png`, fullPage: true })
    },
  )

  it('takes a workbook and its proof, dropped anywhere on the page', async () => {
    await ouvrir()
    const deposer = (fichiers: { nom: string; base64: string }[]) =>
      page.evaluate((donnes) => {
        const transfert = new DataTransfer()
        for (const { nom, base64 } of donnes)
          transfert.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], nom))
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfert, bubbles: true }))
      }, fichiers)
    await deposer([{ nom: 'plan.xlsx', base64: CONFORME.toString('base64') }])
    await page.getByText('Il manque la preuve du classeur').waitFor()
    await deposer([{ nom: 'preuve.json', base64: Buffer.from(JSON.stringify(preuve)).toString('base64') }])
    await page.getByText(/^Accepté/).waitFor()
    expect(await page.locator('#liste li').allTextContents()).toEqual([
      'plan.xlsx : classeur',
      'preuve.json : preuve',
    ])
    await page.getByRole('button', { name: 'Tout effacer' }).click()
    expect(await page.locator('#resultat').textContent()).toBe('')
  })

  it('refuses what was changed, and says what it cannot tell when the service does not answer', async () => {
    publiees = null
    await ouvrir()
    await page.getByText('Le service ne donne pas ses clés').waitFor()
    const autres = octets.slice()
    autres[400]! ^= 1
    expect(await donner(classeur(autres), json('preuve.json', preuve))).toBe(
      'Refusé. En cause : Octets du classeur.',
    )
    expect((await etapes()).filter((d) => d.startsWith('Refusé')).length).toBeGreaterThanOrEqual(1)
    expect(await page.getByText('À qui est la clé qui a signé').count()).toBe(1)
    expect(await manquements()).toEqual([])
    await page.screenshot({ path: `${CAPTURES}verifier-refus.png`, fullPage: true })

    await ouvrir()
    expect(await donner(zip())).toMatch(/^Accepté sous réserve/)
    await ouvrir()
    const intruse = await nouvelleCle()
    expect(await donner(zip(), json('cles.json', { keys: [null, intruse.publique] }))).toBe(
      'Refusé. En cause : Clé.',
    )
    await ouvrir()
    const { [FICHIERS.jws]: jws, ...sansJws } = dossier
    expect(jws!.length).toBeGreaterThan(100)
    expect(await donner(zip(sansJws))).toMatch(/^Refusé/)
    await ouvrir()
    expect(await donner(json('liste.json', [1]))).toContain('Donnez le dossier d’une version')
    publiees = { keys: [cle.publique] }
  })

  it('has sent nothing: the only thing asked for beside itself is the list of keys', () => {
    expect(erreurs).toEqual([])
    expect(dehors).toEqual([])
    expect(demandes.filter((d) => d.method() !== 'GET' || d.postData() !== null)).toEqual([])
    const chemins = new Set(demandes.map((d) => new URL(d.url()).pathname))
    for (const chemin of chemins)
      expect(chemin).toMatch(/^\/(verifier\.html|assets\/.+|api\/cles|favicon\.ico)$/)
    expect(chemins).toContain('/api/cles')
  })
})
