import { accorder } from '../classeur/texte.ts'
import { euros, formatEuros } from '../montant/format.ts'
import type { MontantLu } from '../plan/plan.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/** Beyond this, the column is to be converted in one go: a list of corrections would be noise. */
const AU_PLUS = 20

/** Figures, their separators and the euro sign, and nothing else. */
const CHIFFRE_SEUL = /^[+-]?\d[\d\s\u00a0\u202f.,]*(?:€|euros?)?$/i

/**
 * STR-01: an amount typed as a text is read here, but Excel's own sums leave it out. The correction puts the number
 * in its cell; never in the place of a formula.
 */
export const STR_01: Regle = {
  id: 'STR-01',
  titre: 'Les montants sont saisis comme des nombres',
  verifier: ({ classement }) => {
    const lus = new Map<string, MontantLu>()
    for (const a of classement.saisiesEnTexte)
      for (const f of a.financements)
        for (const m of [f.prevu, f.fleche, f.engage, f.execute])
          if (m !== null && m.saisi === 'texte' && estChiffreSeul(m)) lus.set(m.cellule, m)
    const parCellule = [...lus.values()]
    if (parCellule.length <= AU_PLUS) return { constats: parCellule.map(dire) }
    return {
      constats: [
        {
          cellules: parCellule.map((m) => m.cellule),
          message: `${accorder(parCellule.length, 'montant est saisi comme un texte', 'montants sont saisis comme des textes')} (par exemple « ${parCellule[0]!.texte} ») : ils sont lus ici, mais les sommes d’Excel ne les comptent pas. Convertissez ces colonnes en nombres.`,
          constate: 'des nombres saisis comme des textes',
          attendu: 'des nombres',
          correction: null,
        },
      ],
    }
  },
}

function estChiffreSeul(m: MontantLu): boolean {
  return m.centimes !== null && m.reserve === null && CHIFFRE_SEUL.test(m.texte)
}

function dire(m: MontantLu): ConstatBrut {
  const valeur = euros(m.centimes!)
  return {
    cellules: [m.cellule],
    message: `« ${m.texte} » est saisi comme un texte : il est lu ici, mais les sommes d’Excel ne le comptent pas. Remplacez-le par le nombre.`,
    constate: `le texte « ${m.texte} »`,
    attendu: `le nombre ${formatEuros(m.centimes!)}`,
    correction: {
      cellule: m.cellule,
      valeur,
      libelle: `Remplacer le texte « ${m.texte} » par le nombre ${formatEuros(m.centimes!)}`,
    },
  }
}
