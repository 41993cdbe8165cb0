import type { Classeur } from '../classeur/classeur.ts'
import { Assemblage } from './import/assemblage.ts'
import { assemblerDestinataires } from './import/assembler-destinataires.ts'
import { assemblerDotations } from './import/assembler-dotations.ts'
import { assemblerEnveloppes } from './import/assembler-enveloppes.ts'
import { assemblerTexte } from './import/assembler-texte.ts'
import {
  DESTINATAIRES_FEUILLE,
  DOTATIONS_FEUILLE,
  ENVELOPPES_FEUILLE,
  LISTES,
  TEXTE_FEUILLE,
} from './import/feuilles.ts'
import { dire, examiner, type LectureReferentiel, type OptionsImport } from './importer.ts'

/**
 * Reads the workbook that an administrator filled (modeleReferentiel). Every error names the sheet and the cell:
 * « Échéances!D4 : « 31/02/2025 » n’est pas une date (JJ/MM/AAAA) ». Never throws.
 */
export function lireReferentielClasseur(classeur: Classeur, options: OptionsImport = {}): LectureReferentiel {
  const assemblage = new Assemblage(classeur)
  // First: the other sheets take their texte, source and date from it where their rows are blank.
  assemblerTexte(assemblage, assemblage.rangees(TEXTE_FEUILLE))
  for (const f of LISTES) assemblage.liste(f)
  assemblerEnveloppes(assemblage, assemblage.rangees(ENVELOPPES_FEUILLE))
  assemblerDotations(assemblage, assemblage.rangees(DOTATIONS_FEUILLE))
  assemblerDestinataires(assemblage, assemblage.rangees(DESTINATAIRES_FEUILLE))
  const examen = examiner(assemblage.document, options)
  const problemes = 'problemes' in examen ? examen.problemes : []
  const erreurs = assemblage.erreurs(problemes)
  if (erreurs.length > 0) return { erreurs: dire(erreurs) }
  return 'referentiel' in examen ? examen : { erreurs: dire(problemes.map((p) => p.phrase)) }
}
