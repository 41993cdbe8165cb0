import { exigerMentions } from './mentions.ts'
import type { Regle } from './regle.ts'

/** GOU-06: the CRIP has access to medical and mental health skills (annexe 6, objectif 6). */
export const GOU_06: Regle = {
  id: 'GOU-06',
  titre: 'Objectif 6 : la fiche dit l’accès de la CRIP aux compétences médicales et de santé mentale',
  verifier: (contexte) =>
    exigerMentions(contexte, 6, [
      { nom: 'les compétences médicales', mots: /\bmedec|\bmedica(?:l|ux)|\bpediatr|\bpuericult|\binfirmi/ },
      { nom: 'la santé mentale', mots: /sante mentale|\bpsych/ },
    ]),
}
