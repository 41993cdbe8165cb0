import {
  CellValueType,
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  HorizontalAlign,
  InterceptorEffectEnum,
  isTextFormat,
  IUniverInstanceService,
  numfmt,
  UniverInstanceType,
} from '@univerjs/core'
import type { DocumentDataModel, ICellData, Injector, Nullable, Workbook } from '@univerjs/core'
import {
  AFTER_CELL_EDIT,
  BEFORE_CELL_EDIT,
  IDescriptionService,
  INTERCEPTOR_POINT,
  SheetInterceptorService,
} from '@univerjs/preset-sheets-core'
import type { ISheetLocation } from '@univerjs/preset-sheets-core'
import { adresse } from '../../shared/classeur/adresse.ts'
import { erreurFrancaise } from './langue/erreurs.ts'
import { AIDES_DE_FONCTIONS } from './langue/aide-fonctions.ts'
import { fonctionFrancaise } from './langue/fonctions.ts'
import { fermerParentheses, formuleFrancaise, formuleInvariante } from './langue/formules.ts'
import { lireSaisie, texteDeSaisie } from './langue/saisie.ts'
import { estBienFormee } from './langue/syntaxe.ts'
import { FORMAT_DU_JOUR, valeurDeGrille } from './relecture.ts'

/** After the grid's own number formats (10), before anything that draws. */
const APRES_FORMATS = 5
/** Before every other interceptor of typing. */
const AVANT_TOUT = 1000
/** From here on, French Excel shows a number without format in scientific notation or rounds it. */
const GRAND_NOMBRE = 1e11

/**
 * The French of the grid: VRAI and FAUX, decimal commas, #VALEUR!, formulas shown and typed in French while the
 * model holds the invariant grammar of the files. A formula that cannot be read is not taken: a file that held it
 * would have to be repaired by Excel.
 *
 * @param auRefus told why, each time
 */
export function mettreEnFrancais(injector: Injector, auRefus: (phrase: string) => void): void {
  const interceptors = injector.get(SheetInterceptorService)
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: APRES_FORMATS,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (cell, context, next) =>
      next(celluleMontree(cell, context.rawData, formatDe(context.workbook, context.rawData))),
  })
  const ouverts = new TextesOuverts()
  ouvrirEnFrancais(interceptors, ouverts)
  interceptors.writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: AVANT_TOUT,
    handler: (cell, { workbook, worksheet, row, col }, next) => {
      const texte = texteTape(injector)
      if (!cell || texte === undefined || texte === '') return next(cell)
      const brute = worksheet.getCellRaw(row, col)
      // Opened and left as it was, spilled results included: nothing is written.
      if (texte === ouverts.lire(worksheet.getSheetId(), row, col)) return brute ? { ...brute } : brute
      const tapee = celluleTapee(cell, texte, brute, formatDe(workbook, brute))
      if (!tapee.f || estBienFormee(tapee.f)) return tapee
      auRefus(
        `« ${texte} » n’est pas une formule complète : il y manque une valeur, un guillemet, une parenthèse ou un point-virgule, ou il y en a un de trop. La cellule ${adresse(row, col)} garde son contenu précédent ; saisissez la formule à nouveau.`,
      )
      return brute ? { ...brute } : brute
    },
  })
}

/** The text that the editor last showed when it opened, and where. */
class TextesOuverts {
  private place = ''
  private texte: string | undefined

  noter(feuille: string, ligne: number, colonne: number, texte: string | undefined): void {
    this.place = `${feuille}!${String(ligne)}!${String(colonne)}`
    this.texte = texte
  }

  lire(feuille: string, ligne: number, colonne: number): string | undefined {
    return this.place === `${feuille}!${String(ligne)}!${String(colonne)}` ? this.texte : undefined
  }
}

/**
 * Gives the editor and the formula bar their text in French. The grid's own interceptors of this point stop the
 * chain at a formula, so that none can come after them: the whole chain is wrapped instead.
 */
function ouvrirEnFrancais(interceptors: SheetInterceptorService, ouverts: TextesOuverts): void {
  const manager = interceptors.writeCellInterceptor
  const chaine = manager.fetchThroughInterceptors.bind(manager)
  manager.fetchThroughInterceptors = (nom, filtre) => {
    const suite = chaine(nom, filtre)
    if ((nom as unknown) !== BEFORE_CELL_EDIT) return suite
    return (valeur, contexte) => {
      const { workbook, worksheet, row, col } = contexte as ISheetLocation
      const brute = worksheet.getCellRaw(row, col)
      const ouverte = celluleOuverte(
        suite(valeur, contexte) as Nullable<ICellData>,
        brute,
        formatDe(workbook, brute),
      )
      const texte =
        ouverte?.f ?? (ouverte?.v === undefined || ouverte.v === null ? undefined : String(ouverte.v))
      ouverts.noter(worksheet.getSheetId(), row, col, texte)
      return ouverte as typeof valeur
    }
  }
}

/**
 * Offers, while typing, the functions that have a help in French, under their French names. The others calculate
 * all the same.
 */
export function nommerFonctionsEnFrancais(injector: Injector): void {
  const service = injector.get(IDescriptionService)
  const connues = service.getDescriptions()
  const types = new Map([...connues.values()].map((d) => [d.functionName, d.functionType]))
  service.unregisterDescriptions([...connues.keys()].map(String))
  service.registerDescriptions(
    AIDES_DE_FONCTIONS.filter(({ nom }) => types.has(nom)).map(({ nom, description, parametres }) => ({
      functionName: fonctionFrancaise(nom),
      functionType: types.get(nom)!,
      description,
      abstract: description,
      functionParameter: parametres.map((p) => ({
        name: p.nom,
        detail: '',
        example: '',
        require: p.optionnel ? 0 : 1,
        repeat: p.repete ? 1 : 0,
      })),
    })),
  )
}

function formatDe(workbook: Workbook, cellule: Nullable<ICellData>): string | undefined {
  return workbook.getStyles().getStyleByCell(cellule)?.n?.pattern
}

/** What the user has typed, before the grid reads anything into it. */
function texteTape(injector: Injector): string | undefined {
  const document = injector
    .get(IUniverInstanceService)
    .getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY, UniverInstanceType.UNIVER_DOC)
  return document?.getBody()?.dataStream.replace(/\r\n$/, '').replace(/\r/g, '\n')
}

/** The cell as it is drawn. */
function celluleMontree(
  cell: Nullable<ICellData>,
  brute: Nullable<ICellData>,
  format: string | undefined,
): Nullable<ICellData> {
  if (!cell) return cell
  // A result spilled by a formula elsewhere is in the shown cell only.
  const { v, t } = brute ?? cell
  if (t === CellValueType.BOOLEAN || typeof v === 'boolean') {
    const texte = valeurDeGrille({ v, t: CellValueType.BOOLEAN }) === true ? 'VRAI' : 'FAUX'
    const centree = { interceptorStyle: { ht: HorizontalAlign.CENTER } }
    return { ...cell, v: texte, t: CellValueType.STRING, ...centree } as ICellData
  }
  if (typeof v === 'string' && v.startsWith('#')) {
    const erreur = erreurFrancaise(v)
    return erreur === undefined || erreur === v ? cell : { ...cell, v: erreur }
  }
  if (typeof v === 'number' && format === FORMAT_DU_JOUR)
    return { ...cell, v: numfmt.format('dd/mm/yyyy', v, { locale: 'fr' }) }
  const sansFormat = typeof v === 'number' && typeof cell?.v === 'number'
  if (sansFormat && (!Number.isInteger(v) || Math.abs(v) >= GRAND_NOMBRE))
    return { ...cell, v: numfmt.format('General', v, { locale: 'fr' }) }
  return cell
}

/** The cell as the editor and the formula bar take it. */
function celluleOuverte(
  suivante: Nullable<ICellData>,
  brute: Nullable<ICellData>,
  format: string | undefined,
): Nullable<ICellData> {
  if (suivante?.f) return { ...suivante, f: formuleFrancaise(suivante.f) }
  if (!suivante || !brute || brute.p) return suivante
  const valeur = valeurDeGrille(brute)
  if (valeur === null) return suivante
  const texte = texteDeSaisie(typeof valeur === 'object' ? valeur.erreur : valeur, format)
  return { ...suivante, v: texte, t: CellValueType.STRING }
}

/** The cell to write for a typed text. */
function celluleTapee(
  cell: ICellData,
  texte: string,
  brute: Nullable<ICellData>,
  format: string | undefined,
): ICellData {
  const vide = { ...cell, f: null, si: null, p: null, s: brute?.s }
  if (isTextFormat(format)) return { ...vide, v: texte, t: CellValueType.STRING }
  if (/^=./s.test(texte))
    return { ...vide, f: formuleInvariante(fermerParentheses(texte.trimEnd())), v: null, t: undefined }
  if (texte.startsWith("'")) return { ...vide, v: texte.slice(1), t: CellValueType.FORCE_STRING }
  const saisie = lireSaisie(texte, format, new Date().getFullYear())
  const style = saisie.format === undefined ? brute?.s : { n: { pattern: saisie.format } }
  if (typeof saisie.valeur === 'boolean')
    return { ...vide, v: saisie.valeur ? 1 : 0, t: CellValueType.BOOLEAN, s: style }
  const type = typeof saisie.valeur === 'number' ? CellValueType.NUMBER : CellValueType.STRING
  return { ...vide, v: saisie.valeur, t: type, s: style }
}
