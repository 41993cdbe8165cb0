import { objectifDuLibelle } from '../referentiel/libelle.ts'
import { trouverMots } from './mots.ts'
import type { ConstatBrut, Regle } from './regle.ts'

const RELAIS = { mots: /\brela(?:is|yage)s? parenta(?:l|ux)\b/, exceptions: /$^/ }

/** ENV-16: a relais parental serves objectif 14 (annexe 2), never 21, the centres parentaux. Silent where REF-02 already says so. */
export const ENV_16: Regle = {
  id: 'ENV-16',
  titre: 'Un relais parental relève de l’objectif 14, jamais du 21',
  verifier: ({ plan, referentiel }) => ({
    constats: plan.actions
      .filter((a) => a.objectif === 21)
      .flatMap((a): ConstatBrut[] => {
        if (a.objectifsLus.some((o) => objectifDuLibelle(referentiel, 21, o.texte))) return []
        const mots = [a.intitule, ...a.objectifsLus.map((o) => o.texte)].flatMap((t) =>
          trouverMots(t, RELAIS),
        )
        if (mots.length === 0) return []
        return [
          {
            cellules: [...a.objectifsLus.map((o) => o.cellule), ...a.cellules],
            message: `Action ${a.numero} : « ${mots[0]} » relève de l’objectif 14 (relais parentaux), non de l’objectif 21 (centres parentaux). Corrigez le numéro, ou précisez l’intitulé.`,
            constate: `« ${mots[0]} » sur l’objectif 21`,
            attendu: 'objectif 14',
            correction: null,
          },
        ]
      }),
  }),
}
