import { enumerer } from '../classeur/texte.ts'
import { montantsDe } from '../contrat/acces.ts'
import { formatEuros } from '../montant/format.ts'
import type { ConstatBrut, Contexte, Regle } from './regle.ts'

/** CON-01: the contract's amounts are filled in, and those of the enveloppes make the written total (contrat-type, article 2.2.1). */
export const CON_01: Regle = {
  id: 'CON-01',
  titre: 'Les blancs du contrat sont remplis, et ses montants font le total écrit',
  verifier: (contexte) => {
    const { annexes } = contexte
    if (!annexes.contrat) return { sansObjet: 'Le classeur ne contient pas de feuille de contrat.' }
    const restes = annexes.restes.filter((r) => r.ou === 'contrat')
    const mots = [...new Set(restes.map((r) => `« ${r.texte} »`))]
    const blancs: ConstatBrut[] =
      restes.length === 0
        ? []
        : [
            {
              cellules: [...new Set(restes.map((r) => r.cellule))],
              message: `Le contrat garde des blancs du modèle (${enumerer(mots)}). Remplissez-les avant de l’envoyer.`,
              constate: enumerer(mots),
              attendu: 'des valeurs à la place des blancs du modèle',
              correction: null,
            },
          ]
    return { constats: [...blancs, ...totaux(contexte)] }
  },
}

/** The total may or may not count the ONDAM: the contract of 2024 writes it apart. */
function totaux({ annexes, exercice }: Contexte): ConstatBrut[] {
  const [total, fir, p304, ondam] = (['total', 'fir', 'p304', 'ondam'] as const).map((cle) =>
    montantsDe(annexes.contrat, cle, exercice),
  )
  return [...total!].flatMap(([annee, t]): ConstatBrut[] => {
    const f = fir!.get(annee)
    const p = p304!.get(annee)
    if (!f || !p) return []
    const o = ondam!.get(annee)
    const verse = f.centimes + p.centimes
    const tout = verse + (o?.centimes ?? 0)
    if (t.centimes === verse || t.centimes === tout) return []
    return [
      {
        cellules: [t, p, f, ...(o ? [o] : [])].map((m) => m.cellule),
        message: `Contrat, ${annee} : le total écrit (${formatEuros(t.centimes)}) n’est pas la somme des enveloppes, ${formatEuros(tout)}. Corrigez le total ou l’enveloppe fautive.`,
        constate: formatEuros(t.centimes),
        attendu: formatEuros(tout),
        correction: null,
      },
    ]
  })
}
