import type { Calendrier } from '../../calendrier.ts'
import { bilanPasDeCalais, contratCantal, contratType, presumer } from '../lieu.ts'

/** What the contract of Cantal and the report of Pas-de-Calais date for the contracts opened from 2022 on. */
export const CALENDRIER_2022: Calendrier = {
  dureeContrat: {
    fin: '2024-12-31',
    reserve:
      'Le contrat couvre « la période de 2022 à 2024 » sans dire le jour ; des textes postérieurs, absents des documents, peuvent avoir avancé ce terme.',
    reference: contratCantal('présentation', 'une contractualisation sur la période de 2022 à 2024.'),
  },
  echeances: [
    {
      id: 'rapport-execution',
      quoi: 'le rapport annuel d’exécution et la délibération départementale (contrats 2020-2022)',
      exercice: 2022,
      date: '2023-06-30',
      delai: null,
      formule: 'au-plus-tard',
      libelle: 'au plus tard le 30 juin de l’année suivant l’exercice concerné',
      rigueur: false,
      jourDispute: {
        date: '2023-06-30',
        explication:
          'la circulaire de 2020 (III) demande un rapport arrêté « avant le 30 juin », le contrat-type (article 3) une transmission « au plus tard le 30 juin »',
      },
      pieces: ['rapport-execution', 'deliberation'],
      canaux: ['prefet', 'ars'],
      reference: presumer(
        contratType(
          '3',
          'Il fait l’objet d’une délibération départementale, transmise au Préfet et à l’ARS au plus tard le 30 juin de l’année suivant l’exercice concerné.',
        ),
        'repris du contrat-type 2020-2022, que le bilan du Pas-de-Calais invoque pour 2022 ; aucun document ne date le rapport des contrats ouverts en 2022',
      ),
    },
  ],
  pieces: [
    {
      id: 'rapport-execution',
      nom: 'rapport global d’exécution',
      exigence: 'requise',
      modele: null,
      reference: bilanPasDeCalais(
        'délibération, article unique',
        'qui sera transmis au Préfet du Pas-de-Calais et à l’Agence Régionale de Santé (ARS) des Hauts-de-France, conformément à l’article 3 du CDPPE 2020-2022.',
      ),
    },
    {
      id: 'deliberation',
      nom: 'délibération départementale sur le rapport',
      exigence: 'requise',
      modele: null,
      reference: bilanPasDeCalais(
        'délibération, article unique',
        'De prendre acte du bilan d’exécution global du Contrat Départemental de Prévention et de Protection de l’Enfance 2020-2022',
      ),
    },
  ],
  retroplanning: [],
}
