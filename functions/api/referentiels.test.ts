import { compactVerify, importJWK } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { empreinteReferentiel } from '../../shared/referentiel/empreinte.ts'
import type { Referentiel } from '../../shared/referentiel/referentiel.ts'
import { REFERENTIELS } from '../../shared/referentiel/registre.ts'
import { empreinteCanonique, formeCanonique } from '../../shared/version/canonique.ts'
import { SchemaDeclarationReferentiel } from '../../shared/version/declaration-referentiel.ts'
import type { DeclarationReferentiel } from '../../shared/version/declaration-referentiel.ts'
import type { ClePublique } from '../../shared/version/declaration.ts'
import { classeur, clientDe, ouvrirBanc } from './essais.ts'
import type { Banc, Client } from './essais.ts'

let banc: Banc
let administratrice: Client
let valideuse: Client

/** A référentiel of 2025-2027 made of nothing but the shape of 2024: what it says is invented for the test. */
function nouveau(id = 'essai-2025', annee = 2025): Referentiel {
  const r = structuredClone(REFERENTIELS[2]!) as Referentiel
  r.id = id
  r.titre = 'Référentiel d’essai'
  r.exercices = [annee]
  r.version = '2027-01-01'
  for (const e of r.echeances) e.exercice = annee
  for (const d of r.dotations) d.exercices = [annee]
  return r
}

const publier = (client: Client, contenu: unknown) => client.demander('POST', '/api/v1/referentiels', contenu)

const plan = (exercice: number) =>
  classeur([
    { objectif: 1, enveloppe: 'FIR', exercice },
    { objectif: 9, enveloppe: 'ONDAM', exercice },
  ])

beforeAll(async () => {
  banc = await ouvrirBanc()
  administratrice = await clientDe(banc.socle.origine, 'administrateur-0001')
  valideuse = await clientDe(banc.socle.origine, 'agent-62-0001')
})
afterAll(() => banc.fermer())

describe('publishing a référentiel', () => {
  it('says « référentiel non chargé », and how to load one, before there is any', async () => {
    const r = await valideuse.enregistrer(2025, await plan(2025), null)
    expect(r.statut).toBe(422)
    expect(r.corps.message).toContain('Référentiel non chargé pour l’exercice 2025')
    expect(r.corps.message).toContain('modèle Excel à remplir ou fichier JSON')
  })

  it('refuses what is not whole, point by point, in French', async () => {
    const r = nouveau()
    Reflect.deleteProperty(r.objectifs[0]!, 'reference')
    r.objectifs[2]!.numero = r.objectifs[1]!.numero
    const { statut, corps } = await publier(administratrice, r)
    expect(statut).toBe(422)
    expect(corps.code).toBe('REFERENTIEL_REFUSE')
    expect((corps.erreurs as string[]).length).toBeGreaterThanOrEqual(2)
    expect(corps.message).toContain('points à compléter : ')
  })

  it('refuses to replace a référentiel of the product, a key written twice, and whoever is no administrateur', async () => {
    const livre = { ...structuredClone(REFERENTIELS[2]!), version: '2030-01-01' }
    expect((await publier(administratrice, livre)).corps.erreurs).toEqual([
      'le référentiel 2024 est livré avec le produit et ne se remplace pas : donnez un autre identifiant',
    ])
    const double = JSON.stringify(nouveau()).replace('{"id":', '{"titre":"un autre","id":')
    expect((await publier(administratrice, double)).corps.erreurs).toEqual([
      'la clé « titre » est écrite deux fois dans le même objet',
    ])
    expect((await publier(valideuse, nouveau())).corps.code).toBe('ROLE_INSUFFISANT')
    expect((await administratrice.demander('GET', '/api/v1/referentiels')).corps).toEqual({
      referentiels: [],
    })
  })

  it('signs it, once for the same data set, and every agent reads it', async () => {
    const premier = await publier(administratrice, nouveau())
    expect(premier.statut).toBe(201)
    const declaration = SchemaDeclarationReferentiel.parse(premier.corps.declaration)
    expect(declaration).toMatchObject({
      numero: 1,
      referentiel: 'essai-2025',
      exercices: [2025],
      empreinteReferentiel: await empreinteReferentiel(nouveau()),
      auteur: { nom: 'Marchal' },
      precedente: null,
    })
    const { keys } = (await valideuse.demander('GET', '/api/cles')).corps as { keys: ClePublique[] }
    const { payload, protectedHeader } = await compactVerify(
      String(premier.corps.jws),
      await importJWK(keys[0]!, 'ES256'),
    )
    expect(protectedHeader.typ).toBe('cdppe-referentiel+jws')
    expect(new TextDecoder().decode(payload)).toBe(formeCanonique(declaration))

    const inverse = Object.fromEntries(Object.entries(nouveau()).reverse())
    const second = await publier(administratrice, inverse)
    expect([second.statut, second.corps.numero]).toEqual([200, 1])

    const lu = await valideuse.demander('GET', '/api/v1/referentiels/1')
    expect(lu.corps.contenu).toEqual(JSON.parse(JSON.stringify(nouveau())))
    expect((await valideuse.demander('GET', '/api/v1/referentiels/2')).corps.code).toBe(
      'REFERENTIEL_INTROUVABLE',
    )
  })

  it('judges the workbooks of its own years, not those of another text', async () => {
    const de2025 = await valideuse.enregistrer(2025, await plan(2025), null)
    expect([de2025.statut, de2025.corps.referentiel]).toEqual([201, 'essai-2025'])
    const de2024 = await valideuse.enregistrer(2024, await plan(2024), null)
    expect([de2024.statut, de2024.corps.referentiel]).toEqual([201, '2024'])
    const { corps } = await valideuse.demander('GET', `${valideuse.chaine(2025)}/envois`)
    expect((corps.envois as { destinataire: string }[])[0]!.destinataire).toBe(
      nouveau().destinataires[0]!.courriel,
    )
  })

  it('keeps what was published when a later version comes, and refuses one that is not later', async () => {
    expect((await publier(administratrice, { ...nouveau(), titre: 'Autre' })).corps.erreurs).toEqual([
      'la version 2027-01-01 du référentiel essai-2025 n’est pas postérieure à celle qui est chargée (2027-01-01)',
    ])
    const suivant = await publier(administratrice, { ...nouveau(), titre: 'Autre', version: '2027-02-01' })
    const declaration = suivant.corps.declaration as DeclarationReferentiel
    const premiere = (await administratrice.demander('GET', '/api/v1/referentiels/1')).corps
    expect(declaration.precedente).toBe(await empreinteCanonique(premiere.declaration, crypto.subtle))
    expect(premiere.titre).toBe('Référentiel d’essai')
  })

  it('gives two publications of the same moment two numbers, none twice', async () => {
    const reponses = await Promise.all([
      publier(administratrice, nouveau('essai-2026', 2026)),
      publier(administratrice, { ...nouveau('essai-2026', 2026), titre: 'L’autre' }),
    ])
    // The second one is read again beside the first, which governs 2026 by then.
    expect(reponses.map((r) => r.statut).sort()).toEqual([201, 422])
    const { referentiels } = (await valideuse.demander('GET', '/api/v1/referentiels')).corps as {
      referentiels: { numero: number }[]
    }
    expect(referentiels.map((r) => r.numero)).toEqual([1, 2, 3])
  })
})
