import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lireClasseur } from '../../addin/hote/lire-classeur.ts'
import { lireReferentielClasseur } from '../../shared/referentiel/importer-classeur.ts'
import { REFERENTIELS } from '../../shared/referentiel/registre.ts'
import { MODELES } from './modeles.ts'

const publie = (nom: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../addin/public/modeles/${nom}`, import.meta.url)))

describe('the models that the pane offers', () => {
  it.each(MODELES.map((m) => [m.nom, m] as const))('%s is what the code makes today', async (nom, modele) => {
    expect(Buffer.from(publie(nom)).equals(await modele.octets())).toBe(true)
  })

  it('the filled one is read back as the référentiel that it holds', async () => {
    const nom = 'CDPPE_referentiel_2024.xlsx'
    const classeur = await lireClasseur(publie(nom), nom)
    expect(lireReferentielClasseur(classeur, { charges: [] })).toEqual({ referentiel: REFERENTIELS[2] })
  })

  it('the empty one asks for what is missing, cell by cell', async () => {
    const nom = 'CDPPE_referentiel_modele.xlsx'
    expect(lireReferentielClasseur(await lireClasseur(publie(nom), nom))).toMatchObject({
      erreurs: expect.arrayContaining(['Texte!B2 : le texte : il manque « identifiant »']),
    })
  })
})
