import { deciderSelon, enveloppesAdmises, NOMS_ENVELOPPES } from '../referentiel/decider.ts'
import { enumerer } from '../classeur/texte.ts'
import { formatEuros } from '../montant/format.ts'
import type { Enveloppe } from '../referentiel/referentiel.ts'
import type { ConstatBrut, Contexte, Resultat } from './regle.ts'

/** What ENV-01, ENV-02 and ENV-03 share: one enveloppe against the objectifs that the text gives it. */
export function verifierEnveloppe({ classement, referentiel }: Contexte, enveloppe: Enveloppe): Resultat {
  const actions = classement.parEnveloppe[enveloppe]
  if (actions.length === 0)
    return { sansObjet: `Aucun financement n’est inscrit sur ${citerEnveloppe(enveloppe)}.` }
  const constats: ConstatBrut[] = []
  for (const action of actions)
    for (const f of action.financements) {
      if (f.enveloppe !== enveloppe) continue
      // A column of its own with no money in it says nothing; a named enveloppe is judged even before its amount.
      if (f.enveloppeLue === null && !f.prevu?.centimes) continue
      if (action.objectif === null) continue
      const decision = deciderSelon(referentiel, action.objectif, enveloppe)
      if (decision.statut !== 'non') continue
      const admises = enveloppesAdmises(referentiel, action.objectif)
      const proposees = enumerer(
        admises.map((e) => NOMS_ENVELOPPES[e]),
        'ou',
      )
      const cellules = [
        f.enveloppeLue?.cellule,
        f.enveloppeLue ? null : f.prevu?.cellule,
        f.celluleObjectif,
      ].filter((c): c is string => typeof c === 'string')
      const montant = f.prevu?.centimes ? ` (${formatEuros(f.prevu.centimes)})` : ''
      constats.push({
        cellules,
        message: `Action ${action.numero} : l’objectif ${action.objectif} ne peut pas être financé par ${enveloppe === 'ONDAM' ? 'l’ONDAM médico-social' : `le ${NOMS_ENVELOPPES[enveloppe]}`}. ${decision.motif} Inscrivez ce financement sur l’enveloppe ${proposees || 'prévue par le texte'}, ou rattachez l’action à un autre objectif.`,
        constate: `${NOMS_ENVELOPPES[enveloppe]} sur l’objectif ${action.objectif}${montant}`,
        attendu: proposees === '' ? 'une enveloppe admise par le texte' : proposees,
        ...(decision.reference ? { reference: decision.reference } : {}),
        correction:
          admises.length === 1 && f.enveloppeLue
            ? {
                cellule: f.enveloppeLue.cellule,
                valeur: admises[0]!,
                libelle: `Remplacer « ${f.enveloppeLue.texte} » par « ${admises[0]} »`,
              }
            : null,
      })
    }
  return { constats }
}

function citerEnveloppe(enveloppe: Enveloppe): string {
  return enveloppe === 'ONDAM' ? 'l’ONDAM médico-social' : `le ${NOMS_ENVELOPPES[enveloppe]}`
}
