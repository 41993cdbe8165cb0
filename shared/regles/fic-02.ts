import { enumerer } from '../classeur/texte.ts'
import { NOMS_RUBRIQUES } from '../contrat/lire-fiches.ts'
import type { Rubrique } from '../contrat/contrat.ts'
import { nommer, SANS_FICHE } from './fiches.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/** The lines of the model. */
const MODELE: Rubrique[] = [
  'referent',
  'constat',
  'objectif',
  'description',
  'acteurs',
  'moyens',
  'calendrier',
  'indicateurs',
  'vigilance',
]

/** FIC-02: a fiche has the lines of the model (annexe 5.4). */
export const FIC_02: Regle = {
  id: 'FIC-02',
  titre: 'Les fiches action ont les rubriques du modèle',
  verifier: ({ annexes }) => {
    if (annexes.fiches.length === 0) return SANS_FICHE
    return {
      constats: annexes.fiches.flatMap((fiche): ConstatBrut[] => {
        const absentes = MODELE.filter((r) => !fiche.rubriques.has(r))
        if (absentes.length === 0) return []
        const noms = enumerer(absentes.map((r) => `« ${NOMS_RUBRIQUES[r]} »`))
        return [
          {
            cellules: [fiche.titre.cellule],
            message: `${nommer(fiche)} : le modèle prévoit aussi ${noms}. Ajoutez ${absentes.length < 2 ? 'cette rubrique' : 'ces rubriques'}.`,
            constate: `sans ${noms}`,
            attendu: 'les neuf rubriques du modèle',
            correction: null,
          },
        ]
      }),
    }
  },
}
