import { celluleEn, type Feuille } from '../classeur/classeur.ts'
import type { ColonneReconnue, RoleColonne, TableReconnue } from '../classeur/comprehension.ts'
import { texteCellule } from '../classeur/texte-cellule.ts'
import { normaliser } from '../classeur/texte.ts'
import { lireEnveloppe } from '../referentiel/lire.ts'
import type { Enveloppe } from '../referentiel/referentiel.ts'
import { estCroix } from './croix.ts'
import { lireExercice } from './exercice.ts'
import { lireMontantCellule } from './montant-de-cellule.ts'
import type { Financement, Financeur, MontantLu, TexteLu } from './plan.ts'
import { lireRepartition, nommeUnFinanceur, QUI, type PartLue } from './repartition.ts'
import { texteEn, texteLu, type Source } from './textes-de-ligne.ts'

/** From the columns of a row to its financements, each value with its cell. */

/** What the headings between the rows say of the rows under them. */
export interface TitresDeLigne {
  titreExercice: { exercice: number; lu: TexteLu } | null
  titreEnveloppe: Enveloppe | null
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
export function lireFinancements(
  source: Source,
  ligne: number,
  celluleObjectif: string | null,
  titres: TitresDeLigne,
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

const anneeDuTitre = (
  periode: TexteLu,
  { titreExercice }: Pick<TitresDeLigne, 'titreExercice'>,
): number | null => (titreExercice?.lu === periode ? titreExercice.exercice : null)

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
