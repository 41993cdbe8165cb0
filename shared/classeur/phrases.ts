import type { PlanAction } from '../plan/plan.ts'
import { adresse, decouperReference, lettresDeColonne } from './adresse.ts'
import type { Classeur } from './classeur.ts'
import type { ColonneReconnue, Comprehension, FeuilleEcartee, TableReconnue } from './comprehension.ts'
import { accorder, enumerer } from './texte.ts'

/** What was understood of the workbook, in sentences for the officer, before anything is judged. */
export function direComprehension(classeur: Classeur, c: Comprehension, plan: PlanAction): string[] {
  const compte = ` : ${accorder(plan.actions.length, 'action')}, ${accorder(plan.exercices.length, 'exercice')}${plan.exercices.length > 0 ? ` (${enumerer(plan.exercices)})` : ''}`
  return [
    ...c.changements,
    ...c.tables.flatMap((table, i) => direTable(classeur, table, i > 0 ? '' : compte)),
    ...direFiches(c, compte),
    ...direObjectifsAilleurs(c, plan),
    ...direRedites(c.ecartees),
    ...direSyntheses(c.ecartees),
    ...direIgnorees(c),
  ]
}

const nommer = (c: ColonneReconnue) => `« ${c.entete} » (colonne ${lettresDeColonne(c.colonne)})`

function direTable(classeur: Classeur, table: TableReconnue, compte: string): string[] {
  const { feuille, plage, colonnes, lignesTotal, lignesNote } = table
  const reconnues = colonnes.filter((x) => x.role !== null)
  const autres = colonnes.filter((x) => x.role === null)
  const voisin = table.bornes
    ? `, colonnes ${lettresDeColonne(plage.colonne)} à ${lettresDeColonne(plage.derniereColonne)}`
    : ''
  const phrases = [
    `Plan d’action reconnu dans « ${feuille} », lignes ${plage.ligne + 1} à ${plage.derniereLigne + 1}${voisin}${compte}.`,
    `${accorder(reconnues.length, 'colonne reconnue', 'colonnes reconnues')} sur ${colonnes.length}.` +
      (autres.length === 0
        ? ''
        : ` ${enumerer(autres.map(nommer))} ${autres.length < 2 ? 'n’est pas utilisée' : 'ne sont pas utilisées'}.`),
  ]
  const { objectif } = table
  if (objectif && !colonnes.some((x) => x.role === 'objectif'))
    phrases.push(
      objectif.texte === feuille
        ? `L’objectif de ses actions est lu dans le nom de la feuille.`
        : `L’objectif de ses actions est lu dans « ${objectif.texte.trim()} » (${adresse(objectif.ligne, objectif.colonne)}).`,
    )
  if (lignesTotal.length > 0)
    phrases.push(
      `${accorder(lignesTotal.length, 'ligne de total ou de sous-total mise', 'lignes de total ou de sous-total mises')} de côté (${enumerer(lignesTotal.map((l) => l + 1))}).`,
    )
  const { lignesDetail } = table
  if (lignesDetail.length > 0)
    phrases.push(
      `${accorder(lignesDetail.length, 'ligne détaille celle du dessus ou dit ce qui en est réalisé', 'lignes détaillent celles du dessus ou disent ce qui en est réalisé')} (${enumerer(lignesDetail.map((l) => l + 1))}) : leurs montants ne s’y ajoutent pas.`,
    )
  if (lignesNote.length > 0)
    phrases.push(
      `${accorder(lignesNote.length, 'ligne de texte ou placée sous le total n’est pas lue comme une action', 'lignes de texte ou placées sous le total ne sont pas lues comme des actions')} (${enumerer(lignesNote.map((l) => l + 1))}).`,
    )
  phrases.push(...direDoutes(colonnes))
  const kilo = colonnes.filter((x) => x.unite !== 1)
  if (kilo.length > 0)
    phrases.push(
      `Montants lus en ${kilo[0]!.unite === 1000 ? 'milliers' : 'millions'} d’euros, d’après les en-têtes.`,
    )
  const masquees = classeur.feuilles.find((f) => f.nom === feuille)?.lignesMasquees ?? new Set<number>()
  const lues = [...masquees].filter((l) => l > table.derniereLigneEntete && l <= plage.derniereLigne)
  if (lues.length > 0)
    phrases.push(
      `${accorder(lues.length, 'ligne masquée est lue', 'lignes masquées sont lues')} comme les autres.`,
    )
  return phrases
}

/** The columns that she is asked about, those of one doubt together. */
export function direDoutes(colonnes: readonly ColonneReconnue[]): string[] {
  const parDoute = new Map<string, ColonneReconnue[]>()
  for (const c of colonnes)
    if (c.surete === 'a-confirmer' && c.doute !== null)
      parDoute.set(c.doute, [...(parDoute.get(c.doute) ?? []), c])
  return [...parDoute].map(
    ([doute, liste]) =>
      `${liste.length < 2 ? 'Une colonne' : `${liste.length} colonnes`} à confirmer : ${enumerer(liste.map(nommer))} — ${doute}.`,
  )
}

/** Sheets that are not the plan's and say the objectif of its actions. */
export function feuillesDesObjectifs(
  { tables, fiches }: Comprehension,
  plan: PlanAction,
): Map<string, number> {
  const lues = new Set([...tables, ...fiches].map((t) => t.feuille))
  const parFeuille = new Map<string, number>()
  for (const { objectifsLus } of plan.actions) {
    const feuille = objectifsLus[0] && decouperReference(objectifsLus[0].cellule).feuille
    if (feuille !== undefined && !lues.has(feuille))
      parFeuille.set(feuille, (parFeuille.get(feuille) ?? 0) + 1)
  }
  return parFeuille
}

/** More are counted, not named. */
const FEUILLES_NOMMEES = 3

function direObjectifsAilleurs(c: Comprehension, plan: PlanAction): string[] {
  const parFeuille = feuillesDesObjectifs(c, plan)
  if (parFeuille.size === 0) return []
  const actions = [...parFeuille.values()].reduce((s, n) => s + n, 0)
  const ou =
    parFeuille.size > FEUILLES_NOMMEES
      ? `${parFeuille.size} autres feuilles`
      : enumerer([...parFeuille.keys()].map((f) => `« ${f} »`))
  return [
    `L’objectif de ${accorder(actions, 'action')} est lu dans ${ou}, d’après ${actions > 1 ? 'leur' : 'son'} numéro.`,
  ]
}

function direFiches({ fiches }: Comprehension, compte: string): string[] {
  if (fiches.length === 0) return []
  return [
    `Aucun tableau : le plan d’action est lu dans ${accorder(fiches.length, 'fiche action', 'fiches action')}${compte}.`,
  ]
}

/** The reading that was kept where sheets say the same plan twice; the sheets that it stands for, together. */
function direRedites(ecartees: readonly FeuilleEcartee[]): string[] {
  const phrases = new Map<string, FeuilleEcartee[]>()
  const cedees = new Map(ecartees.flatMap((e) => (e.plage === null ? [[e.feuille, e.auProfitDe]] : [])))
  // V1 gave way to V2 and V2 to V3: V3 is what is read.
  const lue = (feuille: string): string => {
    let derniere = feuille
    for (let rang = 0; rang < ecartees.length; rang++) derniere = cedees.get(derniere) ?? derniere
    return derniere
  }
  for (const ecartee of ecartees) {
    if (ecartee.auProfitDe === null) continue
    const e = { ...ecartee, auProfitDe: lue(ecartee.auProfitDe) }
    const cle = JSON.stringify([e.auProfitDe, e.raison, e.plage === null ? null : e.feuille])
    phrases.set(cle, [...(phrases.get(cle) ?? []), e])
  }
  return [...phrases.values()].map(direRedite)
}

function direRedite(ecartees: readonly FeuilleEcartee[]): string {
  const [{ feuille, raison, auProfitDe, plage }] = ecartees as [FeuilleEcartee]
  const plusieurs = ecartees.length > 1
  const debuts = ecartees.flatMap(({ plage: p }) => (p === null ? [] : [adresse(p.ligne, p.colonne)]))
  const quoi =
    plage === null
      ? enumerer(ecartees.map((e) => `« ${e.feuille} »`))
      : plusieurs
        ? `Les tableaux de « ${feuille} » qui commencent en ${enumerer(debuts)}`
        : `Le tableau de « ${feuille} » qui commence en ${enumerer(debuts)}`
  const pourquoi =
    raison === 'recapitulation'
      ? `récapitule${plusieurs ? 'nt' : ''} les mêmes montants`
      : `${plusieurs ? 'répètent' : 'répète'} les mêmes actions, exercices et financeurs`
  const accord = `${plage === null ? 'e' : ''}${plusieurs ? 's' : ''}`
  return `Lecture retenue : « ${auProfitDe!} ». ${quoi} ${pourquoi} et ${plusieurs ? 'ne sont' : 'n’est'} pas additionné${accord}.`
}

/** The tables by objectif that stand on a sheet of the plan. */
function direSyntheses(ecartees: readonly FeuilleEcartee[]): string[] {
  return ecartees.flatMap(({ feuille, raison, plage }) =>
    raison === 'synthese' && plage !== null
      ? [
          `Le tableau de « ${feuille} » qui commence en ${adresse(plage.ligne, plage.colonne)} ne nomme aucune action : il n’est pas additionné.`,
        ]
      : [],
  )
}

function direIgnorees({ ecartees, feuillesIgnorees }: Comprehension): string[] {
  const dites = new Set(
    ecartees.filter((e) => e.auProfitDe !== null && e.plage === null).map((e) => e.feuille),
  )
  const noms = feuillesIgnorees.filter((f) => !dites.has(f)).map((f) => `« ${f} »`)
  if (noms.length === 0) return []
  return [`${noms.length < 2 ? 'Feuille non utilisée' : 'Feuilles non utilisées'} : ${enumerer(noms)}.`]
}
