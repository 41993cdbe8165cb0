import { normaliser } from '../classeur/texte.ts'
import { actionsDe, nommer, SANS_FICHE } from './fiches.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/** ENV-09: the ONDAM is for children entrusted to the ASE with an orientation to an establishment (annexe 4, IV-B): a public of the PMI alone is not that. */
export const ENV_09: Regle = {
  id: 'ENV-09',
  titre: 'Le public d’une action payée par l’ONDAM est confié à l’ASE et orienté',
  verifier: (contexte) => {
    const { fiches } = contexte.annexes
    if (fiches.length === 0) return SANS_FICHE
    return {
      constats: fiches.flatMap((fiche): ConstatBrut[] => {
        const publicCible = fiche.rubriques.get('public')?.contenu
        const ondam = actionsDe(contexte, fiche).some((a) =>
          a.financements.some((f) => f.enveloppe === 'ONDAM' && f.prevu?.centimes),
        )
        if (!publicCible || !ondam) return []
        const t = normaliser(publicCible.texte)
        if (/\base\b|aide sociale|confie|protege|double prise en charge|handicap|mdph/.test(t)) return []
        if (!/\bpmi\b|maternelle|0[ -](?:a )?6 ans|nourrisson|femmes? enceinte/.test(t)) return []
        return [
          {
            cellules: [publicCible.cellule],
            message: `${nommer(fiche)} : le public (« ${publicCible.texte.slice(0, 120)} ») est celui de la PMI, alors que l’ONDAM paie l’accompagnement d’enfants confiés à l’aide sociale à l’enfance et orientés vers une structure médico-sociale. Précisez le public, ou changez d’enveloppe.`,
            constate: `« ${publicCible.texte.slice(0, 120)} »`,
            attendu: 'des enfants confiés à l’ASE avec une orientation médico-sociale',
            correction: null,
          },
        ]
      }),
    }
  },
}
