import type { VersionGardee } from './chaine-versions.ts'
import type { AuteurEvenement, DetailsEvenement, IdentiteEvenement, TypeEvenement } from './evenements.ts'
import type { TransmissionGardee } from './transmissions.ts'

/**
 * The events that a version and a transmission witness by themselves: told when they happen, and found again from
 * what is kept where the process died before it had told them. Their identity is the same either way.
 */
export interface EvenementAttendu {
  evenement: TypeEvenement
  agent: AuteurEvenement | null
  details: DetailsEvenement
  identite: IdentiteEvenement
}

const nommer = ({ sub, prenom, nom, siret }: AuteurEvenement): AuteurEvenement => ({
  sub,
  prenom,
  nom,
  siret,
})

/** Checked, justified where it was, signed. */
export function evenementsDeVersion({
  declaration: d,
  bloquants,
  aJustifier,
}: VersionGardee): EvenementAttendu[] {
  const commun = { agent: nommer(d.auteur), identite: { le: d.le, id: String(d.numero) } }
  const justifications = d.type === 'cdppe-version/2' ? d.justifications.length : 0
  return [
    { ...commun, evenement: 'controlee', details: { version: d.numero, bloquants, aJustifier } },
    ...(justifications > 0
      ? [{ ...commun, evenement: 'justifiee' as const, details: { version: d.numero, justifications } }]
      : []),
    { ...commun, evenement: 'signee', details: { version: d.numero } },
  ]
}

/** Asked for, sent, receipted: as far as it went. */
export function evenementsDeTransmission(t: TransmissionGardee): EvenementAttendu[] {
  const details = { version: t.numero, envoi: t.contenu.nomEnvoi }
  const attendus: EvenementAttendu[] = [
    { evenement: 'demandee', agent: nommer(t.demandeur), details, identite: { le: t.creeeLe, id: t.id } },
  ]
  if (t.envoyeeLe === null || t.recu === null) return attendus
  const par = t.recu.declaration.constatePar
  const id = `${t.id}#${t.tentativeEnvoyee ?? 0}`
  // An agent who states an arrival states both at once.
  const evenement = par ? 'recue' : 'envoyee'
  attendus.push({ evenement, agent: par && nommer(par), details, identite: { le: t.envoyeeLe, id } })
  if (!par && t.remiseLe !== null)
    attendus.push({ evenement: 'recue', agent: null, details, identite: { le: t.remiseLe, id } })
  return attendus
}
