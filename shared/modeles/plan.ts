import type { CelluleNeuve, FeuilleNeuve } from '../classeur/xlsx/ecrire-neuf.ts'
import type { Referentiel } from '../referentiel/referentiel.ts'
import {
  cellule,
  cellules,
  choisirEnveloppe,
  choisirObjectif,
  exercicesDuContrat,
  feuilleListes,
  saisirMontant,
  sourceDe,
} from './communs.ts'

/** The plan d'action: one row for each action, exercice and enveloppe. */

/** 1-based row of the headers, and of the last row made ready. */
const ENTETE = 5
const DERNIERE = 65

const COLONNES = [
  'N°',
  'Objectif',
  'Intitulé de l’action',
  'Exercice',
  'Enveloppe',
  'Part État',
  'Part Département',
  'Admis par le texte',
  'Motif',
  'Écart à combler',
]

export function modelePlan(referentiel: Referentiel, exercice: number): FeuilleNeuve[] {
  const lignes: (CelluleNeuve | null)[][] = [
    cellules('titre', `Plan d’action du contrat départemental, exercice ${exercice}`),
    cellules('sousTitre', sourceDe(referentiel)),
    cellules(
      'sousTitre',
      'Une ligne par action, exercice et enveloppe. Les colonnes grises se calculent seules (complément CDPPE) ; l’écart est celui de l’objectif, ONDAM exclu.',
    ),
    [],
    cellules('entete', ...COLONNES),
  ]
  const plage = (colonne: string): string => `$${colonne}$${ENTETE + 1}:$${colonne}$${DERNIERE}`
  for (let n = ENTETE + 1; n <= DERNIERE; n++)
    lignes.push([
      cellule('saisieCentree'),
      cellule('saisie'),
      cellule('saisie'),
      cellule('saisieCentree'),
      cellule('saisieCentree'),
      cellule('saisieEuros'),
      cellule('saisieEuros'),
      cellule('calcul', '', `IF(OR($B${n}="",$E${n}=""),"",CDPPE.ELIGIBLE($B${n},$E${n},$D${n}))`),
      cellule('calcul', '', `IF(OR($B${n}="",$E${n}=""),"",CDPPE.MOTIF($B${n},$E${n},$D${n}))`),
      cellule(
        'calculEuros',
        '',
        `IF($B${n}="","",CDPPE.ECART(SUMIFS(${plage('F')},${plage('B')},$B${n},${plage('E')},"<>ONDAM"),SUMIFS(${plage('G')},${plage('B')},$B${n},${plage('E')},"<>ONDAM")))`,
      ),
    ])
  const corps = (colonne: string): string => `${colonne}${ENTETE + 1}:${colonne}${DERNIERE}`
  return [
    {
      nom: 'Plan d’action',
      lignes,
      largeurs: [6, 44, 40, 10, 11, 15, 17, 12, 46, 15],
      figes: { lignes: ENTETE, colonnes: 1 },
      titres: `${ENTETE}:${ENTETE}`,
      validations: [
        choisirObjectif(corps('B'), referentiel),
        {
          plage: corps('D'),
          liste: `"${exercicesDuContrat(referentiel, exercice).join()}"`,
          titre: 'Exercice',
          message: 'L’année du financement.',
          souple: true,
        },
        choisirEnveloppe(corps('E')),
        saisirMontant(`F${ENTETE + 1}:G${DERNIERE}`),
      ],
    },
    feuilleListes(referentiel),
  ]
}
