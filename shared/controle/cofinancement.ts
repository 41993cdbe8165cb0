import type { ReferenceCellule } from '../classeur/adresse.ts'
import { financementsComptes } from '../plan/comptes.ts'
import type { Financement, PlanAction } from '../plan/plan.ts'
import { enveloppesAdmises, objectifDe } from '../referentiel/decider.ts'
import type { Referentiel } from '../referentiel/referentiel.ts'
import type { CofinancementObjectif } from './rapport.ts'

/**
 * Is this part of the State paid to the department? « Ceux qui lui sont versés » is read as the department's:
 * the ONDAM, paid to the establishments, stays out. A « Part État » without enveloppe stays out only where
 * the ONDAM alone may pay for the objectif.
 */
function verseAuDepartement(referentiel: Referentiel, objectif: number, f: Financement): boolean {
  if (f.enveloppe !== null) return f.enveloppe !== 'ONDAM'
  const admises = enveloppesAdmises(referentiel, objectif)
  return !(admises.length === 1 && admises[0] === 'ONDAM')
}

/** Co-financing of each objectif that the plan serves, over the contract's duration, in the order of the numbers. */
export function cofinancements(plan: PlanAction, referentiel: Referentiel): CofinancementObjectif[] {
  const parObjectif = new Map<number, CofinancementObjectif>()
  for (const action of plan.actions) {
    if (action.objectif === null) continue
    const numero = action.objectif
    let bilan = parObjectif.get(numero)
    if (!bilan) {
      bilan = {
        objectif: numero,
        titre: objectifDe(referentiel, numero)?.titre ?? action.objectifsLus[0]?.texte ?? '',
        etat: 0,
        departement: 0,
        manque: 0,
        illisibles: [],
        cellules: [],
      }
      parObjectif.set(numero, bilan)
    }
    for (const f of financementsComptes(action)) {
      if (f.prevu === null) continue
      const compte =
        f.financeur === 'Departement' ||
        (f.financeur === 'Etat' && verseAuDepartement(referentiel, numero, f))
      if (!compte) continue
      ajouterCellule(bilan.cellules, f.prevu.cellule)
      if (f.prevu.centimes === null) ajouterCellule(bilan.illisibles, f.prevu.cellule)
      else if (f.financeur === 'Departement') bilan.departement += f.prevu.centimes
      else bilan.etat += f.prevu.centimes
    }
    bilan.manque = Math.max(0, bilan.etat - bilan.departement)
  }
  return [...parObjectif.values()].sort((a, b) => a.objectif - b.objectif)
}

function ajouterCellule(cellules: ReferenceCellule[], cellule: ReferenceCellule): void {
  if (!cellules.includes(cellule)) cellules.push(cellule)
}
