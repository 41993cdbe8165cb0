import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { composerBordereau } from './bordereau.ts'
import type { ContenuBordereau } from './bordereau.ts'
import { texteDuPdf } from './essais.ts'

const contenu = (suite: Partial<ContenuBordereau> = {}): ContenuBordereau => ({
  titre: 'Bordereau de transmission – contrat signé',
  sousTitre: 'Côte-d’Or, exercice 2024',
  faits: [['Précisions', '« Œuvre » d’accueil : 1\u202f500 €, où l’été naît à Capbreton ; Ça, Noël, ÿ']],
  pieces: [{ nom: 'Classeur', fichier: 'CDPPE_21.xlsx', taille: 1_234_567, empreinte: 'a'.repeat(64) }],
  verifier: ['certutil -hashfile "CDPPE_21.xlsx" SHA256'],
  le: new Date('2024-10-30T09:00:00Z'),
  ...suite,
})

describe('the bordereau', () => {
  it('writes all of French, and another letter without its mark rather than not at all', async () => {
    const texte = texteDuPdf(await composerBordereau(contenu({ sousTitre: 'Łódź, Ștefan, 漢' })))
    expect(texte).toContain('« Œuvre » d’accueil : 1\u00a0500 €, où l’été naît à Capbreton ; Ça, Noël, ÿ')
    expect(texte).toContain('1\u00a0234\u00a0567 octets')
    expect(texte).toContain('?ódz, Stefan, ?')
  })

  it('is the same to the byte for the same sending, and says when it was made by the sending itself', async () => {
    const [un, deux] = [await composerBordereau(contenu()), await composerBordereau(contenu())]
    expect(Buffer.from(un).equals(Buffer.from(deux))).toBe(true)
    const lu = await PDFDocument.load(un, { updateMetadata: false })
    expect([lu.getCreationDate(), lu.getModificationDate()]).toEqual([contenu().le, contenu().le])
    expect([lu.getTitle(), lu.getProducer(), lu.getCreator()]).toEqual([contenu().titre, 'CDPPE', 'CDPPE'])
  })

  it('goes on over as many pages as its pièces need, each numbered', async () => {
    const pieces = Array.from({ length: 60 }, (_, i) => ({
      nom: `Pièce ${i + 1}`,
      fichier: `${'x'.repeat(150)}.pdf`,
      taille: i,
      empreinte: 'b'.repeat(64),
    }))
    const octets = await composerBordereau(contenu({ pieces }))
    const pages = (await PDFDocument.load(octets)).getPageCount()
    expect(pages).toBeGreaterThan(3)
    const texte = texteDuPdf(octets)
    for (const attendu of ['Pièce 60', `1 / ${pages}`, `${pages} / ${pages}`])
      expect(texte).toContain(attendu)
  })
})
