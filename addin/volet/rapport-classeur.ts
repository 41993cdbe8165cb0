import type { Rapport } from '../../shared/controle/rapport.ts'
import { ecrireClasseurRapport } from '../../shared/rapport/ecrire-classeur.ts'
import { tableauxDuRapport } from '../../shared/rapport/tableaux.ts'

/** The report as a workbook to download; `le`: when the check was made, as it is to be read. */
export function rapportEnClasseur(rapport: Rapport, nomFichier: string, le: string): Blob {
  return new Blob([ecrireClasseurRapport(tableauxDuRapport(rapport, nomFichier, le))], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}
