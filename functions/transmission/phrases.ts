import { direInstant } from '../../shared/version/instant.ts'
import type { TransmissionGardee } from '../depot/transmissions.ts'

/** Why the mail service refused, by its code, as a French sentence that says what to do. */
const REFUS_SERVICE: Record<string, string> = {
  MessageRejected:
    'le service d’envoi a refusé le message (contenu, taille ou adresse). Vérifiez le classeur, puis transmettez de nouveau ; si le refus persiste, prévenez l’administrateur.',
  MailFromDomainNotVerifiedException:
    'le domaine de l’expéditeur n’est pas validé auprès du service d’envoi. Prévenez l’administrateur, puis transmettez de nouveau.',
  AccountSuspendedException:
    'le compte du service d’envoi est suspendu. Prévenez l’administrateur, puis transmettez de nouveau.',
  SendingPausedException:
    'le service d’envoi est en pause. Prévenez l’administrateur, puis transmettez de nouveau.',
}

export function motifRefus(code: string): string {
  return (
    REFUS_SERVICE[code] ??
    'le service d’envoi a refusé la demande. Prévenez l’administrateur, puis transmettez de nouveau.'
  )
}

/** Why a recipient's server sent a message back, by the mail service's codes, and what to do. */
const REJETS: readonly [RegExp, string][] = [
  [
    /NoEmail|Suppressed|OnAccountSuppressionList/,
    'l’adresse n’existe pas ou n’accepte plus de messages. Appelez la DGCS, prévenez l’administrateur, puis transmettez de nouveau.',
  ],
  [/MailboxFull/, 'la boîte du destinataire est pleine. Prévenez la DGCS, puis transmettez de nouveau.'],
  [
    /MessageTooLarge/,
    'le message est trop volumineux pour lui. Allégez les pièces, puis transmettez de nouveau.',
  ],
  [
    /ContentRejected|AttachmentRejected/,
    'son filtre refuse le contenu ou une pièce jointe. Transmettez les pièces en PDF, ou prévenez la DGCS.',
  ],
]

export function motifRejet(code: string): string {
  return (
    REJETS.find(([motif]) => motif.test(code))?.[1] ??
    'il n’en dit pas plus. Prévenez la DGCS par téléphone, puis transmettez de nouveau.'
  )
}

/**
 * What came back and asks the sender to do something, beside the state: copies that did not arrive, a complaint.
 * null where nothing did.
 */
export function alerteTransmission(t: TransmissionGardee): string | null {
  const alertes = [
    t.copiesRejetees.length
      ? `La copie n’est pas arrivée à ${t.copiesRejetees.join(', ')} : vérifiez l’adresse auprès de l’administrateur.`
      : '',
    t.plainte
      ? 'Le destinataire a signalé ce message comme indésirable : appelez la DGCS pour qu’elle le retrouve, et prévenez l’administrateur.'
      : '',
  ].filter(Boolean)
  return alertes.length ? alertes.join(' ') : null
}

/** What the pane says of a transmission. */
export function phraseTransmission(t: TransmissionGardee): string {
  switch (t.statut) {
    case 'preparee':
      return t.motif
        ? `Rien n’a encore été envoyé : ${t.motif} Un nouvel essai aura lieu le ${direInstant(new Date(t.pasAvant).toISOString())}.`
        : `L’envoi à ${t.destinataire} est préparé ; il part dans la minute.`
    case 'en-cours':
      return `L’envoi à ${t.destinataire} est en cours.`
    case 'differee':
      return `Envoyé le ${direInstant(t.envoyeeLe ?? t.creeeLe)} ; le serveur de ${t.remisA ?? t.destinataire} ne l’a pas encore accepté, la remise est retentée. N’envoyez rien de nouveau : vous serez informé ici.`
    case 'rejetee':
      return `Le serveur de ${t.remisA ?? t.destinataire} a rejeté le message : ${motifRejet(t.motif ?? '')}`
    case 'remise':
    case 'envoyee': {
      if (t.recu?.declaration.constatePar)
        return `${t.recu.declaration.constatePar.prenom} ${t.recu.declaration.constatePar.nom} a indiqué que ${t.destinataire} a reçu cette version.`
      const essai =
        t.remisA && t.remisA !== t.destinataire
          ? ` Envoi d’essai : le message a été remis à ${t.remisA}.`
          : ''
      return `Transmis à ${t.destinataire} le ${direInstant(t.envoyeeLe ?? t.creeeLe)}.${t.remiseLe ? ` Remis au serveur destinataire le ${direInstant(t.remiseLe)}.` : ''} Le reçu et la preuve sont enregistrés.${essai}`
    }
    case 'incertaine':
      return 'Nous ne pouvons pas établir si le message est parti. Ne renvoyez pas : vérifiez auprès de la DGCS, puis indiquez ici « reçu » ou « renvoyer ».'
    case 'echouee':
      return `Le message n’est pas parti : ${t.motif ?? motifRefus('')}`
  }
}
