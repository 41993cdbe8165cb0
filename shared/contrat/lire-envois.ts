import { reference } from '../classeur/adresse.ts'
import { celluleEn, type Classeur, type Feuille } from '../classeur/classeur.ts'
import { texteCellule } from '../classeur/texte-cellule.ts'
import { aplatir, normaliser } from '../classeur/texte.ts'
import type { TexteLu } from '../plan/plan.ts'
import type { Canal } from '../referentiel/calendrier.ts'
import type { Annexes, Envoi } from './contrat.ts'
import { lireDateCellule } from './date.ts'

/** From a table pièce / date / canal / destinataire to the sendings that the department keeps a list of. */

const LIGNES_ENTETE = 60

type RoleEnvoi = 'piece' | 'date' | 'canal' | 'destinataire'
const ENTETES: [RoleEnvoi, RegExp][] = [
  ['date', /^dates?\b|^envoye?e? le\b|^transmise? le\b|^le$/],
  ['canal', /^canal\b|^canaux\b|^mode|^moyens?\b|^voie\b|^support\b/],
  ['destinataire', /^destinataires?\b|^adresse|^a qui\b|^courriel|^envoye?e? a\b/],
  ['piece', /^pieces?\b|^documents?\b|^objets?\b|^envois?\b|^nature\b|^type/],
]

/** Words of the pieces that the texts name, by the ids of the référentiels. */
const PIECES: [string, RegExp][] = [
  ['projet-contrat', /projets? (?:de |du )?(?:contrat|cdppe|convention)/],
  ['contrat-signe', /(?:contrat|cdppe|convention)s? signee?s?|signee?s?.*\b(?:contrat|cdppe)\b/],
  ['plan-action', /plans? d'actions?/],
  ['tableau-de-bord', /tableaux? (?:de bord|des? indicateurs)/],
  ['fiches-actions', /fiches?[ -]*actions?/],
  [
    'rapport-execution',
    /rapports?(?: \w+){0,3} d'execution|rapport (?:annuel|d'evaluation)|bilans? (?:d'execution|annuel|du cdppe|du contrat|global)/,
  ],
  ['deliberation', /deliberations?/],
  ['contacts', /\bcontacts?\b|\bcoordonnees\b/],
  ['candidature', /candidature/],
  ['demande-p304', /demandes? (?:de credits|budgetaire|p ?304|de financement)|demande.*\b304\b/],
  ['denonciation', /denonciation/],
  ['fiches-actions', /^fiches$/],
]

/** Reads the list of sendings of a workbook, null where no sheet holds one. */
export function lireEnvois(classeur: Classeur, feuilles: readonly Feuille[]): Annexes['envois'] {
  const lus: NonNullable<Annexes['envois']> = { feuilles: [], lignes: [] }
  for (const feuille of feuilles) {
    const entete = trouverEntete(feuille)
    if (!entete) continue
    lus.feuilles.push(feuille.nom)
    for (const ligne of feuille.lignes.keys())
      if (ligne > entete.ligne) {
        const envoi = lireEnvoi(classeur, feuille, ligne, entete.roles)
        if (envoi) lus.lignes.push(envoi)
      }
  }
  return lus.feuilles.length === 0 ? null : lus
}

function trouverEntete(feuille: Feuille): { ligne: number; roles: Map<RoleEnvoi, number> } | null {
  let vues = 0
  for (const [ligne, rangee] of feuille.lignes) {
    if (vues++ > LIGNES_ENTETE) return null
    const roles = new Map<RoleEnvoi, number>()
    for (const [colonne, c] of rangee) {
      const t = normaliser(texteCellule(c))
      if (t.length > 60) continue
      const role = ENTETES.find(([, motif]) => motif.test(t))?.[0]
      if (role && !roles.has(role)) roles.set(role, colonne)
    }
    if (roles.has('piece') && roles.has('date') && (roles.has('canal') || roles.has('destinataire')))
      return { ligne, roles }
  }
  return null
}

function lireEnvoi(
  classeur: Classeur,
  feuille: Feuille,
  ligne: number,
  roles: ReadonlyMap<RoleEnvoi, number>,
): Envoi | null {
  const lire = (role: RoleEnvoi): TexteLu | null => {
    const colonne = roles.get(role)
    if (colonne === undefined) return null
    const texte = aplatir(texteCellule(celluleEn(feuille, ligne, colonne)))
    return texte === '' ? null : { texte, cellule: reference(feuille.nom, ligne, colonne) }
  }
  const piece = lire('piece')
  if (!piece) return null
  const colonne = roles.get('date')!
  const canal = lire('canal')
  const destinataire = lire('destinataire')
  const ou = normaliser(`${canal?.texte ?? ''} ${destinataire?.texte ?? ''}`)
  return {
    piece,
    pieces: piecesNommees(piece.texte),
    date: lireDateCellule(
      celluleEn(feuille, ligne, colonne),
      { feuille: feuille.nom, ligne, colonne },
      classeur.date1904,
    ),
    canal,
    destinataire,
    canaux: canauxDe(ou),
    courriels: [...ou.matchAll(/[\w.+-]+@[\w.-]+\.[a-z]{2,}/g)].map((m) => m[0]),
  }
}

/** The ids of the pieces that a text names. */
export function piecesNommees(texte: string): string[] {
  const t = normaliser(texte)
  const ids = PIECES.filter(([, motif]) => motif.test(t)).map(([id]) => id)
  // « Délibération autorisant la signature » is not the one on the report.
  return [...new Set(ids)]
}

function canauxDe(texte: string): Canal[] {
  const canaux: Canal[] = []
  if (/[dq]gcs/.test(texte)) canaux.push('boite-dgcs')
  if (/eu ?survey|formulaire en ligne/.test(texte)) canaux.push('eusurvey')
  if (/\bprefete?\b|prefecture|\bddets\b|\bdreets\b|\betat\b/.test(texte)) canaux.push('prefet')
  if (/\bars\b|agence regionale/.test(texte)) canaux.push('ars')
  return canaux
}
