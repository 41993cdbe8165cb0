import { objectifDe } from '../referentiel/decider.ts'
import { REFERENTIELS } from '../referentiel/registre.ts'
import type { Regle } from './regle.ts'

/** REF-01 « objectif inconnu du référentiel »: the number is read, but this text has no such objectif. */
export const REF_01: Regle = {
  id: 'REF-01',
  titre: 'Les objectifs sont ceux du référentiel',
  verifier: ({ plan, referentiel }) => {
    const numeros = referentiel.objectifs.map((o) => o.numero)
    return {
      constats: plan.actions
        .filter((a) => a.objectif !== null && !objectifDe(referentiel, a.objectif))
        .map((a) => ({
          cellules: a.objectifsLus.map((o) => o.cellule),
          message: `Action ${a.numero} : l’objectif ${a.objectif} est inconnu du référentiel ${referentiel.id}, qui va de ${Math.min(...numeros)} à ${Math.max(...numeros)}. ${ailleurs(a.objectif!)}`,
          constate: `objectif ${a.objectif}`,
          attendu: `un objectif de ${Math.min(...numeros)} à ${Math.max(...numeros)}`,
          correction: null,
        })),
    }
  },
}

/** An objectif that a later text created is no mistake of the department's. */
function ailleurs(objectif: number): string {
  const connu = REFERENTIELS.find((r) => objectifDe(r, objectif))
  return connu
    ? `Il figure au référentiel ${connu.id} : relancez le contrôle pour un exercice que ce texte régit.`
    : 'Le texte ne dit ni ses enveloppes ni ses indicateurs : vérifiez le numéro, ou indiquez l’instruction qui l’a créé.'
}
