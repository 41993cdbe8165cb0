import type { FeuilleDecrite, ValeurDecrite } from './fabrique.ts'
import { fabriquerClasseur } from './fabrique.ts'
import {
  cellule,
  ENTETE,
  figure,
  ligneDeTotal,
  montantImprime,
  NOMBRE,
  SECTION,
  SOUS_TITRE,
  TEXTE,
  TITRE,
} from './mise-en-page.ts'
import donnees from './pas-de-calais-2020-2022.json' with { type: 'json' }

/**
 * The workbook of Pas-de-Calais as its finance officers would keep it, from the 27 actions of the bilan 2020-2022:
 * every figure as printed, none added.
 */

export const NOM_PAS_DE_CALAIS = 'CDPPE_62_Pas-de-Calais_2020-2022.xlsx'

type Imprime = string | string[]
interface LigneImprimee {
  libelle_brut: string
  annee: number | null
  suite_de?: string
  part_etat?: Imprime
  part_departement?: Imprime
  flechees?: Imprime
  engagees?: Imprime
  executees?: Imprime
}
type Tableau = { entetes: string[]; lignes: LigneImprimee[] } | string
interface ActionImprimee {
  numero: string
  intitule: string
  engagement: string
  objectif: string
  periode: string[]
  budget_previsionnel: Tableau
  depenses_realisees: Tableau
  indicateurs: string[][][]
}

/** The 27 actions, in the order of the bilan. */
export const ACTIONS: ActionImprimee[] = donnees.actions

/** One row of an action: a period, its budget and its spending. */
interface LignePlan {
  /** A year as a number, any other period as printed. */
  exercice: number | string
  budget?: LigneImprimee
  depenses?: LigneImprimee
  observations: string
}

const COLONNES = [
  'N°',
  'Engagement',
  'Objectif',
  "Intitulé de l'action",
  'Exercice',
  'Part État',
  'Part Département',
  'Dépenses fléchées',
  'Dépenses engagées',
  'Dépenses exécutées',
  'Observations',
]
const COLONNES_MONTANT = [5, 6, 7, 8, 9]
const LIGNE_ENTETE = 6

/** The sentence of a budget that is no table, without the headings of the form (« 3.2 Dépenses réalisées »). */
function phrase(tableau: Tableau): string {
  if (typeof tableau !== 'string') return ''
  return tableau
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '' && !/^3(?:\.\d)?\.? (?:Budget|Dépenses)/.test(ligne))
    .join('\n')
}

/** Merges the rows of budget and of spending that bear the same period, in the order printed. */
function lignesDuPlan(action: ActionImprimee): LignePlan[] {
  const lignes = new Map<string, LignePlan>()
  const ranger = (tableau: Tableau, sorte: 'budget' | 'depenses'): void => {
    if (typeof tableau === 'string') return
    const vus = new Map<string, number>()
    // « Engagées 2022 »: the year stands in the headers, for the one row that they head.
    const anneeDesEntetes = /(?:19|20)\d\d$/.exec(tableau.entetes[1] ?? '')?.[0]
    let precedente = ''
    for (const ligne of tableau.lignes) {
      const implicite =
        tableau.lignes.length === 1 && anneeDesEntetes ? `Année ${anneeDesEntetes}` : precedente
      const periode = ligne.libelle_brut || ligne.suite_de || implicite
      precedente = periode
      const rang = (vus.get(periode) ?? 0) + 1
      vus.set(periode, rang)
      const cle = `${periode}|${String(rang)}`
      const annee = /^Année (\d{4})$/.exec(periode)?.[1]
      const rangee = lignes.get(cle) ?? { exercice: annee ? Number(annee) : periode, observations: '' }
      rangee[sorte] = ligne
      lignes.set(cle, rangee)
    }
  }
  ranger(action.budget_previsionnel, 'budget')
  ranger(action.depenses_realisees, 'depenses')
  const rangees = regrouper([...lignes.values()])
  if (rangees.length === 0) rangees.push({ exercice: action.periode.join('\n'), observations: '' })
  rangees[0]!.observations = [
    ['Budget', phrase(action.budget_previsionnel)],
    ['Dépenses', phrase(action.depenses_realisees)],
  ]
    .filter(([, texte]) => texte !== '')
    .map(([quoi, texte]) => `${quoi} : ${texte}`)
    .join('\n')
  return rangees
}

/** Keeps the rows of one period together: those of the spending may have come after. */
function regrouper(rangees: LignePlan[]): LignePlan[] {
  const periodes = [...new Set(rangees.map((r) => r.exercice))]
  return periodes.flatMap((periode) => rangees.filter((r) => r.exercice === periode))
}

/** « ENGAGEMENT 1 - AGIR … » → « engagement 1 ». */
function nomCourt(engagement: string): string {
  return /^ENGAGEMENT (?:\d|TRANSVERSE)/.exec(engagement)![0].toLowerCase()
}

function feuillePlan(): FeuilleDecrite {
  const vide: ValeurDecrite[] = []
  const lignes: ValeurDecrite[][] = [
    [cellule("Contrat départemental de prévention et de protection de l'enfance 2020-2022", TITRE)],
    [cellule('Département du Pas-de-Calais (62)', { gras: true, taille: 12 })],
    [
      cellule(
        "Plan d'action : budget prévisionnel et dépenses réalisées, par action et par exercice",
        SOUS_TITRE,
      ),
    ],
    [
      cellule(
        "Source des montants : rapport global d'exécution du CDPPE 2020-2022 du Pas-de-Calais (bilan), tels qu'imprimés",
        SOUS_TITRE,
      ),
    ],
    vide,
    COLONNES.map((c) => cellule(c, ENTETE)),
  ]
  const premiere = lignes.length + 1
  let debutBloc = premiere
  for (const [i, action] of ACTIONS.entries()) {
    for (const rangee of lignesDuPlan(action))
      lignes.push([
        cellule(/^\d+$/.test(action.numero) ? Number(action.numero) : action.numero, {
          ...TEXTE,
          horizontal: 'center',
        }),
        cellule(action.engagement, TEXTE),
        cellule(action.objectif, TEXTE),
        cellule(action.intitule, TEXTE),
        cellule(rangee.exercice, { ...TEXTE, horizontal: 'center' }),
        montantImprime(rangee.budget?.part_etat),
        montantImprime(rangee.budget?.part_departement),
        montantImprime(rangee.depenses?.flechees),
        montantImprime(rangee.depenses?.engagees),
        montantImprime(rangee.depenses?.executees),
        cellule(rangee.observations || null, TEXTE),
      ])
    if (ACTIONS[i + 1]?.engagement === action.engagement) continue
    const libelle = `Sous-total ${nomCourt(action.engagement)}`
    lignes.push(ligneDeTotal(lignes, libelle, COLONNES.length, COLONNES_MONTANT, debutBloc, lignes.length))
    debutBloc = lignes.length + 1
  }
  lignes.push(
    ligneDeTotal(lignes, 'TOTAL GÉNÉRAL', COLONNES.length, COLONNES_MONTANT, premiere, lignes.length),
  )
  return {
    nom: "Plan d'action",
    lignes,
    largeurs: [7, 26, 34, 38, 13, 22, 22, 22, 22, 22, 34],
    fusions: ['A1:K1', 'A2:K2', 'A3:K3', 'A4:K4'],
    figes: { lignes: LIGNE_ENTETE, colonnes: 1 },
    impression: { titres: `${String(LIGNE_ENTETE)}:${String(LIGNE_ENTETE)}` },
  }
}

/** A cell of an indicator table: a count becomes a number, anything else stays as printed. */
function indicateur(texte: string, entete: boolean): ValeurDecrite {
  const style = entete ? ENTETE : TEXTE
  const lu = figure(texte)
  if (!lu || texte.includes('€') || lu.centimes) return cellule(texte || null, style)
  const format = texte.includes(' ') ? '#,##0' : '0'
  return { valeur: lu.valeur, format, style: entete ? ENTETE : NOMBRE }
}

function feuilleIndicateurs(): FeuilleDecrite {
  const lignes: ValeurDecrite[][] = [
    [cellule('Indicateurs par action', TITRE)],
    [cellule("Source : rapport global d'exécution du CDPPE 2020-2022, tels qu'imprimés", SOUS_TITRE)],
    [],
  ]
  for (const action of ACTIONS) {
    if (action.indicateurs.length === 0) continue
    lignes.push([cellule(`Action ${action.numero} : ${action.intitule}`, SECTION)])
    for (const tableau of action.indicateurs) {
      for (const [i, ligne] of tableau.entries()) {
        const entete =
          i === 0 && /^(?:indicateurs?|nom de la mesure|motif d'intervention)?$/i.test(ligne[0] ?? '')
        lignes.push(ligne.map((texte) => indicateur(texte, entete)))
      }
      lignes.push([])
    }
  }
  return {
    nom: 'Indicateurs',
    lignes,
    largeurs: [60, 18, 18, 18, 18, 18, 18, 18],
    figes: { lignes: 2, colonnes: 1 },
    impression: {},
  }
}

function feuilleSynthese(): FeuilleDecrite {
  const t = donnees.totaux_imprimes
  const totaux: [string, string][] = [
    ['FIR', t.FIR],
    ['Programme 304', t.P304],
    ['Versé au Département', t.verse_au_departement],
    ['ONDAM', t.ONDAM],
    ['Total', t.total],
  ]
  return {
    nom: 'Synthèse',
    lignes: [
      [cellule('Synthèse 2020-2022', TITRE)],
      [cellule("Totaux tels qu'imprimés dans le rapport global d'exécution", SOUS_TITRE)],
      [],
      [cellule('Enveloppe', ENTETE), cellule('Total imprimé', ENTETE)],
      ...totaux.map(([nom, montant]) => [cellule(nom, TEXTE), montantImprime(montant)]),
      [],
      [cellule('Annexe 1 : ONDAM 2020', SECTION)],
      ...donnees.annexe_1_ONDAM_2020.map((ligne) => ligne.map((texte) => montantImprime(texte))),
    ],
    largeurs: [44, 22, 24, 20, 24, 20],
    figes: { lignes: 4, colonnes: 0 },
    impression: {},
  }
}

/** The workbook's sheets. */
export function feuillesPasDeCalais(): FeuilleDecrite[] {
  return [feuillePlan(), feuilleIndicateurs(), feuilleSynthese()]
}

/** The workbook's bytes; the same on every run. */
export function classeurPasDeCalais(): Promise<Uint8Array> {
  return fabriquerClasseur(feuillesPasDeCalais(), {
    titre: 'CDPPE 2020-2022, Pas-de-Calais',
    auteur: 'Direction des finances',
  })
}
