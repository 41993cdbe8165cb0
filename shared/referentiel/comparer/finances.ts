import { formatEuros } from '../../montant/format.ts'
import { accorder, enumerer } from '../../classeur/texte.ts'
import type { Dotation } from '../finances.ts'
import { ecrireNumeros } from '../numeros.ts'
import { NOMS_ENVELOPPES } from '../phrases.ts'
import { ENVELOPPES, type Enveloppe, type Referentiel } from '../referentiel.ts'
import { devient, majuscule } from './ecarts.ts'

/** Reference year, and for each enveloppe its criteria and bounds with the exercices that they govern. */
export function comparerFinances(avant: Referentiel, apres: Referentiel): string[] {
  const phrases: string[] = []
  const [a, b] = [avant.anneeDeReference?.annee ?? null, apres.anneeDeReference?.annee ?? null]
  if (a !== b)
    phrases.push(
      `Année de référence de la non-baisse : ${devient(a === null ? null : String(a), b === null ? null : String(b))}.`,
    )
  for (const enveloppe of ENVELOPPES) {
    const [da, db] = [dotationDe(avant, enveloppe), dotationDe(apres, enveloppe)]
    if (da === undefined && db === undefined) continue
    for (const [nom, dire] of LIGNES) {
      const [x, y] = [da ? dire(da) : null, db ? dire(db) : null]
      if (x !== y) phrases.push(`${NOMS_ENVELOPPES[enveloppe]}, ${nom} : ${devient(x, y)}.`)
    }
  }
  return phrases.map(majuscule)
}

function dotationDe(r: Referentiel, enveloppe: Enveloppe): Dotation | undefined {
  return r.dotations.find((d) => d.enveloppe === enveloppe)
}

const euros = (m: { centimes: number } | null, d: Dotation) =>
  m === null ? null : `${formatEuros(m.centimes)} (${ecrireNumeros(d.exercices)})`

const LIGNES: [string, (d: Dotation) => string | null][] = [
  ['enveloppe nationale', (d) => euros(d.nationale, d)],
  ['plancher par département', (d) => euros(d.plancher, d)],
  ['plafond par département', (d) => euros(d.plafond, d)],
  [
    'plafond de la demande',
    (d) =>
      d.plafondDelegue === null
        ? null
        : `le montant délégué en ${enumerer(d.plafondDelegue.exercices, 'ou à défaut en')}`,
  ],
  [
    'critères de répartition',
    (d) =>
      d.criteres.length === 0
        ? null
        : `${accorder(d.criteres.length, 'critère')} (${d.criteres.map((c) => `${String(c.poids / 10).replace('.', ',')} % ${c.libelle}`).join(' ; ')})`,
  ],
]
