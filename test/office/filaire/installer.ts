import type { Classeur } from '../../../shared/classeur/classeur.ts'
import { Interprete } from './interprete.ts'
import type { Requete } from './interprete.ts'
import { ClasseurFilaire, Grille } from './modele.ts'

/** The pieces of Microsoft's library that the request host needs. */
export interface BibliothequeExcel {
  Excel: typeof Excel
  OfficeExtension: {
    BatchApiHelper: {
      createPropertyObject(
        type: unknown,
        parent: unknown,
        nom: string,
        collection: boolean,
        drapeaux: number,
      ): object
    }
    SessionBase: { _overrideSession: unknown }
    GenericEventRegistration: {
      _testReadyImpl: () => Promise<void>
      getGenericEventRegistration(id: string): { _handleRichApiMessage(message: unknown): void }
    }
  }
}

/** The numbers under which Excel sends its events. */
const DONNEES_CHANGEES = 10
const FORMATS_CHANGES = 18
const LIGNES_TRIEES = 19

export interface HoteFilaire {
  grille: Grille
  interprete: Interprete
  /** How many batches Office.js has sent. */
  echanges: () => number
  /** The bytes that getFileAsync gives, and how. */
  fichier: { octets: Uint8Array; ouverts: number; echoue: boolean }
  /** Versions of ExcelApi that this Excel does not have: « 1.18 ». */
  absentes: Set<string>
  /** How a batch is run: at once, unless said otherwise. */
  executer: <T>(lot: () => Promise<T>) => Promise<T>
}

/**
 * The notes of a sheet (ExcelApi 1.18), which the library that npm gives does not know yet and Microsoft's own address
 * does: asked for under their name, by way of the comments, which have the same members.
 */
function ajouterNotes({ Excel: excel, OfficeExtension: extension }: BibliothequeExcel): void {
  const feuille = excel.Worksheet.prototype as { notes?: unknown }
  if ('notes' in feuille) return
  const creees = new WeakMap<object, object>()
  Object.defineProperty(feuille, 'notes', {
    get(this: object) {
      const deja = creees.get(this)
      if (deja) return deja
      const notes = extension.BatchApiHelper.createPropertyObject(
        excel.CommentCollection,
        this,
        'Notes',
        true,
        4,
      )
      creees.set(this, notes)
      return notes
    },
  })
}

/**
 * Puts Excel and Office in the global scope, answered from a workbook in memory: Microsoft's own library
 * makes the requests, so what is not loaded throws, what is not there is a null object, and events come as
 * Excel sends them. The last call wins.
 */
export function repondreAOffice(
  bibliotheque: BibliothequeExcel,
  classeur: Classeur,
  octets: Uint8Array = new Uint8Array(),
): HoteFilaire {
  const { Excel: excel, OfficeExtension: extension } = bibliotheque
  ajouterNotes(bibliotheque)
  const grille = new Grille(classeur)
  const interprete = new Interprete(() => new ClasseurFilaire(grille))
  let echanges = 0
  const inscriptions = extension.GenericEventRegistration
  inscriptions._testReadyImpl = () => Promise.resolve()
  extension.SessionBase._overrideSession = {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve(null),
    getEventRegistration: (id: string) => inscriptions.getGenericEventRegistration(id),
    _createRequestExecutorOrNull: () => ({
      executeAsync: async (_donnees: unknown, _drapeaux: unknown, message: { Body: string | Requete }) => {
        echanges++
        const corps = typeof message.Body === 'string' ? (JSON.parse(message.Body) as Requete) : message.Body
        return {
          HttpStatusCode: 200,
          ErrorCode: '',
          ErrorMessage: '',
          Headers: {},
          Body: await hote.executer(() => interprete.executer(corps)),
        }
      },
    }),
  }
  const prevenir =
    (messageType: number, details: object = {}) =>
    (worksheetId: string, address: string): void =>
      inscriptions.getGenericEventRegistration('')._handleRichApiMessage({
        entries: [
          {
            messageCategory: 65_536,
            messageType,
            targetId: 'Workbook',
            message: JSON.stringify({ worksheetId, address, source: 'Local', ...details }),
          },
        ],
      })
  grille.surChangement = prevenir(DONNEES_CHANGEES, { changeType: 'RangeEdited' })
  grille.surFormat = prevenir(FORMATS_CHANGES)
  grille.surTri = prevenir(LIGNES_TRIEES)
  const fichier = { octets, ouverts: 0, echoue: false }
  const absentes = new Set<string>()
  Object.assign(globalThis, { Excel: excel, Office: office(fichier, absentes) })
  const hote: HoteFilaire = {
    grille,
    interprete,
    echanges: () => echanges,
    fichier,
    absentes,
    executer: (lot) => lot(),
  }
  return hote
}

type Rappel = (resultat: { status: string; value?: unknown; error?: unknown }) => void

/** The little of Office's common API that the adapter asks for. */
function office(fichier: HoteFilaire['fichier'], absentes: ReadonlySet<string>): object {
  const tenu = (rappel: Rappel | undefined, value?: unknown): void =>
    queueMicrotask(() => rappel?.({ status: 'succeeded', value }))
  return {
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    FileType: { Compressed: 'compressed' },
    HostType: { Excel: 'Excel' },
    onReady: () => Promise.resolve({ host: 'Excel', platform: 'PC' }),
    context: {
      requirements: { isSetSupported: (_nom: string, version: string) => !absentes.has(version) },
      document: {
        getFileAsync(_type: string, { sliceSize }: { sliceSize: number }, rappel: Rappel) {
          if (fichier.echoue || fichier.ouverts >= 2) {
            queueMicrotask(() =>
              rappel({ status: 'failed', error: { code: 5001, message: 'Internal Error' } }),
            )
            return
          }
          fichier.ouverts++
          const { octets } = fichier
          tenu(rappel, {
            size: octets.length,
            sliceCount: Math.ceil(octets.length / sliceSize),
            getSliceAsync: (rang: number, suite: Rappel) => {
              const data = [...octets.subarray(rang * sliceSize, (rang + 1) * sliceSize)]
              tenu(suite, { index: rang, size: data.length, data })
            },
            closeAsync: (suite?: Rappel) => {
              fichier.ouverts--
              tenu(suite)
            },
          })
        },
      },
    },
  }
}
