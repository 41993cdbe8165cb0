import { enumerer } from '../classeur/texte.ts'
import { NOMS_RUBRIQUES } from '../contrat/lire-fiches.ts'
import type { Rubrique } from '../contrat/contrat.ts'
import { nommer, SANS_FICHE } from './fiches.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/** Object, public-cible, actors, calendar, money, indicators; the model of annexe 5.4 has no line for the public. */
const EXIGEES: Rubrique[] = ['description', 'acteurs', 'calendrier', 'moyens', 'indicateurs', 'public']

/** FIC-01: the fiche says the object, the public, the actors, the calendar, the money and the indicators of the action (annexe 4, I). */
export const FIC_01: Regle = {
  id: 'FIC-01',
  titre: 'Les rubriques exigées des fiches action sont remplies',
  verifier: ({ annexes }) => {
    if (annexes.fiches.length === 0) return SANS_FICHE
    return {
      constats: annexes.fiches.flatMap((fiche): ConstatBrut[] => {
        const vides = EXIGEES.filter((r) => {
          const lue = fiche.rubriques.get(r)
          // What the sheet has no line for is FIC-02's; the public may stand in the description.
          return lue !== undefined && lue.contenu === null
        })
        if (vides.length === 0) return []
        const noms = enumerer(vides.map((r) => `« ${NOMS_RUBRIQUES[r]} »`))
        return [
          {
            cellules: vides.map((r) => fiche.rubriques.get(r)!.libelle.cellule),
            message: `${nommer(fiche)} : ${noms} ${vides.length < 2 ? 'est vide' : 'sont vides'}. Remplissez ${vides.length < 2 ? 'cette rubrique' : 'ces rubriques'}.`,
            constate: `vide : ${noms}`,
            attendu: 'une rubrique remplie',
            correction: null,
          },
        ]
      }),
    }
  },
}
