import { trouverMots } from './mots.ts'
import type { ConstatBrut, Regle } from './regle.ts'

const DOUBLE = { mots: /\bdouble (?:autorisation|habilitation|tarification)\b/, exceptions: /$^/ }
const P177 = { mots: /\b(?:p|bop|programme)\.? ?(?:n ?)?177\b/, exceptions: /$^/ }

/** NAT-17: a centre parental with a double authorisation is also paid by programme 177, on a line of its own (annexe 6, objectif 21). */
export const NAT_17: Regle = {
  id: 'NAT-17',
  titre: 'Un centre parental à double autorisation a sa ligne du programme 177',
  verifier: ({ plan }) => ({
    constats: plan.actions
      .filter((a) => a.objectif === 21)
      .flatMap((a): ConstatBrut[] => {
        const textes = [
          ...a.cellules.slice(-1).map((cellule) => ({ texte: a.intitule, cellule })),
          ...a.textes,
          ...a.financements.flatMap((f) => (f.enveloppeLue ? [f.enveloppeLue] : [])),
        ]
        const doubles = textes.filter((t) => trouverMots(t.texte, DOUBLE).length > 0)
        if (doubles.length === 0 || textes.some((t) => trouverMots(t.texte, P177).length > 0)) return []
        return [
          {
            cellules: [...new Set(doubles.map((t) => t.cellule))],
            message: `Action ${a.numero} : la double autorisation d’un centre parental implique un financement du programme 177. Inscrivez-le sur une ligne distincte.`,
            constate: '« double autorisation »',
            attendu: 'une ligne du programme 177',
            correction: null,
          },
        ]
      }),
  }),
}
