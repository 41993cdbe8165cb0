import { dateDeSerie } from '../referentiel/date-civile.ts'
import { lireMontant } from '../montant/lire-montant.ts'
import { anneesNommees, lireExercice } from '../plan/exercice.ts'
import { estCroix } from '../plan/croix.ts'
import { lireRepartition } from '../plan/repartition.ts'
import { lireIntertitre } from '../plan/intertitres.ts'
import { lireEnveloppe, lireObjectif } from '../referentiel/lire.ts'
import { lireObjectifOuTitre, objectifDuTitre } from '../referentiel/titres.ts'
import { NOMS_ENVELOPPES } from '../referentiel/phrases.ts'
import { celluleEn, type Cellule, type Feuille } from './classeur.ts'
import type { ColonneReconnue, RoleColonne, TableReconnue } from './comprehension.ts'
import { vueEntre } from './cote-a-cote.ts'
import { financeurNomme, lireEntete, ROLES_MONTANT } from './entetes.ts'
import { formatDate } from './format-date.ts'
import { intertitre } from './intertitre.ts'
import { CODE_D_ACTION } from './lignes-au-pied.ts'
import { colonneDuRealise } from './lignes-de-detail.ts'
import { estCochee, objectifsCoches } from './objectifs-coches.ts'
import { quiPaieParContenu } from './qui-paie-par-contenu.ts'
import { texteCellule } from './texte-cellule.ts'
import { aplatir, normaliser } from './texte.ts'

/** What the values of a column say beside its header: examples, how sure, a column of objectifs that no header names. */

/** Rows looked at: enough to tell, whatever the length of the plan. */
const LIGNES_VUES = 400
const EXEMPLES = 3
/** A longer text is cut where it is shown as an example. */
const EXEMPLE_MAX = 60
/** Below, the values speak against the header; above, for it. */
const ACCORD_MIN = 0.5
const ACCORD_SUR = 0.8

/** The table with the columns that have values and no header, examples, and how sure each column is. */
export function observerColonnes(entiere: Feuille, table: TableReconnue, date1904: boolean): TableReconnue {
  const feuille = vueEntre(entiere, table.bornes)
  const corps = lignesDuCorps(feuille, table)
  const siennes = avecSansTitre(feuille, table, corps).filter((c) => !estUneReponse(c, feuille, corps))
  const duRealise = colonneDuRealise(
    feuille,
    siennes,
    [...corps, ...table.lignesDetail].slice(0, LIGNES_VUES),
  )
  const cochees = objectifsCoches(
    siennes.map((c) => (c.colonne === duRealise ? { ...c, role: null } : c)),
    feuille,
    corps,
  )
  const objectifs = cochees.some(estCochee) ? cochees : objectifParContenu(cochees, feuille, corps)
  const dites = quiPaieParContenu(numeroParContenu(objectifs, feuille, corps), feuille, corps)
  const parts = partsParContenu(sansEtatEnSomme(dites, feuille, corps), feuille, corps)
  const colonnes = sansPourcentages(parts, feuille, corps).map((c) => {
    const cellules = corps.flatMap((l) => celluleEn(feuille, l, c.colonne) ?? [])
    return { ...juger(c, cellules, siennes), exemples: exemples(cellules, date1904) }
  })
  const premiere = Math.min(...colonnes.map((c) => c.colonne))
  const derniere = Math.max(...colonnes.map((c) => c.colonne))
  return { ...table, colonnes, plage: { ...table.plage, colonne: premiere, derniereColonne: derniere } }
}

/** The doubts that only the whole table shows: a part of the State of which no enveloppe is written. To be asked after the corrections. */
export function douterDeLEnveloppe(entiere: Feuille, table: TableReconnue): TableReconnue {
  if (table.colonnes.some((c) => c.role === 'enveloppe' || c.role === 'financeur' || c.doute === CROIX))
    return table
  if (!table.colonnes.some((c) => c.role === 'etat')) return table
  const feuille = vueEntre(entiere, table.bornes)
  const intitules = lignesDuCorps(feuille, table).map((l) => lireIntertitre(intertitre(feuille, l) ?? ''))
  if (intitules.some((t) => t?.enveloppe)) return table
  const doute: Pick<ColonneReconnue, 'surete' | 'doute'> =
    table.enveloppe === null
      ? { surete: 'a-confirmer', doute: 'aucune enveloppe n’est indiquée' }
      : {
          surete: 'probable',
          doute: `son enveloppe, ${NOMS_ENVELOPPES[table.enveloppe]}, est celle du titre du tableau ou de la feuille`,
        }
  return {
    ...table,
    colonnes: table.colonnes.map((c) =>
      c.role === 'etat' && c.surete !== 'choisie' ? { ...c, ...doute } : c,
    ),
  }
}

function lignesDuCorps(feuille: Feuille, table: TableReconnue): number[] {
  const horsDuCorps = new Set([...table.lignesTotal, ...table.lignesDetail, ...table.lignesNote])
  const corps: number[] = []
  for (const ligne of feuille.lignes.keys()) {
    if (ligne <= table.derniereLigneEntete || horsDuCorps.has(ligne)) continue
    if (ligne > table.plage.derniereLigne || corps.length === LIGNES_VUES) break
    corps.push(ligne)
  }
  return corps
}

const NOS_FONCTIONS = /\bCDPPE\./i

/** A column of the add-in's own answers (CDPPE.ELIGIBLE…) states nothing of the plan: it is neither used nor missed. */
function estUneReponse(c: ColonneReconnue, feuille: Feuille, corps: readonly number[]): boolean {
  if (c.role !== null) return false
  const cellules = corps.flatMap((l) => celluleEn(feuille, l, c.colonne) ?? [])
  return cellules.length > 0 && cellules.every(({ formule }) => NOS_FONCTIONS.test(formule ?? ''))
}

/** Columns that hold values under no header, when they do so on more than a row or two. */
function avecSansTitre(feuille: Feuille, table: TableReconnue, corps: readonly number[]): ColonneReconnue[] {
  const connues = new Set(table.colonnes.map((c) => c.colonne))
  const nombres = new Map<number, number>()
  for (const ligne of corps)
    for (const [colonne, c] of feuille.lignes.get(ligne) ?? [])
      if (!connues.has(colonne) && texteCellule(c).trim() !== '')
        nombres.set(colonne, (nombres.get(colonne) ?? 0) + 1)
  const sansTitre = [...nombres]
    .filter(([, n]) => n >= 2 && n * 4 >= corps.length)
    .map(([colonne]) => lireEntete('', colonne))
  return [...table.colonnes, ...sansTitre].sort((a, b) => a.colonne - b.colonne)
}

const OBJECTIF_ECRIT = /^(?:of|obj(?:ectif)?s?)\b.{0,40}?\d/
/** A header that speaks of an objectif, of which only the values tell whether it is one of the contract's. */
const PEUT_ETRE_OBJECTIF = /^(?:.* )?(?:obj|objectifs?)\b(?!.*(?:quantitatif|cible|resultat|20\d\d))/

/**
 * The column of objectifs by what it holds: values that read « Objectif 12 : … » win over a header, whatever stands
 * above them; under « Objectif opérationnel » and the like a number is enough, where no other column has them, and an
 * official title alone is under a header that is not known.
 */
function objectifParContenu(
  colonnes: ColonneReconnue[],
  feuille: Feuille,
  corps: readonly number[],
): ColonneReconnue[] {
  const part = (c: ColonneReconnue, lit: (texte: string) => boolean): boolean => {
    const textes = corps
      .map((l) => texteCellule(celluleEn(feuille, l, c.colonne)))
      .filter((t) => t.trim() !== '')
    const lus = textes.filter(lit)
    return lus.length >= 2 && lus.length >= textes.length * ACCORD_SUR
  }
  const ecrit = (t: string) => OBJECTIF_ECRIT.test(normaliser(t)) && lireObjectif(t) !== null
  const numero = (t: string) => lireObjectif(t) !== null
  const titre = (t: string) => objectifDuTitre(t) !== null
  const nu = (t: string) => /^(?:n )?\d+$/.test(normaliser(t))
  const dite = colonnes.find((c) => c.role === 'objectif')
  const nommeAussiDesActions = ({ entete, colonne }: ColonneReconnue): boolean => {
    if (!/\bactions?\b/.test(normaliser(entete))) return false
    const textes = corps
      .map((l) => texteCellule(celluleEn(feuille, l, colonne)))
      .filter((t) => t.trim() !== '')
    return textes.some(ecrit) && !textes.every(ecrit)
  }
  if (dite && (part(dite, ecrit) || part(dite, nu))) return colonnes
  // « Objectifs et actions »: each objectif heads its actions in the same column.
  if (dite && !colonnes.some((c) => c.role === 'intitule') && nommeAussiDesActions(dite))
    return colonnes.map((c) =>
      c === dite
        ? {
            ...c,
            role: 'intitule',
            surete: 'probable',
            doute: 'ses lignes nomment tantôt un objectif, tantôt une action',
          }
        : c,
    )
  const trouvee =
    colonnes.find((c) => (c.role === null || MOINS_SURS.has(c.role)) && part(c, ecrit)) ??
    (dite
      ? undefined
      : colonnes.find(
          (c) =>
            c.role === null &&
            ((PEUT_ETRE_OBJECTIF.test(normaliser(c.entete)) && part(c, numero)) || part(c, titre)),
        ))
  if (!trouvee) return colonnes
  return colonnes.map((c) =>
    c === trouvee
      ? { ...c, role: 'objectif', surete: 'probable', doute: 'reconnue à ses valeurs, non à son en-tête' }
      : c === dite
        ? { ...c, role: null }
        : c,
  )
}

const MOINS_SURS: ReadonlySet<RoleColonne> = new Set<RoleColonne>(['engagement', 'intitule'])

/** « Part État » that is, row after row, what FIR, P304 and ONDAM beside it add up to is their total. */
function sansEtatEnSomme(
  colonnes: ColonneReconnue[],
  feuille: Feuille,
  corps: readonly number[],
): ColonneReconnue[] {
  return colonnes.map((c) => {
    if (c.role !== 'etat') return c
    const parts = colonnes.filter(
      // Without a year of its own, it may be the total of all of them.
      (x) => x.role !== null && ENVELOPPES.has(x.role) && (c.exercice === null || x.exercice === c.exercice),
    )
    const nombre = (ligne: number, colonne: number): number => {
      const v = celluleEn(feuille, ligne, colonne)?.valeur
      return typeof v === 'number' ? v : 0
    }
    const chiffrees = corps.filter((l) => nombre(l, c.colonne) !== 0)
    const sommes = chiffrees.filter((l) => {
      const somme = parts.reduce((s, x) => s + nombre(l, x.colonne) * x.unite, 0)
      return Math.abs(somme - nombre(l, c.colonne) * c.unite) < ECART_MAX
    })
    return sommes.length > 0 && sommes.length >= chiffrees.length * ACCORD_SUR ? { ...c, role: null } : c
  })
}

/** Shares that are shown in % are not amounts, whatever their header says. */
function sansPourcentages(
  colonnes: ColonneReconnue[],
  feuille: Feuille,
  corps: readonly number[],
): ColonneReconnue[] {
  return colonnes.map((c) => {
    if (c.role === null || !ROLES_MONTANT.has(c.role)) return c
    const nombres = corps
      .flatMap((l) => celluleEn(feuille, l, c.colonne) ?? [])
      .filter((x) => typeof x.valeur === 'number')
    return nombres.length > 0 && nombres.every((x) => x.format?.includes('%')) ? { ...c, role: null } : c
  })
}

/** Euros with decimals agree but for the last bits. */
const ECART_MAX = 0.005

/** Less is a number of something else: beds, places, communes. */
const PART_MIN = 100

/** A column whose header names a funder in words that are not known, and that holds amounts, is what that funder puts, where no other column is. */
function partsParContenu(
  colonnes: ColonneReconnue[],
  feuille: Feuille,
  corps: readonly number[],
): ColonneReconnue[] {
  const nommees = colonnes.map((c) =>
    c.role === null || c.role === 'engagement' ? financeurNomme(c.entete) : null,
  )
  return colonnes.map((c, i) => {
    const role = nommees[i]!
    if (role === null) return c
    const memePart = (x: ColonneReconnue, j: number) =>
      j !== i && x.exercice === c.exercice && (x.role === role || nommees[j] === role)
    if (role !== 'autres' && colonnes.some(memePart)) return c
    if (role === 'etat' && colonnes.some((x) => x.role !== null && ENVELOPPES.has(x.role))) return c
    const remplies = corps
      .flatMap((l) => celluleEn(feuille, l, c.colonne) ?? [])
      .filter((x) => texteCellule(x).trim() !== '')
    const euros = (x: Cellule) => (typeof x.valeur === 'number' ? x.valeur : 0)
    return remplies.length > 0 &&
      remplies.every(litMontant) &&
      !remplies.some((x) => x.format?.includes('%')) &&
      remplies.some((x) => euros(x) * c.unite >= PART_MIN && lireExercice(x.valeur) === null)
      ? {
          ...c,
          role,
          surete: 'probable',
          doute: 'son en-tête nomme un financeur, ses valeurs sont des montants',
        }
      : c
  })
}

const FICHE = /^(?:n )?(?:fa|fiches?|fiches? actions?|act\.?|actions?)$/
/** « Fiche action » over numbers is their number, not their title. */
function numeroParContenu(
  colonnes: ColonneReconnue[],
  feuille: Feuille,
  corps: readonly number[],
): ColonneReconnue[] {
  if (colonnes.some((c) => c.role === 'numero')) return colonnes
  const trouvee = colonnes.find((c) => {
    if ((c.role !== null && c.role !== 'intitule') || !FICHE.test(normaliser(c.entete))) return false
    const textes = corps
      .map((l) => normaliser(texteCellule(celluleEn(feuille, l, c.colonne))))
      .filter(Boolean)
    const codes = textes.filter((t) => CODE_D_ACTION.test(t))
    return codes.length > 0 && codes.length >= textes.length * ACCORD_SUR
  })
  if (!trouvee) return colonnes
  const nomme = (c: ColonneReconnue) => c !== trouvee && lireEntete(c.entete, c.colonne).role === 'intitule'
  const intitule = trouvee.role === 'intitule' ? colonnes.find(nomme) : undefined
  return colonnes.map((c) =>
    c === trouvee
      ? { ...c, role: 'numero', surete: 'probable', doute: 'reconnue à ses valeurs, non à son en-tête' }
      : c === intitule
        ? { ...c, role: 'intitule' }
        : c,
  )
}

const CE_QUE_C_EST: Partial<Record<RoleColonne, string>> = {
  objectif: 'des objectifs',
  exercice: 'des exercices',
  enveloppe: 'des enveloppes',
  numero: 'des numéros d’action',
}

const ENVELOPPES: ReadonlySet<RoleColonne> = new Set<RoleColonne>(['FIR', 'P304', 'ONDAM'])
const CROIX = 'ses croix disent quelle enveloppe paie le montant de la ligne'

/** How sure the values make the header. */
function juger(
  c: ColonneReconnue,
  cellules: readonly Cellule[],
  colonnes: readonly ColonneReconnue[],
): ColonneReconnue {
  if (c.role === null || c.surete !== 'sure') return c
  const remplies = cellules.filter((x) => texteCellule(x).trim() !== '')
  const parCroix = ENVELOPPES.has(c.role) && colonnes.some((x) => x.role === 'etat' || x.role === 'montant')
  if (parCroix && remplies.length > 0 && remplies.every((x) => estCroix(texteCellule(x))))
    return { ...c, surete: 'probable', doute: CROIX }
  const lit = LIT[c.role] ?? (ROLES_MONTANT.has(c.role) ? litMontant : null)
  if (lit === null || remplies.length === 0) return c
  const accord = remplies.filter(lit).length / remplies.length
  if (accord >= ACCORD_SUR) return c
  const quoi = CE_QUE_C_EST[c.role] ?? 'des montants'
  return accord < ACCORD_MIN
    ? { ...c, surete: 'a-confirmer', doute: `ses valeurs ne ressemblent pas à ${quoi}` }
    : { ...c, surete: 'probable', doute: `toutes ses valeurs ne ressemblent pas à ${quoi}` }
}

const LIT: Partial<Record<RoleColonne, (c: Cellule) => boolean>> = {
  objectif: (c) => lireObjectifOuTitre(c.valeur) !== null || /objectif/i.test(texteCellule(c)),
  exercice: (c) =>
    lireExercice(c.valeur) !== null ||
    (typeof c.valeur === 'number' && formatDate(c.format)) ||
    anneesNommees(texteCellule(c)).length > 0 ||
    /total|duree|contrat|pluri/.test(normaliser(texteCellule(c))),
  enveloppe: (c) =>
    lireEnveloppe(c.valeur) !== null || /fir|304|ondam|etat|cd|dep|propre/.test(normaliser(texteCellule(c))),
  numero: (c) => texteCellule(c).trim().length <= 40,
}

/** What can be read as an amount, « néant » and a formula's error included: those are judged by the rules. */
function litMontant(c: Cellule): boolean {
  if (typeof c.valeur === 'number') return formatDate(c.format) === false
  if (typeof c.valeur === 'object') return true
  if (typeof c.valeur === 'boolean') return false
  const { centimes, nature } = lireMontant(c.valeur)
  return centimes !== null || nature === 'vide' || nature === 'aucun' || lireRepartition(c.valeur) !== null
}

function exemples(cellules: readonly Cellule[], date1904: boolean): string[] {
  const vus = new Set<string>()
  for (const c of cellules) {
    const texte = montrer(c, date1904)
    if (texte !== '') vus.add(texte)
    if (vus.size === EXEMPLES) break
  }
  return [...vus]
}

/** A value as the sheet shows it, near enough: numbers in French, dates as days. */
function montrer(c: Cellule, date1904: boolean): string {
  if (typeof c.valeur === 'number') {
    const date = formatDate(c.format) ? dateDeSerie(c.valeur, date1904) : null
    return date === null ? nombre(c.valeur) : date.split('-').reverse().join('/')
  }
  const texte = aplatir(texteCellule(c))
  return texte.length <= EXEMPLE_MAX ? texte : `${texte.slice(0, EXEMPLE_MAX - 1).trimEnd()}…`
}

function nombre(n: number): string {
  const [entier = '', decimales] = String(Math.round(n * 100) / 100).split('.')
  const annee = /^20\d\d$/.test(entier)
  const groupes = annee ? entier : entier.replace(/\B(?=(?:\d{3})+$)/g, '\u202F')
  return decimales === undefined ? groupes : `${groupes},${decimales}`
}
