import { reference } from '../classeur/adresse.ts'
import { celluleEn, type Cellule, type Feuille } from '../classeur/classeur.ts'
import { texteCellule } from '../classeur/texte-cellule.ts'
import { aplatir, normaliser } from '../classeur/texte.ts'
import { objectifDuLibelle } from '../referentiel/libelle.ts'
import { lireObjectif } from '../referentiel/lire.ts'
import type { Noyau } from '../referentiel/referentiel.ts'
import type { ColonneDeBord, IndicateurLu, TableauDeBord, ValeurLue } from './contrat.ts'
import { ditRien } from './date.ts'
import { anneeDuTexte } from './lexique.ts'

/** From sheets of the shape of annexe 5.2 (mesure, objectif, indicateur, then values by year) to indicators. */

/** The header stands near the top. */
const LIGNES_ENTETE = 60

interface Entete {
  /** Last row of the header. */
  ligne: number
  /** null: the objectifs stand as headings between the rows, or nowhere. */
  objectif: number | null
  indicateur: number
  source: number | null
  colonnes: ColonneDeBord[]
}

/** Reads the tableau de bord of a workbook, null where no sheet holds one. */
export function lireTableauDeBord(feuilles: readonly Feuille[], noyau: Noyau): TableauDeBord | null {
  const tableau: TableauDeBord = { feuilles: [], colonnes: [], entetes: [], indicateurs: [] }
  for (const feuille of feuilles) {
    const entete = trouverEntete(feuille)
    if (!entete) continue
    tableau.feuilles.push(feuille.nom)
    tableau.colonnes.push(...entete.colonnes)
    tableau.entetes.push(reference(feuille.nom, entete.ligne, entete.objectif ?? entete.indicateur))
    tableau.indicateurs.push(...lireIndicateurs(feuille, entete, noyau))
  }
  return tableau.feuilles.length === 0 ? null : tableau
}

const texteEn = (feuille: Feuille, ligne: number, colonne: number) =>
  aplatir(texteCellule(celluleEn(feuille, ligne, colonne)))

function trouverEntete(feuille: Feuille): Entete | null {
  let vues = 0
  for (const [ligne, rangee] of feuille.lignes) {
    if (vues++ > LIGNES_ENTETE) return null
    let indicateur: number | null = null
    let objectif: number | null = null
    let source: number | null = null
    let libelle: number | null = null
    let parAction = false
    for (const [colonne, c] of rangee) {
      const t = normaliser(texteCellule(c))
      if (t.length >= 60) continue
      if (/^(?:(?:libelle|intitule|nom) (?:de l'|des )?)?indicateurs?\b/.test(t)) indicateur ??= colonne
      else if (/^(?:libelle|intitule)s?$/.test(t)) libelle ??= colonne
      else if (/^(?:n |numero )?(?:d'|de l')?(?:objectifs?|obj|of)\b/.test(t) && natureDe(t) === null)
        objectif ??= colonne
      else if (/^sources?\b/.test(t)) source ??= colonne
      else if (/\bactions?\b|\bfiches?\b/.test(t)) parAction = true
    }
    if (objectif !== null) indicateur ??= libelle
    // The indicators of a yearly report, action by action, are not this tableau de bord.
    if (indicateur === null || (objectif === null && parAction)) continue
    for (const derniere of [ligne + 1, ligne]) {
      const colonnes = lireColonnes(feuille, ligne, derniere, new Set([indicateur, objectif, source]))
      const natures = new Set(colonnes.map((c) => c.nature))
      // Without an objectif, or called a mere « libellé », indicators are known by what stands beside them: where they start from, and what is aimed at or reached.
      const sure = objectif !== null && indicateur !== libelle
      if (sure ? colonnes.length > 0 : natures.has('T0') && natures.size > 1)
        return { ligne: derniere, objectif, indicateur, source, colonnes }
    }
  }
  return null
}

/** The columns of values; a second row, or the row above, may complete a header (« 2020 » over « Cible | Résultat »). */
function lireColonnes(
  feuille: Feuille,
  ligne: number,
  derniere: number,
  prises: ReadonlySet<number | null>,
): ColonneDeBord[] {
  const deux = derniere > ligne
  const seconde = deux ? feuille.lignes.get(derniere) : undefined
  // An objectif or an indicator says « réalisés » as well: only what stands over values can head them.
  const titree = ([colonne, c]: [number, Cellule]) =>
    !prises.has(colonne) && natureDe(texteCellule(c)) !== null
  if (deux && ![...(seconde ?? [])].some(titree)) return []
  const toutes = new Set([...(feuille.lignes.get(ligne)?.keys() ?? []), ...(seconde?.keys() ?? [])])
  const colonnes: ColonneDeBord[] = []
  for (const colonne of [...toutes].sort((a, b) => a - b)) {
    if (prises.has(colonne)) continue
    const bas = texteEn(feuille, derniere, colonne)
    const milieu = deux ? remonter(feuille, ligne, colonne) : ''
    const haut = deux || anneeDuTexte(bas) !== null ? '' : remonter(feuille, ligne - 1, colonne)
    const texte = aplatir(`${haut} ${milieu} ${bas}`)
    const nature = natureDe(texte)
    if (nature === null || texte.length > 120) continue
    const t = normaliser(texte)
    colonnes.push({
      colonne,
      nature,
      annee: anneeDuTexte(texte),
      semestre: /\bs ?1\b|1er semestre|premier semestre|semestre 1/.test(t)
        ? 1
        : /\bs ?2\b|2e(?:me)? semestre|second semestre|deuxieme semestre|semestre 2/.test(t)
          ? 2
          : null,
      source: lireSource(t),
      entete: { texte, cellule: reference(feuille.nom, derniere, colonne) },
    })
  }
  return colonnes
}

/** The header that covers a column on a row: its own, or the last one to its left when it is blank. */
function remonter(feuille: Feuille, ligne: number, colonne: number): string {
  let dernier = ''
  for (const [c, cellule] of feuille.lignes.get(ligne) ?? []) {
    if (c > colonne) break
    dernier = texteCellule(cellule)
  }
  return dernier.length > 40 ? '' : dernier
}

function natureDe(texte: string): ColonneDeBord['nature'] | null {
  const t = normaliser(texte)
  if (/\bprev(?:u|i)|\bcibles?\b|attendu|objectif chiffre/.test(t)) return 'cible'
  if (/result|realis|\breels?\b|\batteint|constate|\bs ?[12]\b|semestre/.test(t)) return 'resultat'
  if (
    /situation|\bt ?0\b|valeur(?:s)? (?:initiale|de depart|de reference)|etat initial|^valeurs? 20\d\d$/.test(
      t,
    )
  )
    return 'T0'
  return null
}

/** SNDS, or the department's own figures (DREES, follow-up of activity). */
export function lireSource(texte: string): 'SNDS' | 'interne' | null {
  const t = normaliser(texte)
  const snds = /\bsnds\b/.test(t)
  const interne = /\bdrees\b|\binterne|suivi d'activite/.test(t)
  return snds === interne ? null : snds ? 'SNDS' : 'interne'
}

function lireIndicateurs(feuille: Feuille, entete: Entete, noyau: Noyau): IndicateurLu[] {
  const indicateurs: IndicateurLu[] = []
  const parTitre = new Map<string, number | null>()
  const numeroDe = (texte: string): number | null => {
    let numero = parTitre.get(texte)
    if (numero === undefined) {
      numero = lireObjectif(texte) ?? objectifDuLibelle(noyau, 0, texte)?.numero ?? null
      parTitre.set(texte, numero)
    }
    return numero
  }
  let courant: IndicateurLu['objectifLu'] = null
  for (const [ligne, rangee] of feuille.lignes) {
    if (ligne <= entete.ligne) continue
    const lu = entete.objectif === null ? '' : texteEn(feuille, ligne, entete.objectif)
    if (lu !== '') courant = { texte: lu, cellule: reference(feuille.nom, ligne, entete.objectif!) }
    const texte = texteEn(feuille, ligne, entete.indicateur)
    const titreDObjectif = entete.objectif === null && /^obj(?:ectif)?\b/i.test(texte) && rangee.size === 1
    if (texte === '' || titreDObjectif) {
      // A heading between the rows may name the objectif.
      const seul = [...rangee].filter(([, c]) => texteCellule(c).trim() !== '')
      const titre = seul.length === 1 ? aplatir(texteCellule(seul[0]![1])) : ''
      if (/^objectif/i.test(titre))
        courant = { texte: titre, cellule: reference(feuille.nom, ligne, seul[0]![0]) }
      else if (/^engagement/i.test(titre)) courant = null
      continue
    }
    indicateurs.push({
      objectif: courant ? numeroDe(courant.texte) : null,
      objectifLu: courant,
      libelle: { texte, cellule: reference(feuille.nom, ligne, entete.indicateur) },
      source: lireSource(entete.source === null ? texte : texteEn(feuille, ligne, entete.source)),
      valeurs: entete.colonnes.flatMap((colonne) => {
        const valeur = lireValeur(celluleEn(feuille, ligne, colonne.colonne))
        return valeur === null
          ? []
          : [{ colonne, valeur: { ...valeur, cellule: reference(feuille.nom, ligne, colonne.colonne) } }]
      }),
    })
  }
  return indicateurs
}

/** A value, null where the cell is blank or says that there is none. */
function lireValeur(cellule: Cellule | undefined): Omit<ValeurLue, 'cellule'> | null {
  const texte = aplatir(texteCellule(cellule))
  if (cellule === undefined || ditRien(texte)) return null
  if (typeof cellule.valeur === 'number') return { texte, nombre: cellule.valeur }
  const m = /^([+-]?\d+(?:[ \u202f\u00a0]\d{3})*(?:[.,]\d+)?) ?(%)?$/.exec(texte)
  if (!m) return { texte, nombre: null }
  const n = Number(m[1]!.replace(/[ \u202f\u00a0]/g, '').replace(',', '.'))
  return { texte, nombre: m[2] ? n / 100 : n }
}
