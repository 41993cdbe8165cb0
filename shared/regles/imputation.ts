import { texteDe } from '../contrat/acces.ts'
import type { Contexte, Resultat } from './regle.ts'

/** What ENV-14 and ENV-15 share: the budget line that the contract writes for an enveloppe. */
export function verifierImputation(
  { annexes }: Contexte,
  cle: 'imputation-p304' | 'imputation-fir',
  code: string,
  nom: string,
): Resultat {
  const lu = texteDe(annexes.contrat, cle)
  if (!lu) return { sansObjet: `Le contrat n’écrit pas l’imputation du ${nom}.` }
  const chiffres = (t: string) => t.replace(/\D/g, '')
  if (chiffres(lu.texte).includes(chiffres(code))) return { constats: [] }
  return {
    constats: [
      {
        cellules: [lu.cellule],
        message: `L’imputation inscrite pour le ${nom} (« ${lu.texte} ») ne porte pas ${code}, que le contrat-type écrit. Corrigez-la.`,
        constate: `« ${lu.texte} »`,
        attendu: code,
        correction: null,
      },
    ],
  }
}
