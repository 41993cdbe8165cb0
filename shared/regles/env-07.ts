import { decouperReference, lireAdresse, reference } from '../classeur/adresse.ts'
import { celluleEn } from '../classeur/classeur.ts'
import { texteCellule } from '../classeur/texte-cellule.ts'
import { aplatir, normaliser } from '../classeur/texte.ts'
import type { ConstatBrut, Regle } from './regle.ts'

const BENEFICIAIRE =
  /^beneficiaires?\b(?: (?:du |des )?(?:versement|financement|credits))?|^verse a\b|^organisme/
const DEPARTEMENT = /^(?:le )?(?:conseil )?departement(?:al)?\b|^cd ?\d{0,3}$|^conseil departemental/

/** ENV-07 (and ENV-08): the ONDAM is paid to the establishments, never to the department (annexe 4, IV-B; contrat-type, article 2.2.1). */
export const ENV_07: Regle = {
  id: 'ENV-07',
  titre: 'L’ONDAM est versé aux établissements et services, non au Département',
  couvre: ['ENV-08'],
  verifier: ({ classement, comprehension, classeur }) => {
    const colonnes = new Map(
      comprehension.tables.flatMap((t) =>
        t.colonnes
          .filter((c) => c.role === null && BENEFICIAIRE.test(normaliser(c.entete)))
          .map((c) => [t.feuille, c.colonne] as const),
      ),
    )
    if (colonnes.size === 0) return { sansObjet: 'Le plan n’a pas de colonne « Bénéficiaire ».' }
    const feuilles = new Map(classeur.feuilles.map((f) => [f.nom, f]))
    const constats: ConstatBrut[] = []
    for (const action of classement.parEnveloppe.ONDAM)
      for (const f of action.financements) {
        if (f.enveloppe !== 'ONDAM' || !f.prevu?.centimes) continue
        const { feuille, adresse } = decouperReference(f.prevu.cellule)
        const place = lireAdresse(adresse)
        const colonne = colonnes.get(feuille)
        const source = feuilles.get(feuille)
        if (!place || colonne === undefined || !source) continue
        const texte = aplatir(texteCellule(celluleEn(source, place.ligne, colonne)))
        if (!DEPARTEMENT.test(normaliser(texte))) continue
        constats.push({
          cellules: [reference(feuille, place.ligne, colonne), f.prevu.cellule],
          message: `Action ${action.numero} : l’ONDAM médico-social est versé par l’ARS aux établissements et services, non au Département (« ${texte} »). Inscrivez l’établissement bénéficiaire, ou corrigez l’enveloppe.`,
          constate: `« ${texte} »`,
          attendu: 'un établissement ou service médico-social',
          correction: null,
        })
      }
    return { constats }
  },
}
