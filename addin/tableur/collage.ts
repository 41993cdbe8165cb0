import {
  CellValueType,
  isTextFormat,
  IUniverInstanceService,
  ObjectMatrix,
  UniverInstanceType,
} from '@univerjs/core'
import type { ICellData, IMutationInfo, Injector, Workbook } from '@univerjs/core'
import {
  ISheetClipboardService,
  PREDEFINED_HOOK_NAME_PASTE,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SheetClipboardController,
} from '@univerjs/preset-sheets-core'
import type { ISetRangeValuesMutationParams, ISheetClipboardHook } from '@univerjs/preset-sheets-core'
import { formuleInvariante } from './langue/formules.ts'
import { lireSaisie } from './langue/saisie.ts'
import { estBienFormee } from './langue/syntaxe.ts'
import { valeurDeGrille } from './relecture.ts'

type PasteCells = NonNullable<ISheetClipboardHook['onPasteCells']>
type PasteText = NonNullable<ISheetClipboardHook['onPastePlainText']>
type Cible = Parameters<PasteCells>[1]

/**
 * Pasting as the page means it: what comes from elsewhere is read as if it were typed in French (the grid would
 * read 3/5/2024 as the 5th of March, and 1,250 as a thousand), and formatting is not taken over, for the file
 * would not keep it.
 */
export function collerEnFrancais(injector: Injector): void {
  // Asking for it makes sure that it has put its hooks in place.
  injector.get(SheetClipboardController)
  const hooks = injector.get(ISheetClipboardService).getClipboardHooks()
  const ordinaire = hooks.find(({ id }) => id === PREDEFINED_HOOK_NAME_PASTE.DEFAULT_PASTE)
  const valeurs = hooks.find(({ id }) => id === PREDEFINED_HOOK_NAME_PASTE.SPECIAL_PASTE_VALUE)
  const origine = ordinaire?.onPasteCells
  const valeursInternes = valeurs?.onPasteCells
  if (!ordinaire || !valeurs || !origine || !valeursInternes)
    throw new Error('The grid has no paste hooks to replace')
  const coller = (interne: PasteCells): PasteCells => {
    return (source, cible, donnees, payload) =>
      source ? interne(source, cible, donnees, payload) : collerTextes(injector, cible, textesDe(donnees))
  }
  // The formulas' own hook would put the text of elsewhere back over what has been read.
  const autres = hooks.filter((hook) => hook !== ordinaire && hook !== valeurs)
  if (!autres.some(({ id }) => /formula/i.test(id)))
    throw new Error('The formulas have no paste hook to hold back')
  for (const hook of autres) {
    const suite = hook.onPasteCells
    if (!suite) continue
    hook.onPasteCells = (source, cible, donnees, payload) =>
      source ? suite(source, cible, donnees, payload) : { undos: [], redos: [] }
  }
  // Cutting moves cells: formulas that look at them follow.
  ordinaire.onPasteCells = coller((source, cible, donnees, payload) =>
    (payload.copyType === 'CUT' ? origine : valeursInternes)(source, cible, donnees, payload),
  )
  valeurs.onPasteCells = coller(valeursInternes)
  const collerTexte: PasteText = (cible, texte) => {
    const matrice = new ObjectMatrix<string>()
    matrice.setValue(0, 0, texte)
    return collerTextes(injector, cible, matrice)
  }
  ordinaire.onPastePlainText = collerTexte
}

function textesDe(donnees: Parameters<PasteCells>[2]): ObjectMatrix<string> {
  const textes = new ObjectMatrix<string>()
  donnees.forValue((ligne, colonne, cellule) => {
    const valeur = valeurDeGrille({ v: cellule.v ?? null, p: cellule.p ?? null })
    textes.setValue(
      ligne,
      colonne,
      valeur === null ? '' : typeof valeur === 'object' ? valeur.erreur : String(valeur),
    )
  })
  return textes
}

function collerTextes(
  injector: Injector,
  { unitId, subUnitId, range }: Cible,
  textes: ObjectMatrix<string>,
): { undos: IMutationInfo[]; redos: IMutationInfo[] } {
  const classeur = injector
    .get(IUniverInstanceService)
    .getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET)
  const feuille = classeur?.getSheetBySheetId(subUnitId)
  if (!classeur || !feuille) return { undos: [], redos: [] }
  const cellules = new ObjectMatrix<ICellData>()
  textes.forValue((i, j, texte) => {
    const [ligne, colonne] = [range.rows[i], range.cols[j]]
    if (ligne === undefined || colonne === undefined) return
    const format = classeur.getStyles().getStyleByCell(feuille.getCellRaw(ligne, colonne))?.n?.pattern
    cellules.setValue(ligne, colonne, celluleCollee(texte, format))
  })
  const params: ISetRangeValuesMutationParams = { unitId, subUnitId, cellValue: cellules.getMatrix() }
  return {
    redos: [{ id: SetRangeValuesMutation.id, params }],
    undos: [{ id: SetRangeValuesMutation.id, params: SetRangeValuesUndoMutationFactory(injector, params) }],
  }
}

/** The cell to write for a pasted text, read as a typed one. */
export function celluleCollee(texte: string, format: string | undefined): ICellData {
  const rien = { f: null, si: null, p: null }
  if (texte === '') return { ...rien, v: null, t: null }
  if (isTextFormat(format)) return { ...rien, v: texte, t: CellValueType.STRING }
  if (/^=./s.test(texte)) {
    const formule = formuleInvariante(texte)
    // One that cannot be read stays the text that it was.
    if (!estBienFormee(formule)) return { ...rien, v: texte, t: CellValueType.STRING }
    return { ...rien, f: formule, v: null, t: null }
  }
  const saisie = lireSaisie(texte, format, new Date().getFullYear())
  const style = saisie.format === undefined ? {} : { s: { n: { pattern: saisie.format } } }
  if (typeof saisie.valeur === 'boolean')
    return { ...rien, ...style, v: saisie.valeur ? 1 : 0, t: CellValueType.BOOLEAN }
  const t = typeof saisie.valeur === 'number' ? CellValueType.NUMBER : CellValueType.STRING
  return { ...rien, ...style, v: saisie.valeur, t }
}
