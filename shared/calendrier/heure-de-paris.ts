/** Instants of the civil days of Paris, summer time included. */

const PARIS = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const HEURE = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hour: '2-digit',
  hourCycle: 'h23',
})

/** The civil day (ISO) in Paris of an instant, in ms since the epoch. */
export function jourDeParis(instant: number): string {
  return PARIS.format(instant)
}

/** The instant (ms since the epoch) at which a civil day (ISO) begins in Paris. */
export function debutDuJour(jour: string): number {
  // Summer time changes at night, after midnight: at 0 h Paris is one hour or two ahead of UTC.
  const avance = (heures: number): number => Date.parse(`${jour}T00:00:00Z`) - heures * 3_600_000
  const ete = avance(2)
  return jourDeParis(ete) === jour && Number(HEURE.format(ete)) === 0 ? ete : avance(1)
}
