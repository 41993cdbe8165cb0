import { readFileSync } from 'node:fs'
import { NOM_MODE_EMPLOI, modeleReferentiel } from '../../shared/referentiel/modele.ts'
import type { Referentiel } from '../../shared/referentiel/referentiel.ts'
import { REFERENTIELS } from '../../shared/referentiel/registre.ts'
import { fabriquerClasseur } from './fabrique.ts'
import type { FeuilleDecrite, ValeurDecrite } from './fabrique.ts'

/** The files that the pane offers to whoever is to load a référentiel: the .xlsx models and the published JSON schema. */

const ENTETE = { gras: true, fond: 'DDEBF7', retour: true }
const LARGEURS_MODE_EMPLOI = [30, 34, 100]
const LARGEUR = 26

/** The model as an administrator fills it: empty, or holding a référentiel to start from. */
export function classeurModele(referentiel?: Referentiel): Promise<Uint8Array> {
  const feuilles = Object.entries(modeleReferentiel(referentiel)).map(([nom, lignes]): FeuilleDecrite => {
    if (nom === NOM_MODE_EMPLOI) return { nom, lignes, largeurs: LARGEURS_MODE_EMPLOI }
    const [entetes = [], ...suite] = lignes
    const titres = entetes.map((valeur): ValeurDecrite => ({ valeur, style: ENTETE }))
    return {
      nom,
      lignes: [titres, ...suite],
      largeurs: entetes.map(() => LARGEUR),
      figes: { lignes: 1, colonnes: 0 },
    }
  })
  return fabriquerClasseur(feuilles, { titre: 'Référentiel CDPPE', auteur: 'CDPPE pour Excel' })
}

/** Each file with its bytes, the same at each run. */
export const MODELES: readonly { nom: string; octets: () => Promise<Uint8Array> }[] = [
  { nom: 'CDPPE_referentiel_modele.xlsx', octets: () => classeurModele() },
  { nom: 'CDPPE_referentiel_2024.xlsx', octets: () => classeurModele(REFERENTIELS[2]) },
  {
    nom: 'referentiel.schema.json',
    octets: () =>
      Promise.resolve(
        new Uint8Array(readFileSync(new URL('../../shared/referentiel/schema.json', import.meta.url))),
      ),
  },
]
