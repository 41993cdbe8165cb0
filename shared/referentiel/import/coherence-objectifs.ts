import type { Probleme } from './probleme.ts'
import { entierDe, entiersDe, listeDe, objetDe, propre, texteDe, type Vu } from './vue.ts'

/** Each objectif once, with its enveloppe or the word that no document says it; nothing about an objectif that is not there. */
export function verifierObjectifs(r: Record<string, unknown>): Probleme[] {
  const objectifs = listeDe(r, 'objectifs')
  const connus = new Set<number>()
  const problemes: Probleme[] = []
  let illisible = false
  for (const { rang, brut } of objectifs) {
    const numero = entierDe(brut, 'numero')
    illisible ||= numero === null
    if (numero === null) continue
    if (connus.has(numero))
      problemes.push({
        chemin: ['objectifs', rang, 'numero'],
        phrase: `l’objectif ${numero} est écrit deux fois`,
      })
    connus.add(numero)
  }
  const admis = new Set(listeDe(r, 'eligibilites').flatMap((e) => entiersDe(e.brut, 'objectifs')))
  const nonDits = new Set(listeDe(r, 'enveloppesNonDites').flatMap((e) => entiersDe(e.brut, 'objectifs')))
  for (const { rang, brut } of objectifs) {
    const numero = entierDe(brut, 'numero')
    if (numero === null) continue
    const chemin = ['objectifs', rang]
    if (!admis.has(numero) && !nonDits.has(numero))
      problemes.push({ chemin, phrase: `l’objectif ${numero} n’a pas d’enveloppe` })
    if (admis.has(numero) && nonDits.has(numero))
      problemes.push({
        chemin,
        phrase: `l’objectif ${numero} a une enveloppe et figure aussi parmi les enveloppes non dites`,
      })
  }
  // Where a number cannot be read, a citation of it would look astray: that it cannot be read is already said.
  if (illisible) connus.clear()
  return [
    ...problemes,
    ...verifierEligibilites(listeDe(r, 'eligibilites'), connus),
    ...['enveloppesNonDites', 'cibles', 'remontees'].flatMap((cle) =>
      listeDe(r, cle).flatMap((e) =>
        inconnus(entiersDe(e.brut, 'objectifs'), connus, [cle, e.rang, 'objectifs']),
      ),
    ),
    ...listeDe(r, 'indicateurs').flatMap(({ rang, brut }) => {
      const objectif = entierDe(brut, 'objectif')
      return objectif === null ? [] : inconnus([objectif], connus, ['indicateurs', rang, 'objectif'])
    }),
    ...repetes(listeDe(r, 'cibles'), () => 'la cible'),
    ...verifierNombre(r, objectifs),
  ]
}

function inconnus(
  numeros: readonly number[],
  connus: ReadonlySet<number>,
  chemin: Probleme['chemin'],
): Probleme[] {
  // Without any list of objectifs, that it is missing is already said.
  if (connus.size === 0) return []
  return [...new Set(numeros)]
    .filter((n) => !connus.has(n))
    .map((n) => ({ chemin, phrase: `l’objectif ${n} est cité sans être dans la liste des objectifs` }))
}

/** An objectif named twice in lists of the same sort. */
function repetes(elements: readonly Vu[], sorte: (e: Vu) => string): Probleme[] {
  const vus = new Set<string>()
  return elements.flatMap((e) =>
    entiersDe(e.brut, 'objectifs').flatMap((n): Probleme[] => {
      const cle = `${sorte(e)}|${n}`
      if (!vus.has(cle)) {
        vus.add(cle)
        return []
      }
      const liste = sorte(e) === 'la cible' ? 'cibles' : 'eligibilites'
      return [{ chemin: [liste, e.rang, 'objectifs'], phrase: `${sorte(e)} cite deux fois l’objectif ${n}` }]
    }),
  )
}

function verifierEligibilites(elements: readonly Vu[], connus: ReadonlySet<number>): Probleme[] {
  return [
    ...elements.flatMap((e) => {
      const siens = entiersDe(e.brut, 'objectifs')
      return [
        ...inconnus(siens, connus, ['eligibilites', e.rang, 'objectifs']),
        ...listeDe(e.brut, 'conditions').flatMap((c): Probleme[] => {
          const objectif = entierDe(c.brut, 'objectif')
          return objectif === null || siens.includes(objectif)
            ? []
            : [
                {
                  chemin: ['eligibilites', e.rang, 'conditions', c.rang, 'objectif'],
                  phrase: `une condition porte sur l’objectif ${objectif}, que l’enveloppe ne finance pas`,
                },
              ]
        }),
      ]
    }),
    ...repetes(elements, (e) => `l’enveloppe ${texteDe(e.brut, 'enveloppe') ?? ''}`),
  ]
}

/** The text counts its obligatory objectifs: the list must hold as many. */
function verifierNombre(r: Record<string, unknown>, objectifs: readonly Vu[]): Probleme[] {
  const nombre = objetDe(r, 'nombreObjectifs')
  const ecrit = entierDe(objetDe(nombre, 'obligatoires'), 'nombre')
  const caracteres = objectifs.map((o) => String(propre(o.brut, 'caractere')))
  const lisibles = caracteres.every((c) => /^(fondamental|obligatoire|facultatif)$/.test(c))
  const listes = caracteres.filter((c) => c === 'fondamental' || c === 'obligatoire').length
  const problemes: Probleme[] = []
  if (ecrit !== null && lisibles && objectifs.length > 0 && ecrit !== listes)
    problemes.push({
      chemin: ['nombreObjectifs', 'obligatoires', 'nombre'],
      phrase: `le texte compte ${ecrit} objectifs obligatoires, la liste en porte ${listes}`,
    })
  const f = objetDe(nombre, 'facultatifs')
  const [min, max, parmi] = [entierDe(f, 'minimum'), entierDe(f, 'maximum'), entierDe(f, 'parmi')]
  const plafond = max ?? parmi
  if ((min !== null && plafond !== null && min > plafond) || (max !== null && parmi !== null && max > parmi))
    problemes.push({
      chemin: ['nombreObjectifs', 'facultatifs', 'minimum'],
      phrase: 'le minimum, le maximum et le choix d’objectifs facultatifs ne vont pas en croissant',
    })
  return problemes
}
