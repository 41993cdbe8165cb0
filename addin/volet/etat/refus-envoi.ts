import type { Role, Transmission, VersionResume } from '../api-types.ts'
import { ENVOI_LIBRE } from './demande-envoi.ts'
import { compte, fr } from '../texte/typographie.ts'
import type { Ecart } from './service.ts'

/** What decides whether a version may leave. */
export interface SituationEnvoi {
  version: VersionResume | undefined
  /** null while it is being established, or when it could not be. */
  ecart: Ecart | null
  transmission: Transmission | null
  /** Id of the sending that is meant. */
  envoi?: string
  roles?: readonly Role[]
}

/** Why « Transmettre » is not possible now (French), null when it is. */
export function refusEnvoi({
  version,
  ecart,
  transmission,
  envoi: nom = ENVOI_LIBRE,
  roles = ['valideur'],
}: SituationEnvoi): string | null {
  if (!roles.includes('valideur'))
    return 'Votre rôle ne permet pas de transmettre : un valideur de votre département doit le faire.'
  if (!version) return 'Enregistrez d’abord une version : c’est elle qui est transmise.'
  const derniere = version.transmission?.envoi === nom ? version.transmission.statut : undefined
  const envoi = transmission?.statut ?? derniere
  if (envoi === 'envoyee' || envoi === 'differee' || envoi === 'remise')
    return fr`La version ${version.numero} a déjà été transmise à ce titre : elle ne part qu’une fois.`
  if (envoi === 'incertaine')
    return 'Nous ne pouvons pas établir si le message est parti. Ne renvoyez pas : vérifiez auprès de la DGCS, puis indiquez « reçu » ou « renvoyer ».'
  if (envoi === 'preparee' || envoi === 'en-cours') return 'La transmission est en cours.'
  if (version.bloquants > 0)
    return fr`La version ${version.numero} porte ${compte(version.bloquants, 'point bloquant', 'points bloquants')}. Corrigez-les dans le classeur (onglet Contrôle), enregistrez une nouvelle version, puis transmettez-la.`
  if (ecart === null) return 'Le classeur est en cours de comparaison avec cette version.'
  if (ecart === 'modifie')
    return fr`Le classeur a été modifié depuis la version ${version.numero}. Enregistrez une nouvelle version pour transmettre ces modifications.`
  return null
}
