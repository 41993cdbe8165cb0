import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import type { Envoi, Saisie, StatutTransmission, VersionResume } from '../../addin/volet/api-types.ts'
import type { TransmissionGardee } from '../../functions/depot/transmissions.ts'
import { vueTransmission } from '../../functions/api/vues.ts'
import { AGENT } from './service-factice.ts'
import { CAPTURES, CONFORME, VoletExcel } from './volet-excel.ts'

/** The section Transmission in a real browser, answered as the API answers, in each of the states of a sending. */

let excel: VoletExcel
let page: Page
/** What the API holds, changed by each test. */
const etat: { transmission: TransmissionGardee | null; saisie: Saisie; roles: string[] } = {
  transmission: null,
  saisie: {
    version: 7,
    adresse: 'https://ec.europa.eu/eusurvey/runner/essai',
    avertissement: 'Les champs du formulaire EUSurvey ne sont pas publics.',
    fiches: [1, 2].map((i) => ({
      id: `action-${i}`,
      titre: `Action ${i} : Équipe mobile ${i}`,
      reponses: [
        { champ: 'intitule', libelle: 'Intitulé de l’action', valeur: `Équipe mobile ${i}`, raison: null },
        { champ: 'part-fir', libelle: 'Crédits FIR (€)', valeur: '250000,5', raison: null },
        { champ: 'contact', libelle: 'Contact', valeur: null, raison: 'À remplir à la main.' },
      ],
      saisie: null,
    })),
    saisies: 0,
  },
  roles: ['valideur'],
}
const VERSION: VersionResume = {
  numero: 7,
  nomFichier: 'CDPPE_62.xlsx',
  taille: 48_213,
  empreinte: 'a'.repeat(64),
  referentiel: '2020-2022',
  statut: 'conforme',
  bloquants: 0,
  aJustifier: 0,
  informations: 0,
  auteur: { prenom: 'Claire', nom: 'Dumont' },
  le: '2024-10-30T09:12:00Z',
  empreinteDeclaration: 'd'.repeat(64),
  precedente: null,
  transmission: null,
}
const BASE: Omit<Envoi, 'id' | 'nom' | 'canal'> = {
  quoi: 'le plan d’action',
  date: null,
  situation: 'sans-date',
  delai: null,
  pieces: [],
  precisions: false,
  destinataire: 'dgcs-contrats-enfance@social.gouv.fr',
  copies: [],
}
const ENVOIS: Envoi[] = [
  { ...BASE, id: 'plan-action', nom: 'plan d’action', canal: 'eusurvey' },
  { ...BASE, id: 'libre', nom: 'plan d’action', canal: 'boite-dgcs' },
]

const transmission = (
  statut: StatutTransmission,
  suite: Partial<TransmissionGardee> = {},
): TransmissionGardee => ({
  id: '62-2020-7-libre',
  departement: '62',
  exercice: 2020,
  numero: 7,
  envoi: 'libre',
  contenu: {
    nomEnvoi: 'plan d’action',
    pieces: [],
    dansLeClasseur: [],
    precisions: null,
    copies: [],
    delai: null,
    horsDelai: false,
  },
  statut,
  destinataire: 'dgcs-contrats-enfance@social.gouv.fr',
  objet: '[CDPPE 2020] 62 Pas-de-Calais – plan d’action – version 7',
  demandeur: {
    sub: 'a',
    prenom: 'Claire',
    nom: 'Dumont',
    siret: '1',
    courriel: 'claire@departement.example',
  },
  idempotence: 'x',
  creeeLe: '2024-10-30T09:15:00Z',
  tentative: 1,
  tentativeEnvoyee: null,
  ecartees: 0,
  preneur: null,
  bail: 0,
  engage: false,
  pasAvant: Date.parse('2024-10-30T09:20:00Z'),
  envoyeeLe: '2024-10-30T09:16:00Z',
  remiseLe: null,
  copiesRejetees: [],
  plainte: false,
  messageId: '0100-abc',
  motif: null,
  remisA: null,
  recu: null,
  cleRecu: null,
  revision: 1,
  ...suite,
})

/** Answers as the back end does. */
async function repondre(p: Page): Promise<void> {
  await p.route('**/api/**', (route) => {
    const { pathname } = new URL(route.request().url())
    const court = pathname.replace('/api/v1/departements/62/exercices/2020', '…')
    const json = (corps: unknown, status = 200) => route.fulfill({ status, json: corps })
    if (court === '/api/session/jeton')
      return json({ jeton: 'j', expireDans: 900, agent: { ...AGENT, roles: etat.roles } })
    if (court === '…/versions') return json({ versions: [VERSION] })
    if (court === '…/envois') return json({ envois: ENVOIS, tailleMax: 28 * 1024 * 1024 })
    if (court === '…/versions/7') return json({ ...VERSION, declaration: { empreinteContenu: 'x' }, jws: '' })
    if (court === '…/versions/7/saisie') {
      if (route.request().method() === 'POST') {
        const { fiche } = route.request().postDataJSON() as { fiche: string }
        const faite = etat.saisie.fiches.find((f) => f.id === fiche)!
        faite.saisie = { le: '2024-10-30T10:00:00Z', par: { prenom: 'Claire', nom: 'Dumont' } }
        etat.saisie.saisies++
      }
      return json(etat.saisie)
    }
    if (court === '…/versions/7/transmissions/libre' && etat.transmission)
      return json(vueTransmission(etat.transmission))
    if (court === '/api/v1/referentiels') return json({ referentiels: [] })
    return json({ code: 'INCONNU', message: 'Introuvable.' }, 404)
  })
}

let section: Locator

/** Looks again at the sending by mail: another one is looked at in between. */
async function regarder(): Promise<void> {
  const choix = section.getByLabel('Ce que l’exercice demande')
  await choix.selectOption('plan-action')
  await section.locator('[data-fiche]').first().waitFor()
  await choix.selectOption('libre')
}

beforeAll(async () => {
  excel = await VoletExcel.lancer()
  page = await excel.ouvrir(CONFORME, { instant: '2024-10-30T09:18:00Z', preparer: repondre })
  await excel.aller(page, 'Transmission')
  section = page.getByRole('tabpanel', { name: 'Transmission' })
  await section.getByText('Ce qui part').waitFor()
})
afterAll(async () => {
  await excel.fermer()
  await excel.arreter()
})

describe('a sending', () => {
  const DESTINATAIRE = 'dgcs-contrats-enfance@social.gouv.fr'
  it.each<[string, TransmissionGardee, RegExp, string[]]>([
    ['Préparée', transmission('preparee'), /est préparé.* il part dans la minute/, []],
    ['En cours', transmission('en-cours'), /est en cours/, []],
    ['Envoyée', transmission('envoyee'), /Transmis à dgcs.* le 30 octobre 2024/, []],
    [
      'Remise',
      transmission('remise', { remiseLe: '2024-10-30T09:17:00Z' }),
      /Remis au serveur destinataire le 30 octobre 2024/,
      [],
    ],
    ['Différée', transmission('differee'), /la remise est retentée\. N’envoyez rien de nouveau/, []],
    [
      'Rejetée',
      transmission('rejetee', { motif: 'Permanent/NoEmail' }),
      /a rejeté le message.*Appelez la DGCS.*puis transmettez de nouveau/,
      ['Transmettre à la DGCS'],
    ],
    [
      'Incertaine',
      transmission('incertaine'),
      /Ne renvoyez pas\s: vérifiez auprès de la DGCS/,
      ['Reçu par la DGCS', 'Renvoyer'],
    ],
    [
      'Non partie',
      transmission('echouee', { motif: 'le service d’envoi est en pause. Prévenez l’administrateur.' }),
      /n’est pas parti.*en pause/,
      ['Transmettre à la DGCS'],
    ],
    [
      'Remise',
      transmission('remise', { plainte: true, copiesRejetees: ['ars@region.example'] }),
      /La copie n’est pas arrivée à ars@region\.example.*indésirable\s: appelez la DGCS/,
      [],
    ],
  ])('says that it is « %s », why, and what can be done', async (nom, gardee, phrase, boutons) => {
    etat.transmission = gardee
    await regarder()
    const vue = section.locator('[data-etat]')
    await vue.getByText(nom, { exact: true }).waitFor()
    await expect
      .poll(async () => (await vue.textContent())?.replaceAll(/[\u00a0\u202f]/g, ' '))
      .toMatch(phrase)
    const texte = ((await vue.textContent()) ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')
    expect(texte).not.toMatch(/undefined|null|Permanent/)
    const offerts = await section.getByRole('button').allTextContents()
    const actes = ['Transmettre à la DGCS', 'Reçu par la DGCS', 'Renvoyer']
    expect(offerts.filter((b) => actes.includes(b)).sort()).toEqual([...boutons].sort())
    if (nom === 'Envoyée') expect(texte).toContain(DESTINATAIRE)
    const suite = gardee.plainte ? '-plainte' : ''
    await page.screenshot({ path: `${CAPTURES}transmission-${gardee.statut}${suite}.png` })
    expect(excel.erreurs).toEqual([])
  })

  it('leaves a doubt to whoever may settle it', async () => {
    etat.transmission = transmission('incertaine')
    etat.roles = ['redacteur']
    await page.reload()
    await section.getByText('Incertaine', { exact: true }).waitFor()
    expect(await section.getByRole('button', { name: 'Renvoyer' }).count()).toBe(0)
    etat.roles = ['valideur']
  })
})

describe('the plan that is typed into EUSurvey', () => {
  it('is copied field by field, and each fiche is marked as typed, by whom and when', async () => {
    etat.transmission = null
    await page.evaluate(() => {
      const copies: string[] = []
      Object.assign(window, { copies })
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: (t: string) => Promise.resolve(void copies.push(t)) },
      })
    })
    await section.getByLabel('Ce que l’exercice demande').selectOption('plan-action')
    const fiche = section.locator('[data-fiche="action-1"]')
    await fiche.getByRole('button', { name: 'Copier : Crédits FIR (€)' }).click()
    await fiche.getByText('Copié', { exact: true }).waitFor()
    expect(await page.evaluate(() => (window as unknown as { copies: string[] }).copies)).toEqual([
      '250000,5',
    ])
    expect(await fiche.getByText('À remplir à la main').count()).toBe(1)
    expect(await fiche.getByRole('button', { name: 'Copier : Contact' }).count()).toBe(0)
    await page.screenshot({ path: `${CAPTURES}transmission-eusurvey.png` })
    await fiche.getByRole('button', { name: /^Marquer comme saisie/ }).click()
    await fiche.getByText(/^Saisie le .*2024.* par Claire Dumont\.$/).waitFor()
    const suivante = section.locator('[data-fiche="action-2"]')
    await suivante.getByRole('button', { name: 'Copier : Intitulé de l’action' }).waitFor()
    expect((await section.getByRole('status').first().textContent())?.replace(/\s/g, ' ')).toBe(
      '1 fiche sur 2 saisie.',
    )
    await page.screenshot({ path: `${CAPTURES}transmission-eusurvey-saisie.png`, fullPage: true })
  })
})
