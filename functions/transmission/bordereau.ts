import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import type { PDFFont } from '@cantoo/pdf-lib'

/** One line of the list of pièces. */
export interface LignePiece {
  nom: string
  fichier: string
  /** Bytes. */
  taille: number
  empreinte: string
}

export interface ContenuBordereau {
  titre: string
  sousTitre: string
  /** What, who, which version: label and value. */
  faits: readonly (readonly [string, string])[]
  pieces: readonly LignePiece[]
  /** How to verify, one paragraph each. */
  verifier: readonly string[]
  /** Moment of the document itself. */
  le: Date
}

/** A4, points. */
const PAGE = { largeur: 595.28, hauteur: 841.89, marge: 56 }
const CORPS = 10

const nombre = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '\u00a0')

/** What the standard fonts can write: all of French; another letter is written without its mark, or as « ? ». */
function ecrivable(texte: string, connus: ReadonlySet<number>): string {
  return [...texte.replace(/[\u202f\u2009]/g, '\u00a0').replace(/\s*[\r\n]\s*/g, ' ')]
    .map((c) => {
      const sienne = [c, c.normalize('NFKD').replace(/\p{M}/gu, '')].find(
        (essai) => essai !== '' && [...essai].every((lettre) => connus.has(lettre.codePointAt(0)!)),
      )
      return sienne ?? '?'
    })
    .join('')
}

/** Cuts a text in lines of at most `largeur` points; a word that is longer is cut where it must. */
function couper(texte: string, police: PDFFont, corps: number, largeur: number): string[] {
  const lignes: string[] = []
  let ligne = ''
  for (const mot of texte.split(' ')) {
    const suite = ligne ? `${ligne} ${mot}` : mot
    if (police.widthOfTextAtSize(suite, corps) <= largeur) {
      ligne = suite
      continue
    }
    if (ligne) lignes.push(ligne)
    ligne = ''
    for (const c of mot) {
      if (police.widthOfTextAtSize(ligne + c, corps) > largeur) {
        lignes.push(ligne)
        ligne = ''
      }
      ligne += c
    }
  }
  return ligne ? [...lignes, ligne] : lignes
}

/** The « bordereau de transmission » (PDF, A4): what left, how to recognise it, and how to verify it later. */
export async function composerBordereau(contenu: ContenuBordereau): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.setTitle(contenu.titre)
  pdf.setLanguage('fr-FR')
  pdf.setProducer('CDPPE')
  pdf.setCreator('CDPPE')
  pdf.setCreationDate(contenu.le)
  pdf.setModificationDate(contenu.le)
  const normale = await pdf.embedFont(StandardFonts.Helvetica)
  const grasse = await pdf.embedFont(StandardFonts.HelveticaBold)
  const utile = PAGE.largeur - 2 * PAGE.marge
  const connus = new Set(normale.getCharacterSet())
  let page = pdf.addPage([PAGE.largeur, PAGE.hauteur])
  let y = PAGE.hauteur - PAGE.marge

  const ecrire = (
    texte: string,
    options: { gras?: boolean; corps?: number; retrait?: number } = {},
  ): void => {
    const { gras = false, corps = CORPS, retrait = 0 } = options
    const police = gras ? grasse : normale
    for (const ligne of couper(ecrivable(texte, connus), police, corps, utile - retrait)) {
      if (y - corps < PAGE.marge) {
        page = pdf.addPage([PAGE.largeur, PAGE.hauteur])
        y = PAGE.hauteur - PAGE.marge
      }
      y -= corps
      page.drawText(ligne, { x: PAGE.marge + retrait, y, size: corps, font: police })
      y -= corps * 0.45
    }
  }
  const espace = (points: number): void => void (y -= points)

  ecrire(contenu.titre, { gras: true, corps: 16 })
  ecrire(contenu.sousTitre, { corps: 11 })
  espace(10)
  for (const [quoi, valeur] of contenu.faits) ecrire(`${quoi} : ${valeur}`)
  espace(10)
  ecrire('Pièces transmises', { gras: true, corps: 12 })
  espace(2)
  for (const [i, piece] of contenu.pieces.entries()) {
    ecrire(`${i + 1}. ${piece.nom}`, { gras: true })
    ecrire(`${piece.fichier} (${nombre(piece.taille)} octets)`, { retrait: 14 })
    ecrire(`SHA-256 : ${piece.empreinte}`, { retrait: 14, corps: 9 })
    espace(3)
  }
  espace(8)
  ecrire('Pour vérifier ce que vous avez reçu', { gras: true, corps: 12 })
  espace(2)
  for (const paragraphe of contenu.verifier) {
    ecrire(paragraphe)
    espace(3)
  }
  for (const [i, feuille] of pdf.getPages().entries())
    feuille.drawText(`${i + 1} / ${pdf.getPageCount()}`, {
      x: PAGE.largeur - PAGE.marge - 24,
      y: PAGE.marge / 2,
      size: 8,
      font: normale,
    })
  return pdf.save()
}
