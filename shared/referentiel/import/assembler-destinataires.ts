import type { Assemblage } from './assemblage.ts'
import { DESTINATAIRES_FEUILLE } from './feuilles.ts'
import type { Rangee } from './lire-feuille.ts'

interface Assemble {
  courriel: unknown
  nom: unknown
  graphiesRefusees: Record<string, unknown>[]
}

/** The sheet « Destinataires »: an address a row, the spellings to refuse on rows of their own. */
export function assemblerDestinataires(a: Assemblage, rangees: readonly Rangee[]): void {
  const destinataires: Assemble[] = []
  for (const rangee of rangees) {
    const { courriel, nom, graphie, raison } = rangee.valeurs
    if ((graphie ?? null) === null) {
      const chemin = ['destinataires', destinataires.length]
      a.situer(chemin, rangee, ['courriel', 'nom'])
      destinataires.push({
        courriel,
        nom: nom ?? undefined,
        graphiesRefusees: [],
        ...a.referenceDe(rangee, chemin),
      })
      continue
    }
    const i = destinataires.findLastIndex((d) => d.courriel === courriel)
    const destinataire = destinataires[i]
    if (!destinataire) {
      a.refuser(
        rangee.cellules['courriel'],
        'cette graphie refusée ne suit aucune ligne qui porte la même adresse',
      )
      continue
    }
    const chemin = ['destinataires', i, 'graphiesRefusees', destinataire.graphiesRefusees.length]
    a.situer(chemin, rangee, ['graphie', 'raison'])
    destinataire.graphiesRefusees.push({
      graphie,
      raison: raison ?? undefined,
      ...a.referenceDe(rangee, chemin),
    })
  }
  a.poser('destinataires', destinataires, DESTINATAIRES_FEUILLE)
}
