import { reference } from '../classeur/adresse.ts'
import type { Feuille } from '../classeur/classeur.ts'
import { texteCellule } from '../classeur/texte-cellule.ts'
import { aplatir, normaliser } from '../classeur/texte.ts'
import type { Fiche, Rubrique } from './contrat.ts'
import { ditRien } from './date.ts'

/** From sheets of the shape of annexe 5.4 (labels in the first column, words beside or under them) to fiches action. */

/** The names that annexe 5.4 prints, and that of the public-cible (annexe 4). */
export const NOMS_RUBRIQUES: Record<Rubrique, string> = {
  referent: 'Référent',
  constat: 'Constat du diagnostic',
  objectif: 'Objectif opérationnel',
  description: 'Description de l’action',
  acteurs: 'Identification des acteurs à mobiliser',
  moyens: 'Moyens financiers prévisionnels',
  calendrier: 'Calendrier prévisionnel',
  indicateurs: 'Indicateurs de mise en œuvre de l’action',
  vigilance: 'Points de vigilance',
  public: 'Public-cible',
}

const MOTS: [Rubrique, RegExp][] = [
  ['referent', /^referents?\b|^pilotes?\b|^porteurs?\b/],
  ['constat', /^constats?\b|^diagnostic\b/],
  ['public', /^publics?\b|^beneficiaires?\b/],
  ['objectif', /^objectifs? operationnels?\b|^objectifs?\b/],
  ['description', /^descripti(?:on|f)s?\b|^objet\b|^contenu\b/],
  ['acteurs', /^identification des acteurs|^acteurs?\b|^partenaires?\b/],
  ['moyens', /^moyens? financiers?|^financements?\b|^budget|^plan de financement/],
  ['calendrier', /^calendriers?\b|^echeanciers?\b/],
  ['indicateurs', /^indicateurs?\b/],
  ['vigilance', /^points? de vigilance|^vigilance/],
]
const TITRE = /^fiche[ -]*actions?\b/
const TITRE_DE_BLOC = /^(?:fiche[ -]*)?actions? ?(?:n|no|num|numero)? ?\d/
/** Without a title, this many rubriques make a fiche. */
const RUBRIQUES_MIN = 4
const LIGNES_MAX = 2000
const LIBELLE_MAX = 80

/** Reads the fiches action of a workbook: one a sheet, or several under one another. */
export function lireFiches(feuilles: readonly Feuille[]): Fiche[] {
  return feuilles.flatMap((feuille) => (feuille.lignes.size > LIGNES_MAX ? [] : lireFeuille(feuille, TITRE)))
}

/**
 * The blocks of a sheet that each begin with the number of an action (« Action n° 3 : … »), as fiches without a name:
 * nothing is asked of what they hold.
 */
export function lireBlocs(feuille: Feuille): Fiche[] {
  return feuille.lignes.size > LIGNES_MAX
    ? []
    : lireFeuille(feuille, TITRE_DE_BLOC).filter((f) => TITRE_DE_BLOC.test(normaliser(f.titre.texte)))
}

interface Ligne {
  numero: number
  cases: { colonne: number; texte: string; cellule: string }[]
}

function lireFeuille(feuille: Feuille, debut: RegExp): Fiche[] {
  const fiches: Fiche[] = []
  let courante: Fiche | null = null
  let rubrique: Rubrique | null = null
  for (const ligne of lignesDe(feuille)) {
    const [premiere, ...reste] = ligne.cases
    if (!premiere) continue
    const t = normaliser(premiere.texte)
    if (debut.test(t) && premiere.texte.length < 250) {
      const titre = [premiere, ...reste].map((c) => c.texte).join(' ')
      courante = {
        feuille: feuille.nom,
        numero: numeroDe(titre),
        titre: { texte: titre, cellule: premiere.cellule },
        rubriques: new Map(),
      }
      fiches.push(courante)
      rubrique = null
      continue
    }
    const lue = premiere.colonne === 0 || reste.length > 0 ? rubriqueDe(premiere.texte) : null
    if (lue) {
      courante ??= ouvrir(feuille, premiere, fiches)
      const [mots, colle] = couper(premiere.texte)
      rubrique = lue
      const deja = courante.rubriques.get(lue)
      const contenu = assembler(deja?.contenu ?? null, [
        ...(colle === '' ? [] : [{ texte: colle, cellule: premiere.cellule }]),
        ...reste,
      ])
      courante.rubriques.set(lue, {
        libelle: deja?.libelle ?? { texte: mots, cellule: premiere.cellule },
        contenu,
      })
    } else if (courante && rubrique) {
      const deja = courante.rubriques.get(rubrique)!
      deja.contenu = assembler(deja.contenu, ligne.cases)
    }
  }
  const exigees = (titre: string): number =>
    debut === TITRE_DE_BLOC ? 0 : TITRE.test(normaliser(titre)) ? 1 : RUBRIQUES_MIN
  return fiches.filter((f) => f.rubriques.size >= exigees(f.titre.texte))
}

/** A sheet without a title row: its name may say the number (« Fiche 12 »). */
function ouvrir(feuille: Feuille, c: Ligne['cases'][number], fiches: Fiche[]): Fiche {
  const fiche: Fiche = {
    feuille: feuille.nom,
    numero: numeroDe(feuille.nom),
    titre: { texte: feuille.nom, cellule: c.cellule },
    rubriques: new Map(),
  }
  fiches.push(fiche)
  return fiche
}

function* lignesDe(feuille: Feuille): Generator<Ligne> {
  for (const [numero, rangee] of feuille.lignes)
    yield {
      numero,
      cases: [...rangee]
        .map(([colonne, c]) => ({
          colonne,
          texte: aplatir(texteCellule(c)),
          cellule: reference(feuille.nom, numero, colonne),
        }))
        .filter((c) => c.texte !== ''),
    }
}

/** « FICHE ACTION N° 9 bis : Créer… » → « 9 BIS »; '' where no number stands. */
function numeroDe(titre: string): string {
  const m =
    /(?:fiches?[ -]*(?:actions?)?|actions?)\s*(?:n\s*[°º]?|no\.?|num[ée]ro)?\s*[:.-]?\s*(\d{1,3}(?:[ .]?(?:bis|ter|quater)\b|[.]\d{1,2}\b|[a-z]\b)?)/i.exec(
      titre,
    )
  return m ? m[1]!.replace(/^0+(?=\d)/, '').toUpperCase() : ''
}

/** The label and what follows its colon in the same cell. */
function couper(texte: string): [string, string] {
  const i = texte.indexOf(':')
  return i > 0 && i < LIBELLE_MAX ? [texte.slice(0, i).trim(), texte.slice(i + 1).trim()] : [texte, '']
}

function rubriqueDe(texte: string): Rubrique | null {
  const [mots] = couper(texte)
  if (mots.length > LIBELLE_MAX) return null
  const t = normaliser(mots)
  return MOTS.find(([, motif]) => motif.test(t))?.[0] ?? null
}

/** The lines that annexe 5.4 prints to be filled in, with the enveloppe and the year or not, left as they are. */
const MODELE =
  /financements? (?:de l')?(?:etat|cd|departement|conseil departemental|autres?)(?: \((?:fir|ondam|programme 304|p304)\))?(?: 20\d\d)? ?(?:: ?|$)(?=financement|$)/g

/** Adds cells to what a rubrique holds; the model's own empty lines are no content. */
function assembler(
  deja: { texte: string; cellule: string } | null,
  cases: readonly { texte: string; cellule: string }[],
): { texte: string; cellule: string } | null {
  const utiles = cases.filter(
    (c) => !ditRien(c.texte) && normaliser(c.texte).replace(MODELE, '').trim() !== '',
  )
  if (utiles.length === 0) return deja
  const texte = utiles.map((c) => c.texte).join('\n')
  return deja
    ? { texte: `${deja.texte}\n${texte}`, cellule: deja.cellule }
    : { texte, cellule: utiles[0]!.cellule }
}
