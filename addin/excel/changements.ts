/** Excel tells of each cell in turn, a paste in bursts: the pane is called once they have been quiet this long, in ms. */
const REPOS_MS = 400

/** Calls back once the workbook has come to rest after cells, sheets or their names have changed; returns how to stop. */
export function suivreChangements(rappel: () => void, repos = REPOS_MS): () => void {
  let minuterie: ReturnType<typeof setTimeout> | undefined
  let arrete = false
  const noter = (): Promise<void> => {
    clearTimeout(minuterie)
    if (!arrete) minuterie = setTimeout(rappel, repos)
    return Promise.resolve()
  }

  const inscription = Excel.run(async (contexte) => {
    const { worksheets } = contexte.workbook
    const suivis = [
      worksheets.onChanged.add(noter),
      worksheets.onAdded.add(noter),
      worksheets.onDeleted.add(noter),
    ]
    await contexte.sync()
    return suivis
  })
  // Without events the pane still checks when asked.
  inscription.catch(() => undefined)

  return () => {
    arrete = true
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
