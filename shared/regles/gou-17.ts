import { normaliser } from '../classeur/texte.ts'
import { texteDe } from '../contrat/acces.ts'
import type { Regle } from './regle.ts'

/** Annexe 1 of the circular of 2020, in its order. */
const PREMIERE_VAGUE = [
  'Aisne',
  'Allier',
  'Alpes-de-Haute-Provence',
  'Ardennes',
  'Cher',
  'Corse',
  'Creuse',
  'Dordogne',
  'Eure',
  'Gard',
  'Ille-et-Vilaine',
  'Loir-et-Cher',
  'Loire-Atlantique',
  'Mayenne',
  'Meurthe-et-Moselle',
  'Meuse',
  'Moselle',
  'Nord',
  'Pas-de-Calais',
  'Puy-de-Dôme',
  'Pyrénées-Atlantiques',
  'Haut-Rhin',
  'Saône-et-Loire',
  'Seine-et-Marne',
  'Deux-Sèvres',
  'Somme',
  'Tarn-et-Garonne',
  'Val-d’Oise',
  'Guyane',
  'La Réunion',
]
const cle = (nom: string) =>
  normaliser(nom)
    .replace(/\(.*?\)|^\d[\dab]\d?\b/g, ' ')
    .replace(/[^a-z]+/g, ' ')
    .replace(/\b(?:departement|conseil departemental|collectivite)\b/g, ' ')
    .trim()
    .replace(/^(?:de |du |des |de la |de l |d |la |le |les |l )+/, '')
    .replace(/\s+/g, ' ')
const CONNUS = new Set(PREMIERE_VAGUE.map(cle))

/** GOU-17: a contract of 2020 is that of a department of annexe 1. */
export const GOU_17: Regle = {
  id: 'GOU-17',
  titre: 'Le département d’un contrat de 2020 est dans la liste de l’annexe 1',
  verifier: ({ annexes, referentiel, exercice }) => {
    const lu = texteDe(annexes.contrat, 'departement')
    if (!lu || exercice !== Math.min(...referentiel.exercices) || cle(lu.texte) === '')
      return { sansObjet: 'Le département n’est pas inscrit, ou le contrat n’est pas de la première année.' }
    if (CONNUS.has(cle(lu.texte))) return { constats: [] }
    return {
      constats: [
        {
          cellules: [lu.cellule],
          message: `« ${lu.texte} » n’est pas dans la liste des ${PREMIERE_VAGUE.length} départements concernés en ${exercice}. Vérifiez le nom du département, ou l’année du contrat.`,
          constate: `« ${lu.texte} »`,
          attendu: 'un département de l’annexe 1',
          correction: null,
        },
      ],
    }
  },
}
