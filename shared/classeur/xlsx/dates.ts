const JOUR = 86_400_000
/** Day 0 of the 1900 system from 1 March 1900 on; Excel counts a 29 February 1900 before. */
const ORIGINE_1900 = Date.UTC(1899, 11, 30)
const ORIGINE_1904 = Date.UTC(1904, 0, 1)
const PREMIER_MARS_1900 = Date.UTC(1900, 2, 1)

/** Serial number of an ISO 8601 date, date and time, or time alone; undefined when it is not one. */
export function serieDeIso(texte: string, date1904: boolean): number | undefined {
  const m =
    /^(?:(\d{4})-(\d\d)-(\d\d))?(?:(?:^|T)(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|[+-]00:?00)?$/.exec(
      texte.trim(),
    )
  if (!m || (m[1] === undefined && m[4] === undefined)) return undefined
  const heure = (Number(m[4] ?? 0) * 3600 + Number(m[5] ?? 0) * 60 + Number(m[6] ?? 0)) / 86_400
  if (m[1] === undefined) return heure
  const jour = Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3]))
  if (new Date(jour).getUTCMonth() !== Number(m[2]) - 1) return undefined
  if (date1904) return (jour - ORIGINE_1904) / JOUR + heure
  return (jour - ORIGINE_1900) / JOUR - (jour < PREMIER_MARS_1900 ? 1 : 0) + heure
}
