import { lignesDe, objectifsRetenus, SANS_TABLEAU } from './indicateurs.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/**
 * TDB-03: home visits of the PMI are reported twice a year (contrat-type, article 3). Judged where the tableau de
 * bord has columns by semester; the model of annexe 5.2 has none.
 */
export const TDB_03: Regle = {
  id: 'TDB-03',
  titre: 'Les visites à domicile de la PMI sont remontées chaque semestre',
  verifier: (contexte) => {
    const { annexes, referentiel } = contexte
    const tableau = annexes.tableauDeBord
    if (!tableau) return SANS_TABLEAU
    const semestres = tableau.colonnes.filter((c) => c.semestre !== null)
    if (semestres.length === 0) return { sansObjet: 'Le tableau de bord n’a pas de colonne par semestre.' }
    const retenus = objectifsRetenus(contexte)
    const constats: ConstatBrut[] = []
    for (const { objectifs, reference } of referentiel.remontees)
      for (const objectif of objectifs.filter((o) => retenus.has(o)))
        for (const ligne of lignesDe(contexte, objectif)) {
          // A year that has begun to be reported is reported whole.
          const remplies = new Set(ligne.valeurs.map((v) => v.colonne))
          const vides = semestres.filter(
            (c) => !remplies.has(c) && semestres.some((x) => x.annee === c.annee && remplies.has(x)),
          )
          if (vides.length === 0) continue
          constats.push({
            cellules: [ligne.libelle.cellule, ...vides.map((c) => c.entete.cellule)],
            message: `Objectif ${objectif} : « ${ligne.libelle.texte} » n’a qu’un semestre sur deux (${vides.map((c) => c.entete.texte).join(', ')}). Ces indicateurs se remontent chaque semestre : complétez.`,
            constate: `vide : ${vides.map((c) => c.entete.texte).join(', ')}`,
            attendu: 'une valeur par semestre',
            reference,
            correction: null,
          })
        }
    return { constats }
  },
}
