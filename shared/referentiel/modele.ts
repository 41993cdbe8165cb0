import {
  COLONNES_REFERENCE,
  DESTINATAIRES_FEUILLE,
  DOTATIONS_FEUILLE,
  type ELEMENTS_DOTATION,
  ENVELOPPES_FEUILLE,
  FEUILLES,
  LISTES,
  RUBRIQUES,
  TEXTE_FEUILLE,
  type FeuilleModele,
} from './import/feuilles.ts'
import { valeurEn } from './import/probleme.ts'
import type { ValeurModele } from './import/codecs.ts'
import type { Reference, Referentiel } from './referentiel.ts'

/** The workbook that an administrator fills to load a référentiel, as rows by sheet. */
export type RangeesModele = Record<string, ValeurModele[][]>

export const NOM_MODE_EMPLOI = 'Mode d’emploi'

type Valeurs = Record<string, unknown>

/** The model: empty to be filled, or holding a référentiel (to start from an earlier text). */
export function modeleReferentiel(referentiel?: Referentiel): RangeesModele {
  const feuilles: RangeesModele = { [NOM_MODE_EMPLOI]: modeEmploi() }
  for (const f of FEUILLES) feuilles[f.nom] = [entetes(f)]
  const ecrire = (f: FeuilleModele, valeurs: Valeurs, reference?: Reference) =>
    feuilles[f.nom]!.push(rangee(f, valeurs, reference, referentiel?.reference))
  ecrireTexte(ecrire, referentiel)
  if (!referentiel) return feuilles
  for (const f of LISTES)
    for (const element of referentiel[f.liste] as unknown as (Valeurs & { reference: Reference })[])
      ecrire(f, f.deplier?.(element) ?? element, element.reference)
  ecrireEnveloppes(ecrire, referentiel)
  ecrireDotations(ecrire, referentiel)
  ecrireDestinataires(ecrire, referentiel)
  return feuilles
}

type Ecrire = (f: FeuilleModele, valeurs: Valeurs, reference?: Reference) => void

function entetes(f: FeuilleModele): string[] {
  return [...f.colonnes, ...COLONNES_REFERENCE].map((c) => c.titre)
}

/** One row; what its reference shares with the text's own is left blank. */
function rangee(
  f: FeuilleModele,
  valeurs: Valeurs,
  reference: Reference | undefined,
  defaut: Reference | undefined,
): ValeurModele[] {
  const propre: Partial<Reference> = { ...reference }
  for (const cle of ['texte', 'source', 'verifieLe'] as const)
    if (propre[cle] === defaut?.[cle]) delete propre[cle]
  const cellules = [
    ...f.colonnes.map((c) => {
      const v = valeurs[c.cle]
      return typeof v === 'number' ? v : c.codec.ecrire(v)
    }),
    ...COLONNES_REFERENCE.map((c) => c.codec.ecrire(valeurEn({ reference: propre }, c.cle.split('.')))),
  ]
  while (cellules.at(-1) === null) cellules.pop()
  return cellules
}

/** The rubriques whose row bears a reference, with the path of that reference. */
export const REFERENCES_DES_RUBRIQUES: Record<string, string[]> = {
  id: ['reference'],
  'nombreObjectifs.obligatoires.nombre': ['nombreObjectifs', 'obligatoires', 'reference'],
  'nombreObjectifs.facultatifs.minimum': ['nombreObjectifs', 'facultatifs', 'reference'],
  'anneeDeReference.annee': ['anneeDeReference', 'reference'],
  'dureeContrat.fin': ['dureeContrat', 'reference'],
}

function ecrireTexte(ecrire: Ecrire, referentiel: Referentiel | undefined): void {
  for (const { titre, cle, codec } of RUBRIQUES) {
    const chemin = REFERENCES_DES_RUBRIQUES[cle]
    ecrire(
      TEXTE_FEUILLE,
      { rubrique: titre, valeur: codec.ecrire(valeurEn(referentiel, cle.split('.'))) },
      chemin === undefined ? undefined : (valeurEn(referentiel, chemin) as Reference | undefined),
    )
  }
}

function ecrireEnveloppes(ecrire: Ecrire, { eligibilites, enveloppesNonDites }: Referentiel): void {
  for (const e of eligibilites) {
    ecrire(ENVELOPPES_FEUILLE, { ...e, condition: null }, e.reference)
    for (const c of e.conditions)
      ecrire(
        ENVELOPPES_FEUILLE,
        { enveloppe: e.enveloppe, objectifs: [c.objectif], condition: c.condition },
        c.reference,
      )
  }
  for (const n of enveloppesNonDites)
    ecrire(
      ENVELOPPES_FEUILLE,
      { enveloppe: 'non dite', objectifs: n.objectifs, condition: n.motif },
      n.reference,
    )
}

function ecrireDotations(ecrire: Ecrire, { dotations }: Referentiel): void {
  for (const d of dotations) {
    const ligne = (
      element: keyof typeof ELEMENTS_DOTATION,
      reference: Reference,
      libelle: string | null,
      valeur: ValeurModele,
    ) =>
      ecrire(
        DOTATIONS_FEUILLE,
        { enveloppe: d.enveloppe, exercices: d.exercices, element, libelle, valeur },
        reference,
      )
    ligne('modalite', d.modalite.reference, d.modalite.phrase, null)
    if (d.nationale) ligne('nationale', d.nationale.reference, null, d.nationale.centimes / 100)
    for (const c of d.criteres) ligne('critere', c.reference, c.libelle, c.poids / 10)
    if (d.plancher) ligne('plancher', d.plancher.reference, null, d.plancher.centimes / 100)
    if (d.plafond) ligne('plafond', d.plafond.reference, null, d.plafond.centimes / 100)
    // The order of these years is meant: the first in which there was an amount counts.
    if (d.plafondDelegue)
      ligne('plafondDelegue', d.plafondDelegue.reference, null, d.plafondDelegue.exercices.join(', '))
  }
}

function ecrireDestinataires(ecrire: Ecrire, { destinataires }: Referentiel): void {
  for (const d of destinataires) {
    ecrire(DESTINATAIRES_FEUILLE, { courriel: d.courriel, nom: d.nom }, d.reference)
    for (const g of d.graphiesRefusees)
      ecrire(
        DESTINATAIRES_FEUILLE,
        { courriel: d.courriel, graphie: g.graphie, raison: g.raison },
        g.reference,
      )
  }
}

function modeEmploi(): ValeurModele[][] {
  return [
    ['Charger le référentiel d’un exercice'],
    [],
    [
      'Remplissez les feuilles de ce classeur d’après le texte (instruction, circulaire, contrat-type), puis chargez-le : il est vérifié, et chaque erreur nomme la feuille et la cellule.',
    ],
    [
      'Chaque ligne dit où sa valeur est écrite : « Article » est toujours à remplir ; « Citation » reprend les mots du texte. « Texte cité », « Source » et « Vérifié le » se laissent vides quand ils sont ceux de la feuille « Texte ».',
    ],
    [
      '« Présumé parce que » se remplit quand la valeur est reprise d’un texte antérieur : elle sera montrée comme présumée. Ne présumez pas ce que vous ne savez pas : écrivez-le dans « Silences ».',
    ],
    [],
    ['Feuille', 'Colonne', 'À écrire'],
    ...FEUILLES.flatMap((f): ValeurModele[][] => [
      [f.nom, null, f.requise ? f.aide : `${f.aide} (feuille facultative)`],
      ...(f === TEXTE_FEUILLE ? RUBRIQUES : f.colonnes).map((c) => [f.nom, c.titre, c.codec.aide]),
    ]),
    ...COLONNES_REFERENCE.map((c) => ['toutes', c.titre, c.codec.aide]),
  ]
}
