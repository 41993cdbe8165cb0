import { enumerer } from '../classeur/texte.ts'
import { bilansDe, estRendu, SANS_BILAN } from './bilans.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/** BIL-05: the report holds the financial balance of the actions and their results (contrat-type, article 3). Judged for the years whose report is rendered. */
export const BIL_05: Regle = {
  id: 'BIL-05',
  titre: 'L’année dont le bilan est rendu a ses dépenses exécutées et ses résultats',
  verifier: (contexte) => {
    const { plan, classement, annexes } = contexte
    const annees = new Set(
      bilansDe(contexte)
        .filter(estRendu)
        .map((b) => b.annee),
    )
    if (annees.size === 0) return SANS_BILAN
    const constats: ConstatBrut[] = []
    const suivi = classement.suivies.some((a) => a.financements.some((f) => f.execute ?? f.engage))
    for (const annee of suivi ? annees : []) {
      const sans = plan.actions.filter((a) => {
        const lignes = a.financements.filter((f) => f.exercice === annee)
        return lignes.some((f) => f.prevu?.centimes) && !lignes.some((f) => f.execute)
      })
      if (sans.length === 0) continue
      constats.push({
        cellules: sans.flatMap((a) => a.cellules.slice(0, 1)),
        message: `Le bilan ${annee} est rendu, mais ${sans.length < 2 ? 'l’action' : 'les actions'} ${enumerer([...new Set(sans.map((a) => a.numero))])} ${sans.length < 2 ? 'n’a' : 'n’ont'} pas de dépense exécutée cette année-là. Inscrivez-la, même à 0.`,
        constate: 'dépense exécutée absente',
        attendu: `une dépense exécutée pour ${annee}`,
        correction: null,
      })
    }
    const tableau = annexes.tableauDeBord
    for (const annee of tableau ? annees : []) {
      const resultats = tableau!.colonnes.filter((c) => c.nature === 'resultat' && c.annee === annee)
      const sans = tableau!.indicateurs.filter(
        (i) =>
          i.valeurs.some((v) => v.colonne.nature === 'cible' && v.colonne.annee === annee) &&
          !i.valeurs.some((v) => resultats.includes(v.colonne)),
      )
      if (resultats.length === 0 || sans.length === 0) continue
      constats.push({
        cellules: sans.map((i) => i.libelle.cellule),
        message: `Le bilan ${annee} est rendu, mais ${sans.length < 2 ? '1 indicateur a une cible' : `${sans.length} indicateurs ont une cible`} sans résultat cette année-là. Complétez la colonne « ${resultats[0]!.entete.texte} ».`,
        constate: 'résultat absent',
        attendu: `un résultat pour ${annee}`,
        correction: null,
      })
    }
    return { constats }
  },
}
