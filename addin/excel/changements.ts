import type { FeuillesConnues } from './feuilles-connues.ts'

/** Excel tells of each cell in turn, a paste in bursts: the pane is called once they have been quiet this long, in ms. */
const REPOS_MS = 400

/** The requirement set of the sorts, the last of the events that a sheet's values can change by. */
const VERSION_TRIS = '1.10'

/**
 * Calls back once the workbook has come to rest after cells, sheets or their order have changed; returns how to stop.
 * @param connues told at once of each sheet that changes, in its values or in its formats
 */
export function suivreChangements(
  rappel: () => void,
  repos = REPOS_MS,
  connues: FeuillesConnues | null = null,
): () => void {
  let minuterie: ReturnType<typeof setTimeout> | undefined
  let arrete = false
  const attendreLeRepos = (): Promise<void> => {
    clearTimeout(minuterie)
    if (!arrete) minuterie = setTimeout(rappel, repos)
    return Promise.resolve()
  }
  const noter = ({ worksheetId }: { worksheetId: string }): Promise<void> => {
    connues?.noter(worksheetId)
    return attendreLeRepos()
  }
  /** A format can make a number of a date: the sheet is read again next time, and not for that alone. */
  const noterFormat = ({ worksheetId }: { worksheetId: string }): Promise<void> => {
    connues?.noter(worksheetId)
    return Promise.resolve()
  }

  const inscription = Excel.run(async (contexte) => {
    const { worksheets } = contexte.workbook
    const suivis: OfficeExtension.EventHandlerResult<unknown>[] = [
      worksheets.onChanged.add(noter),
      worksheets.onAdded.add(attendreLeRepos),
      worksheets.onDeleted.add(attendreLeRepos),
    ]
    const tris = Office.context.requirements.isSetSupported('ExcelApi', VERSION_TRIS)
    if (tris)
      suivis.push(
        worksheets.onRowSorted.add(noter),
        worksheets.onColumnSorted.add(noter),
        worksheets.onFormatChanged.add(noterFormat),
      )
    await contexte.sync()
    if (!arrete) connues?.suivre(tris)
    return suivis
  })
  // Without events the pane still checks when asked.
  inscription.catch(() => undefined)

  return () => {
    arrete = true
    connues?.suivre(false)
    clearTimeout(minuterie)
    inscription.then(retirer).catch(() => undefined)
  }
}

async function retirer(suivis: OfficeExtension.EventHandlerResult<unknown>[]): Promise<void> {
  const premier = suivis[0]
  if (!premier) return
  await Excel.run(premier.context as Excel.RequestContext, async (contexte) => {
    for (const suivi of suivis) suivi.remove()
    await contexte.sync()
  })
}
