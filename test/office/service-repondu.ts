import type { Page } from 'playwright-core'
import type { Envoi, Saisie, StatutTransmission, VersionResume } from '../../addin/volet/api-types.ts'
import type { TransmissionGardee } from '../../functions/depot/transmissions.ts'
import { vueTransmission } from '../../functions/api/vues.ts'
import { AGENT } from './service-factice.ts'

/** The API of a département that has saved version 7, as the pane asks it from a page. */

/** What the API holds, changed by each test. */
export const etat: { transmission: TransmissionGardee | null; saisie: Saisie; roles: string[] } = {
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

export const transmission = (
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
export async function repondre(p: Page): Promise<void> {
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
