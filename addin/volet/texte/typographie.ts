/** French typography of what the pane shows: the right spaces, numbers, dates in Paris, plurals. */

const FINE = '\u202f'
const INSECABLE = '\u00a0'
/** What is numbered: its number stays on its line. */
const NUMEROTES = 'article|annexe|objectif|version|action|exercice|cellule|ligne|programme'
const AVANT_NUMERO = new RegExp(`\\b(${NUMEROTES}) (?=\\d)`, 'gi')
const ATTEND_NUMERO = new RegExp(`\\b(${NUMEROTES}) $`, 'i')

/** Puts the no-break spaces where French wants them. Run twice it changes nothing more. */
export function typographier(texte: string): string {
  return texte
    .replace(/[ \u00a0]([;!?])/g, `${FINE}$1`)
    .replace(/ ([:»€%])/g, `${INSECABLE}$1`)
    .replace(/« /g, `«${INSECABLE}`)
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${FINE}`)
    .replace(/(\d) h (?=\d\d\b)/g, `$1${INSECABLE}h${INSECABLE}`)
    .replace(/n° (?=\S)/g, `n°${INSECABLE}`)
    .replace(AVANT_NUMERO, `$1${INSECABLE}`)
    .replace(
      /(\d) (?=(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b)/g,
      `$1${INSECABLE}`,
    )
}

/**
 * Tag for the pane's own sentences: fr`${n} points : à revoir`. What is interpolated is left as it is; a number keeps
 * to the word that it numbers.
 */
export function fr(parties: TemplateStringsArray, ...valeurs: (string | number)[]): string {
  return parties
    .map((partie, i) => {
      const valeur = String(valeurs[i] ?? '')
      const phrase = typographier(partie)
      return (/^\d/.test(valeur) ? phrase.replace(ATTEND_NUMERO, `$1${INSECABLE}`) : phrase) + valeur
    })
    .join('')
}

const NOMBRE = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 })
const EUROS = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
const EUROS_CENTIMES = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' })

/** « 1 250 000 € » from cents; the cents are written only where there are some. */
export function montant(centimes: number): string {
  return (centimes % 100 === 0 ? EUROS : EUROS_CENTIMES).format(centimes / 100)
}

/** « 12 actions », « 1 action », « 0 action »: French is plural from two on. */
export function compte(n: number, singulier: string, pluriel = `${singulier}s`): string {
  return `${NOMBRE.format(n)}${INSECABLE}${Math.abs(n) >= 2 ? pluriel : singulier}`
}

/** « 45 ko », « 1,2 Mo » from bytes. */
export function taille(octets: number): string {
  if (octets < 1000) return `${octets}${INSECABLE}octets`
  const [valeur, unite] = octets < 999_500 ? [octets / 1000, 'ko'] : [octets / 1e6, 'Mo']
  return `${valeur.toLocaleString('fr-FR', { maximumFractionDigits: unite === 'ko' ? 0 : 1 })}${INSECABLE}${unite}`
}

/** The first signs of a fingerprint, enough to compare by eye. */
export function empreinteCourte(hex: string): string {
  return hex.slice(0, 8)
}

const JOUR = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' })
const HEURE = new Intl.DateTimeFormat('fr-FR', {
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'Europe/Paris',
})

/** « 31 octobre 2024 », in Paris. */
export function jour(date: Date | string): string {
  return JOUR.format(new Date(date)).replace(/ /g, INSECABLE)
}

/** « 18 h 47 », in Paris. */
export function heure(date: Date | string): string {
  const [h, m] = HEURE.format(new Date(date)).split(':')
  return `${Number(h)}${INSECABLE}h${INSECABLE}${m}`
}

/** « 31 octobre 2024 à 18 h 47 », in Paris. */
export function dateHeure(date: Date | string): string {
  return `${jour(date)} à ${heure(date)}`
}

/** « à l’instant », « il y a 4 minutes », then the hour. Both in ms since the epoch. */
export function ilYA(instant: number, maintenant: number): string {
  const minutes = Math.floor((maintenant - instant) / 60_000)
  if (minutes < 1) return 'à l’instant'
  if (minutes < 60) return `il y a ${compte(minutes, 'minute')}`
  return `à ${heure(new Date(instant))}`
}
