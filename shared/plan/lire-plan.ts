import { reference } from '../classeur/adresse.ts'
import { celluleEn, type Classeur } from '../classeur/classeur.ts'
import type { TableReconnue } from '../classeur/comprehension.ts'
import { vueEntre } from '../classeur/cote-a-cote.ts'
import { ROLES_MONTANT } from '../classeur/entetes.ts'
import { intertitre } from '../classeur/intertitre.ts'
import { commenceParDont } from '../classeur/lignes-de-detail.ts'
import { titreChiffre } from '../classeur/lignes-total.ts'
import { texteCellule } from '../classeur/texte-cellule.ts'
import { aplatir, normaliser } from '../classeur/texte.ts'
import { lireObjectifOuTitre } from '../referentiel/titres.ts'
import { lireFinancements, type TitresDeLigne } from './financements-de-ligne.ts'
import { lireIntertitreDeTable } from './intertitres.ts'
import { lireNumero } from './numero.ts'
import { objectifsDeGroupe } from './objectifs-de-groupe.ts'
import type { Action, Financement, PlanAction, TexteLu } from './plan.ts'
import { objectifLu, texteLu, type Source } from './textes-de-ligne.ts'

/** From the tables that were recognised to the plan d'action: rows to actions. */

/** What a row inherits from the rows above it. */
interface Courant extends TitresDeLigne {
  numero: string
  intitule: string
  engagement: TexteLu | null
  objectif: TexteLu | null
  /** The heading between the rows that names an objectif for all the actions under it. */
  titreObjectif: TexteLu | null
  cellules: string[]
}

/** The words of a row's columns that have no role. */
function textesLibres({ feuille, table }: Source, ligne: number): TexteLu[] {
  const textes: TexteLu[] = []
  for (const c of table.colonnes) {
    const v = c.role === null ? celluleEn(feuille, ligne, c.colonne)?.valeur : undefined
    if (typeof v === 'string' && v.trim() !== '')
      textes.push({ texte: aplatir(v), cellule: reference(feuille.nom, ligne, c.colonne) })
  }
  return textes
}

/** Reads the plan d'action of the recognised tables. */
export function lirePlan(classeur: Classeur, tables: readonly TableReconnue[]): PlanAction {
  const actions = new Map<string, Action>()
  const exercices = new Set<number>()
  for (const table of tables) {
    const feuille = classeur.feuilles.find((f) => f.nom === table.feuille)
    if (!feuille) continue
    lireTable({ feuille: vueEntre(feuille, table.bornes), table, date1904: classeur.date1904 }, actions)
  }
  for (const a of actions.values()) a.financements = sansTotauxDates(a.financements)
  for (const a of actions.values())
    for (const f of a.financements) if (f.exercice !== null) exercices.add(f.exercice)
  return { actions: [...actions.values()], exercices: [...exercices].sort((a, b) => a - b) }
}

/** A row « Total » of an action repeats its dated rows; where it stands alone it is the action's amount. */
function sansTotauxDates(financements: Financement[]): Financement[] {
  const repete = (f: Financement) =>
    f.exercice === null &&
    f.prevu !== null &&
    /^(sous-?)?total/.test(normaliser(f.periode?.texte ?? '')) &&
    financements.some(
      (g) =>
        g.exercice !== null &&
        g.financeur === f.financeur &&
        g.enveloppe === f.enveloppe &&
        g.prevu !== null &&
        g.prevu.centimes !== null,
    )
  return financements.filter((f) => !repete(f))
}

/** « 1 | Périnatalité | Objectif 1 », over « 1.1 » and « 1.2 »: a heading, where « Total | Objectif 1 » ends what it names. */
const porteUnCode = (source: Source, ligne: number): boolean =>
  /^\d/.test(texteLu(source, ligne, 'numero')?.texte ?? '')

const aDesMontants = ({ feuille, table }: Source, ligne: number): boolean =>
  table.colonnes.some(
    ({ role, colonne }) =>
      role !== null &&
      ROLES_MONTANT.has(role) &&
      texteCellule(celluleEn(feuille, ligne, colonne)).trim() !== '',
  )

function lireTable(source: Source, actions: Map<string, Action>): void {
  const { feuille, table } = source
  const totaux = new Set(table.lignesTotal)
  const notes = new Set(table.lignesNote)
  const details = new Set(table.lignesDetail)
  const aNumero = table.colonnes.some((c) => c.role === 'numero')
  const intitules = table.colonnes.find((c) => c.role === 'intitule')?.colonne
  let courant: Courant = {
    numero: '',
    intitule: '',
    engagement: null,
    objectif: null,
    titreObjectif: table.objectif && {
      texte: aplatir(table.objectif.texte),
      cellule: reference(feuille.nom, table.objectif.ligne, table.objectif.colonne),
    },
    titreExercice: null,
    titreEnveloppe: table.enveloppe,
    cellules: [],
  }
  const corps = [...feuille.lignes.keys()].filter(
    (l) => l > table.derniereLigneEntete && l <= table.plage.derniereLigne,
  )
  const deGroupe = objectifsDeGroupe(feuille, corps, totaux, (l) => objectifLu(source, l))
  for (const ligne of corps) {
    if (totaux.has(ligne)) {
      const titre = titreChiffre(feuille, ligne, table.colonnes)
      const titreObjectif = titre
        ? { texte: aplatir(titre.texte), cellule: reference(feuille.nom, ligne, titre.colonne) }
        : porteUnCode(source, ligne)
          ? texteLu(source, ligne, 'objectif')
          : null
      if (titreObjectif) courant = { ...courant, numero: '', titreObjectif }
      continue
    }
    const enDetail = details.has(ligne)
    if (notes.has(ligne) || (enDetail && commenceParDont(feuille, ligne, table.colonnes))) continue
    const titre = intertitre(feuille, ligne)
    if (titre !== null) {
      const colonne = [...feuille.lignes.get(ligne)!.keys()][0]!
      const lu = { texte: aplatir(titre), cellule: reference(feuille.nom, ligne, colonne) }
      const dit = lireIntertitreDeTable(titre, colonne === intitules)
      if (dit?.genre === 'engagement')
        courant = { ...courant, engagement: lu, numero: '', objectif: null, titreObjectif: null }
      else if (dit?.genre === 'objectif') courant = { ...courant, titreObjectif: lu, numero: '' }
      else if (dit)
        courant = {
          ...courant,
          numero: '',
          titreExercice: dit.exercice === null ? courant.titreExercice : { exercice: dit.exercice, lu },
          titreEnveloppe: dit.enveloppe ?? courant.titreEnveloppe,
        }
      continue
    }
    const enTete = titreChiffre(feuille, ligne, table.colonnes)
    if (enTete && !aDesMontants(source, ligne)) {
      const lu = { texte: aplatir(enTete.texte), cellule: reference(feuille.nom, ligne, enTete.colonne) }
      courant = { ...courant, numero: '', titreObjectif: lu }
      continue
    }
    const numero = texteLu(source, ligne, 'numero')
    const intitule = texteLu(source, ligne, 'intitule')
    const engagement = texteLu(source, ligne, 'engagement') ?? courant.engagement
    const n = numero
      ? lireNumero(numero.texte)
      : aNumero
        ? courant.numero
        : (intitule?.texte ?? courant.numero)
    // A blank objectif goes on with the action's, never with that of another action.
    const objectif =
      objectifLu(source, ligne) ??
      deGroupe.get(ligne) ??
      (n === courant.numero ? courant.objectif : null) ??
      courant.titreObjectif
    const financements = enDetail ? [] : lireFinancements(source, ligne, objectif?.cellule ?? null, courant)
    if (!numero && !intitule && financements.length === 0) continue
    // A note under the table: words, no number, no amount.
    if (aNumero && !numero && financements.length === 0) continue
    if (n === '' && financements.length === 0) continue
    courant = {
      ...courant,
      numero: n,
      intitule: intitule?.texte ?? (n === courant.numero ? courant.intitule : ''),
      engagement,
      objectif,
      cellules: [numero?.cellule, intitule?.cellule].filter((c) => c !== undefined),
    }
    ajouter(actions, courant, financements, textesLibres(source, ligne))
  }
}

/** Adds a row to its action. One number under two objectifs makes two actions: the financements of each are judged by its own objectif. */
function ajouter(
  actions: Map<string, Action>,
  c: Courant,
  financements: Financement[],
  textes: TexteLu[],
): void {
  const objectif = c.objectif ? lireObjectifOuTitre(c.objectif.texte) : null
  const cle = `${c.numero}|${objectif ?? normaliser(c.objectif?.texte ?? '')}`
  let action = actions.get(cle)
  if (!action) {
    action = {
      numero: c.numero,
      intitule: c.intitule,
      engagement: c.engagement,
      objectifsLus: [],
      objectif,
      financements: [],
      textes: [],
      cellules: [],
    }
    actions.set(cle, action)
  }
  if (c.objectif && !action.objectifsLus.some((o) => o.cellule === c.objectif!.cellule))
    action.objectifsLus.push(c.objectif)
  for (const cellule of c.cellules) if (!action.cellules.includes(cellule)) action.cellules.push(cellule)
  action.financements.push(...financements)
  action.textes.push(...textes)
}
