import { reference } from '../classeur/adresse.ts'
import { accorder, enumerer } from '../classeur/texte.ts'
import type { Caractere } from '../referentiel/referentiel.ts'
import type { ConstatBrut, Contexte, Resultat } from './regle.ts'

/** What the rules on the number of objectifs share. */

/**
 * Where to add what is missing, since what is missing has no cell: the headers of the objectifs, else where the plan
 * writes those that it has, else the headers of its tables.
 */
function entetesObjectif({ comprehension: { tables }, plan }: Contexte): string[] {
  const entetes = tables.flatMap((t) =>
    t.colonnes
      .filter((c) => c.role === 'objectif')
      .map((c) => reference(t.feuille, t.derniereLigneEntete, c.colonne)),
  )
  if (entetes.length > 0) return entetes
  const ecrits = plan.actions.flatMap((a) => a.objectifsLus.map((o) => o.cellule))
  return ecrits.length > 0
    ? ecrits
    : tables.map((t) => reference(t.feuille, t.derniereLigneEntete, t.plage.colonne))
}

/** Every objectif that the text imposes under this name is served by an action. */
export function exigerImposes(contexte: Contexte, caractere: Exclude<Caractere, 'facultatif'>): Resultat {
  const { plan, referentiel } = contexte
  const imposes = referentiel.objectifs.filter((o) => o.caractere === caractere)
  if (imposes.length === 0)
    return { sansObjet: `Le référentiel ${referentiel.id} n’a pas d’objectif ${caractere}.` }
  const retenus = new Set(plan.actions.map((a) => a.objectif))
  const absents = imposes.filter((o) => !retenus.has(o.numero))
  if (absents.length === 0) return { constats: [] }
  const nom = caractere === 'fondamental' ? ['fondamental', 'fondamentaux'] : ['obligatoire', 'obligatoires']
  return {
    constats: [
      {
        cellules: entetesObjectif(contexte),
        message: `${accorder(absents.length, `objectif ${nom[0]} n’est servi`, `objectifs ${nom[1]} ne sont servis`)} par aucune action : ${absents.map((o) => `${o.numero} (${o.titre})`).join(' ; ')}. Ajoutez une action pour chacun, ou vérifiez le numéro d’objectif des actions existantes.`,
        constate: `${accorder(imposes.length - absents.length, `objectif ${nom[0]} servi`, `objectifs ${nom[1]} servis`)} sur ${imposes.length}`,
        attendu: `les objectifs ${enumerer(imposes.map((o) => o.numero))}`,
        correction: null,
      },
    ],
  }
}

/** The objectifs retained beyond those that the text imposes, with the cells that print them. */
function facultatifs({ plan, referentiel }: Contexte): { numeros: number[]; cellules: string[] } {
  const imposes = new Set(
    referentiel.objectifs.filter((o) => o.caractere !== 'facultatif').map((o) => o.numero),
  )
  const actions = plan.actions.filter((a) => a.objectif !== null && !imposes.has(a.objectif))
  return {
    numeros: [...new Set(actions.map((a) => a.objectif!))].sort((a, b) => a - b),
    cellules: actions.flatMap((a) => a.objectifsLus.map((o) => o.cellule)),
  }
}

/** The plan retains no more facultatifs than the text opens. */
export function exigerMaximum(contexte: Contexte): Resultat {
  const { maximum, reference: texte } = contexte.referentiel.nombreObjectifs.facultatifs
  if (maximum === null) return { sansObjet: 'Le texte n’écrit pas de maximum d’objectifs facultatifs.' }
  const { numeros, cellules } = facultatifs(contexte)
  if (numeros.length <= maximum) return { constats: [] }
  const constat: ConstatBrut = {
    cellules,
    message: `Le plan retient ${numeros.length} objectifs facultatifs (${enumerer(numeros)}) ; le texte en ouvre ${maximum} au plus. Vérifiez les numéros, ou retirez des objectifs.`,
    constate: `${numeros.length} objectifs facultatifs`,
    attendu: `${maximum} au plus`,
    reference: texte,
    correction: null,
  }
  return { constats: [constat] }
}

/** The plan retains at least as many facultatifs as the text asks for. */
export function exigerMinimum(contexte: Contexte): Resultat {
  const { minimum, parmi, reference: texte } = contexte.referentiel.nombreObjectifs.facultatifs
  if (minimum === null) return { sansObjet: 'Le texte n’écrit pas de minimum d’objectifs facultatifs.' }
  const { numeros } = facultatifs(contexte)
  if (numeros.length >= minimum) return { constats: [] }
  return {
    constats: [
      {
        cellules: entetesObjectif(contexte),
        message: `Le plan retient ${accorder(numeros.length, 'objectif facultatif', 'objectifs facultatifs')}${numeros.length > 0 ? ` (${enumerer(numeros)})` : ''} ; le texte en demande ${minimum} au moins${parmi === null ? '' : ` parmi ${parmi}`}. Ajoutez des actions sur d’autres objectifs facultatifs.`,
        constate: accorder(numeros.length, 'objectif facultatif', 'objectifs facultatifs'),
        attendu: `${minimum} au moins`,
        reference: texte,
        correction: null,
      },
    ],
  }
}
