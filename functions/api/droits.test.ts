import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AGENTS, DEPARTEMENTS, ROLES_DE_DEMONSTRATION } from '../local/agents.ts'
import { creerClients, fermerClients } from '../depot/clients.ts'
import { creerApp } from './app.ts'
import { assemblerServices } from './assembler.ts'
import { lireConfiguration } from './configuration.ts'
import type { Configuration } from './configuration.ts'
import { DROITS, juger, ROLES } from './droits.ts'
import type { Role } from './droits.ts'
import { classeurConforme, clientDe, ouvrirBanc } from './essais.ts'
import type { Banc, Client } from './essais.ts'
import { habiliter } from './habilitation.ts'

let banc: Banc
const clients = new Map<Role, Client>()

const UIDS: Record<Role, string> = {
  redacteur: 'redacteur-62-0001',
  valideur: 'agent-62-0001',
  lecteur: 'lecteur-etat-0001',
  administrateur: 'administrateur-0001',
}

beforeAll(async () => {
  banc = await ouvrirBanc()
  for (const role of ROLES) clients.set(role, await clientDe(banc.socle.origine, UIDS[role]))
  const version = await clients.get('valideur')!.enregistrer(2020, await classeurConforme(), null)
  expect(version.statut).toBe(201)
})
afterAll(() => banc.fermer())

async function publiees(): Promise<string[]> {
  const document = (await (await fetch(`${banc.socle.origine}/api/openapi.json`)).json()) as {
    paths: Record<string, object>
  }
  return Object.entries(document.paths)
    .filter(([chemin]) => chemin.startsWith('/api/v1/'))
    .flatMap(([chemin, methodes]) => Object.keys(methodes).map((m) => `${m.toUpperCase()} ${chemin}`))
}

describe('the table of rights', () => {
  it('holds every route that the document publishes, and no other', async () => {
    expect(Object.keys(DROITS).sort()).toEqual((await publiees()).sort())
  })

  it('is what the app does: every route, every role, its own département and another', async () => {
    for (const [route, roles] of Object.entries(DROITS)) {
      const [methode = '', modele = ''] = route.split(' ')
      for (const role of ROLES)
        for (const dep of ['62', '59']) {
          const chemin = modele.replace(/\{(\w+)\}/g, (_, nom: string) =>
            nom === 'dep' ? dep : nom === 'exercice' ? '2020' : nom === 'envoi' ? 'libre' : '1',
          )
          const r = await clients.get(role)!.demander(methode, chemin, methode === 'GET' ? undefined : {})
          const attendu =
            dep === '59' && modele.includes('{dep}')
              ? 'AUTRE_DEPARTEMENT'
              : roles.includes(role)
                ? 'permis'
                : 'ROLE_INSUFFISANT'
          const obtenu = r.statut === 401 || r.statut === 403 ? r.corps.code : 'permis'
          expect([route, role, dep, obtenu]).toEqual([route, role, dep, attendu])
          expect(r.statut).toBeLessThan(500)
        }
    }
  })

  it('lets a reader read and nothing else, a rédacteur save and not send, an administrator see no version', () => {
    const peut = (role: Role): string[] =>
      Object.keys(DROITS).filter((route) => DROITS[route]!.includes(role))
    for (const route of peut('lecteur')) expect(route).toMatch(/^GET /)
    for (const route of peut('redacteur'))
      expect(route).not.toMatch(/^(POST|PUT) .*\/(transmission|transmissions|issue)(\/|$)/)
    for (const route of peut('administrateur')) expect(route).not.toContain('/versions')
    for (const route of peut('redacteur')) expect(DROITS[route]).toContain('valideur')
  })

  it('opens to a reader each of the départements that were given, and none besides', async () => {
    const lectrice = clients.get('lecteur')!
    for (const [dep, statut] of [
      ['62', 200],
      ['15', 200],
      ['2A', 403],
      ['6', 403],
      ['062', 403],
    ] as const)
      expect([
        dep,
        (await lectrice.demander('GET', `/api/v1/departements/${dep}/exercices/2020/versions`)).statut,
      ]).toEqual([dep, statut])
  })

  it('denies by default', () => {
    const tout = { roles: ROLES, departements: [{ code: '62' }] }
    const chaine = '/api/v1/departements/62/exercices/2020'
    expect(juger('GET', `${chaine}/versions`, tout)).toBe('permis')
    expect(juger('HEAD', `${chaine}/versions`, tout)).toBe('permis')
    for (const [methode, chemin] of [
      ['DELETE', `${chaine}/versions/1`],
      ['PATCH', `${chaine}/versions/1`],
      ['GET', `${chaine}/versions/`],
      ['GET', `${chaine}/versions/1/classeur/x`],
      ['GET', `${chaine}//versions`],
      ['get', `${chaine}/versions`],
    ] as const)
      expect([methode, chemin, juger(methode, chemin, tout)]).toEqual([methode, chemin, 'inconnue'])
    for (const chemin of ['/api/v1', '/api/v1/', '/api/v1/autre', '/api/v1/departements/62'])
      expect(juger('GET', chemin, tout)).toBe('autre-departement')
    expect(juger('GET', `${chaine}/versions`, { ...tout, roles: [] })).toBe('role')
    expect(juger('GET', `${chaine}/versions`, { ...tout, departements: [] })).toBe('autre-departement')
  })
})

describe('what a person may do', () => {
  const configuration = {
    departements: DEPARTEMENTS.map((d) => ({ ...d, deuxPersonnes: false, copies: {} })),
    agents: ROLES_DE_DEMONSTRATION.map((a) => ({ departements: [], ...a })) as Configuration['agents'],
  }
  const personne = (courriel: string, siret: string, sub = 's') => ({ sub, courriel, siret })

  it('comes from the SIRET and from what is said by name', () => {
    expect(
      AGENTS.map((a) => {
        const h = habiliter(configuration, personne(a.email, a.siret, a.sub))
        return h && [h.roles.join(), h.departements.map((d) => d.code).join()]
      }),
    ).toEqual([
      ['valideur', '62'],
      ['valideur', '15'],
      null,
      ['redacteur', '62'],
      ['lecteur', '62,15'],
      ['administrateur', '62,15'],
    ])
  })

  it('is to prepare versions when a département employs them and nobody says more', () => {
    expect(habiliter(configuration, personne('nouveau@pas-de-calais.example', '22620001200012'))).toEqual({
      roles: ['redacteur'],
      departements: [{ code: '62', nom: 'Pas-de-Calais' }],
    })
  })

  it('is never to write for a département that does not employ them', () => {
    const promu = {
      ...configuration,
      agents: [{ qui: 's', roles: ['valideur', 'redacteur'] as Role[], departements: ['62'] }],
    }
    expect(habiliter(promu, personne('x@etat.example', '99999999900001'))).toBeNull()
    const ailleurs = {
      ...configuration,
      agents: [{ qui: 'X@Etat.example', roles: ['lecteur'] as Role[], departements: ['99'] }],
    }
    expect(habiliter(ailleurs, personne('x@etat.example', '99999999900001'))).toBeNull()
    // An employee of one département is given no other one.
    const deux = {
      ...configuration,
      agents: [{ qui: 's', roles: ['lecteur'] as Role[], departements: ['15'] }],
    }
    expect(habiliter(deux, personne('x@y.example', '22620001200012'))?.departements).toEqual([
      { code: '62', nom: 'Pas-de-Calais' },
    ])
  })
})

describe('two persons', () => {
  it('are needed where the département asks for it: the author does not send', async () => {
    const clientsAws = creerClients({ s3ParChemin: true })
    const configuration = lireConfiguration()
    const departements = configuration.departements.map((d) => ({ ...d, deuxPersonnes: d.code === '62' }))
    const app = creerApp(assemblerServices({ ...configuration, departements }, clientsAws))
    const envoyer = async (qui: Client, numero: number) => {
      const reponse = await app.request(`${qui.chaine(2020)}/versions/${numero}/transmissions/libre`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${qui.jeton}`,
          'idempotency-key': crypto.randomUUID(),
          'content-type': 'application/json',
        },
        body: '{}',
      })
      return { statut: reponse.status, corps: (await reponse.json()) as Record<string, unknown> }
    }
    const claire = clients.get('valideur')!
    const liste = (await claire.demander('GET', `${claire.chaine(2020)}/versions`)).corps
    const tete = (liste.versions as { empreinteDeclaration: string }[])[0]!.empreinteDeclaration
    const deKarim = await clients.get('redacteur')!.enregistrer(2020, await classeurConforme('b'), tete)
    expect(deKarim.statut).toBe(201)
    const refusee = await envoyer(claire, 1)
    expect([refusee.statut, refusee.corps.code]).toEqual([403, 'DEUX_PERSONNES'])
    expect(refusee.corps.message).toContain('un autre valideur doit la transmettre')
    expect((await envoyer(claire, 2)).statut).toBe(202)
    const paul = await clientDe(banc.socle.origine, 'agent-15-0001')
    expect((await paul.enregistrer(2020, await classeurConforme('c'), null)).statut).toBe(201)
    expect((await envoyer(paul, 1)).statut).toBe(202)
    fermerClients(clientsAws)
  })
})
