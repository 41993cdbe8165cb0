import { expect, it } from 'vitest'
import { ECARTS, IMPRIMES, rapportPasDeCalais, totauxDesLignes } from './totaux-pas-de-calais.ts'

const rapport = await rapportPasDeCalais()

it('explains the printed totals from the rows, to the cent', () => {
  const lignes = totauxDesLignes(rapport)
  expect(lignes).toEqual({ FIR: 268_050_100, P304: 1_305_526_400, ONDAM: 263_152_200, sans: 41_350_000 })
  for (const enveloppe of ['FIR', 'P304', 'ONDAM'] as const)
    expect(lignes[enveloppe] + ECARTS[enveloppe].reduce((t, e) => t + e.centimes, 0)).toBe(
      IMPRIMES[enveloppe],
    )
})

it('explains by actions of the plan only, each finding of unreadable amounts among them', () => {
  const numeros = rapport.plan.actions.map((a) => a.numero)
  for (const e of Object.values(ECARTS).flat()) expect(numeros).toContain(e.action)
  expect(rapport.totaux.etatNonVentile).toBe(268_050_100 + 1_305_526_400 + 263_152_200 + 41_350_000)
})

it('holds, by rule, the findings that a careful reader would make and no other', () => {
  const parRegle = Map.groupBy(rapport.constats, (c) => `${c.regle} ${c.gravite}`)
  expect(Object.fromEntries([...parRegle].map(([regle, c]) => [regle, c.length]))).toEqual({
    'COF-01 bloquant': 8,
    'LEC-01 bloquant': 8,
    'COF-02 a-justifier': 2,
    'COH-01 a-justifier': 2,
    'FIC-03 a-justifier': 5,
    'LEC-06 a-justifier': 1,
    'NAT-01 a-justifier': 1,
    'REF-01 a-justifier': 2,
    'REF-02 a-justifier': 1,
    'BIL-13 information': 7,
    'COF-02 information': 1,
    'COF-04 information': 3,
    'LEC-03 information': 5,
    'LEC-06 information': 4,
    'REF-03 information': 1,
    'STR-01 information': 3,
  })
})

it('offers the title of the right objectif, in every cell that names the other', () => {
  const correction = (regle: string) => rapport.constats.find((c) => c.regle === regle)!.correction
  expect(correction('REF-02')).toMatchObject({
    cellule: "Plan d'action!C43",
    autres: ["Plan d'action!C44", "Plan d'action!C45"],
    valeur: 'Objectif 14 : Créer 20 nouveaux relais parentaux sur le territoire à horizon 2022',
  })
  expect(correction('REF-03')).toMatchObject({
    cellule: "Plan d'action!C18",
    autres: ["Plan d'action!C19", "Plan d'action!C20"],
    valeur: expect.stringMatching(/^Objectif 4 : Permettre qu/),
  })
  expect(correction('STR-01')).toMatchObject({ cellule: "Plan d'action!J34", valeur: 58_273.59 })
})
