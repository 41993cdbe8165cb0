import { nommer } from './nommer.ts'
import type { Probleme } from './probleme.ts'
import { entierDe, entiersDe, listeDe, propre, texteDe, textesDe } from './vue.ts'

/** Échéances of the référentiel's own exercices, with a date or a reason to have none, and pieces that exist. */
export function verifierCalendrier(r: Record<string, unknown>): Probleme[] {
  const exercices = entiersDe(r, 'exercices')
  const pieces = new Set(listeDe(r, 'pieces').flatMap((p) => texteDe(p.brut, 'id') ?? []))
  return [
    ...uniques(r, 'pieces'),
    ...uniques(r, 'retroplanning'),
    ...uniques(r, 'echeances', 'exercice'),
    ...listeDe(r, 'echeances').flatMap(({ rang, brut }) => {
      const problemes: Probleme[] = []
      const { nom } = nommer(r, ['echeances', rang])
      const exercice = entierDe(brut, 'exercice')
      if (exercice !== null && exercices.length > 0 && !exercices.includes(exercice))
        problemes.push({
          chemin: ['echeances', rang, 'exercice'],
          phrase: `${nom} porte sur ${exercice}, que ce référentiel ne régit pas`,
        })
      const [date, delai] = [propre(brut, 'date') ?? null, propre(brut, 'delai') ?? null]
      if (date !== null && delai !== null)
        problemes.push({
          chemin: ['echeances', rang, 'date'],
          phrase: `${nom} a une date et un délai : gardez l’un des deux`,
        })
      const formule = propre(brut, 'formule')
      if (date === null && delai === null && typeof formule === 'string' && formule !== 'des-que-possible')
        problemes.push({
          chemin: ['echeances', rang, 'date'],
          phrase: `${nom} n’a pas de date`,
        })
      for (const p of new Set(textesDe(brut, 'pieces')))
        // Without any list of pieces, that it is missing is already said.
        if (pieces.size > 0 && !pieces.has(p))
          problemes.push({
            chemin: ['echeances', rang, 'pieces'],
            phrase: `${nom} demande la pièce « ${p} », absente de la liste des pièces`,
          })
      return problemes
    }),
  ]
}

/** Identifiers written once, or once a year. */
function uniques(r: Record<string, unknown>, liste: string, avec?: string): Probleme[] {
  const vus = new Set<string>()
  return listeDe(r, liste).flatMap(({ rang, brut }): Probleme[] => {
    const id = texteDe(brut, 'id')
    if (id === null) return []
    const cle = avec === undefined ? id : `${id}|${String(propre(brut, avec))}`
    if (!vus.has(cle)) {
      vus.add(cle)
      return []
    }
    return [
      {
        chemin: [liste, rang, 'id'],
        phrase: `l’identifiant « ${id} » est écrit deux fois${avec === undefined ? '' : ` pour ${String(propre(brut, avec))}`}`,
      },
    ]
  })
}
