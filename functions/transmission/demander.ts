import type { VersionGardee } from '../depot/chaine-versions.ts'
import { idTransmission } from '../depot/transmissions.ts'
import type { Contenu, Demandeur, TransmissionGardee } from '../depot/transmissions.ts'
import type { Bureau } from './bureau.ts'
import { conclure, conclureSiConstate } from './conclure.ts'
import { objetDuMessage } from './objet.ts'
import { referentielParId } from './referentiel.ts'

/**
 * Puts a sending of a version in the outbox, or gives the one that it has: a version is sent once for the same
 * sending. One that the mail service refused outright, or that the recipient's server sent back, goes back in the
 * queue, with what is asked now, when it is asked for with a new key. Throws when the référentiel names no recipient.
 */
export async function demanderTransmission(
  bureau: Bureau,
  version: VersionGardee,
  envoi: string,
  contenu: Contenu,
  demandeur: Demandeur,
  idempotence: string,
): Promise<TransmissionGardee> {
  const { declaration: d } = version
  const destinataire = (await referentielParId(bureau, d.referentiel))?.destinataires[0]
  if (!destinataire) throw new Error('The référentiel names no recipient')
  const { transmissions } = bureau.depot
  const transmission = await transmissions.creer({
    id: idTransmission({ ...d, envoi }),
    departement: d.departement,
    exercice: d.exercice,
    numero: d.numero,
    envoi,
    contenu,
    statut: 'preparee',
    destinataire: destinataire.courriel,
    objet: objetDuMessage(d, contenu.nomEnvoi, bureau.departements),
    demandeur,
    idempotence,
    creeeLe: bureau.horloge().toISOString(),
    tentative: 0,
    tentativeEnvoyee: null,
    ecartees: 0,
    preneur: null,
    bail: 0,
    engage: false,
    pasAvant: 0,
    envoyeeLe: null,
    remiseLe: null,
    copiesRejetees: [],
    plainte: false,
    messageId: null,
    motif: null,
    remisA: null,
    recu: null,
    cleRecu: null,
    revision: 1,
  })
  if (!RELANCABLES.includes(transmission.statut) || transmission.idempotence === idempotence)
    return transmission
  return (await relancer(bureau, transmission, demandeur, idempotence, contenu)) ?? transmission
}

/** Nothing arrived, and it is known. */
const RELANCABLES: readonly TransmissionGardee['statut'][] = ['echouee', 'rejetee']

async function relancer(
  bureau: Bureau,
  vue: TransmissionGardee,
  demandeur: Demandeur,
  idempotence: string,
  contenu: Contenu,
  issue?: string,
): Promise<TransmissionGardee | null> {
  return bureau.depot.transmissions.modifier(vue, (t) =>
    t.revision === vue.revision
      ? {
          statut: 'preparee',
          demandeur,
          idempotence,
          contenu,
          ...(issue === undefined ? {} : { issues: [...(t.issues ?? []), issue] }),
          motif: null,
          pasAvant: 0,
          preneur: null,
          engage: false,
          envoyeeLe: null,
          remiseLe: null,
          copiesRejetees: [],
          plainte: false,
          messageId: null,
          tentativeEnvoyee: null,
          recu: null,
          cleRecu: null,
          ecartees: t.statut === 'rejetee' ? t.tentative : t.ecartees,
        }
      : null,
  )
}

/**
 * A person settles an uncertain transmission, after asking the recipient. Gives what then stands, null when
 * it is not (or no longer) uncertain. `cle`: the key of that answer, which settles once: told again, it gives what
 * stands, even when a new doubt has come since.
 */
export async function reglerTransmission(
  bureau: Bureau,
  t: TransmissionGardee,
  issue: 'recu' | 'renvoyer',
  agent: Demandeur,
  cle: string,
): Promise<TransmissionGardee | null> {
  if (t.issues?.includes(cle)) return t
  if (t.statut !== 'incertaine') return null
  const { sub, prenom, nom, siret } = agent
  if (issue === 'recu') {
    const le = bureau.horloge().toISOString()
    return conclure(bureau, t, {
      par: 'agent',
      agent: { sub, prenom, nom, siret },
      le,
      revision: t.revision,
      cle,
    })
  }
  // The mail service may have spoken since the doubt was written.
  if (await conclureSiConstate(bureau, t)) return bureau.depot.transmissions.lire(t)
  return relancer(bureau, t, agent, t.idempotence, t.contenu, cle)
}
