import { describe, expect, it } from 'vitest'
import { trouverMots } from './mots.ts'
import { PERSONNEL } from './nat-01.ts'

describe('words of staff and prix de journée', () => {
  it.each([
    ['Valorisation des 8 ETP de la CRIP', ['ETP']],
    ['Recrutement de deux éducateurs et salaires', ['Recrutement', 'salaires']],
    ['création de 2 postes d’éducateur', ['postes']],
    ['financé par un prix de journée', ['prix de journée']],
    ['Coût journalier et tarification', ['Coût journalier', 'tarification']],
    ['rémunérations et vacations', ['rémunérations', 'vacations']],
    ['Masse salariale', ['Masse salariale']],
    ['pas de prix de journée ; recrutement d’un psychologue', ['recrutement']],
  ])('« %s »', (texte, mots) => expect(trouverMots(texte, PERSONNEL)).toEqual(mots))

  it.each([
    'Réunion des partenaires',
    '12 rue de la Poste, 62000 Arras',
    'Envoi par La Poste',
    '3, impasse de la Poste',
    'Permanence au bureau de poste de Lens',
    'Secrétariat : poste 4512',
    'sans création d’aucun poste',
    'Dotation globale, sans recrutement',
    'aucun ETP financé',
    'Pas de financement de postes',
    'hors charges de personnel',
    'Cellule de recueil, de traitement et d’évaluation des informations préoccupantes',
    'traitement des informations préoccupantes',
    'traitement des IP',
    'postes de dépenses',
    'setpoint, compostes, imposte',
    '',
  ])('« %s » says nothing of it', (texte) => expect(trouverMots(texte, PERSONNEL)).toEqual([]))
})
