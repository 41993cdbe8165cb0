import { enumerer } from '../classeur/texte.ts'
import { actionsDe, cleNumero, nommer, SANS_FICHE } from './fiches.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/** FIC-05 (and FIC-01's « une fiche par action »): the actions of the plan and the fiches answer one another (contrat-type, article 2.1). */
export const FIC_05: Regle = {
  id: 'FIC-05',
  titre: 'Chaque action du plan a sa fiche, et chaque fiche son action',
  couvre: ['GOU-09', 'GOU-10'],
  verifier: (contexte) => {
    const { annexes, plan } = contexte
    const numerotees = annexes.fiches.filter((f) => f.numero !== '')
    if (annexes.fiches.length === 0) return SANS_FICHE
    if (numerotees.length === 0) return { sansObjet: 'Les fiches action ne sont pas numérotées.' }
    const cles = new Set(numerotees.map((f) => cleNumero(f.numero)))
    const sans = plan.actions.filter((a) => a.numero !== '' && !cles.has(cleNumero(a.numero)))
    const constats: ConstatBrut[] = []
    if (sans.length > 0) {
      const numeros = [...new Set(sans.map((a) => a.numero))]
      constats.push({
        cellules: [...new Set(sans.flatMap((a) => a.cellules.slice(0, 1)))],
        message: `${numeros.length < 2 ? 'L’action' : 'Les actions'} ${enumerer(numeros)} du plan ${numeros.length < 2 ? 'n’a pas de fiche action' : 'n’ont pas de fiche action'} dans le classeur. Ajoutez-la, ou corrigez le numéro de la fiche.`,
        constate: `sans fiche : ${enumerer(numeros)}`,
        attendu: 'une fiche par action',
        correction: null,
      })
    }
    for (const fiche of numerotees)
      if (actionsDe(contexte, fiche).length === 0)
        constats.push({
          cellules: [fiche.titre.cellule],
          message: `${nommer(fiche)} : aucune action du plan ne porte ce numéro. Ajoutez l’action au plan, ou corrigez le numéro de la fiche.`,
          constate: `fiche ${fiche.numero}`,
          attendu: 'une action du plan',
          correction: null,
        })
    return { constats }
  },
}
