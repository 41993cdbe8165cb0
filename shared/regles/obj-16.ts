import { accorder } from '../classeur/texte.ts'
import { objectifsRetenus, SANS_TABLEAU } from './indicateurs.ts'
import type { Regle } from './regle.ts'

/** OBJ-16 (and RET-05): the diagnostic gives the starting value (T0) of each indicator of the retained objectifs (annexe 6, introduction; annexe 3.2). */
export const OBJ_16: Regle = {
  id: 'OBJ-16',
  titre: 'Chaque indicateur a sa valeur de départ (T0)',
  couvre: ['RET-05'],
  verifier: (contexte) => {
    const tableau = contexte.annexes.tableauDeBord
    if (!tableau) return SANS_TABLEAU
    const retenus = objectifsRetenus(contexte)
    const colonnes = tableau.colonnes.filter((c) => c.nature === 'T0')
    const sans = tableau.indicateurs.filter(
      (i) =>
        (i.objectif === null || retenus.has(i.objectif)) && !i.valeurs.some((v) => v.colonne.nature === 'T0'),
    )
    if (sans.length === 0) return { constats: [] }
    return {
      constats: [
        {
          cellules: colonnes.length === 0 ? tableau.entetes : sans.map((i) => i.libelle.cellule),
          message:
            colonnes.length === 0
              ? 'Le tableau de bord n’a pas de colonne de départ (T0) : sans elle, l’atteinte des cibles ne se mesure pas. Ajoutez la colonne « Situation » de l’année de départ.'
              : `${accorder(sans.length, 'indicateur n’a pas', 'indicateurs n’ont pas')} de valeur de départ (T0) dans le tableau de bord. Complétez la colonne « ${colonnes[0]!.entete.texte} », ou dites pourquoi la valeur manque.`,
          constate:
            colonnes.length === 0
              ? 'aucune colonne T0'
              : accorder(sans.length, 'valeur absente', 'valeurs absentes'),
          attendu: 'une valeur de départ par indicateur',
          correction: null,
        },
      ],
    }
  },
}
