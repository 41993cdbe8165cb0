import { exigerMentions } from './mentions.ts'
import type { Regle } from './regle.ts'

/** GOU-07: the protocol on IP reaches the PJJ, the Éducation nationale and the forces de l’ordre (annexe 6, objectif 7). */
export const GOU_07: Regle = {
  id: 'GOU-07',
  titre: 'Objectif 7 : la fiche nomme la PJJ, l’Éducation nationale et les forces de l’ordre',
  verifier: (contexte) =>
    exigerMentions(contexte, 7, [
      { nom: 'la protection judiciaire de la jeunesse', mots: /\b(?:dt)?pjj\b|protection judiciaire/ },
      { nom: 'l’Éducation nationale', mots: /education nationale|\bdsden\b|\brectorat\b|\bacademi/ },
      { nom: 'les forces de l’ordre', mots: /\bpolice\b|\bgendarmerie\b|forces de l'ordre|\bpompiers\b/ },
    ]),
}
