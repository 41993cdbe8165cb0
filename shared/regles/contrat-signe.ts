import { envoisDe, jourDe } from '../contrat/acces.ts'
import { dateLongue } from '../referentiel/date-civile.ts'
import type { Contexte, Resultat } from './regle.ts'

/** What CAL-05 and CAL-13 share: a contract cannot be sent as signed before the day of its signature. */
export function verifierApresSignature({ annexes }: Contexte): Resultat {
  const signature = jourDe(annexes.contrat, 'signature')
  const envois = envoisDe(annexes, 'contrat-signe')
  if (!signature || envois.length === 0)
    return { sansObjet: 'La date de signature ou l’envoi du contrat signé manque.' }
  return {
    constats: envois
      .filter((e) => e.date.jour < signature.jour)
      .map((e) => ({
        cellules: [e.date.cellule, signature.cellule],
        message: `L’envoi « ${e.piece.texte} » est daté du ${dateLongue(e.date.jour)}, avant la signature du contrat (${dateLongue(signature.jour)}). Corrigez l’une des deux dates.`,
        constate: dateLongue(e.date.jour),
        attendu: `à partir du ${dateLongue(signature.jour)}`,
        correction: null,
      })),
  }
}
