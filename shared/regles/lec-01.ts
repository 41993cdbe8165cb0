import { accorder } from '../classeur/texte.ts'
import { formatEuros } from '../montant/format.ts'
import { estNonChiffre } from '../plan/comptes.ts'
import type { Financement, MontantLu } from '../plan/plan.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/**
 * LEC-01 « montant illisible »: a planned amount that cannot be read for sure. Nothing is guessed, so the
 * rules that need it cannot conclude. Means without a figure are COF-02's matter.
 */
export const LEC_01: Regle = {
  id: 'LEC-01',
  titre: 'Les montants prévus se lisent sans doute possible',
  verifier: ({ classement }) => ({
    constats: classement.sansMontantSur.flatMap((action) => {
      const constats: ConstatBrut[] = []
      for (const [financeur, part] of PARTS) {
        const illisibles = action.financements
          .filter((f) => f.financeur === financeur && f.prevu !== null && estIllisible(f, f.prevu))
          .map((f) => f.prevu!)
        if (illisibles.length > 0) constats.push(dire(`Action ${action.numero}`, part, illisibles))
      }
      return constats
    }),
  }),
}

const PARTS: [Financement['financeur'], string][] = [
  ['Etat', 'la part de l’État'],
  ['Departement', 'la part du Département'],
  ['Autre', 'les autres financements'],
]

function estIllisible(f: Financement, m: MontantLu): boolean {
  return m.centimes === null && !(f.financeur === 'Departement' && estNonChiffre(m))
}

/** One finding for the unreadable amounts of an action, each with its text and what was seen in it. */
export function dire(qui: string, part: string, montants: readonly MontantLu[]): ConstatBrut {
  const textes = [...new Map(montants.map((m) => [m.texte, m])).values()]
  const detail = textes.map((m) => `« ${abreger(m.texte)} »`).join(' ; ')
  const plusieurs = textes.every((m) => m.nature === 'plusieurs')
  const raisons = plusieurs
    ? 'Plusieurs montants s’y suivent sans addition écrite.'
    : [...new Set(textes.map((m) => m.raison).filter((r) => r !== null))].join(' ')
  return {
    cellules: montants.map((m) => m.cellule),
    message: `${qui} : ${accorder(montants.length, 'montant illisible', 'montants illisibles')} dans ${part} : ${detail}. ${raisons} Inscrivez un seul montant par cellule, ou une addition avec « + » ; les précisions vont dans une autre colonne.`,
    constate: textes.map(vu).join(' ; '),
    attendu: 'un montant unique en euros',
    correction: null,
  }
}

/** What was seen: the amounts of the text, or the text itself. */
function vu(m: MontantLu): string {
  return m.composantes.length > 1
    ? m.composantes.map((c) => formatEuros(c.centimes)).join(' et ')
    : `« ${abreger(m.texte)} »`
}

function abreger(texte: string): string {
  return texte.length > 120 ? `${texte.slice(0, 117)}…` : texte
}
