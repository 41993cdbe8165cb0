import { joursDe } from '../contrat/acces.ts'
import { dateLongue } from '../referentiel/date-civile.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/** VER-03 (and VER-05): the credits of a year follow the sending of the report of the year before (contrat-type, article 2.2.1). */
export const VER_03: Regle = {
  id: 'VER-03',
  titre: 'Les crédits d’une année suivent l’envoi du rapport de l’année précédente',
  couvre: ['VER-05'],
  verifier: ({ annexes: { contrat }, referentiel }) => {
    const premiere = Math.min(...referentiel.exercices)
    const versements = [...joursDe(contrat, 'versement-p304'), ...joursDe(contrat, 'versement-fir')].flatMap(
      ({ annee, date }) => {
        const pour = annee ?? Number(date.jour.slice(0, 4))
        return pour > premiere ? [{ pour, date }] : []
      },
    )
    const envois = [...joursDe(contrat, 'bilan-prefet'), ...joursDe(contrat, 'bilan-ars')]
    if (versements.length === 0 || envois.length === 0)
      return { sansObjet: 'Les dates de versement ou d’envoi des rapports manquent.' }
    return {
      constats: versements.flatMap(({ pour, date }): ConstatBrut[] => {
        const rapport = envois.filter((e) => e.annee === pour - 1)
        const tard = rapport.filter((e) => e.date.jour > date.jour)
        if (tard.length === 0) return []
        return [
          {
            cellules: [date.cellule, ...tard.map((e) => e.date.cellule)],
            message: `Le versement de ${pour} (${dateLongue(date.jour)}) précède l’envoi du rapport de ${pour - 1} (${dateLongue(tard[0]!.date.jour)}), qui le conditionne. Vérifiez ces dates.`,
            constate: dateLongue(date.jour),
            attendu: `après le ${dateLongue(tard[0]!.date.jour)}`,
            correction: null,
          },
        ]
      }),
    }
  },
}
