import type { IndicateurLu } from '../contrat/contrat.ts'
import { apparier, lignesDe, objectifsRetenus, SANS_TABLEAU } from './indicateurs.ts'
import type { ConstatBrut, Contexte, Regle } from './regle.ts'

/**
 * OBJ-17: for acts paid by the Assurance maladie, the value of the SNDS and that of the DREES or of the internal
 * follow-up stand side by side (annexe 6, engagement 1). Judged once the tableau de bord tells the two apart.
 */
export const OBJ_17: Regle = {
  id: 'OBJ-17',
  titre: 'Les indicateurs de PMI donnent la valeur SNDS et la valeur DREES ou interne',
  verifier: (contexte) => {
    const { annexes, referentiel } = contexte
    const tableau = annexes.tableauDeBord
    if (!tableau) return SANS_TABLEAU
    const parColonne = tableau.colonnes.some((c) => c.source !== null)
    if (!parColonne && !tableau.indicateurs.some((i) => i.source !== null))
      return { sansObjet: 'Le tableau de bord ne distingue pas les sources.' }
    const doubles = referentiel.indicateurs.filter((i) => i.sources.length > 1 && i.objectif !== null)
    const objectifs = [...new Set(doubles.map((i) => i.objectif!))].filter((o) =>
      objectifsRetenus(contexte).has(o),
    )
    return {
      constats: objectifs.flatMap((objectif) =>
        parColonne
          ? manquesParColonne(contexte, objectif)
          : manquesParLigne(lignesDe(contexte, objectif), objectif),
      ),
    }

    function manquesParColonne(c: Contexte, objectif: number): ConstatBrut[] {
      const siens = doubles.filter((i) => i.objectif === objectif)
      return [...apparier(siens, lignesDe(c, objectif)).values()].flatMap((lu) =>
        dire(objectif, [lu], new Set(lu.valeurs.map((v) => v.colonne.source))),
      )
    }
  },
}

function manquesParLigne(lignes: IndicateurLu[], objectif: number): ConstatBrut[] {
  return lignes.length === 0 ? [] : dire(objectif, lignes, new Set(lignes.map((l) => l.source)))
}

function dire(objectif: number, lignes: IndicateurLu[], sources: ReadonlySet<string | null>): ConstatBrut[] {
  const manque = !sources.has('SNDS') ? 'SNDS' : !sources.has('interne') ? 'DREES ou interne' : null
  if (manque === null) return []
  return [
    {
      cellules: lignes.map((l) => l.libelle.cellule),
      message: `Objectif ${objectif} : « ${lignes[0]!.libelle.texte} » n’a pas de valeur ${manque}. Pour les actes remboursés par l’Assurance maladie, les deux valeurs se donnent côte à côte.`,
      constate: `sans valeur ${manque}`,
      attendu: 'une valeur SNDS et une valeur DREES ou interne',
      correction: null,
    },
  ]
}
