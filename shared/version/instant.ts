const FORMAT = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** « 31 octobre 2024 à 18 h 47 », in Paris time, of an ISO instant. */
export function direInstant(iso: string): string {
  const morceaux = new Map(FORMAT.formatToParts(new Date(iso)).map((p) => [p.type, p.value]))
  const jour = morceaux.get('day') === '1' ? '1er' : morceaux.get('day')
  return `${jour} ${morceaux.get('month')} ${morceaux.get('year')} à ${Number(morceaux.get('hour'))} h ${morceaux.get('minute')}`
}
