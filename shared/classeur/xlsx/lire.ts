import { lirePlage } from '../adresse.ts'
import { classeurVide, feuilleVide, type Classeur, type Feuille } from '../classeur.ts'
import { Budget } from './budget.ts'
import type { Contexte } from './donnees.ts'
import { LecteurFeuille } from './feuille.ts'
import type { Inflater } from './inflate.ts'
import { LIMITES, type Limites } from './limites.ts'
import { ouvrirPaquet, partiePrincipale, type Paquet, type Relation } from './paquet.ts'
import { lireDonneesGardees } from './parties-donnees.ts'
import { exiger, RefusClasseur } from './refus.ts'
import type { Entree } from './repertoire.ts'
import { lecteurStyles, lecteurTheme, type TableStyles } from './styles.ts'
import { decoderTexte } from './texte.ts'
import { estVrai, type XmlHandler } from './xml.ts'

/**
 * Reads a workbook (.xlsx, .xlsm, .xltx) from its bytes, guards first, without ever running or resolving
 * anything that it holds. `nom` is its file name, for messages. Rejects with RefusClasseur, and with
 * nothing else, when the file is not to be read.
 */
export async function lireClasseur(
  octets: Uint8Array,
  nom: string,
  inflater: Inflater,
  limites: Limites = LIMITES,
): Promise<Classeur> {
  const paquet = ouvrirPaquet(octets, inflater, limites)
  const { entree, macros } = await partiePrincipale(paquet)
  const relations = await paquet.relations(entree.nom)
  const budget = new Budget(limites)
  const classeur = classeurVide(nom)
  classeur.macros = macros || relations.some((r) => r.type === 'vbaProject' || r.type === 'xlMacrosheet')
  classeur.liensExternes = relations.filter((r) => r.type === 'externalLink').length

  const annoncees = await lirePrincipale(paquet, entree, classeur, budget)
  const partie = (type: string) => trouverPartie(paquet, relations, type)
  const contexte: Contexte = {
    textes: await lireTextes(paquet, partie('sharedStrings'), budget),
    styles: await lireStyles(paquet, partie('styles'), partie('theme'), budget),
    date1904: classeur.date1904,
    budget,
  }
  classeur.styles = contexte.styles.styles
  for (const { feuille, id } of annoncees) {
    // Modules of old macro sheets are announced without a part.
    if (id === '') continue
    const relation = relations.find((r) => r.id === id)
    if (relation && relation.type !== 'worksheet') continue
    const part = relation && paquet.trouver(relation.cible)
    if (!part) throw new RefusClasseur('partie-absente', feuille.nom)
    exiger(budget.premiereLecture(part.nom), 'feuilles-en-double', part.nom)
    await lireFeuille(paquet, part, feuille, contexte)
    classeur.feuilles.push(feuille)
  }
  exiger(classeur.feuilles.length > 0, 'sans-feuille')
  classeur.donnees = await lireDonneesGardees(paquet, relations, budget)
  return classeur
}

/** The main part: sheets as announced, names, date system. */
async function lirePrincipale(
  paquet: Paquet,
  entree: Entree,
  classeur: Classeur,
  budget: Budget,
): Promise<{ feuille: Feuille; id: string }[]> {
  const annoncees: { feuille: Feuille; id: string }[] = []
  const vues = new Set<string>()
  let nomDefini: { nom: string; reference: string } | undefined
  await paquet.lireXml(entree, {
    open(nom, a) {
      if (nom === 'sheet') {
        const feuille = feuilleVide(decoderTexte(a.get('name') ?? ''))
        const cle = feuille.nom.normalize('NFC').toLowerCase()
        exiger(!vues.has(cle), 'feuilles-en-double', feuille.nom)
        budget.compter()
        vues.add(cle)
        if (a.get('state') === 'hidden') feuille.etat = 'masquee'
        else if (a.get('state') === 'veryHidden') feuille.etat = 'tres-masquee'
        annoncees.push({ feuille, id: a.getPrefixe('id') ?? '' })
      } else if (nom === 'definedName') nomDefini = { nom: a.get('name') ?? '', reference: '' }
      else if (nom === 'workbookPr') classeur.date1904 = estVrai(a.get('date1904'))
    },
    text(texte) {
      if (nomDefini) nomDefini.reference = budget.prolonger(nomDefini.reference, texte)
    },
    close(nom) {
      if (nom !== 'definedName' || !nomDefini) return
      budget.compter()
      budget.compterTexte(nomDefini.reference)
      classeur.noms.push(nomDefini)
      nomDefini = undefined
    },
  })
  return annoncees
}

/** The texts that cells name by number: plain or in runs, without their phonetic readings. */
async function lireTextes(paquet: Paquet, entree: Entree | undefined, budget: Budget): Promise<string[]> {
  const textes: string[] = []
  if (!entree) return textes
  let courant = ''
  let dansTexte = false
  let phonetique = false
  await paquet.lireXml(entree, {
    open(nom) {
      if (nom === 't') dansTexte = !phonetique
      else if (nom === 'si') courant = ''
      else if (nom === 'rPh') phonetique = true
    },
    text(texte) {
      if (dansTexte) courant = budget.prolonger(courant, texte)
    },
    close(nom) {
      if (nom === 't') dansTexte = false
      else if (nom === 'rPh') phonetique = false
      else if (nom === 'si') {
        const texte = decoderTexte(courant)
        budget.compterTexte(texte)
        textes.push(texte)
      }
    },
  })
  return textes
}

async function lireStyles(
  paquet: Paquet,
  entree: Entree | undefined,
  entreeTheme: Entree | undefined,
  budget: Budget,
): Promise<TableStyles> {
  if (!entree) return { formats: [], indices: [], styles: [] }
  const theme: (string | undefined)[] = []
  if (entreeTheme) await paquet.lireXml(entreeTheme, lecteurTheme(theme))
  const lecteur = lecteurStyles(theme, budget)
  await paquet.lireXml(entree, lecteur)
  return lecteur.finir()
}

/** One sheet: its cells, then what its relationships bring (tables, comments). */
async function lireFeuille(
  paquet: Paquet,
  part: Entree,
  feuille: Feuille,
  contexte: Contexte,
): Promise<void> {
  const lecteur = new LecteurFeuille(feuille, contexte)
  await paquet.lireXml(part, lecteur)
  lecteur.finir()
  for (const relation of await paquet.relations(part.nom)) {
    const entree = paquet.trouver(relation.cible)
    if (!entree || !contexte.budget.premiereLecture(entree.nom)) continue
    if (relation.type === 'table') await paquet.lireXml(entree, lecteurTableau(feuille))
    else if (relation.type === 'comments')
      await paquet.lireXml(entree, {
        open(nom) {
          if (nom === 'comment') feuille.nbCommentaires++
        },
      })
  }
}

function lecteurTableau(feuille: Feuille): XmlHandler {
  return {
    open(nom, a) {
      if (nom !== 'table') return
      const plage = lirePlage(a.get('ref') ?? '')
      if (plage)
        feuille.tableaux.push({ nom: decoderTexte(a.get('displayName') ?? a.get('name') ?? ''), plage })
    },
  }
}

function trouverPartie(paquet: Paquet, relations: Relation[], type: string): Entree | undefined {
  for (const relation of relations) {
    const entree = relation.type === type ? paquet.trouver(relation.cible) : undefined
    if (entree) return entree
  }
  return undefined
}
