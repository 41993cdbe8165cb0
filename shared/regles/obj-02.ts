import { reference } from '../classeur/adresse.ts'
import { accorder, enumerer } from '../classeur/texte.ts'
import type { Regle } from './regle.ts'

/** OBJ-02: the department commits itself on every objectif that the text makes fondamental (annexe 6, introduction). */
export const OBJ_02: Regle = {
  id: 'OBJ-02',
  titre: 'Tous les objectifs fondamentaux sont servis par une action',
  verifier: ({ plan, referentiel, comprehension }) => {
    const fondamentaux = referentiel.objectifs.filter((o) => o.caractere === 'fondamental')
    if (fondamentaux.length === 0)
      return { sansObjet: `Le référentiel ${referentiel.id} n’a pas d’objectif fondamental.` }
    const retenus = new Set(plan.actions.map((a) => a.objectif))
    const absents = fondamentaux.filter((o) => !retenus.has(o.numero))
    if (absents.length === 0) return { constats: [] }
    const cellules = comprehension.tables.flatMap((t) =>
      t.colonnes
        .filter((c) => c.role === 'objectif')
        .map((c) => reference(t.feuille, t.derniereLigneEntete, c.colonne)),
    )
    const liste = absents.map((o) => `${o.numero} (${o.titre})`)
    return {
      constats: [
        {
          cellules,
          message: `${accorder(absents.length, 'objectif fondamental n’est servi', 'objectifs fondamentaux ne sont servis')} par aucune action : ${liste.join(' ; ')}. Ajoutez une action pour chacun, ou vérifiez le numéro d’objectif des actions existantes.`,
          constate: `${accorder(fondamentaux.length - absents.length, 'objectif fondamental servi', 'objectifs fondamentaux servis')} sur ${fondamentaux.length}`,
          attendu: `les objectifs ${enumerer(fondamentaux.map((o) => o.numero))}`,
          correction: null,
        },
      ],
    }
  },
}
