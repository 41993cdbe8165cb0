import { createStore, del, entries, get, set } from 'idb-keyval'
import type { HoteTableur } from './hote-tableur.ts'

/**
 * Keeps the workbook of this tab in the browser, so that a reload finds it again. Nothing of it leaves the machine.
 * Where the browser keeps nothing (private windows, full disk), none of this does anything: the page still asks before
 * it is left with changes.
 */

/** A workbook of the page as it was last left in this tab. */
export interface Reprise {
  nom: string
  octets: Uint8Array
  /** It holds changes that no copy was saved of. */
  aEnregistrer: boolean
}

interface Gardee extends Reprise {
  /** When it was kept, in ms. */
  le: number
}

const CLE_ONGLET = 'cdppe-onglet'
/** What closed tabs leave is thrown away after a day. */
const DUREE_MS = 24 * 3_600_000
/** How long the workbook must have been at rest before it is kept. */
const REPOS_MS = 800
const MAGASIN = createStore('cdppe-page', 'classeurs')

/** The name of this tab's workbook in the store. */
let cle: string | undefined

/** What this tab held before it was reloaded; null where it is new. */
export async function lireReprise(): Promise<Reprise | null> {
  const reprise = await sansEchec(async () => {
    for (const [autre, { le }] of await entries<string, Gardee>(MAGASIN))
      if (Date.now() - le > DUREE_MS) await del(autre, MAGASIN)
    const connue = sessionStorage.getItem(CLE_ONGLET)
    const gardee = connue === null ? undefined : await get<Gardee>(connue, MAGASIN)
    // A tab that was duplicated finds the workbook of the other, and goes its own way.
    if (connue !== null && (await reserver(connue))) cle = connue
    return gardee
  })
  return reprise ?? null
}

/** To be called for one that cannot be opened: the next start would meet it again. */
export async function oublierReprise(): Promise<void> {
  await sansEchec(async () => del(await laCle(), MAGASIN))
}

/** Keeps a workbook as it is, then again after each change, until what is given back is called. */
export function suivreReprise(hote: HoteTableur): () => void {
  let minuterie: ReturnType<typeof setTimeout> | undefined
  let dernier = Promise.resolve<unknown>(undefined)
  const garder = async (): Promise<void> => {
    const [nom, octets] = [await hote.nom(), await hote.octetsEnLEtat()]
    await set(
      await laCle(),
      { nom, octets, aEnregistrer: hote.aEnregistrer(), le: Date.now() } satisfies Gardee,
      MAGASIN,
    )
  }
  const noter = (): void => {
    clearTimeout(minuterie)
    minuterie = setTimeout(() => {
      dernier = dernier.then(() => sansEchec(garder))
    }, REPOS_MS)
  }
  noter()
  const arreter = hote.surModification(noter)
  return () => {
    clearTimeout(minuterie)
    arreter()
  }
}

async function laCle(): Promise<string> {
  if (cle !== undefined) return cle
  cle = crypto.randomUUID()
  sessionStorage.setItem(CLE_ONGLET, cle)
  await reserver(cle)
  return cle
}

/** Takes a name for as long as the tab lives; false where another tab has it. */
function reserver(nom: string): Promise<boolean> {
  return new Promise((tenir, rompre) => {
    navigator.locks
      .request(`${CLE_ONGLET} ${nom}`, { ifAvailable: true }, (verrou) => {
        tenir(verrou !== null)
        return verrou === null ? undefined : new Promise(() => undefined)
      })
      .catch(rompre)
  })
}

async function sansEchec<T>(faire: () => Promise<T>): Promise<T | undefined> {
  try {
    return await faire()
  } catch {
    return undefined
  }
}
