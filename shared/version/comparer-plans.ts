import type { ReferenceCellule } from '../classeur/adresse.ts'
import type { Classeur } from '../classeur/classeur.ts'
import { comprendre } from '../classeur/comprendre.ts'
import { aplatir } from '../classeur/texte.ts'
import { planDe } from '../controle/controler.ts'
import { formatEuros } from '../montant/format.ts'
import { financementsComptes } from '../plan/comptes.ts'
import type { Action, Financement, PlanAction } from '../plan/plan.ts'
import { fongibiliteDe } from '../referentiel/fongibilite.ts'
import type { Reference } from '../referentiel/reference.ts'
import { exerciceParDefaut, referentielDe, REFERENTIELS } from '../referentiel/registre.ts'

/** What changed between two workbooks, in the words of the plan d'action. */

export type NatureChangement = 'action-ajoutee' | 'action-retiree' | 'objectif' | 'intitule' | 'montant'

export interface ChangementPlan {
  nature: NatureChangement
  /** The action's number, or its title where the plan has none. */
  action: string
  /** « Action 12 : Part État 2022 de 82 500 € à 0 €. » */
  phrase: string
  /** In the workbook of after; in that of before for what is no longer there. */
  cellules: ReferenceCellule[]
  /** The text that asks something of the change: an added action needs an avenant (FON-04). */
  reference: Reference | null
}

/** The changes from one plan to the other, in the order of the actions; null where one of the workbooks has no plan. */
export function comparerPlans(avant: Classeur, apres: Classeur): ChangementPlan[] | null {
  const [a, b] = [planDe(avant, comprendre(avant)), planDe(apres, comprendre(apres))]
  if (!a || !b) return null
  const [anciennes, nouvelles] = [parNumero(a), parNumero(b)]
  const avenant = avenantDe(b)
  return [
    ...[...nouvelles].flatMap(([numero, actions]) => {
      const anterieures = anciennes.get(numero)
      return anterieures ? comparerAction(numero, anterieures, actions) : [ajoutee(numero, actions, avenant)]
    }),
    ...[...anciennes].filter(([n]) => !nouvelles.has(n)).map(([n, actions]) => retiree(n, actions)),
  ]
}

/** One number may stand under several objectifs: its actions go together. */
function parNumero({ actions }: PlanAction): Map<string, Action[]> {
  const par = new Map<string, Action[]>()
  for (const a of actions) {
    const cle = a.numero === '' ? a.intitule : a.numero
    par.set(cle, [...(par.get(cle) ?? []), a])
  }
  return par
}

/** FON-04 of the référentiel of the plan's last exercice, where its texts write it. */
function avenantDe({ exercices }: PlanAction): Reference | null {
  const referentiel = referentielDe(exercices.at(-1) ?? exerciceParDefaut(REFERENTIELS), REFERENTIELS)
  return referentiel ? (fongibiliteDe(referentiel.id)?.avenant ?? null) : null
}

const nommer = (numero: string, [premiere]: readonly Action[]) =>
  premiere && premiere.intitule !== '' && premiere.intitule !== numero
    ? `Action ${numero} (« ${premiere.intitule} »)`
    : `Action ${numero}`

function ajoutee(numero: string, actions: readonly Action[], avenant: Reference | null): ChangementPlan {
  const suite = avenant
    ? `un avenant est nécessaire (${avenant.texte}, ${avenant.article}).`
    : 'vérifiez avec vos signataires si un avenant est nécessaire.'
  return {
    nature: 'action-ajoutee',
    action: numero,
    phrase: `${nommer(numero, actions)} ajoutée : ${suite}`,
    cellules: actions.flatMap((a) => a.cellules),
    reference: avenant,
  }
}

function retiree(numero: string, actions: readonly Action[]): ChangementPlan {
  return {
    nature: 'action-retiree',
    action: numero,
    phrase: `${nommer(numero, actions)} : elle n’est plus dans le plan.`,
    cellules: actions.flatMap((a) => a.cellules),
    reference: null,
  }
}

function comparerAction(
  numero: string,
  avant: readonly Action[],
  apres: readonly Action[],
): ChangementPlan[] {
  const changements: ChangementPlan[] = []
  const changement = (nature: NatureChangement, phrase: string, cellules: ReferenceCellule[]) =>
    changements.push({
      nature,
      action: numero,
      phrase: `Action ${numero} : ${phrase}`,
      cellules,
      reference: null,
    })
  const objectifs = (actions: readonly Action[]) => actions.map((a) => a.objectif ?? 'non lu').join(', ')
  if (objectifs(avant) !== objectifs(apres))
    changement(
      'objectif',
      `objectif ${objectifs(avant)} devenu ${objectifs(apres)}.`,
      apres.flatMap((a) => a.objectifsLus.map((o) => o.cellule)),
    )
  const [titreAvant, titreApres] = [avant, apres].map((x) => aplatir(x[0]?.intitule ?? ''))
  if (titreAvant !== titreApres)
    changement(
      'intitule',
      `intitulé « ${titreAvant!} » devenu « ${titreApres!} ».`,
      apres.flatMap((a) => a.cellules),
    )
  const [sommesAvant, sommesApres] = [sommes(avant), sommes(apres)]
  for (const cle of new Set([...sommesAvant.keys(), ...sommesApres.keys()])) {
    const [x, y] = [sommesAvant.get(cle), sommesApres.get(cle)]
    const [de, a] = [direSomme(x), direSomme(y)]
    if (de !== a) changement('montant', `${cle} de ${de} à ${a}.`, y?.cellules ?? x?.cellules ?? [])
  }
  return changements
}

interface Somme {
  centimes: number
  illisibles: string[]
  cellules: ReferenceCellule[]
}

/** Amounts by « Part État (FIR) 2022 », « Dépenses engagées 2022 ». */
function sommes(actions: readonly Action[]): Map<string, Somme> {
  const par = new Map<string, Somme>()
  const compter = (quoi: string, f: Financement, montant: Financement['prevu']) => {
    if (!montant) return
    const cle = `${quoi} ${f.exercice === null ? 'sur la durée du contrat' : String(f.exercice)}`
    const s = par.get(cle) ?? { centimes: 0, illisibles: [], cellules: [] }
    if (montant.centimes === null) s.illisibles.push(montant.texte)
    s.centimes += montant.centimes ?? 0
    s.cellules.push(montant.cellule)
    par.set(cle, s)
  }
  for (const action of actions) {
    for (const f of financementsComptes(action)) compter(part(f), f, f.prevu)
    for (const f of action.financements) {
      compter('Dépenses fléchées', f, f.fleche)
      compter('Dépenses engagées', f, f.engage)
      compter('Dépenses exécutées', f, f.execute)
    }
  }
  return par
}

function part({ financeur, enveloppe }: Financement): string {
  if (financeur === 'Etat') return enveloppe === null ? 'Part État' : `Part État (${NOMS[enveloppe]})`
  return financeur === 'Departement' ? 'Part Département' : 'Part des autres financeurs'
}

const NOMS = { FIR: 'FIR', P304: 'programme 304', ONDAM: 'ONDAM' }

/** « 82 500 € », « 0 € » where nothing stands, the words of what cannot be read. */
function direSomme(s: Somme | undefined): string {
  if (!s) return formatEuros(0)
  const textes = s.illisibles.map((t) => `« ${t} »`)
  return [...(s.centimes !== 0 || textes.length === 0 ? [formatEuros(s.centimes)] : []), ...textes].join(
    ' et ',
  )
}
