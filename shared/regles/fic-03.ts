import { enumerer } from '../classeur/texte.ts'
import { enveloppesAdmises, NOMS_ENVELOPPES } from '../referentiel/decider.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/**
 * FIC-03: the State's part is split by enveloppe (annexe 5.4), or nobody can say whether the enveloppe may
 * pay. Where none is written, eligibility is not judged but asked for, with the enveloppes that the text admits.
 */
export const FIC_03: Regle = {
  id: 'FIC-03',
  titre: 'La part de l’État dit quelle enveloppe la paie',
  verifier: ({ plan, referentiel }) => {
    const parProposition = new Map<string, { objectifs: Set<number>; cellules: string[] }>()
    const inconnues: ConstatBrut[] = []
    for (const action of plan.actions)
      for (const f of action.financements) {
        if (f.financeur !== 'Etat' || f.enveloppe !== null) continue
        if (f.enveloppeLue) {
          const admises = action.objectif === null ? [] : enveloppesAdmises(referentiel, action.objectif)
          inconnues.push({
            cellules: [f.enveloppeLue.cellule],
            message: `Action ${action.numero} : « ${f.enveloppeLue.texte} » n’est pas une enveloppe connue. Écrivez FIR, P304 (programme 304) ou ONDAM.`,
            constate: `« ${f.enveloppeLue.texte} »`,
            attendu: proposer(admises),
            correction:
              admises.length === 1
                ? {
                    cellule: f.enveloppeLue.cellule,
                    valeur: admises[0]!,
                    libelle: `Remplacer « ${f.enveloppeLue.texte} » par « ${admises[0]} »`,
                  }
                : null,
          })
          continue
        }
        if (f.prevu === null || f.prevu.centimes === 0 || action.objectif === null) continue
        const proposition = enveloppesAdmises(referentiel, action.objectif).join('|')
        const groupe = parProposition.get(proposition) ?? { objectifs: new Set(), cellules: [] }
        groupe.objectifs.add(action.objectif)
        groupe.cellules.push(f.prevu.cellule)
        parProposition.set(proposition, groupe)
      }
    const constats = [...parProposition].map(([proposition, { objectifs, cellules }]): ConstatBrut => {
      const admises = proposition === '' ? [] : (proposition.split('|') as (keyof typeof NOMS_ENVELOPPES)[])
      const numeros = [...objectifs].sort((a, b) => a - b)
      const qui = `${numeros.length < 2 ? 'l’objectif' : 'les objectifs'} ${enumerer(numeros)}`
      return {
        cellules,
        message:
          `La part de l’État est inscrite sans enveloppe pour ${qui} : l’éligibilité ne peut pas être vérifiée. ` +
          (admises.length === 0
            ? `Le référentiel ${referentiel.id} ne dit pas quelle enveloppe finance ${numeros.length < 2 ? 'cet objectif' : 'ces objectifs'} : précisez l’enveloppe notifiée.`
            : `Ajoutez une colonne « Enveloppe » ; le texte admet ${proposer(admises)}.`),
        constate: 'aucune enveloppe indiquée',
        attendu: admises.length === 0 ? 'une enveloppe' : proposer(admises),
        correction: null,
      }
    })
    return { constats: [...inconnues, ...constats] }
  },
}

function proposer(admises: readonly (keyof typeof NOMS_ENVELOPPES)[]): string {
  return admises.length === 0
    ? 'FIR, programme 304 ou ONDAM'
    : enumerer(
        admises.map((e) => NOMS_ENVELOPPES[e]),
        'ou',
      )
}
