import { decider, lireObjectif } from '../../../shared/referentiel/decider.ts'
import type { Referentiel } from '../../../shared/referentiel/referentiel.ts'
import { exerciceParDefaut } from '../../../shared/referentiel/registre.ts'
import { lireEnveloppe } from '../../../shared/referentiel/lire.ts'
import { ecrire, ecrireJson, NON, OUI } from './sortie.ts'

/** `eligible OBJECTIF ENVELOPPE`: may this enveloppe pay for this objectif? */
export function eligible(
  objectif: string,
  enveloppe: string,
  exercice: number | undefined,
  json: boolean,
  referentiels: readonly Referentiel[],
): number {
  const annee = exercice ?? exerciceParDefaut(referentiels)
  const decision = decider(objectif, enveloppe, annee, referentiels)
  if (json) {
    const { statut, certitude, motif, reference, referentiel } = decision
    ecrireJson({
      objectif: lireObjectif(objectif),
      enveloppe: lireEnveloppe(enveloppe),
      exercice: annee,
      referentiel,
      statut,
      certitude,
      motif,
      reference,
    })
  } else {
    const mots = { oui: 'Oui', non: 'Non', 'sous-condition': 'Oui, sous condition', inconnu: 'Inconnu' }
    ecrire(`${mots[decision.statut]}. ${decision.motif}`)
  }
  return decision.statut === 'oui' || decision.statut === 'sous-condition' ? OUI : NON
}
