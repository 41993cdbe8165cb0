import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'
import { OfficeAddinManifest } from 'office-addin-manifest'
import { describe, expect, it } from 'vitest'
import { CATALOGUE, ESPACE } from '../../addin/formules/catalogue.ts'
import { TAILLES, dessiner } from '../../infra/dessiner-icones.ts'
import { BASE_LOCALE, manifestePour } from '../../infra/manifeste.ts'
import { descendants, lireXml, tous } from './arbre.ts'

const CHEMIN = fileURLToPath(new URL('../../manifest.xml', import.meta.url))
const PUBLIC = new URL('../../addin/public/', import.meta.url)
const modele = readFileSync(CHEMIN, 'utf8')
const RECETTE = 'https://cdppe.exemple.fr'

/** Width and height that a PNG file declares, after its signature. */
function dimensions(png: Buffer): [number, number] {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

describe.each([
  ['manifest.xml', BASE_LOCALE, modele],
  ['the manifest made for another environment', RECETTE, manifestePour(modele, RECETTE)],
])('%s', (_, base, texte) => {
  const manifeste = lireXml(texte)
  const ressources = new Map(
    tous(manifeste, 'Resources')
      .flatMap((r) => descendants(r))
      .filter((n) => n.attributs.id)
      .map((n) => [n.attributs.id!, n]),
  )
  const valeur = (id: string) => ressources.get(id)?.attributs.DefaultValue

  it('has a GUID, a version of four numbers, and speaks French', () => {
    const un = (nom: string) => manifeste.enfants.find((n) => n.nom === nom)!
    expect(un('Id').texte).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    expect(un('Version').texte).toMatch(/^\d+\.\d+\.\d+\.\d+$/)
    expect(un('DefaultLocale').texte).toBe('fr-FR')
    expect(un('DisplayName').attributs.DefaultValue!.length).toBeLessThanOrEqual(125)
    expect(un('Description').attributs.DefaultValue!.length).toBeLessThanOrEqual(250)
    expect(un('ProviderName').texte.length).toBeLessThanOrEqual(125)
  })

  it('resolves every resid, and declares no resource twice or for nothing', () => {
    const demandes = descendants(manifeste).flatMap((n) => (n.attributs.resid ? [n.attributs.resid] : []))
    expect(demandes.length).toBeGreaterThan(10)
    for (const resid of demandes) {
      expect(ressources.has(resid), resid).toBe(true)
      expect(resid.length).toBeLessThanOrEqual(32)
    }
    expect([...ressources.keys()].filter((id) => !demandes.includes(id))).toEqual([])
    const declares = tous(manifeste, 'Image', 'Url', 'String').filter((n) => n.attributs.id)
    expect(declares.length).toBe(ressources.size)
  })

  it('gives each resid a resource of the kind that is asked for', () => {
    const genre: Record<string, string> = {
      Image: 'Image',
      SourceLocation: 'Url',
      Runtime: 'Url',
      FunctionFile: 'Url',
    }
    genre.LearnMoreUrl = 'Url'
    for (const n of descendants(manifeste).filter((d) => d.attributs.resid))
      expect(ressources.get(n.attributs.resid!)!.nom, n.nom).toBe(genre[n.nom] ?? 'String')
  })

  it('speaks https, to its own base and to no other', () => {
    const adresses = descendants(manifeste)
      .flatMap((n) => [n.texte.trim(), ...Object.values(n.attributs)])
      .filter((v) => /^[a-z]+:\/\//i.test(v))
      .filter((v) => !v.startsWith('http://schemas.microsoft.com/'))
    expect(adresses.length).toBeGreaterThan(8)
    for (const adresse of adresses) expect(new URL(adresse).origin, adresse).toBe(base)
  })

  it('keeps within the lengths that Office takes', () => {
    for (const liste of tous(manifeste, 'ShortStrings', 'LongStrings'))
      for (const chaine of tous(liste, 'String'))
        expect(chaine.attributs.DefaultValue!.length, chaine.attributs.id).toBeLessThanOrEqual(
          liste.nom === 'ShortStrings' ? 125 : 250,
        )
    for (const url of tous(manifeste, 'Url'))
      expect(url.attributs.DefaultValue!.length).toBeLessThanOrEqual(2048)
    for (const n of tous(manifeste, 'Label'))
      expect(valeur(n.attributs.resid!)!.length).toBeLessThanOrEqual(30)
  })

  it('declares each icon with its true size', () => {
    const images = tous(manifeste, 'Icon').flatMap((icone) => {
      const tailles = tous(icone, 'Image').map((i) => Number(i.attributs.size))
      expect(tailles).toEqual(expect.arrayContaining([16, 32, 80]))
      return tous(icone, 'Image').map((i) => [valeur(i.attributs.resid!)!, Number(i.attributs.size)] as const)
    })
    const entete = (nom: string) => manifeste.enfants.find((n) => n.nom === nom)!.attributs.DefaultValue!
    const toutes = [
      ...images,
      [entete('IconUrl'), 32] as const,
      [entete('HighResolutionIconUrl'), 64] as const,
    ]
    expect(new Set(toutes.map(([, taille]) => taille))).toEqual(new Set(TAILLES))
    for (const [url, taille] of toutes)
      expect(dimensions(readFileSync(new URL(`.${new URL(url).pathname}`, PUBLIC))), url).toEqual([
        taille,
        taille,
      ])
  })

  it('points at files of addin/public where they are static', () => {
    const statiques = descendants(manifeste)
      .flatMap((n) => Object.values(n.attributs))
      .filter((v) => /\.(json|png)$|\/aide\.html$/.test(v))
    expect(statiques.length).toBeGreaterThan(5)
    for (const url of statiques)
      expect(existsSync(new URL(`.${new URL(url).pathname}`, PUBLIC)), url).toBe(true)
  })

  it('runs the functions, the pane and its button in one shared runtime that lives on', () => {
    const [runtime, ...autres] = tous(manifeste, 'Runtime')
    expect(autres).toEqual([])
    expect(runtime!.attributs.lifetime).toBe('long')
    const page = runtime!.attributs.resid
    const fonctions = tous(manifeste, 'ExtensionPoint').find((n) => n.attributs.type === 'CustomFunctions')!
    for (const nom of ['Script', 'Page'])
      expect(tous(fonctions, nom)[0]!.enfants[0]!.attributs.resid, nom).toBe(page)
    const actions = tous(manifeste, 'Action')
    expect(actions.map((a) => a.attributs.type)).toEqual(actions.map(() => 'ShowTaskpane'))
    for (const action of actions) {
      expect(tous(action, 'TaskpaneId')).toEqual([])
      expect(tous(action, 'SourceLocation').map((n) => n.attributs.resid)).toEqual([page])
    }
    expect(tous(manifeste, 'FunctionFile')[0]!.attributs.resid).toBe(page)
    const requis = tous(manifeste, 'Set').map((n) => [n.attributs.Name, n.attributs.MinVersion])
    expect(requis).toContainEqual(['SharedRuntime', '1.1'])
    // Where the manifest's newer part is not understood, the pane still opens at the same page.
    expect(
      tous(
        manifeste.enfants.find((n) => n.nom === 'DefaultSettings')!,
        'SourceLocation',
      )[0]!.attributs.DefaultValue,
    ).toBe(valeur(page!))
  })

  it('has a ribbon tab of its own, and ids that nothing else bears', () => {
    const [onglet] = tous(manifeste, 'CustomTab')
    expect(valeur(onglet!.enfants.find((n) => n.nom === 'Label')!.attributs.resid!)).toBe('CDPPE')
    const ids = tous(manifeste, 'CustomTab', 'Group', 'Control').map((n) => n.attributs.id!)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^Cdppe\.[A-Za-z]+$/)
  })

  it('declares the namespace of the catalogue and names only functions that exist', () => {
    const espace = valeur(tous(manifeste, 'Namespace')[0]!.attributs.resid!)
    expect(espace).toBe(ESPACE)
    const cites = [...texte.matchAll(/=([A-Z]+)\.([A-Z0-9._]+)\(/g)]
    expect(cites.length).toBeGreaterThan(0)
    for (const [, prefixe, id] of cites) {
      expect(prefixe).toBe(espace)
      expect(CATALOGUE.map((f) => f.id)).toContain(id)
    }
  })
})

describe('manifestePour', () => {
  const id = (texte: string) => /<Id>(.*)<\/Id>/.exec(texte)![1]

  it('leaves nothing of the local address', () => {
    expect(manifestePour(modele, RECETTE)).not.toContain('localhost')
  })

  it('gives an environment an identifier of its own, the same every time', () => {
    expect(id(manifestePour(modele, RECETTE))).toBe(id(manifestePour(modele, `${RECETTE}/`)))
    expect(id(manifestePour(modele, RECETTE))).not.toBe(id(modele))
    expect(id(manifestePour(modele, 'https://autre.exemple.fr'))).not.toBe(id(manifestePour(modele, RECETTE)))
    expect(manifestePour(modele, BASE_LOCALE)).toBe(modele)
  })

  it.each([
    'http://cdppe.exemple.fr',
    'cdppe.exemple.fr',
    'https://cdppe.exemple.fr/chemin',
    'https://cdppe.exemple.fr/?a=1',
    'https://cdppe.exemple.fr/#a',
    'https://moi@cdppe.exemple.fr',
    'javascript:alert(1)',
    '',
  ])('refuses the base %j', (base) => {
    expect(() => manifestePour(modele, base)).toThrow(/base address/)
  })
})

describe('the manifest, read by Microsoft’s own reader', () => {
  it('says what it is', async () => {
    const info = await OfficeAddinManifest.readManifestFile(CHEMIN)
    expect(info).toMatchObject({
      id: lireXml(modele).enfants[0]!.texte,
      defaultLocale: 'fr-FR',
      hosts: ['Workbook'],
      officeAppType: 'TaskPaneApp',
      permissions: 'ReadWriteDocument',
      defaultSettings: { sourceLocation: `${BASE_LOCALE}/volet.html` },
      appDomains: [BASE_LOCALE],
    })
  })
})

describe('the icons', () => {
  it.each(TAILLES)('of %d pixels are the drawing of infra/dessiner-icones.ts', (cote) => {
    const png = readFileSync(new URL(`icones/icone-${cote}.png`, PUBLIC))
    const debut = png.indexOf('IDAT') + 4
    const lignes = inflateSync(png.subarray(debut, debut + png.readUInt32BE(debut - 8)))
    const pixels = Buffer.concat(
      Array.from({ length: cote }, (_, y) =>
        lignes.subarray(y * (1 + cote * 4) + 1, (y + 1) * (1 + cote * 4)),
      ),
    )
    expect(pixels.equals(dessiner(cote))).toBe(true)
    expect(new Set(pixels).size).toBeGreaterThan(3)
  })
})
