import { chercherSurFir } from './depenses-fir.ts'
import type { Regle } from './regle.ts'

/** COF-09: the FIR does not take the place of acts that the Assurance maladie pays (annexe 4, II-B). */
export const COF_09: Regle = {
  id: 'COF-09',
  titre: 'Le FIR ne remplace pas le remboursement d’actes par l’Assurance maladie',
  verifier: (contexte) =>
    chercherSurFir(
      contexte,
      {
        mots: /\bactes? cotes?\b|\bremboursements? d'actes?\b|\bactes? rembourses?\b/,
        exceptions: /$^/,
        indice: /actes?/i,
      },
      (mots) =>
        `${mots} apparaît à côté d’un financement du FIR, qui ne doit pas se substituer au remboursement des actes par l’Assurance maladie. Précisez ce que paie le FIR.`,
    ),
}
