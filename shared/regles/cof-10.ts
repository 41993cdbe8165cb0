import { chercherSurFir } from './depenses-fir.ts'
import type { Regle } from './regle.ts'

/** COF-10: the FIR does not take the place of existing posts of sages-femmes or puéricultrices (annexe 6, objectif 13). */
export const COF_10: Regle = {
  id: 'COF-10',
  titre: 'Le FIR ne remplace pas des postes existants de sages-femmes ou de puéricultrices',
  verifier: (contexte) =>
    chercherSurFir(
      contexte,
      {
        mots: /\b(?:etp|postes?) (?:de |d'|des )?(?:sages?[- ]femmes?|puericultrices?|infirmieres? puericultrices?)\b/,
        exceptions: /$^/,
        indice: /etp|postes?/i,
      },
      (mots) =>
        `${mots} apparaît à côté d’un financement du FIR, qui ne doit pas se substituer à des postes existants. Précisez s’il s’agit de postes nouveaux.`,
    ),
}
