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

/** What the pane says of a transmission. */
export function phraseTransmission(t: TransmissionGardee): string {
  switch (t.statut) {
    case 'preparee':
      return t.motif
        ? `Rien n’a encore été envoyé : ${t.motif} Un nouvel essai aura lieu le ${direInstant(new Date(t.pasAvant).toISOString())}.`
        : `L’envoi à ${t.destinataire} est préparé ; il part dans la minute.`
    case 'en-cours':
      return `L’envoi à ${t.destinataire} est en cours.`
    case 'envoyee': {
      if (t.recu?.declaration.constatePar)
        return `${t.recu.declaration.constatePar.prenom} ${t.recu.declaration.constatePar.nom} a indiqué que ${t.destinataire} a reçu cette version.`
      const essai =
        t.remisA && t.remisA !== t.destinataire
          ? ` Envoi d’essai : le message a été remis à ${t.remisA}.`
          : ''
      return `Transmis à ${t.destinataire} le ${direInstant(t.envoyeeLe ?? t.creeeLe)}. Le reçu et la preuve sont enregistrés.${essai}`
    }
    case 'incertaine':
      return 'Nous ne pouvons pas établir si le message est parti. Ne renvoyez pas : vérifiez auprès de la DGCS, puis indiquez ici « reçu » ou « renvoyer ».'
    case 'echouee':
      return `Le message n’est pas parti : ${t.motif ?? motifRefus('')}`
  }
}
