import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { classeurConforme, client, ouvrirBanc } from './essais.ts'
import type { Banc, Client } from './essais.ts'

/** Requests made from the published document itself: whatever its schemas let be written, and what they do not. */

interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  pattern?: string
  format?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  maxItems?: number
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

interface Operation {
  parameters?: { name: string; in: 'path' | 'query' | 'header'; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

let banc: Banc
let chez62: Client
let chez15: Client
let document: Document

beforeAll(async () => {
  banc = await ouvrirBanc()
  const { origine } = banc.socle
  ;[chez62, chez15] = await Promise.all([client(origine, '62'), client(origine, '15')])
  expect((await chez62.enregistrer(2020, await classeurConforme('SECRET-DU-62'), null)).statut).toBe(201)
  document = (await (await fetch(`${origine}/api/openapi.json`)).json()) as Document
})
afterAll(() => banc.fermer())

/** Values that a schema admits, as far as it says; strings of a pattern are drawn from it. */
function valeurs(schema: Schema, profondeur = 0): fc.Arbitrary<unknown> {
  if (schema.$ref) return valeurs(document.components.schemas[schema.$ref.split('/').at(-1)!]!, profondeur)
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choix = schema.anyOf ?? schema.oneOf
  if (choix) return fc.oneof(...choix.map((s) => valeurs(s, profondeur)))
  const types = [schema.type ?? 'object'].flat()
  return fc.oneof(...types.map((type) => deType(type, schema, profondeur)))
}

function deType(type: string, schema: Schema, profondeur: number): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.oneof(fc.nat(30_000_000), fc.integer())
    case 'number':
      return fc.double({ noNaN: true })
    case 'array':
      return fc.array(valeurs(schema.items ?? {}, profondeur + 1), { maxLength: schema.maxItems ?? 3 })
    case 'string':
      if (schema.format === 'uuid') return fc.uuid()
      if (schema.pattern && !schema.pattern.includes('\\p'))
        return fc.stringMatching(new RegExp(schema.pattern))
      return fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constant('Plan été 62.xlsx'))
    default: {
      if (profondeur > 4) return fc.constant({})
      const champs = Object.entries(schema.properties ?? {}).map(
        ([nom, s]) => [nom, valeurs(s, profondeur + 1)] as const,
      )
      return fc.record(Object.fromEntries(champs), { requiredKeys: (schema.required ?? []) as never[] })
    }
  }
}

/** Once more when the kept connection had just been closed: that says nothing of the service. */
const appeler = (adresse: string, init: RequestInit): Promise<Response> =>
  fetch(adresse, init).catch(() => fetch(adresse, init))

/** Any value at all, or one that the schema admits. */
const autour = (schema: Schema): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 4, arbitrary: valeurs(schema) }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) })

it('no request that the document describes, well-formed or not, makes the service fail or tell of another département', async () => {
  const routes = Object.entries(document.paths).flatMap(([chemin, methodes]) =>
    Object.entries(methodes).map(([methode, operation]) => ({
      chemin,
      methode: methode.toUpperCase(),
      operation,
    })),
  )
  expect(routes.length).toBeGreaterThan(14)
  const vus = new Map<string, number>()
  for (const { chemin, methode, operation } of routes) {
    const parametres = operation.parameters ?? []
    const dans = (ou: string) => parametres.filter((p) => p.in === ou)
    const corps = operation.requestBody?.content['application/json']?.schema
    const demande = fc.record({
      chemin: fc.record(
        Object.fromEntries(
          dans('path').map(({ name, schema }) => [
            name,
            name === 'dep'
              ? fc.constantFrom('62', '62', '15', '2A')
              : name === 'exercice'
                ? fc.constantFrom('2020', '2024', '2031', '20x')
                : fc.oneof(fc.constantFrom('1', 'libre', 'contacts'), valeurs(schema).map(String)),
          ]),
        ),
      ),
      cle: fc.oneof(fc.uuid(), fc.constant('pas une clé')),
      corps: corps ? autour(corps) : fc.constant(undefined),
    })
    await fc.assert(
      fc.asyncProperty(demande, async ({ chemin: morceaux, cle, corps: contenu }) => {
        const cible = chemin.replace(/\{(\w+)\}/g, (_, nom: string) =>
          encodeURIComponent((morceaux as Record<string, string>)[nom]!.replace(/^\.+$/, 'x')),
        )
        const anonyme = !chemin.startsWith('/api/v1/')
        const reponse = await appeler(chez15.origine + cible, {
          method: methode,
          redirect: 'manual',
          headers: {
            ...(anonyme ? {} : { authorization: `Bearer ${chez15.jeton}` }),
            'idempotency-key': cle,
            ...(contenu === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(contenu === undefined ? {} : { body: JSON.stringify(contenu) }),
        })
        const texte = await reponse.text()
        vus.set(`${methode} ${chemin}`, reponse.status)
        expect([methode, cible, reponse.status < 500]).toEqual([methode, cible, true])
        // Nothing of the other département, whatever was asked: neither its people nor what it keeps.
        for (const secret of ['Dumont', 'SECRET-DU-62', '22620001200012', '/62/'])
          expect(anonyme || !texte.includes(secret)).toBe(true)
        if (/departements\/(62|2A)\//.test(cible)) expect(reponse.status).toBe(403)
      }),
      { numRuns: 15 },
    )
  }
  expect(vus.size).toBe(routes.length)
})
