import { texteDe } from '../contrat/acces.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/** What is masked on purpose, for a version to publish. */
const MASQUE = /redacted|masqu|caviard|[•*█]{2,}|x{3,}/i

/** CON-08: the bank details of the department are well formed: key of the IBAN (ISO 13616, modulo 97), length of the BIC (contrat-type, article 4). */
export const CON_08: Regle = {
  id: 'CON-08',
  titre: 'L’IBAN et le BIC du Département sont bien formés',
  verifier: ({ annexes: { contrat } }) => {
    const iban = texteDe(contrat, 'iban')
    const bic = texteDe(contrat, 'bic')
    if (!iban && !bic) return { sansObjet: 'Le classeur ne porte pas de coordonnées bancaires.' }
    const constats: ConstatBrut[] = []
    if (iban && !MASQUE.test(iban.texte)) {
      const faute = fauteIban(iban.texte)
      if (faute)
        constats.push({
          cellules: [iban.cellule],
          message: `L’IBAN n’est pas valable : ${faute}. Recopiez-le depuis le relevé d’identité bancaire.`,
          // Bank details are not repeated in a report.
          constate: 'IBAN mal formé',
          attendu: 'un IBAN français de 27 caractères, avec sa clé',
          correction: null,
        })
    }
    if (
      bic &&
      !MASQUE.test(bic.texte) &&
      !/^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(serrer(bic.texte))
    )
      constats.push({
        cellules: [bic.cellule],
        message:
          'Le BIC n’est pas valable : il compte 8 ou 11 caractères. Recopiez-le depuis le relevé d’identité bancaire.',
        constate: 'BIC mal formé',
        attendu: '8 ou 11 caractères',
        correction: null,
      })
    return { constats }
  },
}

function serrer(texte: string): string {
  return texte.replace(/[^0-9a-z]/gi, '').toUpperCase()
}

/** What is wrong with an IBAN, null when it holds. */
export function fauteIban(texte: string): string | null {
  const iban = serrer(texte.replace(/^\s*iban\b/i, ''))
  if (!/^[A-Z]{2}\d{2}/.test(iban)) return 'il ne commence pas par le pays et la clé'
  if (!iban.startsWith('FR')) return 'ce n’est pas un compte français'
  if (iban.length !== 27) return `il compte ${iban.length} caractères au lieu de 27`
  let reste = 0
  for (const c of iban.slice(4) + iban.slice(0, 4))
    for (const chiffre of String(parseInt(c, 36))) reste = (reste * 10 + Number(chiffre)) % 97
  return reste === 1 ? null : 'sa clé ne correspond pas à ses chiffres'
}
