import type { CelluleNeuve, FeuilleNeuve } from '../classeur/xlsx/ecrire-neuf.ts'
import { NOMS_RUBRIQUES } from '../contrat/lire-fiches.ts'
import type { Rubrique } from '../contrat/contrat.ts'
import { ENVELOPPES } from '../referentiel/referentiel.ts'
import type { Enveloppe, Referentiel } from '../referentiel/referentiel.ts'
import { cellule, cellules, choisirObjectif, feuilleListes, saisirMontant, sourceDe } from './communs.ts'

/** A fiche action in the form of annexe 5.4, with the public-cible that annexe 4 asks for; one sheet, to be copied for each action. */

const NOMS: Record<Enveloppe, string> = { FIR: 'FIR', P304: 'programme 304', ONDAM: 'ONDAM' }

const AVANT: Rubrique[] = ['referent', 'constat', 'objectif', 'description', 'public', 'acteurs']
const APRES: Rubrique[] = ['calendrier', 'indicateurs', 'vigilance']
/** Row of the objectif, 1-based. */
const OBJECTIF = 4
const LIGNES_DE_TEXTE = 3

export function modeleFiche(referentiel: Referentiel, exercice: number): FeuilleNeuve[] {
  const lignes: (CelluleNeuve | null)[][] = [
    cellules('titre', 'FICHE ACTION N° 1'),
    cellules('sousTitre', sourceDe(referentiel)),
    cellules('sousTitre', 'Pour une autre action, copiez cette feuille et changez le numéro du titre.'),
    [cellule('libelle', 'N° de l’objectif du contrat'), cellule('saisie')],
  ]
  for (const enveloppe of ENVELOPPES)
    lignes.push([
      cellule('aide', `Financer par : ${NOMS[enveloppe]}`),
      cellule(
        'calcul',
        '',
        `IF($B$${OBJECTIF}="","",CDPPE.MOTIF($B$${OBJECTIF},"${enveloppe}",${exercice}))`,
      ),
    ])
  const hauteurs: Record<number, number> = {}
  const rubrique = (r: Rubrique): void => {
    lignes.push([cellule('libelle', NOMS_RUBRIQUES[r]), cellule('saisie')])
    hauteurs[lignes.length] = 15 * LIGNES_DE_TEXTE
  }
  lignes.push([cellule('libelle', 'Intitulé de l’action'), cellule('saisie')])
  AVANT.forEach(rubrique)
  lignes.push([cellule('libelle', NOMS_RUBRIQUES.moyens), null])
  const premier = lignes.length + 1
  for (const libelle of [
    ...ENVELOPPES.map((e) => `Financement État (${NOMS[e]}) ${exercice}`),
    `Financement CD ${exercice}`,
    `Financements autres ${exercice}`,
  ])
    lignes.push([cellule('fixe', libelle), cellule('saisieEuros')])
  const montants = `B${premier}:B${lignes.length}`
  APRES.forEach(rubrique)
  return [
    {
      nom: 'Fiche action 1',
      lignes,
      largeurs: [38, 80],
      hauteurs,
      portrait: true,
      titres: '1:1',
      validations: [choisirObjectif(`B${OBJECTIF}`, referentiel), saisirMontant(montants)],
    },
    feuilleListes(referentiel),
  ]
}
