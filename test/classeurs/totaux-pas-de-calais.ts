import { readFileSync } from 'node:fs'
import { lireClasseur } from '../../functions/depot/lire-classeur.ts'
import { controler } from '../../shared/controle/controler.ts'
import type { Rapport } from '../../shared/controle/rapport.ts'
import type { Centimes } from '../../shared/montant/montant.ts'
import { financementsComptes } from '../../shared/plan/comptes.ts'
import { enveloppesAdmises } from '../../shared/referentiel/decider.ts'
import { REFERENTIEL_2020_2022 } from '../../shared/referentiel/2020-2022.ts'
import type { Enveloppe } from '../../shared/referentiel/referentiel.ts'
import { NOM_PAS_DE_CALAIS } from './pas-de-calais.ts'

/**
 * The totals that the report of Pas-de-Calais prints by enveloppe, beside what its rows say. No fiche writes the
 * enveloppe of its « Part État »: each row is put where annexe 4 admits its objectif, and nowhere else.
 */

export type Total = Enveloppe

/** Printed in the report (S004), in cents. */
export const IMPRIMES: Record<Total, Centimes> = {
  FIR: 307_823_600,
  P304: 1_430_276_400,
  ONDAM: 355_552_200,
}

/** What leads from the rows to the printed total: each line is read in the plan, none is made up to fill a gap. */
export interface Ecart {
  action: string
  /** In cents, to be added to what the rows say. */
  centimes: Centimes
  pourquoi: string
}

export const ECARTS: Record<Total, Ecart[]> = {
  FIR: [
    {
      action: '2',
      centimes: -4_800,
      pourquoi: 'les mallettes sont comptées 15 000 € (265 000 € fléchés en 2022), la ligne écrit 15 048 €',
    },
    {
      action: '3',
      centimes: 7_200_000,
      pourquoi:
        'cellule illisible : « 320 000 euros … soient 72 000 € pour le PDC », la part du département est comptée',
    },
    {
      action: '8',
      centimes: 56_637_700,
      pourquoi:
        'cellules illisibles : les dépenses fléchées sont comptées, 230 000 + 56 377 + 250 000 + 30 000 €',
    },
    {
      action: '9',
      centimes: -36_000_000,
      pourquoi: 'les lignes de 2020 (200 000 €) et de 2022 (160 000 €) ne sont pas comptées',
    },
    {
      action: '9',
      centimes: 11_940_600,
      pourquoi:
        'cellule illisible : « 200 000 € en 2020 et 119 406 € en 2021 », 119 406 € seuls sont comptés',
    },
  ],
  P304: [
    {
      action: '10',
      centimes: -69_600_000,
      pourquoi:
        '« 696 000 € sur deux ans (2021 et 2022) » contredit « 1 096 000 € sur deux ans (2021 et 2022) » : le second seul est compté',
    },
    { action: '12', centimes: -8_250_000, pourquoi: 'les 82 500 € de 2021 ne sont pas comptés' },
    {
      action: '15',
      centimes: 161_250_000,
      pourquoi:
        'cellule illisible : « 1 612 500 € pour 2021 et 1 615 070 € pour 2022 », la part de 2021 est comptée, celle de 2022 est sur sa ligne (1 065 450 €)',
    },
    {
      action: '15 BIS',
      centimes: 41_350_000,
      pourquoi: 'l’objectif 28 n’a pas d’enveloppe dans le texte de 2020 : ses 413 500 € sont comptés ici',
    },
  ],
  ONDAM: [
    {
      action: '23',
      centimes: 92_400_000,
      pourquoi:
        'la part de l’État n’est écrite que pour 2020 : 462 000 € sont comptés pour 2021 et pour 2022 aussi',
    },
  ],
}

/** What the rows say by enveloppe, and the amounts whose objectif names none. */
export function totauxDesLignes({ plan }: Rapport): Record<Total | 'sans', Centimes> {
  const totaux = { FIR: 0, P304: 0, ONDAM: 0, sans: 0 }
  for (const action of plan.actions) {
    // Objectif 24 has two: the seats of medico-social establishments are the ONDAM's (annexe 1 of the report).
    const admises = action.objectif === null ? [] : enveloppesAdmises(REFERENTIEL_2020_2022, action.objectif)
    const enveloppe = admises.includes('ONDAM') ? 'ONDAM' : (admises[0] ?? 'sans')
    for (const f of financementsComptes(action))
      if (f.financeur === 'Etat') totaux[enveloppe] += f.prevu?.centimes ?? 0
  }
  return totaux
}

/** The report of the committed workbook. */
export async function rapportPasDeCalais(): Promise<Rapport> {
  const chemin = new URL(`../../addin/public/exemples/${NOM_PAS_DE_CALAIS}`, import.meta.url)
  return controler(await lireClasseur(new Uint8Array(readFileSync(chemin)), NOM_PAS_DE_CALAIS))
}
