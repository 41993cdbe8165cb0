import { enumerer } from '../classeur/texte.ts'
import { enveloppesAdmises } from '../referentiel/decider.ts'
import type { Referentiel } from '../referentiel/referentiel.ts'
import type { Action, Financement, TexteLu } from '../plan/plan.ts'
import { trouverMots, type MotsCherches } from './mots.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/** Staff and prix de journée, and what looks like them: « partenaires », a post office, the treatment of informations préoccupantes. */
export const PERSONNEL: MotsCherches = {
  mots: /\betp\b|\brecrut(?:ements?|er)\b|\bpostes?\b|\bsalaires?\b|\bmasse salariale\b|\bremunerations?\b|\b(?:charges?|depenses?|frais) de personnels?\b|\bprix de journee\b|\bcouts? journaliers?\b|\btarif(?:s|ication)?\b|\btraitements?\b|\bvacations?\b/,
  exceptions:
    /\bla poste\b|\b(?:rue|avenue|place|boulevard|bd|bp|boite|impasse|allee|chemin|route|cours|quai|square|bureaux?|agence) (?:de la |du |des |de )?postes?\b|\bposte (?:n ?)?(?!20\d\d)\d{3,5}\b|\bpostes? (?:restante|frontiere|de depenses?|budgetaires?|de police|de secours|informatiques?|telephoniques?)\b|\btraitements? (?:des? |d'|du |de l'|de la )(?:informations?|ip\b|donnees|situations?|signalements?|demandes?|dossiers?|alertes?|recueil)[a-z ]*|\btraitement(?:s)? (?:medica|orthophon|de texte)[a-z]*|\b(?:recueil|cellule)[^.;]{0,60}traitement\b/,
}

/** A cheap look first: nearly every text holds none of the words. */
const INDICE =
  /etp|recrut|poste|salai|mun(?:e|é|\u0301)+ration|personnel|prix|co(?:u|û|\u0302)+t|tarif|traitement|vacation/i

/**
 * NAT-01 (and NAT-02, NAT-03, NAT-04, its reminders for objectifs 12, 22, 6 and 11): programme 304 pays neither
 * staff nor prix de journée (annexe 4, III-B). Words alone prove nothing: they are shown and a word of
 * explanation is asked for.
 */
export const NAT_01: Regle = {
  id: 'NAT-01',
  titre: 'Le programme 304 ne finance directement ni personnel ni prix de journée',
  couvre: ['NAT-02', 'NAT-03', 'NAT-04'],
  verifier: ({ plan, referentiel }) => {
    const financees = plan.actions.filter((a) => a.financements.some((f) => estP304(referentiel, a, f)))
    if (financees.length === 0) return { sansObjet: 'Aucune action n’est financée par le programme 304.' }
    return {
      constats: financees.flatMap((action): ConstatBrut[] => {
        const lus = textesDe(referentiel, action)
          .map(({ texte, cellule }) => ({ cellule, mots: trouverMots(texte, PERSONNEL) }))
          .filter((t) => t.mots.length > 0)
        if (lus.length === 0) return []
        const mots = [...new Set(lus.flatMap((t) => t.mots))].map((m) => `« ${m} »`)
        return [
          {
            cellules: [...new Set(lus.map((t) => t.cellule))],
            message: `Action ${action.numero} (objectif ${action.objectif}) : ${enumerer(mots)} apparaît à côté d’un financement du programme 304, qui n’a pas vocation à payer directement du personnel ou des prix de journée. Précisez ce que paie le programme 304 (formation, prestation, outillage, dotation globale), ou justifiez.`,
            constate: enumerer(mots),
            attendu: 'ni dépense de personnel, ni prix de journée sur le programme 304',
            correction: null,
          },
        ]
      }),
    }
  },
}

/** Paid by programme 304: written so, or a part of the State that no other enveloppe may pay. */
function estP304(referentiel: Referentiel, action: Action, f: Financement): boolean {
  if (f.financeur !== 'Etat' || !f.prevu || f.prevu.centimes === 0) return false
  if (f.enveloppe !== null) return f.enveloppe === 'P304'
  const admises = action.objectif === null ? [] : enveloppesAdmises(referentiel, action.objectif)
  return admises.length === 1 && admises[0] === 'P304'
}

/**
 * What says how the money is spent and may hold one of the words; the department's own part may well be staff, so it
 * is not read.
 */
function textesDe(referentiel: Referentiel, action: Action): TexteLu[] {
  const textes: TexteLu[] = []
  const titre = action.cellules.at(-1)
  if (titre !== undefined && INDICE.test(action.intitule))
    textes.push({ texte: action.intitule, cellule: titre })
  const regarder = (t: TexteLu | null): void => {
    if (t !== null && INDICE.test(t.texte)) textes.push(t)
  }
  action.textes.forEach(regarder)
  for (const f of action.financements) {
    if (estP304(referentiel, action, f)) regarder(f.prevu)
    regarder(f.fleche)
    regarder(f.engage)
    regarder(f.execute)
  }
  return textes
}
