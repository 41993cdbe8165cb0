import { reference } from '../classeur/adresse.ts'
import type { Classeur, Feuille } from '../classeur/classeur.ts'
import { aplatir } from '../classeur/texte.ts'
import type { Noyau } from '../referentiel/referentiel.ts'
import type { Annexes, Reste } from './contrat.ts'
import { lireContrat } from './lire-contrat.ts'
import { lireEnvois } from './lire-envois.ts'
import { lireFiches } from './lire-fiches.ts'
import { lireTableauDeBord } from './lire-tableau-de-bord.ts'

/**
 * What a workbook keeps beside its plan d'action. Each sheet is taken for one thing; hidden sheets and the sheets
 * of the plan are not read.
 */
export function lireAnnexes(classeur: Classeur, duPlan: ReadonlySet<string>, noyau: Noyau): Annexes {
  let feuilles = classeur.feuilles.filter((f) => f.etat === 'visible' && !duPlan.has(f.nom))
  const prises = new Map<string, Reste['ou']>()
  const prendre = (noms: readonly string[], ou: Reste['ou']) => {
    for (const nom of noms) prises.set(nom, ou)
    feuilles = feuilles.filter((f) => !prises.has(f.nom))
  }
  const fiches = lireFiches(feuilles)
  prendre(
    fiches.map((f) => f.feuille),
    'fiche',
  )
  const tableauDeBord = lireTableauDeBord(feuilles, noyau)
  prendre(tableauDeBord?.feuilles ?? [], 'tableau-de-bord')
  const envois = lireEnvois(classeur, feuilles)
  prendre(envois?.feuilles ?? [], 'envois')
  const contrat = lireContrat(classeur, feuilles)
  prendre(contrat?.feuilles ?? [], 'contrat')
  const restes = classeur.feuilles.flatMap((f) => {
    const ou = prises.get(f.nom)
    return ou === undefined ? [] : chercherRestes(f, ou)
  })
  return { contrat, tableauDeBord, fiches, envois, restes }
}

/** The sheets that were read beside the plan. */
export function feuillesDesAnnexes({ contrat, tableauDeBord, fiches, envois }: Annexes): Set<string> {
  return new Set([
    ...(contrat?.feuilles ?? []),
    ...(tableauDeBord?.feuilles ?? []),
    ...(envois?.feuilles ?? []),
    ...fiches.map((f) => f.feuille),
  ])
}

/** « xxx », « xxxx € », « XXX », « Annexe X »: what the models print to be filled in. */
const MODELE = /\b[xX]{3,}\b(?:\s*€)?|\b[Aa]nnexe X\b/g

function chercherRestes(feuille: Feuille, ou: Reste['ou']): Reste[] {
  const restes: Reste[] = []
  for (const [ligne, rangee] of feuille.lignes)
    for (const [colonne, c] of rangee) {
      if (typeof c.valeur !== 'string') continue
      for (const texte of new Set([...aplatir(c.valeur).matchAll(MODELE)].map((m) => m[0])))
        restes.push({ texte, cellule: reference(feuille.nom, ligne, colonne), ou })
    }
  return restes
}
