import { LifecycleService, LifecycleStages, LocaleType, LogLevel, mergeLocales, Univer } from '@univerjs/core'
import type { Injector, IWorkbookData, Plugin, PluginCtor } from '@univerjs/core'
import { FUniver } from '@univerjs/core/facade'
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core'
import fr from '@univerjs/preset-sheets-core/locales/fr-FR'
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note'
import frNotes from '@univerjs/preset-sheets-note/locales/fr-FR'
import { defaultTheme } from '@univerjs/themes'
import '@univerjs/preset-sheets-core/lib/index.css'
import '@univerjs/preset-sheets-note/lib/index.css'
import { ceder } from '../hote/ceder.ts'
import { SuiviDuCalcul } from './calcul.ts'
import { collerEnFrancais } from './collage.ts'
import { mettreEnFrancais, nommerFonctionsEnFrancais } from './francais.ts'
import { enregistrerFonctions } from './formules.ts'
import { MessagesDeCellules } from './messages.ts'
import { mettreDeCote, remettre } from './lignes-de-cote.ts'
import { verrouiller, verrouillerOnglets } from './verrous.ts'

/** The pane's green-blue, in the grid's own scale. */
const MARQUE = {
  50: '#f1faf8',
  100: '#e3f7f4',
  200: '#c8ede7',
  300: '#a9ddd5',
  400: '#52a99f',
  500: '#1f877f',
  600: '#0f766e',
  700: '#0c665e',
  800: '#0a5851',
  900: '#084a44',
}

/** The running grid: Univer's own facade, and what this page adds to it. */
export interface Grille {
  api: FUniver
  injector: Injector
  /** The sentences of the functions' errors, by cell. */
  messages: MessagesDeCellules
  calcul: SuiviDuCalcul
  /** Whether pasting has been taken over: all of the grid's parts are there only after its first drawing. */
  collagePret: boolean
}

/**
 * Starts the grid inside an element, in French, with the CDPPE functions. It calculates nothing by itself on opening.
 *
 * @param sombre whether it begins on a dark ground; `api.toggleDarkMode` changes it
 * @param auRefus told each time the user tries what the page does not do (formatting, structure), or
 *   types a formula that cannot be read
 */
export function creerGrille(
  conteneur: HTMLElement,
  sombre: boolean,
  auRefus: (phrase: string) => void,
): Grille {
  const univer = new Univer({
    locale: LocaleType.FR_FR,
    locales: { [LocaleType.FR_FR]: mergeLocales(fr, frNotes) },
    theme: { ...defaultTheme, primary: MARQUE },
    darkMode: sombre,
    logLevel: LogLevel.ERROR,
  })
  const { plugins } = UniverSheetsCorePreset({
    container: conteneur,
    header: true,
    toolbar: false,
    contextMenu: false,
    formulaBar: true,
    footer: {
      sheetBar: true,
      statisticBar: true,
      menus: false,
      zoomSlider: true,
      addSheetButtonConfig: { show: false },
    },
    formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
    sheets: {
      disableForceStringAlert: true,
      disableForceStringMark: true,
      clipboardConfig: { hidePasteOptions: true },
    },
  })
  for (const plugin of [...plugins, ...UniverSheetsNotePreset().plugins]) {
    const [ctor, config] = (Array.isArray(plugin) ? plugin : [plugin]) as [PluginCtor<Plugin>, object?]
    univer.registerPlugin(ctor, config)
  }
  const api = FUniver.newAPI(univer)
  const injector = univer.__getInjector()
  const messages = new MessagesDeCellules()
  const calcul = new SuiviDuCalcul(api, injector)
  let prete = false
  const preparer = (): void => {
    if (prete) return
    prete = true
    mettreEnFrancais(injector, auRefus)
    nommerFonctionsEnFrancais(injector)
    enregistrerFonctions(injector, messages)
    calcul.suivre()
  }
  api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
    if (stage === LifecycleStages.Ready) preparer()
  })
  verrouiller(api, auRefus)
  return { api, injector, messages, calcul, collagePret: false }
}

/** Puts a workbook in the grid in place of the one that is there; resolves once it can be typed in. */
export async function montrer(grille: Grille, donnees: IWorkbookData): Promise<void> {
  const deCote = mettreDeCote(donnees)
  // What follows keeps the thread as long as the grid does.
  await ceder()
  const ancien = grille.api.getActiveWorkbook()
  if (ancien) grille.api.disposeUnit(ancien.getId())
  grille.messages.vider()
  const classeur = grille.api.createWorkbook(donnees)
  remettre(classeur.getWorkbook(), deCote)
  classeur.setNumfmtLocal('fr')
  await verrouillerOnglets(grille.api)
  // Before that, what is typed would be lost.
  await grille.injector.get(LifecycleService).onStage(LifecycleStages.Rendered)
  if (!grille.collagePret) collerEnFrancais(grille.injector)
  grille.collagePret = true
}
