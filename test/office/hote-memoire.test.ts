import { describe, it } from 'vitest'
import { CONTRAT_HOTE } from './contrat-hote.ts'
import { HoteMemoire } from './hote-memoire.ts'

describe('contract of the hosts, in memory', () => {
  for (const { titre, derouler } of CONTRAT_HOTE)
    it(titre, () =>
      derouler((classeur) => {
        const hote = new HoteMemoire(classeur, new Uint8Array([0x50, 0x4b, 3, 4]))
        return Promise.resolve({
          hote,
          plusieursAires: true,
          selection: () => Promise.resolve(hote.selection ?? ''),
          aspect: (cellule) =>
            Promise.resolve({
              fond: hote.marques.get(cellule) ?? hote.fonds.get(cellule) ?? null,
              note: hote.notes.get(cellule) ?? null,
            }),
          colorier: (cellule, fond) => {
            hote.fonds.set(cellule, fond)
            return Promise.resolve()
          },
          taper: (cellule, valeur) => hote.ecrire(cellule, valeur),
          repos: () => new Promise((tenir) => setTimeout(tenir, 0)),
          fermer: () => Promise.resolve(),
        })
      }),
    )
})
