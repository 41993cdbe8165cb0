import { ErreurHote } from '../hote/hote.ts'
import type { InsertionModele } from '../volet/modeles.ts'
import { avecExcel } from './erreurs.ts'

const TROP_ANCIEN =
  'Cette version d’Excel ne permet pas à un complément d’insérer des feuilles. Téléchargez le modèle, puis ouvrez-le.'

/** Puts the sheets of a model after those of the workbook, and goes to the first of them. */
export const insertionExcel: InsertionModele = {
  verbe: 'Insérer',
  fait: (titre) => `« ${titre} » est à la fin du classeur.`,
  async inserer({ octets }) {
    if (!Office.context.requirements.isSetSupported('ExcelApi', '1.13')) throw new ErreurHote(TROP_ANCIEN)
    await avecExcel(async (contexte) => {
      const { workbook } = contexte
      const ids = workbook.insertWorksheetsFromBase64(enBase64(octets), {
        positionType: Excel.WorksheetPositionType.end,
      })
      await contexte.sync()
      const premiere = ids.value[0]
      if (premiere !== undefined) workbook.worksheets.getItem(premiere).activate()
      await contexte.sync()
    }, 'Le modèle n’a pas pu être inséré. Terminez la saisie en cours et vérifiez que le classeur n’est pas protégé, puis recommencez.')
  },
}

/** Bytes taken at a time: a call has so many arguments at most. */
const PAS = 0x8000

function enBase64(octets: Uint8Array): string {
  let binaire = ''
  for (let i = 0; i < octets.length; i += PAS) binaire += String.fromCharCode(...octets.subarray(i, i + PAS))
  return btoa(binaire)
}
