import { reference } from '../classeur/adresse.ts'
import { celluleEn, celluleVue, type Cellule, type Classeur, type Feuille } from '../classeur/classeur.ts'
import type { ColonneReconnue, RoleColonne, TableReconnue } from '../classeur/comprehension.ts'
import { ROLES_MONTANT } from '../classeur/entetes.ts'
import { formatDate } from '../classeur/format-date.ts'
import { commenceParDont } from '../classeur/lignes-de-detail.ts'
import { titreChiffre } from '../classeur/lignes-total.ts'
import { vueEntre } from '../classeur/cote-a-cote.ts'
import { intertitre } from '../classeur/intertitre.ts'
import { texteCellule } from '../classeur/texte-cellule.ts'
import { aplatir, enumerer, normaliser } from '../classeur/texte.ts'
import { lireMontant, lireNombre } from '../montant/lire-montant.ts'
import { dateDeSerie } from '../referentiel/date-civile.ts'
import { lireEnveloppe } from '../referentiel/lire.ts'
import { lireExercice } from './exercice.ts'
import type { Enveloppe } from '../referentiel/referentiel.ts'
import { lireObjectifOuTitre } from '../referentiel/titres.ts'
import { estCroix } from './croix.ts'
import { lireIntertitreDeTable } from './intertitres.ts'
import { lireNumero } from './numero.ts'
import { objectifsDeGroupe } from './objectifs-de-groupe.ts'
import { lireRepartition, nommeUnFinanceur, QUI, type PartLue } from './repartition.ts'
import type { Action, Financement, Financeur, MontantLu, PlanAction, TexteLu } from './plan.ts'

/** From the tables that were recognised to the plan d'action: rows to actions, columns to financements, each value with its cell. */

type Source = { feuille: Feuille; table: TableReconnue; date1904: boolean }

/** What a row inherits from the rows above it. */
interface Courant {
  numero: string
  intitule: string
  engagement: TexteLu | null
  objectif: TexteLu | null
  /** The heading between the rows that names an objectif for all the actions under it. */
  titreObjectif: TexteLu | null
  /** The headings that name the year or the enveloppe of the rows under them. */
  titreExercice: { exercice: number; lu: TexteLu } | null
  titreEnveloppe: Enveloppe | null
  cellules: string[]
}

/** Reads the amount of a cell, null where the cell is blank or says that there is nothing (« - », « / », « néant »). */
export function lireMontantCellule(
  feuille: Feuille,
  ligne: number,
  colonne: Pick<ColonneReconnue, 'colonne' | 'unite'>,
): MontantLu | null {
  const cellule = celluleEn(feuille, ligne, colonne.colonne)
  if (!cellule) return null
  const ou = {
    texte: aplatir(texteCellule(cellule)),
    cellule: reference(feuille.nom, ligne, colonne.colonne),
  }
  const sans = (raison: string): MontantLu => ({
    ...ou,
    centimes: null,
    composantes: [],
    raison,
    reserve: null,
    nature: 'illisible',
  })
  const v = cellule.valeur
  if (v === null)
    return cellule.formule === undefined
      ? null
      : sans('La formule n’a pas de résultat enregistré : recalculez le classeur.')
  if (typeof v === 'number' && formatDate(cellule.format))
    return sans('La cellule contient une date, non un montant.')
  if (typeof v === 'number') return { ...lireNombre(v, colonne.unite), ...ou }
  if (typeof v === 'object') return sans(`La formule rend l’erreur ${v.erreur}.`)
  if (typeof v === 'boolean') return sans(`La cellule contient ${v ? 'VRAI' : 'FAUX'}, non un montant.`)
  const lu = lireMontant(v, colonne.unite)
  if (lu.nature === 'vide' || lu.nature === 'aucun') return null
  const tape = cellule.formule === undefined && colonne.unite === 1
  return { ...lu, ...ou, ...(tape ? { saisi: 'texte' as const } : {}) }
}

function texteLu(source: Source, ligne: number, role: RoleColonne): TexteLu | null {
  const c = source.table.colonnes.find((x) => x.role === role)
  return c ? texteEn(source, ligne, c) : null
}

function texteEn(source: Source, ligne: number, c: ColonneReconnue): TexteLu | null {
  const vue = celluleVue(source.feuille, ligne, c.colonne)
  const texte =
    (c.role === 'exercice' && anneeDeDate(source, vue.cellule)) || aplatir(texteCellule(vue.cellule))
  return texte === '' ? null : { texte, cellule: reference(source.feuille.nom, vue.ligne, c.colonne) }
}

/** The year of a date: an exercice may be a first of January that shows its year alone. null for anything else. */
function anneeDeDate({ date1904 }: Source, cellule: Cellule | undefined): string | null {
  const { valeur, format } = cellule ?? {}
  if (typeof valeur !== 'number' || !formatDate(format)) return null
  return dateDeSerie(valeur, date1904)?.slice(0, 4) ?? null
}

/** The objectif of a row: what its column says, or the column that it ticks; all those that it ticks, which are not one. */
function objectifLu(source: Source, ligne: number): TexteLu | null {
  const colonnes = source.table.colonnes.filter((c) => c.role === 'objectif')
  const lus = colonnes.flatMap((c) => {
    const lu = texteEn(source, ligne, c)
    return lu ? [{ ...lu, coche: estCroix(lu.texte) ? lireObjectifOuTitre(c.entete) : null, c }] : []
  })
  const [premier] = lus
  if (!premier) return null
  const { coche, c, cellule } = premier
  if (coche === null) return { texte: premier.texte, cellule }
  const numeros = lus.flatMap((l) => l.coche ?? [])
  return { texte: numeros.length > 1 ? `Objectifs ${enumerer(numeros)}` : c.entete, cellule }
}

/** Who a « financeur » or « enveloppe » cell names. */
function lireFinanceur(texte: string): Financeur {
  const t = normaliser(texte)
  if (lireEnveloppe(texte) !== null || /\betat\b|\bars\b|prefecture|\bprefet\b/.test(t)) return 'Etat'
  if (/departement|\bcd ?(\d{2,3}|2[ab])?\b|\bd(e)?pts?\b|fonds propres/.test(t)) return 'Departement'
  return 'Autre'
}

const COLONNES_FINANCEURS: readonly RoleColonne[] = [
  'etat',
  'FIR',
  'P304',
  'ONDAM',
  'departement',
  'autres',
  'montant',
]

/** The financements of one row. */
function lireFinancements(
  source: Source,
  ligne: number,
  celluleObjectif: string | null,
  titres: Pick<Courant, 'titreExercice' | 'titreEnveloppe'>,
): Financement[] {
  const { feuille, table } = source
  const periode = texteLu(source, ligne, 'exercice') ?? titres.titreExercice?.lu ?? null
  const exerciceLigne = periode ? (lireExercice(periode.texte) ?? anneeDuTitre(periode, titres)) : null
  const dite = enveloppeCochee(source, ligne) ?? titres.titreEnveloppe
  const enveloppeLue = texteLu(source, ligne, 'enveloppe')
  const financeurs = table.colonnes.filter((c) => c.role === 'financeur')
  const base = { periode, celluleObjectif, fleche: null, engage: null, execute: null }
  const financements: Financement[] = []
  const colonnesLues = table.colonnes.filter((c) => c.role && COLONNES_FINANCEURS.includes(c.role))
  for (const colonne of colonnesLues) {
    const role = colonne.role!
    const prevu = lireMontantCellule(feuille, ligne, colonne)
    const exercice = colonne.exercice ?? exerciceLigne
    const parts = prevu && partsDe(feuille, ligne, colonne)
    if (parts)
      for (const part of parts) {
        const { financeur, enveloppe } = QUI[part.role]!
        const sienne = enveloppe ?? (enveloppeLue ? lireEnveloppe(enveloppeLue.texte) : dite)
        financements.push({
          ...base,
          exercice: part.exercice ?? exercice,
          financeur,
          enveloppe: financeur === 'Etat' ? sienne : null,
          enveloppeLue: financeur === 'Etat' && enveloppe === null ? enveloppeLue : null,
          prevu: { ...part.prevu, cellule: prevu.cellule },
        })
      }
    else if (role === 'montant') {
      // One amount a row: the row's own words say who pays.
      const sien = financeurs.findLast((c) => c.colonne < colonne.colonne) ?? financeurs[0]
      const financeurLu = sien ? texteEn(source, ligne, sien) : null
      if (prevu === null || (table.colonnes.some((c) => c.role === 'etat') && !financeurLu)) continue
      const lu = financeurLu ?? enveloppeLue
      if (lu && /^(sous-?)?total|^ensemble$/.test(normaliser(lu.texte))) continue
      const financeur = lu ? lireFinanceur(lu.texte) : 'Autre'
      const enveloppe = lireEnveloppe(enveloppeLue?.texte) ?? lireEnveloppe(financeurLu?.texte)
      financements.push({
        ...base,
        exercice,
        financeur,
        enveloppe: financeur === 'Etat' ? (enveloppe ?? (enveloppeLue ? null : dite)) : null,
        enveloppeLue: financeur === 'Etat' ? (enveloppeLue ?? (enveloppe ? financeurLu : null)) : null,
        prevu: lu ? prevu : sansRepartitionSure(prevu),
      })
    } else if (role === 'etat') {
      if (prevu === null && enveloppeLue === null) continue
      financements.push({
        ...base,
        exercice,
        financeur: 'Etat',
        enveloppe: enveloppeLue ? lireEnveloppe(enveloppeLue.texte) : dite,
        enveloppeLue,
        prevu,
      })
    } else if (prevu !== null && !estCroixDEnveloppe(table, role, prevu.texte)) {
      const financeur = role === 'departement' ? 'Departement' : role === 'autres' ? 'Autre' : 'Etat'
      const enveloppe = role === 'FIR' || role === 'P304' || role === 'ONDAM' ? role : null
      financements.push({ ...base, exercice, financeur, enveloppe, enveloppeLue: null, prevu })
    }
  }
  return joindreDepenses(source, ligne, financements, base, exerciceLigne)
}

/** Who pays what, where the cell of an amount says both: of all of them, or of the State under « Part État ». */
function partsDe(
  feuille: Feuille,
  ligne: number,
  { role, colonne, unite }: ColonneReconnue,
): PartLue[] | null {
  const valeur = role === 'montant' || role === 'etat' ? celluleEn(feuille, ligne, colonne)?.valeur : null
  const parts = typeof valeur === 'string' ? lireRepartition(valeur, unite) : null
  return parts && (role === 'montant' || parts.every((p) => QUI[p.role]!.financeur === 'Etat')) ? parts : null
}

/** « FIR : à définir / CD : 45 000 € », where nothing else says who pays: the one amount is not to be taken for the row's. */
function sansRepartitionSure(prevu: MontantLu): MontantLu {
  if (prevu.centimes === null || !nommeUnFinanceur(prevu.texte)) return prevu
  return {
    ...prevu,
    centimes: null,
    nature: 'illisible',
    raison:
      'Cette cellule nomme des financeurs sans un montant pour chacun : écrivez « FIR : 40 000 € / Département : 45 000 € », ou une colonne par financeur.',
  }
}

const anneeDuTitre = (periode: TexteLu, { titreExercice }: Pick<Courant, 'titreExercice'>): number | null =>
  titreExercice?.lu === periode ? titreExercice.exercice : null

/** A cross under « FIR » beside a column of amounts of the State: it says which enveloppe pays them. */
function estCroixDEnveloppe({ colonnes }: TableReconnue, role: RoleColonne, texte: string): boolean {
  return (
    (role === 'FIR' || role === 'P304' || role === 'ONDAM') &&
    colonnes.some((c) => c.role === 'etat' || c.role === 'montant') &&
    estCroix(texte)
  )
}

/** The one enveloppe that a row ticks; null where it ticks none, or several. */
function enveloppeCochee({ feuille, table }: Source, ligne: number): Enveloppe | null {
  const cochees = table.colonnes.flatMap(({ role, colonne }) =>
    (role === 'FIR' || role === 'P304' || role === 'ONDAM') &&
    estCroixDEnveloppe(table, role, texteCellule(celluleEn(feuille, ligne, colonne)))
      ? [role]
      : [],
  )
  return cochees.length === 1 ? cochees[0]! : null
}

/** Puts what was spent beside the first funder of the same exercice, or alone where the row holds no funder's part. */
function joindreDepenses(
  { feuille, table }: Source,
  ligne: number,
  financements: Financement[],
  base: Pick<Financement, 'periode' | 'celluleObjectif' | 'fleche' | 'engage' | 'execute'>,
  exerciceLigne: number | null,
): Financement[] {
  for (const role of ['fleche', 'engage', 'execute'] as const)
    for (const colonne of table.colonnes.filter((c) => c.role === role)) {
      const montant = lireMontantCellule(feuille, ligne, colonne)
      if (!montant) continue
      const exercice = colonne.exercice ?? exerciceLigne
      let cible = financements.find((f) => f.exercice === exercice && (f[role] === null || f.prevu === null))
      if (!cible) {
        cible = { ...base, exercice, financeur: null, enveloppe: null, enveloppeLue: null, prevu: null }
        financements.push(cible)
      }
      cible[role] = montant
    }
  return financements
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
