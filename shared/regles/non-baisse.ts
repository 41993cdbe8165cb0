import { montantsDe } from '../contrat/acces.ts'
import { formatEuros } from '../montant/format.ts'
import type { MontantLu } from '../plan/plan.ts'
import type { ConstatBrut, Contexte, Resultat } from './regle.ts'

/**
 * What COF-05 and COF-06 share: own spending on ASE and PMI does not fall below that of the reference year, which is
 * data of the référentiel, in any year of the contract.
 */
export function verifierNonBaisse({ annexes, referentiel, exercice }: Contexte): Resultat {
  const { anneeDeReference, dureeContrat } = referentiel
  if (!anneeDeReference)
    return { sansObjet: `Le référentiel ${referentiel.id} n’écrit pas d’année de référence.` }
  const { annee: base, reference } = anneeDeReference
  const depenses = (annee: number) => {
    const lire = (cle: 'depenses-ase' | 'depenses-pmi' | 'depenses-ase-pmi') =>
      montantsDe(annexes.contrat, cle, exercice).get(annee)
    const ensemble = lire('depenses-ase-pmi')
    if (ensemble) return [ensemble]
    const ase = lire('depenses-ase')
    const pmi = lire('depenses-pmi')
    // One of the two alone says nothing of their sum.
    return ase && pmi ? [ase, pmi] : null
  }
  const reperes = depenses(base)
  if (!reperes) return { sansObjet: `Les dépenses propres ASE et PMI de ${base} ne sont pas inscrites.` }
  const somme = (m: readonly MontantLu[]) => m.reduce((t, x) => t + (x.centimes ?? 0), 0)
  const fin = dureeContrat ? Number(dureeContrat.fin.slice(0, 4)) : base + 1
  const constats: ConstatBrut[] = []
  let vues = 0
  for (let annee = base + 1; annee <= fin; annee++) {
    const lues = depenses(annee)
    if (!lues) continue
    vues++
    const baisse = somme(reperes) - somme(lues)
    if (baisse <= 0) continue
    constats.push({
      cellules: [...lues, ...reperes].map((m) => m.cellule),
      message: `En ${annee}, les dépenses propres du Département pour l’aide sociale à l’enfance et la PMI (${formatEuros(somme(lues))}) sont inférieures de ${formatEuros(baisse)} à celles de l’année de référence ${base} (${formatEuros(somme(reperes))}). Le contrat engage à ne pas les diminuer. Corrigez le montant fautif, ou relevez les moyens.`,
      constate: `${formatEuros(somme(lues))} en ${annee}`,
      attendu: `au moins ${formatEuros(somme(reperes))}`,
      reference,
      correction: null,
    })
  }
  return vues === 0
    ? { sansObjet: 'Aucune année du contrat n’est chiffrée en dépenses propres.' }
    : { constats }
}
