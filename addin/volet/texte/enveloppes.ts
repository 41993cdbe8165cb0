import type { Totaux } from '../../../shared/controle/rapport.ts'
import { ENVELOPPES } from '../../../shared/referentiel/reference.ts'
import { DE_ENVELOPPE, LE_ENVELOPPE } from '../../../shared/referentiel/phrases.ts'
import { fr, montant } from './typographie.ts'

/** What is planned beside what was notified, both in cents. */
export function direEcart(prevu: number, notifie: number): string {
  const base = fr`Notifié : ${montant(notifie)}`
  if (prevu > notifie) return fr`${base} ; le plan le dépasse de ${montant(prevu - notifie)}.`
  if (prevu < notifie) return fr`${base} ; ${montant(notifie - prevu)} ne sont pas répartis.`
  return fr`${base}, tout est réparti.`
}

/**
 * What a tried change is, by the enveloppes of the State whose total it changes: within them it may be a move that
 * the texts allow (FON-01), beyond them it is not.
 */
export function direNature(avant: Totaux, apres: Totaux): { genre: 'suffit' | 'incertain'; phrase: string } {
  const changees = ENVELOPPES.filter((e) => avant[e] !== apres[e])
  const [premiere] = changees
  if (premiere === undefined)
    return {
      genre: 'suffit',
      phrase: fr`Le total de chaque enveloppe de l’État ne change pas.`,
    }
  if (changees.length === 1) {
    const ecart = apres[premiere] - avant[premiere]
    return {
      genre: 'incertain',
      phrase: fr`Le total ${DE_ENVELOPPE[premiere]} change de ${signe(ecart)} : ce n’est plus un déplacement à l’intérieur de l’enveloppe.`,
    }
  }
  return {
    genre: 'incertain',
    phrase:
      fr`Les totaux de ${changees.map((e) => LE_ENVELOPPE[e]).join(' et de ')} changent : les financements ne sont fongibles qu’à l’intérieur d’une même enveloppe.`.replace(
        /de le /g,
        'du ',
      ),
  }
}

/** « +1 250 € », « −300 € ». */
export function signe(centimes: number): string {
  return `${centimes > 0 ? '+' : '\u2212'}${montant(Math.abs(centimes))}`
}
