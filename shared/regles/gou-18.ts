import { normaliser } from '../classeur/texte.ts'
import { texteDe } from '../contrat/acces.ts'
import type { ConstatBrut, Regle } from './regle.ts'

const ORDONNATEURS = [
  { cle: 'ordonnateur-p304', enveloppe: 'programme 304', qui: 'le préfet', mots: /\bprefete?\b|prefecture/ },
  {
    cle: 'ordonnateur-fir',
    enveloppe: 'FIR',
    qui: 'le directeur général de l’ARS',
    mots: /\bars\b|agence regionale/,
  },
] as const

/** GOU-18: the préfet orders the spending of programme 304, the head of the ARS that of the FIR (contrat-type, article 4). */
export const GOU_18: Regle = {
  id: 'GOU-18',
  titre: 'L’ordonnateur est le préfet pour le programme 304, le directeur général de l’ARS pour le FIR',
  verifier: ({ annexes: { contrat } }) => {
    const lus = ORDONNATEURS.flatMap((o) => {
      const texte = texteDe(contrat, o.cle)
      return texte ? [{ ...o, lu: texte }] : []
    })
    if (lus.length === 0) return { sansObjet: 'Le contrat ne nomme pas d’ordonnateur.' }
    return {
      constats: lus
        .filter((o) => !o.mots.test(normaliser(o.lu.texte)))
        .map((o): ConstatBrut => ({
          cellules: [o.lu.cellule],
          message: `L’ordonnateur inscrit pour le ${o.enveloppe} est « ${o.lu.texte} » ; le contrat désigne ${o.qui}. Corrigez-le.`,
          constate: `« ${o.lu.texte} »`,
          attendu: o.qui,
          correction: null,
        })),
    }
  },
}
