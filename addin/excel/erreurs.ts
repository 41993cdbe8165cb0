import { ErreurHote } from '../hote/hote.ts'

/** Excel's error codes that a person can do something about. */
const PHRASES: Record<string, string> = {
  InvalidOperationInCellEditMode:
    'Excel attend la fin de la saisie en cours dans une cellule. Validez-la (touche Entrée), puis recommencez.',
  AccessDenied:
    'La feuille ou le classeur est protégé : rien n’a été modifié. Ôtez la protection (onglet Révision), puis recommencez.',
  ItemNotFound: 'Cette feuille n’existe plus dans le classeur. Relancez le contrôle.',
  InvalidReference: 'Ces cellules n’existent plus dans le classeur. Relancez le contrôle.',
  Busy: 'Excel est occupé par un calcul. Attendez qu’il se termine, puis recommencez.',
}

/** Office's code of an error, undefined for any other one. */
export function codeOffice(erreur: unknown): string | undefined {
  const code = (erreur as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : undefined
}

/** Runs a piece of work with Excel; what fails comes out as a French sentence, never as Excel's own message. */
export async function avecExcel<T>(
  travail: (contexte: Excel.RequestContext) => Promise<T>,
  sinon: string,
): Promise<T> {
  try {
    return await Excel.run(travail)
  } catch (erreur) {
    if (erreur instanceof ErreurHote) throw erreur
    throw new ErreurHote(PHRASES[codeOffice(erreur) ?? ''] ?? sinon, { cause: erreur })
  }
}
