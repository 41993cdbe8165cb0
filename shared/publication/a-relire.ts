import { reference } from '../classeur/adresse.ts'
import type { ReferenceCellule } from '../classeur/adresse.ts'
import type { Classeur } from '../classeur/classeur.ts'
import { normaliser } from '../classeur/texte.ts'

/** What a copy still says, and whoever publishes it must judge: where, never what it says. */
export interface ARelire {
  /** Cells that hold an e-mail address. */
  courriels: ReferenceCellule[]
  /** Cells that announce who signs: a published contract names them. */
  signataires: ReferenceCellule[]
}

/** Looked for from its « @ »: nothing before it is gone through. */
const COURRIEL = /(?<=[\w.+'-])@[\w-]{1,63}\.[\w-]/
const SIGNATAIRE = /\bsignataires?\b|\bsigne(?:e|s|es)? par\b/
/** A longer text speaks of signing; it is no label. */
const LIBELLE_MAX = 60

/** Looks through the cells of a copy. */
export function aRelire(copie: Classeur): ARelire {
  const trouve: ARelire = { courriels: [], signataires: [] }
  for (const feuille of copie.feuilles)
    for (const [ligne, rangee] of feuille.lignes)
      for (const [colonne, { valeur }] of rangee) {
        if (typeof valeur !== 'string') continue
        const cellule = reference(feuille.nom, ligne, colonne)
        if (COURRIEL.test(valeur)) trouve.courriels.push(cellule)
        if (valeur.length <= LIBELLE_MAX && SIGNATAIRE.test(normaliser(valeur)))
          trouve.signataires.push(cellule)
      }
  return trouve
}
