import type { Evenements } from './evenements.ts'
import { evenementsDeTransmission } from './evenements-attendus.ts'
import type { TransmissionGardee, Transmissions } from './transmissions.ts'

/**
 * The same transmissions, whose moves are told in the journal of their chain. What could not be told does not undo
 * the move: it is found again when the journal is read (evenements-attendus.ts).
 */
export function noterTransmissions(transmissions: Transmissions, evenements: Evenements): Transmissions {
  async function raconter(t: TransmissionGardee, avant: TransmissionGardee | null): Promise<void> {
    const suites = evenementsDeTransmission(t).map(({ evenement, agent, details, identite }) =>
      evenements.noter(t, evenement, agent, details, identite),
    )
    const renvoi = avant !== null && avant.statut !== 'preparee' && t.statut === 'preparee'
    const details = { version: t.numero, envoi: t.contenu.nomEnvoi }
    if (avant?.statut === 'incertaine' && (renvoi || t.recu?.declaration.constatePar)) {
      const agent = t.recu?.declaration.constatePar ?? t.demandeur
      suites.push(evenements.noter(t, 'tranchee', agent, { ...details, issue: renvoi ? 'renvoyer' : 'recu' }))
    }
    if (renvoi && avant.statut !== 'en-cours')
      suites.push(evenements.noter(t, 'demandee', t.demandeur, details))
    if (t.statut === 'rejetee' && avant?.statut !== 'rejetee')
      suites.push(evenements.noter(t, 'rejetee', null, details))
    if (t.plainte && !avant?.plainte) suites.push(evenements.noter(t, 'plainte', null, details))
    await Promise.allSettled(suites)
  }
  return {
    ...transmissions,
    async creer(transmission) {
      const creee = await transmissions.creer(transmission)
      // Another object is the one that stood already: it was told when it was made.
      if (creee === transmission) await raconter(creee, null)
      return creee
    },
    async modifier(cible, decider) {
      let avant: TransmissionGardee | null = null
      const apres = await transmissions.modifier(cible, (vue) => {
        avant = vue
        return decider(vue)
      })
      const vue = avant as TransmissionGardee | null
      if (apres && vue && (vue.statut !== apres.statut || vue.plainte !== apres.plainte))
        await raconter(apres, vue)
      return apres
    },
  }
}
