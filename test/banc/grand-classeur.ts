import { classeurZip, donneesXml, principaleXml, relationsXml } from '../hostiles/squelette.ts'

/** What the large workbook is made of: as many rows as a department with twenty services would keep. */
export const FEUILLES = 20
export const LIGNES = 1000

const COLONNES = [
  'N°',
  'Objectif',
  'Intitulé de l’action',
  'Exercice',
  'Financeur',
  'Part État',
  'Part Département',
  'Total',
  'Début',
  'Service',
  'Observations',
  'Suivi',
]

/** A workbook of 20 sheets × 1,000 rows × 12 columns: texts, amounts, dates, and a formula on each row. */
export function grandClasseur(nombre = FEUILLES, lignes = LIGNES): Uint8Array {
  const feuilles = Array.from({ length: nombre }, (_, i) => i + 1)
  const parties: Record<string, string> = {
    'xl/workbook.xml': principaleXml(
      `<sheets>${feuilles
        .map((n) => `<sheet name="${nomDeFeuille(n)}" sheetId="${String(n)}" r:id="rId${String(n)}"/>`)
        .join('')}</sheets>`,
    ),
    'xl/_rels/workbook.xml.rels': relationsXml([
      ...feuilles.map((n) => [`rId${String(n)}`, 'worksheet', `worksheets/sheet${String(n)}.xml`] as const),
      ['rIdTextes', 'sharedStrings', 'sharedStrings.xml'],
      ['rIdStyles', 'styles', 'styles.xml'],
    ]),
  }
  for (const n of feuilles) parties[`xl/worksheets/sheet${String(n)}.xml`] = feuilleXml(n, lignes)
  return classeurZip(parties)
}

export const nomDeFeuille = (n: number): string => (n === 1 ? "Plan d'action" : `Service ${String(n)}`)

function feuilleXml(n: number, derniere: number): string {
  const lignes = [ligne(1, COLONNES)]
  for (let i = 2; i <= derniere; i++)
    lignes.push(
      ligne(i, [
        i - 1,
        (i % 14) + 1,
        `Action ${String(i - 1)} du service ${String(n)} : entretiens, bilans de santé et visites à domicile`,
        2020 + (i % 3),
        i % 2 === 0 ? 'FIR' : 'P304',
        10_000 + i,
        12_000 + i,
        { formule: `F${String(i)}+G${String(i)}`, resultat: 22_000 + 2 * i },
        43_831 + i,
        `Service ${String(i % 9)}`,
        'À revoir avec la DAF',
        'en cours',
      ]),
    )
  return donneesXml(lignes.join(''))
}

type Valeur = string | number | { formule: string; resultat: number }

function ligne(numero: number, valeurs: readonly Valeur[]): string {
  const cellules = valeurs.map((v, c) => {
    const r = `${String.fromCharCode(65 + c)}${String(numero)}`
    if (typeof v === 'number') return `<c r="${r}"><v>${String(v)}</v></c>`
    if (typeof v === 'string') return `<c r="${r}" t="str"><v>${v}</v></c>`
    return `<c r="${r}"><f>${v.formule}</f><v>${String(v.resultat)}</v></c>`
  })
  return `<row r="${String(numero)}">${cellules.join('')}</row>`
}
