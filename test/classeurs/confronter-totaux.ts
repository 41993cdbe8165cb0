import { formatEuros } from '../../shared/montant/format.ts'
import { NOMS_ENVELOPPES } from '../../shared/referentiel/decider.ts'
import { ECARTS, IMPRIMES, rapportPasDeCalais, totauxDesLignes } from './totaux-pas-de-calais.ts'

/** `node test/classeurs/confronter-totaux.ts`: the printed totals of Pas-de-Calais beside its rows, and what lies between. */

const lignes = totauxDesLignes(await rapportPasDeCalais())
const signe = (c: number) => `${c > 0 ? '+' : ''}${formatEuros(c)}`
for (const enveloppe of ['FIR', 'P304', 'ONDAM'] as const) {
  const reste =
    IMPRIMES[enveloppe] - lignes[enveloppe] - ECARTS[enveloppe].reduce((t, e) => t + e.centimes, 0)
  console.log(`${NOMS_ENVELOPPES[enveloppe]}`)
  console.log(`  lignes lues       ${formatEuros(lignes[enveloppe])}`)
  for (const e of ECARTS[enveloppe])
    console.log(`  action ${e.action.padEnd(7)} ${signe(e.centimes).padStart(14)}  ${e.pourquoi}`)
  console.log(`  total imprimé     ${formatEuros(IMPRIMES[enveloppe])}`)
  console.log(`  reste inexpliqué  ${formatEuros(reste)}\n`)
}
console.log(`Objectif sans enveloppe dans le texte de 2020 : ${formatEuros(lignes.sans)} (action 15 BIS)`)
