import { beforeEach, describe, expect, it } from 'vitest'
import { classeurVide } from '../../../shared/classeur/classeur.ts'
import { HoteMemoire } from '../../../test/office/hote-memoire.ts'
import { ServiceFactice } from '../../../test/office/service-factice.ts'
import { ClientApi } from '../api.ts'
import type { Transmission, VersionResume } from '../api-types.ts'
import { PAUSES_MS, SuiviEnvoi } from './envoi.ts'
import { refusEnvoi } from './refus-envoi.ts'
import { SuiviService } from './service.ts'

const CHAINE = { departement: '62', exercice: 2020 }

let back: ServiceFactice
let service: SuiviService
let envoi: SuiviEnvoi
let pauses: number[]

beforeEach(async () => {
  back = new ServiceFactice()
  back.ajouter('aa')
  service = new SuiviService(
    new ClientApi('', back.fetch as typeof fetch),
    new HoteMemoire(classeurVide('plan.xlsx')),
    () => Promise.resolve(null),
  )
  pauses = []
  envoi = new SuiviEnvoi(service, (ms) => {
    pauses.push(ms)
    return Promise.resolve()
  })
  await service.choisirExercice(2020)
  await service.ouvrir()
})

const statut = (): string | undefined => service.etat.transmissions[1]?.statut

describe('sending a version', () => {
  it('follows it to its end', async () => {
    await envoi.transmettre(CHAINE, 1)
    expect(statut()).toBe('envoyee')
    expect(back.courriels).toEqual([1])
  })

  it('sends once when the answer is lost, and finds it under way', async () => {
    back.provoquer('POST …/versions/1/transmissions/libre', 'apres')
    await envoi.transmettre(CHAINE, 1)
    expect(statut()).toBe('envoyee')
    expect(service.etat.avis).toBeNull()
    expect(back.courriels).toEqual([1])
  })

  it('sends once however often it is clicked', async () => {
    await Promise.all([envoi.transmettre(CHAINE, 1), envoi.transmettre(CHAINE, 1)])
    await envoi.transmettre(CHAINE, 1)
    expect(back.courriels).toEqual([1])
  })

  it('says that nothing left when the network is gone altogether', async () => {
    back.provoquer('POST …/versions/1/transmissions/libre', 'avant')
    await envoi.transmettre(CHAINE, 1)
    expect(statut()).toBeUndefined()
    expect(service.etat.avis?.genre).toBe('erreur')
    expect(back.courriels).toEqual([])
  })

  it('is a new intent after a failed one', async () => {
    back.etatsEnvoi = ['echouee']
    await envoi.transmettre(CHAINE, 1)
    expect(statut()).toBe('echouee')
    back.etatsEnvoi = ['envoyee']
    await envoi.transmettre(CHAINE, 1)
    expect(statut()).toBe('envoyee')
    expect(back.courriels).toEqual([1, 1])
  })

  it('stops looking after a few minutes, and looks again when asked', async () => {
    back.etatsEnvoi = ['en-cours']
    await envoi.transmettre(CHAINE, 1)
    expect(statut()).toBe('en-cours')
    expect(pauses).toEqual(PAUSES_MS)
    expect(await envoi.suivre(CHAINE, 1)).toBe(false)
  })

  it('waits for a person when nobody knows, and does as told', async () => {
    back.etatsEnvoi = ['incertaine']
    await envoi.transmettre(CHAINE, 1)
    expect(statut()).toBe('incertaine')
    await envoi.trancher(CHAINE, 1, 'recu')
    expect(statut()).toBe('envoyee')
  })

  it('shows why a blocking version is refused', async () => {
    back.bloquants = 2
    back.ajouter('bb')
    await envoi.transmettre(CHAINE, 2)
    expect(service.etat.avis?.message).toBe('Refus CONSTATS_BLOQUANTS.')
    expect(back.courriels).toEqual([])
  })
})

describe('why a version cannot leave', () => {
  const version = (suite: Partial<VersionResume> = {}): VersionResume => ({ ...back.versions[0]!, ...suite })
  const refus = (
    v: VersionResume,
    ecart: 'identique' | 'meme-contenu' | 'modifie' | null = 'identique',
  ): string | null => refusEnvoi({ version: v, ecart, transmission: null })

  it('lets a version without blocking point leave when the workbook is the same, in bytes or in content', () => {
    expect(refus(version())).toBeNull()
    expect(refus(version(), 'meme-contenu')).toBeNull()
    expect(refus(version({ aJustifier: 3, statut: 'a-justifier' }))).toBeNull()
  })

  it('says what is in the way', () => {
    expect(refusEnvoi({ version: undefined, ecart: null, transmission: null })).toMatch(/Enregistrez d’abord/)
    expect(refus(version({ bloquants: 3 }))).toMatch(/porte 3\spoints bloquants/)
    expect(refus(version(), 'modifie')).toMatch(/a été modifié depuis la version\s1/)
    expect(refus(version(), null)).toMatch(/en cours de comparaison/)
  })

  it('never lets one leave twice, whatever the list or the last look says', () => {
    for (const statutEnvoi of [
      'preparee',
      'en-cours',
      'envoyee',
      'differee',
      'remise',
      'incertaine',
    ] as const) {
      const transmission: Transmission = {
        id: 't',
        version: 1,
        envoi: 'libre',
        nomEnvoi: '',
        remiseLe: null,
        horsDelai: false,
        copies: [],
        pieces: [],
        statut: statutEnvoi,
        destinataire: '',
        objet: '',
        creeeLe: '',
        envoyeeLe: null,
        messageId: null,
        message: '',
        alerte: null,
      }
      expect(refusEnvoi({ version: version(), ecart: 'identique', transmission })).not.toBeNull()
      const dite = { envoi: 'libre', statut: statutEnvoi, le: '', destinataire: '' }
      expect(refus(version({ transmission: dite }))).not.toBeNull()
    }
  })
})
