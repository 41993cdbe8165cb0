import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AGENTS } from '../local/agents.ts'
import type { Role } from './droits.ts'
import { clientDe, Navigateur, ouvrirBanc, seConnecter } from './essais.ts'
import type { Banc, Reponse, Client } from './essais.ts'
import { habiliter } from './habilitation.ts'

/** The roles that an administrateur gives and takes, over the whole stack. */

const RACINE = '/api/v1/agents'
const KARIM = 'karim.lefebvre@pas-de-calais.example'

let banc: Banc
let administratrice: Client
let claire: Client

const donner = (
  qui: string,
  roles: Role[],
  suite: object = {},
  cle: string = crypto.randomUUID(),
  par = administratrice,
): Promise<Reponse> => par.demander('POST', RACINE, { qui, roles, ...suite }, { 'idempotency-key': cle })

const karim = (): Promise<Client> => clientDe(banc.socle.origine, 'redacteur-62-0001')
const envoyer = (qui: Client): Promise<Reponse> =>
  qui.demander(
    'POST',
    `${qui.chaine(2020)}/versions/1/transmissions/libre`,
    {},
    {
      'idempotency-key': crypto.randomUUID(),
    },
  )

beforeAll(async () => {
  banc = await ouvrirBanc()
  ;[administratrice, claire] = (await Promise.all(
    ['administrateur-0001', 'agent-62-0001'].map((uid) => clientDe(banc.socle.origine, uid)),
  )) as [Client, Client]
})
afterAll(() => banc.fermer())

describe('a role', () => {
  it('is given by an administrateur, counts at the next sign-in, and is taken away at the next request', async () => {
    const avant = await karim()
    expect((await envoyer(avant)).corps.code).toBe('ROLE_INSUFFISANT')
    const cle = crypto.randomUUID()
    const donnee = await donner(KARIM.toUpperCase(), ['valideur'], {}, cle)
    expect(donnee).toMatchObject({
      statut: 201,
      corps: { qui: KARIM, roles: ['valideur'], donnes: { par: { prenom: 'Sophie', nom: 'Marchal' } } },
    })
    expect((await donner(KARIM.toUpperCase(), ['valideur'], {}, cle)).corps).toEqual(donnee.corps)
    expect(await donner(KARIM, ['lecteur'], {}, cle)).toMatchObject({
      statut: 422,
      corps: { code: 'CLE_REUTILISEE' },
    })
    const promu = await karim()
    expect((await envoyer(promu)).corps.code).toBe('VERSION_INTROUVABLE')

    expect((await donner(KARIM, [])).statut).toBe(201)
    // The very token that could send a moment ago.
    expect((await envoyer(promu)).statut).toBe(401)
    expect((await envoyer(await karim())).corps.code).toBe('ROLE_INSUFFISANT')
  })

  it('leaves a line of the journal each time, with who gave it, and the list says what stands', async () => {
    const { corps } = await administratrice.demander('GET', RACINE)
    const journal = corps.journal as { qui: string; roles: Role[] }[]
    expect(journal.map(({ qui, roles }) => [qui, roles])).toEqual([
      [KARIM, []],
      [KARIM, ['valideur']],
    ])
    const agents = corps.agents as { qui: string; roles: Role[]; donnes: unknown }[]
    expect(agents.some(({ qui }) => qui === KARIM)).toBe(false)
    expect(agents.find(({ qui }) => qui.startsWith('claire'))).toMatchObject({
      roles: ['valideur'],
      donnes: null,
    })
  })

  it('is given by nobody else, and never taken from oneself', async () => {
    for (const [methode, corps] of [['GET'], ['POST', { qui: KARIM, roles: ['valideur'] }]] as const)
      expect(
        await claire.demander(methode, RACINE, corps, { 'idempotency-key': crypto.randomUUID() }),
      ).toMatchObject({
        statut: 403,
        corps: { code: 'ROLE_INSUFFISANT' },
      })
    const soi = await donner('sophie.marchal@etat.example', ['lecteur'], { departements: ['62'] })
    expect([soi.statut, soi.corps.code]).toEqual([422, 'ROLES_REFUSES'])
    expect((await donner(KARIM, ['lecteur'], { departements: ['99'] })).corps.message).toContain('99')
    for (const faux of [{ qui: 'a b', roles: [] }, { qui: KARIM, roles: ['roi'] }, { qui: KARIM }])
      expect(
        (await administratrice.demander('POST', RACINE, faux, { 'idempotency-key': crypto.randomUUID() }))
          .statut,
      ).toBe(400)
  })

  it('opens a département to a reader who had none, by the sub as by the address', async () => {
    const nadia = AGENTS.find((a) => a.uid === 'agent-xx-0001')!
    const refusee = await seConnecter(new Navigateur(), banc.socle.origine, nadia.sub)
    expect(refusee.status).toBe(403)
    expect((await donner(nadia.sub, ['lecteur'], { departements: ['15'] })).statut).toBe(201)
    const lectrice = await clientDe(banc.socle.origine, nadia.uid)
    expect((await lectrice.demander('GET', lectrice.chaine(2020) + '/versions')).statut).toBe(200)
    expect(lectrice.departement).toBe('15')
    expect(
      (await lectrice.demander('GET', '/api/v1/departements/62/exercices/2020/versions')).corps.code,
    ).toBe('AUTRE_DEPARTEMENT')
  })
})

describe('what was decided by name', () => {
  const configuration = {
    departements: ['62', '15'].map((code) => ({
      code,
      nom: code,
      sirets: [`220000000000${code}`],
      deuxPersonnes: false,
      copies: {},
    })),
    agents: [{ qui: 'premier@etat.example', roles: ['administrateur' as const], departements: [] }],
  }
  const auteur = { sub: 'a', prenom: 'A', nom: 'A', siret: '1' }
  const donnes = (roles: Role[], le: string, departements: string[] = []) => ({
    qui: 'x',
    numero: 1,
    roles,
    departements,
    auteur,
    le,
    idempotence: '',
    demande: '',
  })
  const personne = (siret: string, courriel = 'x@y.example') => ({ sub: 's', courriel, siret })

  it('goes above the configuration, the latest of what the sub and the address say', () => {
    const decides = [donnes(['redacteur'], '2024-01-01'), donnes(['valideur'], '2024-02-01')]
    expect(habiliter(configuration, personne('22000000000062'), decides)?.roles).toEqual(['valideur'])
    expect(habiliter(configuration, personne('22000000000062'), [null, null])?.roles).toEqual(['redacteur'])
  })

  it('never makes somebody write for a département that does not employ them', () => {
    expect(habiliter(configuration, personne('1'), [donnes(['valideur'], '2024', ['62'])])).toBeNull()
    expect(habiliter(configuration, personne('1'), [donnes([], '2024', ['62'])])).toBeNull()
  })

  it('lets the first administrateur, whom the configuration names, administer all and read nothing', () => {
    const premier = habiliter(configuration, personne('1', 'premier@etat.example'))
    expect(premier?.roles).toEqual(['administrateur'])
    expect(premier?.departements.map((d) => d.code)).toEqual(['62', '15'])
    // A reader to whom no département was given reads none, administrateur or not.
    const aussi = habiliter(configuration, personne('1'), [donnes(['lecteur', 'administrateur'], '2024')])
    expect(aussi?.roles).toEqual(['administrateur'])
  })
})
