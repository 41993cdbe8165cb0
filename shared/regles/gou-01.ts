import { trouverMots } from './mots.ts'
import type { ConstatBrut, Regle } from './regle.ts'

const PROJETS = {
  mots: /\bplacements? (?:educatifs? )?a domicile\b|\bpead?\b|\baemo (?:avec|a) hebergement\b|\baemoh\b|\bdmad\b|\bmesures? integrees? et modulables?\b|\bmesure unique\b/,
  exceptions: /$^/,
}

/** GOU-01 and GOU-14: on objectif 19, placement à domicile and the integrated and modular measure go to the DGCS for its technical opinion first (annexe 6, objectif 19). */
export const GOU_01: Regle = {
  id: 'GOU-01',
  titre: 'Les projets de placement à domicile ou de mesure intégrée et modulable sont remontés à la DGCS',
  couvre: ['GOU-14'],
  verifier: ({ plan }) => ({
    constats: plan.actions
      .filter((a) => a.objectif === 19)
      .flatMap((a): ConstatBrut[] => {
        const textes = [
          ...a.cellules.slice(-1).map((cellule) => ({ texte: a.intitule, cellule })),
          ...a.textes,
          ...a.financements.flatMap((f) => (f.prevu ? [f.prevu] : [])),
        ]
        const lus = textes.filter((t) => trouverMots(t.texte, PROJETS).length > 0)
        if (lus.length === 0) return []
        const mot = trouverMots(lus[0]!.texte, PROJETS)[0]!
        return [
          {
            cellules: [...new Set(lus.map((t) => t.cellule))],
            message: `Action ${a.numero} : « ${mot} » doit être remonté à la DGCS (dgcs-contrats-enfance@social.gouv.fr) pour avis technique avant la signature. Joignez la preuve de cet envoi, ou justifiez.`,
            constate: `« ${mot} »`,
            attendu: 'un avis technique demandé à la DGCS',
            correction: null,
          },
        ]
      }),
  }),
}
