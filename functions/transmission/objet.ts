import type { Preuve } from '../../shared/version/declaration.ts'

/** « [CDPPE 2024] 62 Pas-de-Calais – projet de contrat – version 7 » */
export function objetDuMessage(
  { exercice, departement, numero }: Preuve['declaration'],
  nomEnvoi: string,
  departements: ReadonlyMap<string, string>,
): string {
  const nom = departements.get(departement)
  return `[CDPPE ${exercice}] ${departement}${nom ? ` ${nom}` : ''} – ${nomEnvoi} – version ${numero}`
}
