import { envoisDe } from '../contrat/acces.ts'
import { echeanceDe } from './echeances.ts'
import type { Regle } from './regle.ts'

/** FIC-08: the plan d'action of 2024 goes through the form that the instruction names, not by mail. */
export const FIC_08: Regle = {
  id: 'FIC-08',
  titre: 'Le plan d’action est transmis par le formulaire EUSurvey',
  verifier: (contexte) => {
    const echeance = echeanceDe(contexte, 'plan-action')
    if (!echeance?.canaux.includes('eusurvey'))
      return { sansObjet: 'Le texte ne demande pas de formulaire en ligne.' }
    const envois = envoisDe(contexte.annexes, 'plan-action').filter((e) => e.canaux.length > 0)
    if (envois.length === 0 || envois.some((e) => e.canaux.includes('eusurvey')))
      return envois.length === 0
        ? { sansObjet: 'Aucun envoi du plan d’action n’est inscrit.' }
        : { constats: [] }
    return {
      constats: [
        {
          cellules: envois.map((e) => (e.canal ?? e.destinataire ?? e.piece).cellule),
          message:
            'Le plan d’action n’a été transmis que par un autre canal : l’instruction demande de le saisir dans le formulaire en ligne EUSurvey. Faites la saisie, et inscrivez-la dans la liste des envois.',
          constate: envois.map((e) => (e.canal ?? e.destinataire ?? e.piece).texte).join(' ; '),
          attendu: 'une saisie dans EUSurvey',
          correction: null,
        },
      ],
    }
  },
}
