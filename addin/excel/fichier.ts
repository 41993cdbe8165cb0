import { ErreurHote } from '../hote/hote.ts'

/** Office gives at most 4 MB at a time. */
const TRANCHE = 4_194_304
const PHRASE =
  'Excel n’a pas donné le contenu du fichier. Terminez la saisie en cours, enregistrez le classeur, puis recommencez.'

/**
 * The workbook's bytes as Excel writes them now (.xlsx). They are Excel's own and not those of the file on
 * disk: two readings may differ though nothing changed.
 */
export async function octetsDuClasseur(): Promise<Uint8Array> {
  const fichier = await demander<Office.File>((rappel) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: TRANCHE }, rappel),
  )
  try {
    const octets = new Uint8Array(fichier.size)
    let place = 0
    for (let i = 0; i < fichier.sliceCount; i++) {
      const tranche = await demander<Office.Slice>((rappel) => fichier.getSliceAsync(i, rappel))
      const morceau = tranche.data as ArrayLike<number>
      if (place + morceau.length > octets.length) throw new ErreurHote(PHRASE)
      octets.set(morceau, place)
      place += morceau.length
    }
    if (place !== octets.length) throw new ErreurHote(PHRASE)
    return octets
  } finally {
    // Office keeps two files open at most: one left open would forbid the next saves.
    fichier.closeAsync()
  }
}

function demander<T>(appel: (rappel: (resultat: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((tenir, rompre) =>
    appel((resultat) => {
      if (resultat.status === Office.AsyncResultStatus.Succeeded) tenir(resultat.value)
      else rompre(new ErreurHote(PHRASE, { cause: resultat.error }))
    }),
  )
}
