import { accorder } from '../classeur/texte.ts'
import { cofinancements } from '../controle/cofinancement.ts'
import { formatEuros } from '../montant/format.ts'
import type { Regle } from './regle.ts'

/**
 * COF-01: on each objectif the department puts at least what the State pays it (contrat-type, article 2.2.2).
 * Judged by objectif over the contract's duration (annexe 4, I). The text is ambiguous on the ONDAM
 * (« ceux qui lui sont versés »): it is left out, being paid to the establishments, and the finding says so.
 */
export const COF_01: Regle = {
  id: 'COF-01',
  titre: 'Sur chaque objectif, le Département apporte au moins autant que l’État lui verse',
  verifier: ({ plan, referentiel }) => {
    const bilans = cofinancements(plan, referentiel)
    if (bilans.every((b) => b.etat === 0)) return { sansObjet: 'Aucune part de l’État n’est chiffrée.' }
    return {
      constats: bilans
        .filter((b) => b.manque > 0)
        .map((b) => {
          const aucun = b.departement === 0
          const reserve =
            b.illisibles.length > 0
              ? ` Sous réserve de ${accorder(b.illisibles.length, 'cellule')} sans montant certain, non ${b.illisibles.length < 2 ? 'comptée' : 'comptées'}.`
              : ''
          return {
            cellules: b.cellules,
            message:
              `Objectif ${b.objectif} : ` +
              (aucun
                ? `aucun montant du Département n’est inscrit en face de la part de l’État. ${formatEuros(b.etat)} sont à apporter au moins ; une valorisation de moyens existants est admise, à condition d’être chiffrée.`
                : `la part du Département est inférieure à celle de l’État. ${formatEuros(b.departement)} pour ${formatEuros(b.etat)} ; il manque ${formatEuros(b.manque)}.`) +
              `${reserve} Complétez la part du Département sur cet objectif, ou réduisez la demande. Lecture retenue : l’ONDAM, versé aux établissements, n’est pas compté.`,
            constate: `Département ${formatEuros(b.departement)}, État ${formatEuros(b.etat)}`,
            attendu: `Département ≥ ${formatEuros(b.etat)}`,
            correction: null,
          }
        }),
    }
  },
}
