import { envoisDe, type JourLu } from '../contrat/acces.ts'
import { ajouterMois } from '../contrat/date.ts'
import { situer, type Echeance } from '../referentiel/calendrier.ts'
import { dateLongue } from '../referentiel/date-civile.ts'
import type { ConstatBrut, Contexte, Resultat } from './regle.ts'

/** What the rules of the calendar share: a day beside the échéance that the référentiel dates. */

/** The échéance of that id for the exercice of the check. */
export function echeanceDe({ referentiel, exercice }: Contexte, id: string): Echeance | undefined {
  return referentiel.echeances.find((e) => e.id === id && e.exercice === exercice)
}

/** Its last day: written, or counted from the signature. */
export function dater(echeance: Echeance, signature: string | null): Echeance {
  if (echeance.date !== null || echeance.delai === null || signature === null) return echeance
  return { ...echeance, date: ajouterMois(signature, echeance.delai.mois) }
}

/**
 * A day after its échéance, or on the day on which the wordings of the text part: that day asks for a justification
 * and blocks nothing.
 * @param quoi French noun phrase that opens the sentence: « Signature du contrat »
 */
export function jugerJour(
  echeance: Echeance,
  lu: JourLu,
  quoi: string,
  autres: string[] = [],
): ConstatBrut[] {
  const situation = situer(echeance, lu.jour)
  if (situation === 'dans-les-temps' || situation === 'sans-date' || echeance.date === null) return []
  const jour = dateLongue(lu.jour)
  const base = {
    cellules: [lu.cellule, ...autres],
    constate: jour,
    attendu: echeance.libelle,
    reference: echeance.reference,
    correction: null,
  }
  if (situation === 'jour-dispute')
    return [
      {
        ...base,
        gravite: 'a-justifier',
        message: `${quoi} : ${jour}, le jour même du terme. Les textes ne s’accordent pas sur ce jour : ${echeance.jourDispute!.explication}. Gardez la preuve de la date, ou justifiez.`,
      },
    ]
  const suite = echeance.rigueur
    ? 'Ce délai est de rigueur : ce qui arrive après n’est pas pris en compte. Corrigez la date si elle est fausse.'
    : 'Corrigez la date si elle est fausse, ou justifiez le retard.'
  return [
    { ...base, message: `${quoi} : ${jour}, trop tard. Le texte demande : ${echeance.libelle}. ${suite}` },
  ]
}

/** The earliest sending of a piece, through a channel that the échéance accepts, against its échéance. */
export function verifierEnvoi(contexte: Contexte, id: string, pieces: readonly string[]): Resultat {
  const echeance = echeanceDe(contexte, id)
  if (!echeance) return { sansObjet: `Le texte ne date pas cet envoi en ${contexte.exercice}.` }
  const constats: ConstatBrut[] = []
  let vus = 0
  for (const piece of pieces) {
    const [premier] = envoisDe(contexte.annexes, piece).filter(
      (e) =>
        e.canaux.length === 0 ||
        echeance.canaux.length === 0 ||
        e.canaux.some((c) => echeance.canaux.includes(c)),
    )
    if (!premier) continue
    vus++
    constats.push(
      ...jugerJour(echeance, premier.date, `Envoi « ${premier.piece.texte} »`, [premier.piece.cellule]),
    )
  }
  return vus === 0 ? { sansObjet: 'Aucun envoi daté de cette pièce n’est inscrit.' } : { constats }
}
