import type { Rapport } from '../controle/rapport.ts'
import type { Centimes } from '../montant/montant.ts'
import { citer } from '../referentiel/phrases.ts'
import type { Gravite } from '../referentiel/referentiel.ts'

/** The report as tables to hand over: what its workbook holds. Amounts are in cents until they are written. */

export type CelluleRapport = string | number | { centimes: Centimes } | null

export interface TableauRapport {
  nom: string
  /** Widths of the columns, in characters. */
  largeurs: number[]
  entetes: string[]
  lignes: CelluleRapport[][]
}

const NOMS: Record<Gravite, string> = {
  bloquant: 'Bloquant',
  'a-justifier': 'À justifier',
  information: 'Information',
}

const ETATS = {
  'en-vigueur': 'justifie un point',
  'a-revoir': 'à revoir : le constat a changé',
  'sans-objet': 'le point n’est plus relevé',
} as const

/**
 * @param classeur the name of the workbook that was checked
 * @param le when, as it is to be read
 */
export function tableauxDuRapport(rapport: Rapport, classeur: string, le: string): TableauRapport[] {
  const { constats, cofinancement, totaux, justifications, exercice, referentiel } = rapport
  const nombre = (g: Gravite): number => constats.filter((c) => c.gravite === g).length
  return [
    {
      nom: 'Rapport',
      largeurs: [34, 60],
      entetes: ['Contrôle CDPPE', ''],
      lignes: [
        ['Classeur', classeur],
        ['Contrôlé le', le],
        ['Exercice', exercice],
        ['Référentiel', referentiel],
        ['Points bloquants', nombre('bloquant')],
        ['Points à justifier', nombre('a-justifier')],
        ['dont justifiés', constats.filter((c) => c.justification !== undefined).length],
        ['Informations', nombre('information')],
        ['FIR', { centimes: totaux.FIR }],
        ['Programme 304', { centimes: totaux.P304 }],
        ['ONDAM médico-social', { centimes: totaux.ONDAM }],
        ['État, enveloppe non indiquée', { centimes: totaux.etatNonVentile }],
        ['Département', { centimes: totaux.departement }],
        ['Autres financeurs', { centimes: totaux.autres }],
      ],
    },
    {
      nom: 'Constats',
      largeurs: [13, 10, 60, 30, 30, 30, 40, 50, 22, 12],
      entetes: [
        'Gravité',
        'Règle',
        'Constat',
        'Constaté',
        'Attendu',
        'Cellules',
        'Texte',
        'Justification',
        'Justifié par',
        'Le',
      ],
      lignes: constats.map((c) => [
        NOMS[c.gravite],
        c.regle,
        c.message,
        c.constate,
        c.attendu,
        c.cellules.join(', '),
        citer(c.reference),
        c.justification?.texte ?? null,
        c.justification?.auteur ?? null,
        c.justification?.le.slice(0, 10) ?? null,
      ]),
    },
    {
      nom: 'Cofinancement',
      largeurs: [10, 70, 18, 18, 18, 40],
      entetes: ['Objectif', 'Titre', 'État', 'Département', 'Il manque', 'Réserve'],
      lignes: cofinancement.map((o) => [
        o.objectif,
        o.titre,
        { centimes: o.etat },
        { centimes: o.departement },
        { centimes: o.manque },
        o.illisibles.length === 0 ? null : `sans montant certain : ${o.illisibles.join(', ')}`,
      ]),
    },
    {
      nom: 'Justifications',
      largeurs: [10, 30, 60, 22, 12, 30],
      entetes: ['Règle', 'Cellules', 'Texte', 'Par', 'Le', 'État'],
      lignes: justifications.map((j) => [
        j.regle,
        j.cellules.join(', '),
        j.texte,
        j.auteur,
        j.le.slice(0, 10),
        ETATS[j.etat],
      ]),
    },
  ]
}
