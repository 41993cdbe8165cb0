import { empreinte } from '../../shared/version/canonique.ts'
import type { IssueEnvoi, Message } from '../depot/courrier.ts'
import type { Cible, TransmissionGardee } from '../depot/transmissions.ts'
import { referentielParId } from './referentiel.ts'
import type { Bureau } from './bureau.ts'
import { conclure, conclureSiConstate } from './conclure.ts'
import { adresseDeRemise, destinataireAdmis } from './destinataire.ts'
import { composerMessage } from './message.ts'
import { motifRefus } from './phrases.ts'

const LOT = 25
const PAUSE_MIN_MS = 10_000
const PAUSE_MAX_MS = 15 * 60_000

/** Something that no new attempt would mend; the message is the French reason. */
class Impossible extends Error {}

/**
 * Works the outbox once: takes what is prepared, settles what was left behind. `continuer` is asked before
 * each one. Several workers may run at the same time. One that fails never stops the others.
 */
export async function travailler(bureau: Bureau, continuer: () => boolean = () => true): Promise<void> {
  for (const cible of await bureau.depot.transmissions.enAttente(LOT)) {
    if (!continuer()) return
    try {
      await traiter(bureau, cible)
    } catch (erreur) {
      bureau.journal.panne('transmission-panne', erreur, { ...cible })
    }
  }
}

/** One transmission, re-read from the table: the index that named it is only a hint. */
export async function traiter(bureau: Bureau, cible: Cible): Promise<void> {
  const { transmissions } = bureau.depot
  const t = await transmissions.lire(cible)
  if (!t) return
  const maintenant = bureau.horloge().getTime()
  if (t.statut === 'en-cours' && t.bail <= maintenant) return reprendre(bureau, t)
  if (t.statut !== 'preparee' || t.pasAvant > maintenant) return

  const prise = await prendre(bureau, t)
  if (!prise) return
  await bureau.rupture?.('pris', t.id)
  if (prise.tentative > 1 && (await conclureSiConstate(bureau, prise))) return
  const message = await preparer(bureau, prise)
  if (!message) return
  await bureau.rupture?.('prepare', t.id)
  const engagee = await engager(bureau, prise)
  if (!engagee) return
  await bureau.rupture?.('engage', t.id)
  const issue = await bureau.depot.courrier.envoyer(message)
  await bureau.rupture?.('envoye', t.id)
  await noterIssue(bureau, engagee, issue)
}

/** Claims it: from here until the lease ends no other worker touches it. */
async function prendre(bureau: Bureau, vue: TransmissionGardee): Promise<TransmissionGardee | null> {
  const preneur = bureau.aleatoire()
  const bail = bureau.horloge().getTime() + bureau.bailMs
  let mienne: TransmissionGardee | null = null
  const prise = await bureau.depot.transmissions.modifier(vue, (t) => {
    // Our own write, whose answer was lost and which was tried again.
    if (t.preneur === preneur) mienne = t
    if (t.statut !== 'preparee' || t.revision !== vue.revision) return null
    return { statut: 'en-cours', preneur, bail, engage: false, tentative: t.tentative + 1, motif: null }
  })
  return prise ?? mienne
}

/** Says, before the message leaves, that it is about to: after this only what the mail service says counts. */
async function engager(bureau: Bureau, prise: TransmissionGardee): Promise<TransmissionGardee | null> {
  const bail = bureau.horloge().getTime() + bureau.bailMs
  const remisA = adresseDeRemise(bureau.boiteLocale, prise.destinataire)
  let ecrite = false
  let mienne: TransmissionGardee | null = null
  const engagee = await bureau.depot.transmissions.modifier(prise, (t) => {
    if (t.statut !== 'en-cours' || t.preneur !== prise.preneur) return null
    // Engaged by nobody but us: our own write, whose answer was lost and which was tried again.
    if (t.engage) {
      if (ecrite) mienne = t
      return null
    }
    ecrite = true
    return { engage: true, bail, remisA }
  })
  return engagee ?? mienne
}

/** Reads and checks again all that is to leave. null: it was put back in the queue, or given up with its reason. */
async function preparer(bureau: Bureau, t: TransmissionGardee): Promise<Message | null> {
  try {
    return await composer(bureau, t)
  } catch (erreur) {
    if (erreur instanceof Impossible) {
      await quitter(bureau, t, { statut: 'echouee', motif: erreur.message })
      return null
    }
    bureau.journal.panne('transmission-preparation', erreur, { transmission: t.id })
    await rendre(bureau, t, 'le classeur à envoyer n’a pas pu être relu.')
    return null
  }
}

async function composer(bureau: Bureau, t: TransmissionGardee): Promise<Message> {
  const { versions, coffre } = bureau.depot
  const version = await versions.lire(t, t.numero)
  if (!version) throw new Impossible('la version à transmettre est introuvable. Prévenez l’administrateur.')
  const referentiel = await referentielParId(bureau, version.declaration.referentiel)
  if (!referentiel || !destinataireAdmis(referentiel, t.destinataire))
    throw new Impossible(
      `l’adresse ${t.destinataire} n’est pas un destinataire prévu par le référentiel ${version.declaration.referentiel}. Rien n’a été envoyé.`,
    )
  if (version.bloquants > 0)
    throw new Impossible(
      'le contrôle de cette version relève des points bloquants. Corrigez-les et enregistrez une nouvelle version.',
    )
  const octets = await coffre.lireClasseur(t, version.declaration.empreinte)
  if (!octets || (await empreinte(octets, crypto.subtle)) !== version.declaration.empreinte)
    throw new Impossible(
      'le classeur conservé n’a plus l’empreinte de la version signée. Il n’a pas été envoyé ; prévenez l’administrateur.',
    )
  const horodatage = version.cms ? await bureau.depot.horodateur.horodater(t, t.numero, version.cms) : null
  return composerMessage(bureau, t, version, octets, await lirePieces(bureau, t), horodatage)
}

/** The files that leave beside the workbook, as they were kept. */
async function lirePieces(bureau: Bureau, t: TransmissionGardee): Promise<Uint8Array[]> {
  const lues: Uint8Array[] = []
  for (const { empreinte: attendue, nomFichier } of t.contenu.pieces) {
    const octets = await bureau.depot.coffre.lirePiece(t, attendue)
    if (!octets || (await empreinte(octets, crypto.subtle)) !== attendue)
      throw new Impossible(
        `la pièce « ${nomFichier} » n’a plus l’empreinte du fichier déposé. Rien n’a été envoyé ; joignez-la de nouveau.`,
      )
    lues.push(octets)
  }
  return lues
}

async function noterIssue(bureau: Bureau, t: TransmissionGardee, issue: IssueEnvoi): Promise<void> {
  const { transmissions } = bureau.depot
  if (issue.issue === 'accepte') {
    const envoi = {
      transmission: t.id,
      tentative: t.tentative,
      messageId: issue.messageId,
      le: bureau.horloge().toISOString(),
    }
    await transmissions.noterEnvoi(envoi)
    await bureau.rupture?.('constate', t.id)
    await conclure(bureau, t, { par: 'service', envoi })
    return
  }
  bureau.journal.info('transmission-non-acceptee', {
    transmission: t.id,
    issue: issue.issue,
    code: issue.code,
  })
  if (issue.issue === 'refuse') await quitter(bureau, t, { statut: 'echouee', motif: motifRefus(issue.code) })
  else if (issue.issue === 'non-parti') await rendre(bureau, t, 'le service d’envoi ne répond pas.')
  // 'inconnu': it stays claimed. When the lease ends, the mail service's own event settles it, or a person does.
}

/** Leaves the hands of this worker, if it still holds it. */
async function quitter(
  bureau: Bureau,
  mienne: TransmissionGardee,
  vers: Partial<TransmissionGardee>,
): Promise<void> {
  await bureau.depot.transmissions.modifier(mienne, (t) =>
    t.statut === 'en-cours' && t.preneur === mienne.preneur
      ? { preneur: null, engage: false, ...vers }
      : null,
  )
}

/** Back to the queue, after a pause that doubles with each attempt. */
async function rendre(bureau: Bureau, t: TransmissionGardee, motif: string): Promise<void> {
  const pause = Math.min(PAUSE_MAX_MS, PAUSE_MIN_MS * 2 ** Math.min(t.tentative - 1, 10))
  await quitter(bureau, t, { statut: 'preparee', pasAvant: bureau.horloge().getTime() + pause, motif })
}

/**
 * Settles what a dead worker left: with a recorded sending it was sent; when the worker had not yet said that
 * it was sending, it goes back to the queue; otherwise nobody can know, and a person is asked. Never a blind resend.
 */
async function reprendre(bureau: Bureau, laissee: TransmissionGardee): Promise<void> {
  if (await conclureSiConstate(bureau, laissee)) return
  const statut = laissee.engage ? 'incertaine' : 'preparee'
  const reprise = await bureau.depot.transmissions.modifier(laissee, (t) =>
    t.revision === laissee.revision ? { statut, preneur: null, engage: false } : null,
  )
  if (reprise) bureau.journal.info('transmission-reprise', { transmission: laissee.id, statut })
}
