import { exigerMentions } from './mentions.ts'
import type { Regle } from './regle.ts'

/** NAT-18: what programme 304 pays on objectif 23 follows four clauses (annexe 6, objectif 23). */
export const NAT_18: Regle = {
  id: 'NAT-18',
  titre: 'Objectif 23 : la fiche dit les quatre clauses du cahier des charges du parrainage',
  verifier: (contexte) => {
    const paye = contexte.classement.parEnveloppe.P304.some(
      (a) => a.objectif === 23 && a.financements.some((f) => f.enveloppe === 'P304' && f.prevu?.centimes),
    )
    if (!paye) return { sansObjet: 'L’objectif 23 n’est pas payé par le programme 304.' }
    return exigerMentions(contexte, 23, [
      { nom: 'la vérification de l’honorabilité des bénévoles', mots: /honorabilite|casier|\bfijais/ },
      { nom: 'une sensibilisation aux besoins fondamentaux', mots: /besoins fondamentaux|sensibilis/ },
      { nom: 'une contractualisation de l’action', mots: /\bcontrat|\bcontractu|\bconvention|\bcharte/ },
      { nom: 'un accompagnement et une supervision', mots: /\bsupervis|\baccompagn/ },
    ])
  },
}
