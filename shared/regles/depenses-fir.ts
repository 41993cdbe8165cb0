import { enumerer } from '../classeur/texte.ts'
import { trouverMots, type MotsCherches } from './mots.ts'
import type { ConstatBrut, Contexte, Resultat } from './regle.ts'

/** What COF-09 and COF-10 share: words beside a financement that is written on the FIR; the department's own part is not read. */
export function chercherSurFir(
  { classement }: Contexte,
  mots: MotsCherches & { indice: RegExp },
  dire: (mots: string) => string,
): Resultat {
  const financees = classement.parEnveloppe.FIR.filter((a) =>
    a.financements.some((f) => f.enveloppe === 'FIR' && f.prevu?.centimes),
  )
  if (financees.length === 0) return { sansObjet: 'Aucune action n’est inscrite sur le FIR.' }
  return {
    constats: financees.flatMap((a): ConstatBrut[] => {
      const titre = a.cellules.at(-1)
      const lus = [
        ...(titre === undefined ? [] : [{ texte: a.intitule, cellule: titre }]),
        ...a.textes,
        ...a.financements.flatMap((f) => (f.enveloppe === 'FIR' && f.prevu ? [f.prevu] : [])),
      ].flatMap((t) => {
        // A cheap look first: nearly every text holds none of the words.
        const vus = mots.indice.test(t.texte) ? trouverMots(t.texte, mots) : []
        return vus.length > 0 ? [{ cellule: t.cellule, vus }] : []
      })
      if (lus.length === 0) return []
      const cites = enumerer([...new Set(lus.flatMap((t) => t.vus))].map((m) => `« ${m} »`))
      return [
        {
          cellules: [...new Set(lus.map((t) => t.cellule))],
          message: `Action ${a.numero} : ${dire(cites)}`,
          constate: cites,
          attendu: 'aucune substitution à un financement existant',
          correction: null,
        },
      ]
    }),
  }
}
