import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { empreinteReferentiel } from '../../shared/referentiel/empreinte.ts'
import { REFERENTIELS } from '../../shared/referentiel/registre.ts'
import type { Referentiel } from '../../shared/referentiel/referentiel.ts'
import { TYP_JWS_REFERENTIEL } from '../../shared/version/declaration-referentiel.ts'
import { choisirCle, lireEntete, verifierSignature } from '../../shared/version/signature.ts'
import type { JeuDeCles } from '../../shared/version/declaration.ts'
import { classeur, client, clientDe, ouvrirBanc } from './essais.ts'
import type { Banc, Client, Reponse } from './essais.ts'

const RACINE = '/api/v1/referentiels'

/** A text of another year, in the words of the last one that ships. */
function pour2025(changer: Partial<Referentiel> = {}): Referentiel {
  const r = structuredClone(REFERENTIELS[2]!) as Referentiel
  Object.assign(r, {
    id: 'essai-2025',
    titre: 'Instruction d’essai pour 2025',
    version: '2025-06-01',
    exercices: [2025],
    retroplanning: [],
  })
  for (const e of r.echeances) e.exercice = 2025
  for (const d of r.dotations) d.exercices = [2025]
  return Object.assign(r, changer)
}

let banc: Banc
let administratrice: Client
let chez62: Client

const publier = (document: unknown, cle: string = randomUUID(), qui = administratrice): Promise<Reponse> =>
  qui.demander('POST', RACINE, { document }, { 'idempotency-key': cle })

/** A plan of that year, saved as the first version of its chain. */
const enregistrer = async (exercice: number) => {
  const octets = await classeur([{ objectif: 1, enveloppe: 'FIR', exercice }])
  return chez62.enregistrer(exercice, octets, null)
}

beforeAll(async () => {
  banc = await ouvrirBanc()
  ;[administratrice, chez62] = await Promise.all([
    clientDe(banc.socle.origine, 'administrateur-0001'),
    client(banc.socle.origine, '62'),
  ])
})
afterAll(() => banc.fermer())

describe('a référentiel that is published', () => {
  it('is asked for before: an exercice without one is not judged', async () => {
    expect(await enregistrer(2025)).toMatchObject({
      statut: 422,
      corps: { raison: 'SANS_REFERENTIEL', message: expect.stringContaining('Référentiel non chargé') },
    })
    expect((await chez62.demander('GET', RACINE)).corps).toEqual({ referentiels: [] })
  })

  it('is refused with all that is wrong in it, each in words', async () => {
    const r = await publier({ ...pour2025(), exercices: [2024, 2024], objectifs: [] })
    expect(r).toMatchObject({ statut: 422, corps: { code: 'REFERENTIEL_REFUSE' } })
    const erreurs = (r.corps['erreurs'] as string[]).join('\n')
    expect(erreurs).toContain('l’exercice 2024 est écrit deux fois')
    expect(erreurs).toContain('l’exercice 2024 est déjà régi par le référentiel 2024')
    expect(erreurs).toContain('objectifs')
  })

  it('never takes the place of one that ships, whatever its date', async () => {
    const r = await publier({ ...REFERENTIELS[2]!, version: '2099-01-01' })
    expect(r).toMatchObject({ statut: 422, corps: { code: 'REFERENTIEL_REFUSE' } })
    expect(r.corps['erreurs']).toEqual([
      'le référentiel 2024 est livré avec le produit et ne se remplace pas : donnez un autre identifiant',
    ])
  })

  it('is for an administrateur alone', async () => {
    expect(await publier(pour2025(), randomUUID(), chez62)).toMatchObject({
      statut: 403,
      corps: { code: 'ROLE_INSUFFISANT' },
    })
  })

  it('is signed, listed and read back whole; sent twice with one key, it is one', async () => {
    const cle = randomUUID()
    const [un, deux] = [await publier(pour2025(), cle), await publier(pour2025(), cle)]
    expect(un).toMatchObject({
      statut: 201,
      corps: {
        numero: 1,
        id: 'essai-2025',
        exercices: [2025],
        empreinte: await empreinteReferentiel(pour2025()),
        publiePar: { prenom: 'Sophie', nom: 'Marchal' },
      },
    })
    expect(deux).toMatchObject({ statut: 201, corps: un.corps })
    expect((await chez62.demander('GET', RACINE)).corps).toEqual({ referentiels: [un.corps] })

    const lu = (await chez62.demander('GET', `${RACINE}/1`)).corps
    expect(lu['document']).toEqual(JSON.parse(JSON.stringify(pour2025())))
    const cles = (await (await fetch(`${banc.socle.origine}/api/cles`)).json()) as JeuDeCles
    const jws = String(lu['jws'])
    const { kid } = lireEntete(jws, TYP_JWS_REFERENTIEL)
    const signe = await verifierSignature(jws, await choisirCle(cles.keys, kid, 'CLE_INCONNUE'))
    expect(JSON.parse(signe)).toEqual(lu['declaration'])

    const autre = await publier(pour2025({ titre: 'Autre' }), cle)
    expect(autre).toMatchObject({ statut: 422 })
  })

  it('judges the plans of its year from then on, and those of no other', async () => {
    expect(await enregistrer(2025)).toMatchObject({ statut: 201, corps: { referentiel: 'essai-2025' } })
    expect(await enregistrer(2024)).toMatchObject({ statut: 201, corps: { referentiel: '2024' } })
    expect((await enregistrer(2026)).statut).toBe(422)
  })

  it('is followed by a later version of itself; the one before stays as it was signed', async () => {
    expect(await publier(pour2025({ titre: 'La même date' }))).toMatchObject({ statut: 422 })
    const suite = await publier(pour2025({ titre: 'Rectifiée', version: '2025-07-01' }))
    expect(suite).toMatchObject({ statut: 201, corps: { numero: 2, titre: 'Rectifiée' } })
    expect((await chez62.demander('GET', `${RACINE}/1`)).corps['document']).toMatchObject({
      version: '2025-06-01',
    })
    expect((await chez62.demander('GET', `${RACINE}/3`)).statut).toBe(404)
  })

  it('is taken by one of two who publish at once; the other is told', async () => {
    const reponses = await Promise.all(
      ['2025-08-01', '2025-08-02', '2025-08-03'].map((version) => publier(pour2025({ version }))),
    )
    const liste = (await chez62.demander('GET', RACINE)).corps['referentiels'] as { numero: number }[]
    const faites = reponses.filter((r) => r.statut === 201).length
    expect(faites).toBeGreaterThan(0)
    expect(liste.map((r) => r.numero)).toEqual(Array.from({ length: 2 + faites }, (_, i) => i + 1))
    for (const r of reponses)
      if (r.statut !== 201) expect(['REFERENTIEL_EXISTANT', 'REFERENTIEL_REFUSE']).toContain(r.corps['code'])
  })
})
