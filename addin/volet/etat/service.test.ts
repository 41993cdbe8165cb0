import { beforeEach, describe, expect, it } from 'vitest'
import { classeurVide } from '../../../shared/classeur/classeur.ts'
import { HoteMemoire } from '../../../test/office/hote-memoire.ts'
import { AGENT, ServiceFactice } from '../../../test/office/service-factice.ts'
import { ClientApi, ErreurApi } from '../api.ts'
import { FenetreBloquee } from '../connexion.ts'
import type { OuvrirConnexion } from '../connexion.ts'
import { peutEnregistrer, peutLire } from './droits-agent.ts'
import { SuiviService } from './service.ts'

const octets = (texte: string): Uint8Array => new TextEncoder().encode(texte)

let back: ServiceFactice
let hote: HoteMemoire
let service: SuiviService

function installer(connexion: OuvrirConnexion = () => Promise.resolve(null)): void {
  back = new ServiceFactice()
  hote = new HoteMemoire(classeurVide('plan.xlsx'), octets('un'))
  service = new SuiviService(new ClientApi('', back.fetch as typeof fetch), hote, connexion)
}

async function ouvert(): Promise<void> {
  await service.choisirExercice(2020)
  await service.ouvrir()
}

beforeEach(() => installer())

describe('sign-in', () => {
  it('knows who is signed in and reads the list of the exercice', async () => {
    back.ajouter('aa')
    await ouvert()
    expect(service.etat).toMatchObject({
      session: 'ouverte',
      agent: AGENT,
      chaine: { departement: '62', exercice: 2020 },
    })
    expect(service.etat.versions?.map((v) => v.numero)).toEqual([1])
  })

  it('reads the list as well when the exercice is known only afterwards', async () => {
    back.ajouter('aa')
    await service.ouvrir()
    expect(service.etat.versions).toBeNull()
    await service.choisirExercice(2020)
    expect(service.etat.versions).toHaveLength(1)
  })

  it('says signed out, and absent when what answers is not the service', async () => {
    back.connecte = false
    await service.ouvrir()
    expect(service.etat.session).toBe('fermee')
    back.provoquer('POST /api/session/jeton', 502)
    await service.ouvrir()
    expect(service.etat.session).toBe('absent')
    back.provoquer('POST /api/session/jeton', 'avant')
    await service.ouvrir()
    expect(service.etat.session).toBe('absent')
  })

  it('takes the session that Excel’s dialog hands over without asking for one', async () => {
    installer(() => Promise.resolve({ jeton: 'j0', expireDans: 900, agent: AGENT }))
    await service.choisirExercice(2020)
    await service.connecter()
    expect(service.etat.session).toBe('ouverte')
    expect(back.appels).toEqual(['GET …/versions'])
  })

  it('says when the window is blocked, and when the user gave up', async () => {
    installer(() => Promise.reject(new FenetreBloquee('Autorisez les fenêtres de ce site.')))
    await service.connecter()
    expect(service.etat.avis?.message).toBe('Autorisez les fenêtres de ce site.')
    installer()
    back.connecte = false
    await service.connecter()
    expect(service.etat.avis?.message).toMatch(/n’a pas abouti/)
  })

  it('asks once for a new token when the old one is over, and the user sees nothing', async () => {
    await ouvert()
    back.revoquer()
    await service.charger()
    expect(service.etat).toMatchObject({ session: 'ouverte', avis: null, versions: [] })
  })

  it('says so when the session itself is over', async () => {
    await ouvert()
    back.revoquer()
    back.connecte = false
    await service.charger()
    expect(service.etat).toMatchObject({ session: 'fermee', versions: null, agent: null })
    expect(service.etat.avis?.message).toMatch(/connexion a pris fin/)
  })

  it('shows nothing of the last one once signed out', async () => {
    back.ajouter('aa')
    await ouvert()
    await service.deconnecter()
    expect(service.etat).toMatchObject({ session: 'fermee', agent: null, versions: null })
    await service.ouvrir()
    expect(service.etat.session).toBe('fermee')
  })
})

describe('somebody who follows several départements', () => {
  it('reads the one that was chosen, through a reload and another exercice', async () => {
    const lectrice = {
      ...AGENT,
      roles: ['lecteur' as const],
      departements: [...AGENT.departements, { code: '15', nom: 'Cantal' }],
    }
    installer(() => Promise.resolve({ jeton: 'j0', expireDans: 900, agent: lectrice }))
    await service.choisirExercice(2020)
    await service.connecter()
    const lus = (): string[] => back.appels.filter((a) => a.startsWith('GET'))
    await service.choisirDepartement('15')
    await service.recharger()
    await service.choisirExercice(2021)
    expect(lus()).toEqual([
      'GET …/versions',
      'GET /api/v1/departements/15/exercices/2020/versions',
      'GET /api/v1/departements/15/exercices/2020/versions',
      'GET /api/v1/departements/15/exercices/2021/versions',
    ])
    expect([peutEnregistrer(lectrice), peutLire(lectrice)]).toEqual([false, true])
    expect([peutEnregistrer(AGENT), peutEnregistrer(null)]).toEqual([true, false])
    expect(peutLire({ ...AGENT, roles: ['administrateur'] })).toBe(false)
  })
})

describe('saving a version', () => {
  it('signs the workbook’s own bytes, each version naming the one before', async () => {
    await ouvert()
    await service.enregistrer()
    hote.poserOctets(octets('deux'))
    await service.enregistrer()
    expect(service.etat.versions?.map((v) => [v.numero, v.precedente, v.nomFichier])).toEqual([
      [2, 'd1', 'plan.xlsx'],
      [1, null, 'plan.xlsx'],
    ])
    expect(service.etat.avis?.genre).toBe('succes')
    expect(service.etat.etape).toBeNull()
  })

  it('saves nothing twice when nothing changed', async () => {
    await ouvert()
    await service.enregistrer()
    await service.enregistrer()
    expect(back.versions).toHaveLength(1)
    expect(service.etat.avis?.message).toMatch(/à l’octet près, la version\s1/)
  })

  it('makes one version of two clicks', async () => {
    await ouvert()
    await Promise.all([service.enregistrer(), service.enregistrer()])
    expect(back.versions).toHaveLength(1)
  })

  it('says who saved meanwhile and when, writes nothing, and goes on after a reload', async () => {
    await ouvert()
    back.ajouter('ff')
    await service.enregistrer()
    expect(back.versions).toHaveLength(1)
    expect(service.etat.avis?.genre).toBe('conflit')
    expect(service.etat.avis?.message).toMatch(
      /^Paul Roussel a enregistré la version\s1 le 31\soctobre\s2024 à 18\sh\s47/u,
    )
    await service.recharger()
    expect(service.etat.avis).toBeNull()
    await service.enregistrer()
    expect(back.versions.map((v) => v.nomFichier)).toEqual(['plan.xlsx', 'autre.xlsx'])
  })

  it('goes on from the version that was shown, and from no later one', async () => {
    await ouvert()
    back.ajouter('ff')
    await service.enregistrer()
    expect(service.etat.conflit).toMatchObject({ numero: 1, empreinteDeclaration: 'd1' })
    back.ajouter('ee')
    await service.enregistrer('d1')
    expect(back.versions).toHaveLength(2)
    expect(service.etat.conflit).toMatchObject({ numero: 2, empreinteDeclaration: 'd2' })
    await service.enregistrer('d2')
    expect(service.etat).toMatchObject({ conflit: null, avis: { genre: 'succes' } })
    expect(back.versions.map((v) => v.precedente)).toEqual(['d2', 'd1', null])
  })

  it('makes one version when the answer is lost on the way back', async () => {
    await ouvert()
    back.provoquer('POST …/versions', 'apres')
    await service.enregistrer()
    expect(back.versions).toHaveLength(1)
    expect(service.etat.avis?.genre).toBe('succes')
  })

  it('keeps its key when it has to be clicked again', async () => {
    await ouvert()
    back.provoquer('POST …/versions', 'apres', 'avant')
    await service.enregistrer()
    expect(service.etat.session).toBe('absent')
    expect(service.etat.avis?.genre).toBe('erreur')
    await service.enregistrer()
    expect(back.versions).toHaveLength(1)
  })

  it('saves nothing when the bytes could not be put down, and says to start again', async () => {
    await ouvert()
    const url = `https://depot.example/${await empreinteDe('un')}`
    back.provoquer(`PUT ${url}`, 503)
    await service.enregistrer()
    expect(back.versions).toHaveLength(0)
    expect(service.etat.avis?.message).toMatch(/n’a pas pu être déposé\. Rien n’a été enregistré/)
    await service.enregistrer()
    expect(back.versions).toHaveLength(1)
  })
})

describe('saving again, before a service that holds each key to its request', () => {
  /** The upload has another name each time, and a key once used takes no other request. */
  function exigeant(): typeof fetch {
    const parCle = new Map<string, string>()
    let depots = 0
    return async (url, init = {}) => {
      const cle = new Headers(init.headers).get('idempotency-key')
      if (cle === null) {
        const reponse = await back.fetch(url as string, init)
        if (!(url as string).endsWith('/depots')) return reponse
        const depot = (await reponse.json()) as { depot: string }
        return Response.json({ ...depot, depot: `${depot.depot}~${depots++}` }, { status: 201 })
      }
      const corps = init.body as string
      if ((parCle.get(cle) ?? corps) !== corps)
        return Response.json(
          { code: 'CLE_REUTILISEE', message: 'La clé d’une autre demande (Idempotency-Key).' },
          { status: 422 },
        )
      parCle.set(cle, corps)
      return back.fetch(url as string, { ...init, body: corps.replace(/~\d+/, '') })
    }
  }

  beforeEach(async () => {
    service = new SuiviService(new ClientApi('', exigeant()), hote, () => Promise.resolve(null))
    await ouvert()
  })

  it('says the same conflict at each click until the list is reloaded', async () => {
    back.ajouter('ff')
    await service.enregistrer()
    const premier = service.etat.avis
    await service.enregistrer()
    expect(service.etat.avis).toEqual(premier)
    expect(premier?.genre).toBe('conflit')
    await service.recharger()
    await service.enregistrer()
    expect(back.versions).toHaveLength(2)
  })

  it('asks for the very same thing after a lost answer', async () => {
    back.provoquer('POST …/versions', 'apres', 'avant')
    await service.enregistrer()
    await service.enregistrer()
    expect(back.versions).toHaveLength(1)
    expect(service.etat.avis?.genre).toBe('succes')
  })

  it('never shows the name of a header', () => {
    service.echouer(new ErreurApi(422, { code: 'CLE_REUTILISEE', message: 'Idempotency-Key' }))
    expect(service.etat.avis?.message).toMatch(/Rechargez la liste, puis recommencez/)
  })
})

describe('comparing with a version', () => {
  it('knows the same bytes without asking', async () => {
    await ouvert()
    await service.enregistrer()
    const avant = back.appels.length
    expect(await service.comparer(back.versions[0]!)).toBe('identique')
    expect(back.appels).toHaveLength(avant)
  })

  it('does not call a file that cannot be read the same', async () => {
    await ouvert()
    await service.enregistrer()
    hote.poserOctets(octets('autre chose'))
    await expect(service.comparer(back.versions[0]!)).rejects.toThrow()
  })
})

async function empreinteDe(texte: string): Promise<string> {
  const somme = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(texte)))
  return Buffer.from(somme).toString('hex')
}
