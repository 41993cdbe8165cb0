import { TYPE_RECU, TYP_JWS_RECU } from '../../shared/version/declaration.ts'
import type { Auteur, Recu } from '../../shared/version/declaration.ts'
import type { EnvoiConstate, TransmissionGardee } from '../depot/transmissions.ts'
import type { Bureau } from './bureau.ts'
import { adresseDeRemise } from './destinataire.ts'
import { estEnvoyee, suivre } from './suivre.ts'

type Constat =
  | { par: 'service'; envoi: EnvoiConstate }
  | {
      par: 'agent'
      agent: Auteur
      le: string
      /** Id of the attempt that the agent saw. */ revision: number
      /** Key of the answer. */ cle: string
    }

/** Whether what is known of one attempt may close the transmission: not when a later attempt is already leaving. */
function peutConclure(t: TransmissionGardee, constat: Constat): boolean {
  if (constat.par === 'agent') return t.statut === 'incertaine' && t.revision === constat.revision
  if (estEnvoyee(t.statut) || constat.envoi.tentative <= t.ecartees) return false
  return !(t.statut === 'en-cours' && t.engage && t.tentative !== constat.envoi.tentative)
}

/**
 * Closes a transmission as sent, with its signed receipt. Gives what then stands, or null when something
 * else had already closed or moved it.
 */
export async function conclure(
  bureau: Bureau,
  t: TransmissionGardee,
  constat: Constat,
): Promise<TransmissionGardee | null> {
  const { versions, signataire, transmissions } = bureau.depot
  if (!peutConclure(t, constat)) return null
  const version = await versions.lire(t, t.numero)
  if (!version) throw new Error('The version of a transmission cannot be read')
  const le = constat.par === 'agent' ? constat.le : constat.envoi.le
  const messageId = constat.par === 'agent' ? null : constat.envoi.messageId
  const remisA = t.remisA ?? adresseDeRemise(bureau.boiteLocale, t.destinataire)
  const declaration: Recu = {
    type: TYPE_RECU,
    transmission: t.id,
    departement: t.departement,
    exercice: t.exercice,
    numero: t.numero,
    empreinteDeclaration: version.empreinteDeclaration,
    destinataire: constat.par === 'agent' ? t.destinataire : remisA,
    messageId,
    constatePar: constat.par === 'agent' ? constat.agent : null,
    le,
    envoi: {
      id: t.envoi,
      nom: t.contenu.nomEnvoi,
      horsDelai: t.contenu.horsDelai,
      copies: bureau.boiteLocale === null ? t.contenu.copies : [],
      pieces: t.contenu.pieces.map(({ piece, nomFichier, taille, empreinte }) => ({
        piece,
        nomFichier,
        taille,
        empreinte,
      })),
    },
  }
  const { jws, cle } = await signataire.signer(declaration, TYP_JWS_RECU)
  const close = await transmissions.modifier(t, (actuelle) =>
    peutConclure(actuelle, constat)
      ? {
          statut: 'envoyee',
          ...(constat.par === 'agent' ? { issues: [...(actuelle.issues ?? []), constat.cle] } : {}),
          tentativeEnvoyee: constat.par === 'agent' ? actuelle.tentative : constat.envoi.tentative,
          messageId,
          envoyeeLe: le,
          remisA,
          recu: { declaration, jws },
          cleRecu: cle,
          preneur: null,
          motif: null,
        }
      : null,
  )
  if (!close) return null
  bureau.journal.info('transmission-envoyee', { transmission: t.id, par: constat.par })
  // What followed the sending may have been told before we knew of it.
  await suivre(bureau, close)
  return transmissions.lire(close)
}

/** Closes a transmission from the sendings that were recorded of it, if there is one. */
export async function conclureSiConstate(bureau: Bureau, t: TransmissionGardee): Promise<boolean> {
  const envois = await bureau.depot.transmissions.envoisConstates(t.id)
  const envoi = envois.filter(({ tentative }) => tentative > t.ecartees).at(-1)
  return envoi !== undefined && (await conclure(bureau, t, { par: 'service', envoi })) !== null
}
