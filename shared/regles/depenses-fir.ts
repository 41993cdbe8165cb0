import { enumerer } from '../classeur/texte.ts'
import type { Action, TexteLu } from '../plan/plan.ts'
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
      const lus = textesDe(a, mots.indice).flatMap(({ texte, cellule }) => {
        const vus = trouverMots(texte, mots)
        return vus.length > 0 ? [{ cellule, vus }] : []
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

/** What says how the FIR is spent and passes a cheap look: nearly every text holds none of the words. */
function textesDe({ intitule, cellules, textes, financements }: Action, indice: RegExp): TexteLu[] {
  const retenus = textes.filter((t) => indice.test(t.texte))
  const titre = cellules.at(-1)
  if (titre !== undefined && indice.test(intitule)) retenus.unshift({ texte: intitule, cellule: titre })
  for (const f of financements)
    if (f.enveloppe === 'FIR' && f.prevu !== null && indice.test(f.prevu.texte)) retenus.push(f.prevu)
  return retenus
}
