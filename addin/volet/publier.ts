import { ErreurHote } from '../hote/hote.ts'
import { inflaterNavigateur, RefusClasseur, RefusModification } from '../hote/lire-classeur.ts'
import { copiePubliable, RefusPublication } from '../../shared/publication/copie-publiable.ts'
import { direARelire, direMasques } from '../../shared/publication/phrases.ts'

export interface CopieFaite {
  nom: string
  contenu: Blob
  /** What it leaves out, and what remains to be looked at by a person: French sentences. */
  lignes: string[]
  aRegarder: string[]
}

/** The copy to put on line of a workbook file, « plan.xlsx » → « plan_publiable.xlsx ». */
export async function publier(octets: Uint8Array<ArrayBuffer>, nom: string): Promise<CopieFaite> {
  const { octets: copie, masques, aRelire } = await copiePubliable(octets, inflaterNavigateur)
  return {
    nom: nom.replace(/(\.xls[xm])?$/i, (fin: string) => `_publiable${fin || '.xlsx'}`),
    contenu: new Blob([copie.slice()], {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    }),
    lignes: direMasques(masques),
    aRegarder: direARelire({ masques, aRelire }),
  }
}

/** Why no copy was made, as a French sentence. */
export function phrasePublication(erreur: unknown): string {
  const connue =
    erreur instanceof RefusPublication ||
    erreur instanceof RefusModification ||
    erreur instanceof RefusClasseur ||
    erreur instanceof ErreurHote
  return connue
    ? erreur.message
    : 'La copie n’a pas pu être faite. Terminez la saisie en cours, puis recommencez.'
}
