import { accorder } from '../../../shared/classeur/texte.ts'
import { controler as verifierPlan } from '../../../shared/controle/controler.ts'
import type { OptionsControle } from '../../../shared/controle/controler.ts'
import { rapportEnJson } from '../../../shared/controle/json.ts'
import type { Justification } from '../../../shared/controle/justifications.ts'
import { nombreJustifies } from '../../../shared/controle/rapprocher.ts'
import type { Constat, Rapport } from '../../../shared/controle/rapport.ts'
import { formatEuros } from '../../../shared/montant/format.ts'
import { dateLongue } from '../../../shared/referentiel/date-civile.ts'
import { citer } from '../../../shared/referentiel/decider.ts'
import type { Gravite } from '../../../shared/referentiel/referentiel.ts'
import { lireClasseurDuFichier } from './fichier.ts'
import { ecrire, ecrireJson, NON, OUI } from './sortie.ts'

const TITRES: Record<Gravite, string> = {
  bloquant: 'POINTS BLOQUANTS',
  'a-justifier': 'POINTS À JUSTIFIER',
  information: 'INFORMATIONS',
}

/** `controler CLASSEUR.xlsx`: the report of a workbook. Exit code 1 only where something blocks. */
export async function controler(chemin: string, options: OptionsControle, json: boolean): Promise<number> {
  const rapport = verifierPlan(await lireClasseurDuFichier(chemin), options)
  if (json) ecrireJson(rapportEnJson(rapport))
  else imprimer(rapport)
  return rapport.statut === 'bloquant' ? NON : OUI
}

function imprimer(rapport: Rapport): void {
  for (const phrase of rapport.comprehension.phrases) ecrire(phrase)
  const compte = (g: Gravite) => rapport.constats.filter((c) => c.gravite === g).length
  const justifies = nombreJustifies(rapport.constats)
  ecrire('')
  ecrire(
    `${accorder(compte('bloquant'), 'point bloquant', 'points bloquants')} · ${compte('a-justifier')} à justifier${justifies === 0 ? '' : `, dont ${accorder(justifies, 'justifié', 'justifiés')}`} · ${accorder(compte('information'), 'information')} — référentiel ${rapport.referentiel}, exercice ${rapport.exercice}`,
  )
  for (const gravite of ['bloquant', 'a-justifier', 'information'] as const) {
    const constats = rapport.constats.filter((c) => c.gravite === gravite)
    if (constats.length === 0) continue
    ecrire(`\n${TITRES[gravite]}`)
    for (const constat of constats) imprimerConstat(constat)
  }
  const restantes = rapport.justifications.filter((j) => j.etat === 'sans-objet')
  if (restantes.length > 0) {
    ecrire('\nJUSTIFICATIONS SANS OBJET (leur point n’est plus relevé)')
    for (const j of restantes) ecrire(`\n[${j.regle}] ${j.cellules.join(', ')}\n  ${signer(j)}`)
  }
  const { FIR, P304, ONDAM, etatNonVentile, departement, autres } = rapport.totaux
  ecrire(
    `\nTotaux prévus : FIR ${formatEuros(FIR)} · programme 304 ${formatEuros(P304)} · ONDAM ${formatEuros(ONDAM)} · État sans enveloppe ${formatEuros(etatNonVentile)} · Département ${formatEuros(departement)} · autres ${formatEuros(autres)}`,
  )
}

function imprimerConstat(constat: Constat): void {
  ecrire(`\n[${constat.regle}] ${constat.message}`)
  ecrire(`  Cellules : ${constat.cellules.join(', ')}`)
  ecrire(`  Texte : ${citer(constat.reference)}`)
  if (constat.justification) ecrire(`  Justifié : ${signer(constat.justification)}`)
  if (constat.justificationARevoir)
    ecrire(`  À revoir, le constat a changé depuis : ${signer(constat.justificationARevoir)}`)
}

/** « texte » (Prénom Nom, 3 mars 2024). */
function signer({ texte, auteur, le }: Justification): string {
  return `« ${texte.replace(/\s+/g, ' ').trim()} » (${auteur}, ${dateLongue(le.slice(0, 10))})`
}
