import { beforeEach, describe, expect, it } from 'vitest'
import { REFERENTIELS } from '../../../shared/referentiel/registre.ts'
import type { Referentiel } from '../../../shared/referentiel/referentiel.ts'
import { ClientApi } from '../api.ts'
import { empreinteCanonique } from '../../../shared/version/canonique.ts'
import { TYPE_REFERENTIEL, TYP_JWS_REFERENTIEL } from '../../../shared/version/declaration-referentiel.ts'
import { nouvelleCle, signer } from '../../../shared/version/essais.ts'
import type { ReferentielResume } from '../api-types.ts'
import { SuiviReferentiels } from './referentiels.ts'

const CLE = 'cdppe.referentiels'

/** The service's key. */
const cle = nouvelleCle()

/** A référentiel of the years after 2024, made of nothing but the shape of 2024. */
function nouveau(id = 'essai', exercices = [2025, 2026], version = '2026-01-01'): Referentiel {
  const r = structuredClone(REFERENTIELS[2]!) as Referentiel
  Object.assign(r, { id, exercices, version, titre: 'Référentiel d’essai' })
  for (const e of r.echeances) e.exercice = exercices[0]!
  for (const d of r.dotations) d.exercices = [exercices[0]!]
  return r
}

const octets = (document: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(document))

interface Signee {
  declaration: { auteur: { nom: string } }
  jws: string
  document: { objectifs: { titre: string }[] }
}

class Memoire extends Map<string, string> {
  getItem = (cle: string): string | null => this.get(cle) ?? null
  setItem = (cle: string, valeur: string): void => void this.set(cle, valeur)
  removeItem = (cle: string): void => void this.delete(cle)
}

/** The service's part that is spoken to here, as its contract says it. */
class Service {
  readonly publies: { resume: ReferentielResume; document: unknown }[] = []
  readonly cles: (string | null)[] = []
  refus: { statut: number; corps: object } | null = null
  coupures = 0
  lectures = 0

  readonly fetch: typeof fetch = (adresse, init) => {
    const chemin = String(adresse)
    if (chemin.endsWith('/session/jeton'))
      return Promise.resolve(Response.json({ jeton: 'j', expireDans: 900, agent: {} }))
    if (init?.method === 'POST') return this.#publier(init)
    if (chemin.endsWith('/api/cles')) return cle.then((c) => Response.json({ keys: [c.publique] }))
    const numero = /referentiels\/(\d+)$/.exec(chemin)?.[1]
    if (numero === undefined) return this.#lister()
    this.lectures++
    return this.#signer(this.publies.find((p) => p.resume.numero === Number(numero))!)
  }

  #publier(init: RequestInit): Promise<Response> {
    this.cles.push(new Headers(init.headers).get('idempotency-key'))
    if (this.coupures-- > 0) return Promise.reject(new TypeError('Failed to fetch'))
    if (this.refus) return Promise.resolve(Response.json(this.refus.corps, { status: this.refus.statut }))
    const { document } = JSON.parse(String(init.body)) as { document: Referentiel }
    return Promise.resolve(Response.json(this.ajouter(document), { status: 201 }))
  }

  async #lister(): Promise<Response> {
    for (const { resume, document } of this.publies)
      resume.empreinte = await empreinteCanonique(document, crypto.subtle)
    return Response.json({ referentiels: this.publies.map((p) => p.resume) })
  }

  /** The document under its real signature; what `alterer` touches after it was signed. */
  async #signer({ resume, document }: { resume: ReferentielResume; document: unknown }): Promise<Response> {
    const { numero, id, titre, version, exercices, le, publiePar } = resume
    const auteur = { sub: 'agent-9', siret: '22620001200012', ...publiePar }
    const declaration = {
      ...{ type: TYPE_REFERENTIEL, numero, id, titre, version, exercices, auteur, le, precedente: null },
      empreinte: resume.empreinte,
    }
    const jws = await signer(declaration, await cle, TYP_JWS_REFERENTIEL)
    return Response.json(
      this.alterer({ declaration, jws, document: structuredClone(document) as Referentiel }),
    )
  }

  alterer = <T>(publication: T): T => publication

  ajouter(document: Referentiel): ReferentielResume {
    const { id, titre, version, exercices } = document
    const numero = this.publies.length + 1
    const publiePar = { prenom: 'Anne', nom: 'Petit' }
    const resume = {
      numero,
      id,
      titre,
      version,
      exercices,
      empreinte: '',
      publiePar,
      le: '2026-05-04T08:00:00Z',
    }
    this.publies.push({ resume, document })
    return resume
  }
}

let memoire: Memoire
let service: Service
let employes: string[][]

function ouvrir(): SuiviReferentiels {
  return new SuiviReferentiels({
    api: new ClientApi('', service.fetch),
    memoire,
    horloge: () => Date.UTC(2026, 4, 4, 8),
    employer: (liste) => {
      employes.push(liste.map((r) => r.id))
      return Promise.resolve()
    },
  })
}

const sources = (suivi: SuiviReferentiels): [string, string][] =>
  suivi.etat.charges.map((c) => [c.referentiel.id, c.source.genre])

beforeEach(() => {
  memoire = new Memoire()
  service = new Service()
  employes = []
})

describe('SuiviReferentiels, from a file', () => {
  it('lists what ships, and has nothing else used until something is loaded', async () => {
    const suivi = ouvrir()
    await suivi.demarrer()
    expect(sources(suivi)).toEqual(REFERENTIELS.map((r) => [r.id, 'livre']))
    expect(employes).toEqual([])
  })

  it('uses a whole one at once, says what it holds, and takes it up again at the next start', async () => {
    const suivi = ouvrir()
    await suivi.charger('essai.json', octets(nouveau()))
    expect(employes).toEqual([['2020-2022', '2022', '2024', 'essai']])
    expect(suivi.etat).toMatchObject({ refus: null, etape: null, avis: { genre: 'succes' } })
    expect(suivi.etat.avis?.message).toMatch(
      /^Référentiel essai\s: 28 objectifs, 6 obligatoires\. Il régit .*2025/,
    )

    const ensuite = ouvrir()
    await ensuite.demarrer()
    expect(sources(ensuite).at(-1)).toEqual(['essai', 'poste'])
    expect(ensuite.etat.charges.at(-1)!.source).toMatchObject({ le: '2026-05-04T08:00:00.000Z' })
    await ensuite.retirer('essai')
    expect(employes.at(-1)).toEqual(['2020-2022', '2022', '2024'])
    expect(memoire.size).toBe(0)
  })

  it('says everything that is to be completed, and uses nothing of it', async () => {
    const faux = nouveau() as Partial<Referentiel> & Referentiel
    faux.eligibilites = faux.eligibilites.map((e) => ({
      ...e,
      objectifs: e.objectifs.filter((o) => o !== 11),
    }))
    Reflect.deleteProperty(faux.echeances[0]!, 'reference')
    const suivi = ouvrir()
    await suivi.charger('faux.json', octets(faux))
    expect(suivi.etat.refus?.nom).toBe('faux.json')
    expect(suivi.etat.refus?.erreurs.join('\n')).toMatch(/l’objectif 11 n’a pas d’enveloppe/)
    expect(suivi.etat.refus?.erreurs.join('\n')).toMatch(/n’a pas de référence/)
    expect(employes).toEqual([])
    expect(memoire.size).toBe(0)
    await suivi.charger('notes.txt', new TextEncoder().encode('Bonjour'))
    expect(suivi.etat.refus?.erreurs).toEqual(['le fichier n’est pas du JSON lisible'])
  })

  it('never replaces what ships: neither its exercices nor its id', async () => {
    const suivi = ouvrir()
    await suivi.charger('a.json', octets(nouveau('autre', [2024, 2025])))
    expect(suivi.etat.refus?.erreurs).toContain('l’exercice 2024 est déjà régi par le référentiel 2024')
    await suivi.charger('b.json', octets(nouveau('2024', [2024], '2099-01-01')))
    expect(suivi.etat.refus?.erreurs.join()).toMatch(/2024 est livré avec le produit et ne se remplace pas/)
    expect(employes).toEqual([])
  })

  it('leaves aside what is damaged on the machine, and says so', async () => {
    const source = { genre: 'poste', le: '2026-05-04T08:00:00Z' }
    memoire.set(CLE, '{"document":')
    const illisible = ouvrir()
    await illisible.demarrer()
    expect(illisible.etat.avis).toMatchObject({
      genre: 'erreur',
      message: expect.stringMatching(/endommagés/),
    })
    expect(sources(illisible)).toHaveLength(3)

    memoire.set(CLE, JSON.stringify([{ document: { ...nouveau(), objectifs: [] }, source }]))
    const faux = ouvrir()
    await faux.demarrer()
    expect(faux.etat.ecartes).toMatchObject([{ nom: 'essai', source }])
    expect(faux.etat.ecartes[0]!.erreurs.length).toBeGreaterThan(0)
    expect(employes).toEqual([['2020-2022', '2022', '2024']])
  })
})

describe('SuiviReferentiels, with the service', () => {
  it('uses what is published, fetches it once, and keeps it for when the service is away', async () => {
    service.ajouter(nouveau())
    const suivi = ouvrir()
    await suivi.actualiser()
    await suivi.actualiser()
    expect(service.lectures).toBe(1)
    expect(employes).toEqual([['2020-2022', '2022', '2024', 'essai']])
    expect(suivi.etat.charges.at(-1)!.source).toEqual({
      genre: 'publie',
      numero: 1,
      le: '2026-05-04T08:00:00Z',
      par: { prenom: 'Anne', nom: 'Petit' },
    })
    const ensuite = ouvrir()
    await ensuite.demarrer()
    expect(sources(ensuite).at(-1)).toEqual(['essai', 'publie'])
  })

  it.each([
    [
      'its document changed after it was signed',
      (p: Signee) => void (p.document.objectifs[0]!.titre = 'Autre titre'),
      /n’est pas celui qui a été publié et signé/,
    ],
    [
      'its statement changed',
      (p: Signee) => void (p.declaration.auteur.nom = 'Durand'),
      /n’est pas celle qui a été signée/,
    ],
    [
      'its signature of another statement',
      (p: Signee) => void (p.jws = `${p.jws.slice(0, -6)}AAAAAA`),
      /signature/,
    ],
  ])('names and never uses a published one with %s', async (_, alterer, phrase) => {
    service.ajouter(nouveau())
    service.alterer = (p) => (alterer(p as Signee), p)
    const suivi = ouvrir()
    await suivi.actualiser()
    expect(sources(suivi).map(([id]) => id)).toEqual(['2020-2022', '2022', '2024'])
    expect(suivi.etat.ecartes).toMatchObject([{ nom: 'essai', erreurs: [expect.stringMatching(phrase)] }])
    expect(memoire.size).toBe(0)
    service.alterer = (p) => p
    await suivi.actualiser()
    expect(sources(suivi).at(-1)).toEqual(['essai', 'publie'])
    expect(suivi.etat.ecartes).toEqual([])
  })

  it('puts what is published before what this machine had loaded, and says what it leaves aside', async () => {
    const suivi = ouvrir()
    await suivi.charger('mien.json', octets(nouveau('mien')))
    service.ajouter(nouveau('officiel'))
    await suivi.actualiser()
    expect(sources(suivi).at(-1)).toEqual(['officiel', 'publie'])
    expect(suivi.etat.ecartes).toMatchObject([
      {
        nom: 'mien',
        erreurs: expect.arrayContaining(['l’exercice 2025 est déjà régi par le référentiel officiel']),
      },
    ])
  })

  it('publishes under one key until it is answered; it is then a published one', async () => {
    const suivi = ouvrir()
    await suivi.charger('essai.json', octets(nouveau()))
    const { referentiel } = suivi.etat.charges.at(-1)!
    service.coupures = 1
    await suivi.publier(referentiel)
    expect(suivi.etat.avis).toMatchObject({ genre: 'erreur', message: expect.stringMatching(/qu’une fois/) })
    await suivi.publier(referentiel)
    expect(new Set(service.cles).size).toBe(1)
    expect(suivi.etat.avis?.genre).toBe('succes')
    expect(sources(suivi).at(-1)).toEqual(['essai', 'publie'])
    expect(suivi.etat.ecartes).toEqual([])
  })

  it('says why the service has refused: its sentence, or each point to complete', async () => {
    const suivi = ouvrir()
    await suivi.charger('essai.json', octets(nouveau()))
    const { referentiel } = suivi.etat.charges.at(-1)!
    service.refus = { statut: 409, corps: { code: 'REFERENTIEL_EXISTANT', message: 'Déjà publié.' } }
    await suivi.publier(referentiel)
    expect(suivi.etat.avis).toEqual({ genre: 'erreur', message: 'Déjà publié.' })
    service.refus = {
      statut: 422,
      corps: {
        code: 'REFERENTIEL_REFUSE',
        message: 'Refusé.',
        erreurs: ['l’objectif 11 n’a pas d’enveloppe'],
      },
    }
    await suivi.publier(referentiel)
    expect(suivi.etat.refus).toEqual({ nom: 'essai', erreurs: ['l’objectif 11 n’a pas d’enveloppe'] })
    expect(new Set(service.cles).size).toBe(2)
    expect(sources(suivi).at(-1)).toEqual(['essai', 'poste'])
  })
})
