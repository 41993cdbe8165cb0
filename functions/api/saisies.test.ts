import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { classeur, classeurConforme, clientDe, ouvrirBanc, sha256 } from './essais.ts'
import type { Banc, Client, Reponse } from './essais.ts'

/** Typing a plan of 2024 into the EUSurvey form, over the whole stack. */

let banc: Banc
let claire: Client
let karim: Client
let lectrice: Client
let administratrice: Client

const FORMULAIRE = '/api/v1/formulaires/2024'
const chemin = (numero = 1, exercice = 2024): string => `${claire.chaine(exercice)}/versions/${numero}/saisie`

interface Vue {
  saisies: number
  avertissement: string | null
  fiches: {
    id: string
    titre: string
    reponses: { champ: string; libelle: string; valeur: string | null; raison: string | null }[]
    saisie: { le: string; par: object } | null
  }[]
}

const ecrire = (
  qui: Client,
  vers: string,
  corps: object,
  cle: string = crypto.randomUUID(),
): Promise<Reponse> => qui.demander('POST', vers, corps, { 'idempotency-key': cle })
const lire = async (qui = claire): Promise<Vue> =>
  (await qui.demander('GET', chemin())).corps as unknown as Vue
const valeurs = (vue: Vue, fiche: string): Record<string, string | null> =>
  Object.fromEntries(vue.fiches.find((f) => f.id === fiche)!.reponses.map((r) => [r.champ, r.valeur]))

beforeAll(async () => {
  banc = await ouvrirBanc()
  ;[claire, karim, lectrice, administratrice] = (await Promise.all(
    ['agent-62-0001', 'redacteur-62-0001', 'lecteur-etat-0001', 'administrateur-0001'].map((uid) =>
      clientDe(banc.socle.origine, uid),
    ),
  )) as [Client, Client, Client, Client]
  const octets = await classeur([
    { objectif: 1, enveloppe: 'FIR', etat: 15048.5, departement: 2000, exercice: 2024 },
    { objectif: 9, enveloppe: 'ONDAM', etat: 1000, departement: 0, exercice: 2024 },
  ])
  expect((await claire.enregistrer(2024, octets, null)).statut).toBe(201)
  expect((await claire.enregistrer(2020, await classeurConforme(), null)).statut).toBe(201)
})
afterAll(() => banc.fermer())

describe('the answers for the form', () => {
  it('are those of the signed version, in the order of the plan, amounts as they are typed', async () => {
    const vue = await lire()
    expect(vue.fiches.map((f) => f.id)).toEqual(['plan', 'action-1', 'action-2'])
    expect(vue.avertissement).toContain('ne sont pas publics')
    expect(valeurs(vue, 'plan')).toMatchObject({
      departement: 'Pas-de-Calais',
      exercice: '2024',
      'nombre-actions': '2',
      'total-etat': '16048,5',
      'total-departement': '2000',
    })
    expect(valeurs(vue, 'action-1')).toMatchObject({
      numero: '1',
      objectif: '1',
      enveloppes: 'FIR',
      'part-fir': '15048,5',
      'part-ondam': '0',
      observations: null,
    })
    expect(vue.saisies).toBe(0)
  })

  it('exist only where the texts ask to type the plan', async () => {
    const r = await claire.demander('GET', chemin(1, 2020))
    expect([r.statut, r.corps.code]).toEqual([404, 'ENVOI_INCONNU'])
    expect((await claire.demander('GET', chemin(9))).corps.code).toBe('VERSION_INTROUVABLE')
  })

  it('are marked as typed once, by whom and when, whoever says it again', async () => {
    const cle = crypto.randomUUID()
    const faite = await ecrire(karim, chemin(), { fiche: 'action-1' }, cle)
    expect(faite.statut).toBe(200)
    expect(await ecrire(karim, chemin(), { fiche: 'action-1' }, cle)).toMatchObject({
      statut: 200,
      corps: faite.corps,
    })
    expect((await ecrire(claire, chemin(), { fiche: 'action-1' })).statut).toBe(200)
    const vue = await lire(lectrice)
    expect(vue.saisies).toBe(1)
    expect(vue.fiches[1]!.saisie).toEqual({
      le: expect.stringMatching(/^20\d\d-.*Z$/) as string,
      par: { prenom: 'Karim', nom: 'Lefebvre' },
    })
    const journal = (await claire.demander('GET', `${claire.chaine(2024)}/journal`)).corps
    expect(
      (journal.evenements as { evenement: string; details: object }[]).filter(
        (e) => e.evenement === 'saisie',
      ),
    ).toEqual([
      expect.objectContaining({
        agent: { prenom: 'Karim', nom: 'Lefebvre' },
        details: { version: 1, fiche: 'action-1' },
      }),
    ])
  })

  it('leave in the journal who of the State looked at them, and at nothing that was refused', async () => {
    expect((await lectrice.demander('GET', chemin(1, 2020))).statut).toBe(404)
    await lire(lectrice)
    await lire(claire)
    const vues = async (exercice: number): Promise<unknown[]> => {
      const { corps } = await claire.demander('GET', `${claire.chaine(exercice)}/journal`)
      return (corps.evenements as { evenement: string; agent: unknown; details: { quoi?: string } }[])
        .filter((e) => e.evenement === 'vue' && e.details.quoi === 'saisie')
        .map(({ agent, details }) => JSON.stringify({ agent, details }))
    }
    expect(await vues(2020)).toEqual([])
    // Once an hour at most: a test that runs over the hour sees it twice.
    expect([...new Set(await vues(2024))]).toEqual([
      JSON.stringify({ agent: { prenom: 'Inès', nom: 'Caron' }, details: { quoi: 'saisie', version: 1 } }),
    ])
  })

  it('take no fiche that the version does not have, and no key of another request', async () => {
    expect((await ecrire(karim, chemin(), { fiche: 'action-3' })).corps.code).toBe('FICHE_INCONNUE')
    expect((await ecrire(karim, chemin(), { fiche: '../plan' })).statut).toBe(400)
    const cle = crypto.randomUUID()
    expect((await ecrire(karim, chemin(), { fiche: 'action-2' }, cle)).statut).toBe(200)
    expect(await ecrire(karim, chemin(), { fiche: 'plan' }, cle)).toMatchObject({
      statut: 422,
      corps: { code: 'CLE_REUTILISEE' },
    })
    expect((await lire()).fiches[0]!.saisie).toBeNull()
  })
})

describe('the fields of the form', () => {
  const champs = [
    { id: 'intitule', libelle: 'Nom de l’action', portee: 'action', source: 'intitule' },
    { id: 'contact', libelle: 'Contact', portee: 'action', source: 'libre' },
  ]
  const demande = { adresse: 'https://ec.europa.eu/eusurvey/runner/essai', avertissement: null, champs }

  it('are what an administrateur says last, for everyone, at once', async () => {
    expect((await claire.demander('GET', FORMULAIRE)).corps.modifie).toBeNull()
    const cle = crypto.randomUUID()
    const faite = await ecrire(administratrice, FORMULAIRE, demande, cle)
    expect(faite).toMatchObject({ statut: 201, corps: { modifie: { par: { nom: 'Marchal' } } } })
    expect((await ecrire(administratrice, FORMULAIRE, demande, cle)).corps).toEqual(faite.corps)
    expect(await ecrire(administratrice, FORMULAIRE, { ...demande, adresse: null }, cle)).toMatchObject({
      statut: 422,
      corps: { code: 'CLE_REUTILISEE' },
    })
    const vue = await lire()
    expect(vue).toMatchObject({ adresse: demande.adresse, avertissement: null })
    expect(vue.fiches.map((f) => f.id)).toEqual(['action-1', 'action-2'])
    expect(vue.fiches[0]!.reponses).toEqual([
      { champ: 'intitule', libelle: 'Nom de l’action', valeur: 'Action 1', raison: null },
      {
        champ: 'contact',
        libelle: 'Contact',
        valeur: null,
        raison: expect.stringMatching(/^À remplir à la main/) as string,
      },
    ])
    // What was typed stays typed.
    expect(vue.fiches[0]!.saisie).not.toBeNull()
  })

  it('are refused when two bear one name, when the source is unknown, and when the address is not https', async () => {
    for (const faux of [
      { ...demande, champs: [champs[0], champs[0]] },
      { ...demande, champs: [{ ...champs[0], source: 'iban' }] },
      { ...demande, champs: [{ ...champs[0], source: 'total-etat' }] },
      { ...demande, champs: [] },
      { ...demande, adresse: 'http://ec.europa.eu/' },
      { ...demande, adresse: 'javascript:alert(1)' },
    ])
      expect((await ecrire(administratrice, FORMULAIRE, faux)).statut).toBe(400)
  })
})

describe('an upload', () => {
  it('is the same place for the same request under the same key, and refused to another one', async () => {
    const octets = await classeurConforme('dépôt')
    const annonce = { nomFichier: 'plan.xlsx', taille: octets.length, empreinte: sha256(octets) }
    const vers = `${claire.chaine(2024)}/depots`
    const cle = crypto.randomUUID()
    const premier = await ecrire(claire, vers, annonce, cle)
    expect(premier).toMatchObject({ statut: 201, corps: { depot: cle } })
    const second = await ecrire(claire, vers, annonce, cle)
    expect(new URL(String(second.corps.url)).pathname).toBe(new URL(String(premier.corps.url)).pathname)
    expect(await ecrire(claire, vers, { ...annonce, taille: 1 }, cle)).toMatchObject({
      statut: 422,
      corps: { code: 'CLE_REUTILISEE' },
    })
  })
})
