import { deciderSelon } from '../decider.ts'
import { NOMS_ENVELOPPES } from '../phrases.ts'
import { ENVELOPPES, type Decision, type Noyau } from '../referentiel.ts'
import { ecarts, grouper, lesObjectifs, majuscule } from './ecarts.ts'

/** Objectifs added, removed, renamed, or of another caractère or engagement. */
export function comparerObjectifs(avant: Noyau, apres: Noyau): string[] {
  const { ajoutes, retires, communs } = ecarts(avant.objectifs, apres.objectifs, (o) => o.numero)
  const phrases = [
    ...ajoutes.map((o) => `Objectif ajouté : ${o.numero}, ${o.titre} (${o.caractere}).`),
    ...retires.map((o) => `Objectif retiré : ${o.numero}, ${o.titre} (${o.caractere}).`),
  ]
  const caracteres = communs
    .filter(([a, b]) => a.caractere !== b.caractere)
    .map(([a, b]) => [`${a.caractere}|${b.caractere}`, a.numero] as const)
  for (const [cle, numeros] of grouper(caracteres)) {
    const [ancien, nouveau] = cle.split('|') as [string, string]
    phrases.push(
      numeros.length > 1
        ? `${majuscule(lesObjectifs(numeros))}, ${pluriel(ancien)}, deviennent ${pluriel(nouveau)}.`
        : `${majuscule(lesObjectifs(numeros))}, ${ancien}, devient ${nouveau}.`,
    )
  }
  for (const [a, b] of communs) {
    if (a.titre !== b.titre)
      phrases.push(`L’objectif ${a.numero} change de libellé : « ${a.titre} » devient « ${b.titre} ».`)
    if (a.engagement !== b.engagement)
      phrases.push(
        `L’objectif ${a.numero} passe de l’engagement ${a.engagement} à l’engagement ${b.engagement}.`,
      )
  }
  return phrases
}

function pluriel(caractere: string): string {
  return caractere === 'fondamental' ? 'fondamentaux' : `${caractere}s`
}

const DIRE: Record<Decision['statut'], string> = {
  oui: 'admise',
  non: 'exclue',
  'sous-condition': 'admise sous condition',
  inconnu: 'non dite',
}

/** How a decision moved, null where it did not. */
function mouvement(a: Decision, b: Decision): string | null {
  if (a.statut !== b.statut) return `auparavant ${DIRE[a.statut]}, désormais ${DIRE[b.statut]}`
  if (a.certitude === b.certitude) return null
  return b.certitude === 'presumee'
    ? 'la règle, écrite auparavant, n’est plus que présumée'
    : 'la règle, présumée auparavant, est désormais écrite'
}

/** Who may pay for what, and how surely, for the objectifs that both have. */
export function comparerEligibilites(avant: Noyau, apres: Noyau): string[] {
  const { communs } = ecarts(avant.objectifs, apres.objectifs, (o) => o.numero)
  return ENVELOPPES.flatMap((enveloppe) => {
    const mouvements = communs.flatMap(([{ numero }]): [string, number][] => {
      const cle = mouvement(deciderSelon(avant, numero, enveloppe), deciderSelon(apres, numero, enveloppe))
      return cle === null ? [] : [[cle, numero]]
    })
    return grouper(mouvements).map(
      ([cle, numeros]) => `Enveloppe ${NOMS_ENVELOPPES[enveloppe]}, ${lesObjectifs(numeros)} : ${cle}.`,
    )
  })
}
