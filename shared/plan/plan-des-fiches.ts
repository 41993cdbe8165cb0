import { reference } from '../classeur/adresse.ts'
import type { Feuille } from '../classeur/classeur.ts'
import type { FicheLue, RoleColonne } from '../classeur/comprehension.ts'
import { intertitre } from '../classeur/intertitre.ts'
import { lireEntete, lireUnite } from '../classeur/entetes.ts'
import { texteCellule } from '../classeur/texte-cellule.ts'
import { aplatir, normaliser } from '../classeur/texte.ts'
import type { Fiche } from '../contrat/contrat.ts'
import { lireBlocs, lireFiches } from '../contrat/lire-fiches.ts'
import { lireMontant } from '../montant/lire-montant.ts'
import { lireEnveloppe, lireObjectif } from '../referentiel/lire.ts'
import { lireObjectifOuTitre } from '../referentiel/titres.ts'
import type { Enveloppe } from '../referentiel/referentiel.ts'
import { lireExercice } from './exercice.ts'
import { lireFinancementsDeFiche } from './financements-de-fiche.ts'
import { lireIntertitre } from './intertitres.ts'
import { lireMontantCellule } from './montant-de-cellule.ts'
import type { Action, Financement, Financeur, MontantLu, PlanAction, TexteLu } from './plan.ts'

/**
 * A plan that is only written as fiches action, one a sheet or under one another, in the form of annexe 5.4:
 * « Financement Etat : … Financement CD : … Financements autres : … », in one cell, in cells side by side, or under
 * the years.
 */

const FINANCEMENT =
  /^(?:(?:dont|moyens|part|credits?) )?(?:financements?|parts?|credits?) (?:de l'|du |des |de la )?(etat|ars|prefecture|fir|(?:p|bop|programme) ?304|ondam(?: medico[ -]social)?|cd ?\d{0,3}|(?:conseil )?departement(?:al)?|autres?\b.*|caf|msa)\b/

interface Ligne {
  numero: number
  cases: { colonne: number; texte: string; brut: string }[]
}

/** The plan that the fiches action of these sheets make, and what was found on each. Empty where there are none with a financement. */
export function lirePlanDesFiches(feuilles: readonly Feuille[]): { plan: PlanAction; fiches: FicheLue[] } {
  const plan: PlanAction = { actions: [], exercices: [] }
  const fiches: FicheLue[] = []
  for (const feuille of feuilles)
    for (const { action, reperes } of lireFeuille(feuille)) {
      if (action.financements.length === 0) continue
      plan.actions.push(action)
      fiches.push({ feuille: feuille.nom, numero: action.numero, reperes })
    }
  const exercices = new Set(plan.actions.flatMap((a) => a.financements.flatMap((f) => f.exercice ?? [])))
  return { plan: { ...plan, exercices: [...exercices].sort((a, b) => a - b) }, fiches }
}

/** The actions that the fiches of a sheet name, with or without their financements. */
export function lireReperesDesFiches(feuille: Feuille): Action[] {
  return lireFeuille(feuille).map(({ action }) => action)
}

function lireFeuille(feuille: Feuille): { action: Action; reperes: FicheLue['reperes'] }[] {
  const enForme = lireFiches([feuille])
  const lues = enForme.length > 0 ? enForme : lireBlocs(feuille)
  const debuts = lues.map((f) => avecSesTitres(feuille, ligneDe(f.titre.cellule)))
  // Under one heading, several blocks serve one objectif.
  let objectif: TexteLu | null = null
  return lues.map((fiche, i) => {
    // What stands above the first title (department, engagement, objectif) is the fiche's too.
    const debut = i === 0 ? 0 : debuts[i]!
    const lecteur = new LecteurFiche(feuille, fiche, debut, debuts[i + 1] ?? Infinity)
    const lue = lecteur.lire()
    if (lue.objectifsLus.length > 0) objectif = lue.objectifsLus[0]!
    return { action: enForme.length > 0 ? lue : avecObjectif(lue, objectif), reperes: lecteur.reperes }
  })
}

/** The first of the headings (« Objectif 2 ») that stand right above the title of a fiche. */
function avecSesTitres(feuille: Feuille, titre: number): number {
  const lignes = [...feuille.lignes.keys()]
  let i = lignes.indexOf(titre)
  while (i > 0 && lireIntertitre(intertitre(feuille, lignes[i - 1]!) ?? '')?.genre === 'objectif') i--
  return lignes[i]!
}

function avecObjectif(action: Action, objectif: TexteLu | null): Action {
  if (action.objectifsLus.length > 0 || objectif === null) return action
  return {
    ...action,
    objectifsLus: [objectif],
    objectif: lireObjectifOuTitre(objectif.texte),
    financements: action.financements.map((f) => ({ ...f, celluleObjectif: objectif.cellule })),
  }
}

const ligneDe = (cellule: string) => Number(/\d+$/.exec(cellule)![0]) - 1

class LecteurFiche {
  readonly reperes: FicheLue['reperes'] = []
  readonly #feuille: Feuille
  readonly #fiche: Fiche
  readonly #lignes: Ligne[]

  constructor(feuille: Feuille, fiche: Fiche, debut: number, fin: number) {
    this.#feuille = feuille
    this.#fiche = fiche
    this.#lignes = [...feuille.lignes]
      .filter(([l]) => l >= debut && l < fin)
      .map(([numero, rangee]) => ({
        numero,
        cases: [...rangee]
          .map(([colonne, c]) => ({ colonne, brut: texteCellule(c), texte: aplatir(texteCellule(c)) }))
          .filter((c) => c.texte !== ''),
      }))
  }

  lire(): Action {
    const { titre, numero } = this.#fiche
    this.#noter('numero', titre.texte, titre.cellule)
    const objectif = this.#objectif()
    const intitule = this.#intitule()
    const financements: Financement[] = []
    let annees = new Map<number, number>()
    for (const ligne of this.#lignes) {
      const vues = this.#annees(ligne)
      if (vues.size > 0) annees = vues
      financements.push(...this.#financements(ligne, annees, objectif?.cellule ?? null))
    }
    if (financements.length === 0) financements.push(...this.#enTableau(objectif?.cellule ?? null))
    const exercice = this.#aCote('exercice', (texte) => lireExercice(texte))
    const enveloppe = this.#aCote('enveloppe', lireEnveloppe)
    const etatSans = (f: Financement) =>
      f.financeur === 'Etat' && f.enveloppe === null && f.enveloppeLue === null
    return {
      numero: numero === '' ? this.#feuille.nom : numero,
      intitule: intitule.texte,
      engagement: this.#engagement(),
      objectifsLus: objectif ? [objectif] : [],
      objectif: objectif ? lireObjectifOuTitre(objectif.texte) : null,
      financements: financements.map((f) => ({
        ...f,
        ...(exercice && f.exercice === null && f.periode === null
          ? { exercice: exercice.valeur, periode: exercice.lu }
          : {}),
        ...(enveloppe && etatSans(f) ? { enveloppe: enveloppe.valeur, enveloppeLue: enveloppe.lu } : {}),
      })),
      textes: [...this.#fiche.rubriques.values()].flatMap((r) => r.contenu ?? []),
      cellules: [...new Set([titre.cellule, intitule.cellule])],
    }
  }

  /** The plan de financement as a small table, where no « Financement Etat : … » says it. */
  #enTableau(celluleObjectif: string | null): Financement[] {
    return lireFinancementsDeFiche(this.#feuille, this.#lignes).map((f): Financement => {
      const { libelle, role, financeur, enveloppe, exercice, celluleExercice, prevu } = f
      this.#noter(role, libelle, prevu.cellule)
      const periode =
        exercice === null ? null : { texte: String(exercice), cellule: celluleExercice ?? prevu.cellule }
      const suivi = { fleche: null, engage: null, execute: null }
      return { exercice, periode, financeur, enveloppe, enveloppeLue: null, celluleObjectif, prevu, ...suivi }
    })
  }

  /** What the fiche says once for all of its financements: « Exercice | 2021 », « Enveloppe : FIR ». null where it says nothing, or several things. */
  #aCote<T extends number | Enveloppe>(
    role: RoleColonne,
    lire: (texte: string) => T | null,
  ): { valeur: T; lu: TexteLu } | null {
    const dits: { valeur: T; lu: TexteLu; libelle: string }[] = []
    for (const { numero, cases } of this.#lignes)
      for (const [i, c] of cases.entries()) {
        const [libelle = '', colle] = c.texte.split(':', 2)
        if (lireEntete(libelle, c.colonne).role !== role) continue
        const voisin =
          colle === undefined || colle.trim() === '' ? cases[i + 1] : { ...c, texte: colle.trim() }
        const valeur = voisin ? lire(voisin.texte) : null
        if (!voisin || valeur === null) continue
        dits.push({
          valeur,
          libelle,
          lu: { texte: voisin.texte, cellule: this.#cellule(numero, voisin.colonne) },
        })
      }
    const [dit] = dits
    if (!dit || dits.some((d) => d.valeur !== dit.valeur)) return null
    this.#noter(role, dit.libelle, dit.lu.cellule)
    return dit
  }

  #noter(role: RoleColonne, libelle: string, cellule: string): void {
    this.reperes.push({ role, libelle, cellule })
  }

  #cellule(ligne: number, colonne: number): string {
    return reference(this.#feuille.nom, ligne, colonne)
  }

  /** « Objectif fondamental n° 2 : … » in one cell, or « Objectif » beside its number. « Objectif opérationnel » is the action's own. */
  #objectif(): TexteLu | null {
    for (const { numero, cases } of this.#lignes)
      for (const [i, c] of cases.entries()) {
        const t = normaliser(c.texte)
        if (!/^(?:n |numero )?(?:de l'|d')?obj(?:ectif)?s?\b(?! (?:operationnel|quantitatif))/.test(t))
          continue
        const voisin = cases[i + 1]
        const lu =
          lireObjectifOuTitre(c.texte) !== null
            ? c
            : voisin && lireObjectifOuTitre(voisin.texte) !== null
              ? voisin
              : null
        if (!lu) continue
        this.#noter('objectif', c.texte, this.#cellule(numero, lu.colonne))
        return { texte: lu.texte, cellule: this.#cellule(numero, lu.colonne) }
      }
    // « Action 3 : bilans (objectif 2) ».
    const { titre } = this.#fiche
    const dit = /\bobj(?:ectif)?s?\b[^()]*\d/i.exec(titre.texte)?.[0]
    if (dit === undefined || lireObjectif(dit) === null) return null
    this.#noter('objectif', dit, titre.cellule)
    return { texte: dit, cellule: titre.cellule }
  }

  #engagement(): TexteLu | null {
    for (const { numero, cases } of this.#lignes)
      for (const c of cases)
        if (/^engagement\b/i.test(c.texte)) {
          const cellule = this.#cellule(numero, c.colonne)
          this.#noter('engagement', c.texte, cellule)
          return { texte: c.texte, cellule }
        }
    return null
  }

  /** Beside « Intitulé de l’action », or what the title says behind its number. */
  #intitule(): TexteLu {
    for (const { numero, cases } of this.#lignes)
      for (const [i, c] of cases.entries()) {
        if (!/^(?:intitule|nom|libelle|titre)\b/.test(normaliser(c.texte))) continue
        const colle = /:\s*(\S.*)$/.exec(c.texte)?.[1]
        const lu = colle !== undefined ? { ...c, texte: colle } : cases[i + 1]
        if (!lu) continue
        this.#noter('intitule', c.texte, this.#cellule(numero, lu.colonne))
        return { texte: lu.texte, cellule: this.#cellule(numero, lu.colonne) }
      }
    const { titre } = this.#fiche
    const suite = /\d\s*(?:bis|ter|quater)?\s*[:–—-]\s*(\S.*)$/i.exec(titre.texte)?.[1]
    return { texte: suite ?? titre.texte, cellule: titre.cellule }
  }

  /** « | 2020 | 2021 | 2022 » above the financements. */
  #annees({ numero, cases }: Ligne): Map<number, number> {
    const annees = new Map<number, number>()
    for (const c of cases) {
      const valeur = this.#feuille.lignes.get(numero)!.get(c.colonne)!.valeur
      const annee = lireExercice(valeur)
      if (annee !== null) annees.set(c.colonne, annee)
    }
    const autres = cases.filter((c) => !annees.has(c.colonne))
    // « Exercice | 2021 » heads no column: it is said of the whole fiche.
    const ditDeTout = annees.size === 1 && autres.some((c) => lireEntete(c.texte, 0).role === 'exercice')
    return annees.size > 0 &&
      !ditDeTout &&
      autres.every((c) => !/\d/.test(c.texte) || FINANCEMENT.test(normaliser(c.texte)) === false)
      ? annees
      : new Map()
  }

  #financements(
    ligne: Ligne,
    annees: ReadonlyMap<number, number>,
    celluleObjectif: string | null,
  ): Financement[] {
    const financements: Financement[] = []
    for (const [i, c] of ligne.cases.entries()) {
      const cellule = this.#cellule(ligne.numero, c.colonne)
      for (const morceau of c.brut.split(/\r?\n|(?<=\S)\s+(?=(?:Dont )?Financements? )/i)) {
        const lu = lireLibelleFinancement(morceau)
        if (!lu) continue
        const base = { celluleObjectif, ...lu.qui, fleche: null, engage: null, execute: null }
        const ajouter = (prevu: MontantLu | null, exercice: number | null, periode: TexteLu | null) => {
          this.#noter(lu.role, aplatir(lu.libelle), prevu?.cellule ?? cellule)
          if (prevu) financements.push({ ...base, exercice, periode, prevu })
        }
        const dite = lu.exercice === null ? null : { texte: String(lu.exercice), cellule }
        if (lu.valeur !== '') {
          const montant = lireMontant(lu.valeur, lu.unite)
          const rien = montant.nature === 'vide' || montant.nature === 'aucun'
          ajouter(rien ? null : { ...montant, texte: lu.valeur, cellule }, lu.exercice, dite)
          continue
        }
        const suivants = ligne.cases.slice(i + 1)
        const parAnnee = suivants.filter((s) => annees.has(s.colonne))
        for (const s of parAnnee.length > 0 ? parAnnee : suivants.slice(0, 1)) {
          if (lireLibelleFinancement(s.texte)) break
          // Over one amount, the year that its label says is its own.
          const sienne = parAnnee.length < 2 ? lu.exercice : null
          const exercice = sienne ?? annees.get(s.colonne) ?? lu.exercice
          const periode =
            sienne === null && annees.has(s.colonne)
              ? { texte: String(exercice), cellule: this.#cellule(ligne.numero, s.colonne) }
              : dite
          const place = { colonne: s.colonne, unite: lu.unite }
          ajouter(lireMontantCellule(this.#feuille, ligne.numero, place), exercice, periode)
        }
        if (suivants.length === 0) ajouter(null, lu.exercice, dite)
      }
    }
    return financements
  }
}

interface LibelleFinancement {
  libelle: string
  role: RoleColonne
  qui: { financeur: Financeur; enveloppe: Enveloppe | null; enveloppeLue: TexteLu | null }
  exercice: number | null
  unite: number
  /** What follows the colon; '' where the value stands in another cell. */
  valeur: string
}

/** « Financement Etat (FIR) 2021 : 82 500 € ». */
function lireLibelleFinancement(texte: string): LibelleFinancement | null {
  const deuxPoints = texte.indexOf(':')
  const libelle = deuxPoints < 0 ? texte : texte.slice(0, deuxPoints)
  const nom = FINANCEMENT.exec(normaliser(libelle))?.[1]
  if (nom === undefined || libelle.length > 80) return null
  const enveloppe =
    lireEnveloppe(nom) ?? lireEnveloppe(/\(([^)]*)\)/.exec(texte)?.[1]) ?? enveloppeNommee(libelle)
  const financeur: Financeur = /^(?:etat|ars|prefecture|fir|ondam|.*304)/.test(nom)
    ? 'Etat'
    : /^(?:cd|conseil|departement)/.test(nom)
      ? 'Departement'
      : 'Autre'
  const annees = [...libelle.matchAll(/\b(20\d{2})\b/g)]
  return {
    libelle,
    role:
      financeur === 'Etat' ? (enveloppe ?? 'etat') : financeur === 'Departement' ? 'departement' : 'autres',
    qui: { financeur, enveloppe: financeur === 'Etat' ? enveloppe : null, enveloppeLue: null },
    exercice: annees.length === 1 ? Number(annees[0]![1]) : null,
    unite: lireUnite(libelle) ?? 1,
    valeur: deuxPoints < 0 ? '' : texte.slice(deuxPoints + 1).trim(),
  }
}

function enveloppeNommee(libelle: string): Enveloppe | null {
  const m = /\b(fir|304|ondam)\b/.exec(normaliser(libelle))?.[1]
  return m === 'fir' ? 'FIR' : m === '304' ? 'P304' : m === 'ondam' ? 'ONDAM' : null
}
