import { enumerer } from '../classeur/texte.ts'
import { fichesDe, motsDe, nommer, SANS_FICHE } from './fiches.ts'
import type { ConstatBrut, Contexte, Resultat } from './regle.ts'

/** What the fiche of an objectif has to speak of, by the words that say it. */
export interface Mention {
  nom: string
  mots: RegExp
}

/** The fiches of an objectif speak of each of these, or a word is asked for. */
export function exigerMentions(contexte: Contexte, objectif: number, mentions: readonly Mention[]): Resultat {
  if (contexte.annexes.fiches.length === 0) return SANS_FICHE
  const fiches = fichesDe(contexte, objectif)
  if (fiches.length === 0) return { sansObjet: `L’objectif ${objectif} n’a pas de fiche action.` }
  const textes = fiches.map(motsDe).join('\n')
  const absentes = mentions.filter((m) => !m.mots.test(textes))
  if (absentes.length === 0) return { constats: [] }
  const noms = enumerer(absentes.map((m) => m.nom))
  const constat: ConstatBrut = {
    cellules: fiches.map((f) => f.titre.cellule),
    message: `${nommer(fiches[0]!)} (objectif ${objectif}) : rien n’y est dit de ce point du cahier des charges : ${noms}. Complétez la fiche, ou justifiez.`,
    constate: `sans mention : ${noms}`,
    attendu: enumerer(mentions.map((m) => m.nom)),
    correction: null,
  }
  return { constats: [constat] }
}
