import { cibleDe, type ExigenceCible, type Indicateur } from '../exigences.ts'
import type { Referentiel } from '../referentiel.ts'
import { devient, ecarts, grouper, lesObjectifs } from './ecarts.ts'

const DIRE: Record<ExigenceCible, string> = {
  requise: 'requise',
  'si-retenu': 'requise si l’objectif est retenu',
  facultative: 'facultative',
  'non-ecrite': 'non écrite',
}

/** How many objectifs, which targets, which indicators. */
export function comparerExigences(avant: Referentiel, apres: Referentiel): string[] {
  const phrases: string[] = []
  const [a, b] = [avant.nombreObjectifs, apres.nombreObjectifs]
  if (a.obligatoires.nombre !== b.obligatoires.nombre)
    phrases.push(
      `Le nombre d’objectifs obligatoires passe de ${a.obligatoires.nombre} à ${b.obligatoires.nombre}.`,
    )
  const [fa, fb] = [direFacultatifs(avant), direFacultatifs(apres)]
  if (fa !== fb) phrases.push(`Objectifs facultatifs : ${devient(fa, fb)}.`)
  const cibles = ecarts(avant.objectifs, apres.objectifs, (o) => o.numero).communs.flatMap(
    ([{ numero }]): [string, number][] => {
      const [ca, cb] = [cibleDe(avant, numero), cibleDe(apres, numero)]
      if (ca?.exigence === cb?.exigence) return []
      return [[devient(ca ? DIRE[ca.exigence] : null, cb ? DIRE[cb.exigence] : null), numero]]
    },
  )
  for (const [cle, numeros] of grouper(cibles))
    phrases.push(`Cible chiffrée, ${lesObjectifs(numeros)} : ${cle}.`)
  const { ajoutes, retires } = ecarts(
    avant.indicateurs,
    apres.indicateurs,
    (i) => `${i.objectif}|${i.libelle}`,
  )
  phrases.push(...direIndicateurs('ajouté', ajoutes), ...direIndicateurs('retiré', retires))
  const [ra, rb] = [direRemontees(avant), direRemontees(apres)]
  if (ra !== rb) phrases.push(`Remontées semestrielles : ${devient(ra, rb)}.`)
  return phrases
}

function direFacultatifs({ nombreObjectifs: { facultatifs: f } }: Referentiel): string {
  const bornes = [
    f.minimum === null ? 'minimum non écrit' : `au moins ${f.minimum}`,
    f.maximum === null ? null : `au plus ${f.maximum}`,
    f.parmi === null ? null : `parmi ${f.parmi}`,
  ]
  return bornes.filter((x) => x !== null).join(', ')
}

function direRemontees({ remontees }: Referentiel): string | null {
  const numeros = remontees.flatMap((r) => r.objectifs)
  return numeros.length === 0 ? null : `pour ${lesObjectifs(numeros)}`
}

/** One sentence for each objectif whose indicators come or go. */
function direIndicateurs(mot: string, indicateurs: readonly Indicateur[]): string[] {
  const groupes = Map.groupBy(indicateurs, (i) =>
    i.objectif === null ? `engagement ${i.engagement}` : `objectif ${i.objectif}`,
  )
  return [...groupes].map(([qui, liste]) => {
    const s = liste.length > 1 ? 's' : ''
    return `Indicateur${s} harmonisé${s} ${mot}${s}, ${qui} : ${liste.map((i) => i.libelle).join(' ; ')}.`
  })
}
