import { normaliser } from '../classeur/texte.ts'
import type { Regle } from './regle.ts'

/** CON-05: a denunciation goes by registered letter to both other parties (contrat-type, article 6). */
export const CON_05: Regle = {
  id: 'CON-05',
  titre: 'La dénonciation part en recommandé aux deux autres parties',
  verifier: ({ annexes }) => {
    const lignes = annexes.envois?.lignes.filter((e) => e.pieces.includes('denonciation') && e.date) ?? []
    if (lignes.length === 0) return { sansObjet: 'Aucune dénonciation n’est inscrite.' }
    const parties = new Set(lignes.flatMap((e) => e.canaux.filter((c) => c === 'prefet' || c === 'ars')))
    const simple = lignes.filter(
      (e) =>
        e.canal !== null &&
        !/recommande|\blrar\b|accuse de reception|\brar\b|\bar\b/.test(normaliser(e.canal.texte)),
    )
    const manques = [
      ...(parties.size < 2 ? ['les deux autres parties (préfet et ARS)'] : []),
      ...(simple.length > 0 ? ['une lettre recommandée avec accusé de réception'] : []),
    ]
    if (manques.length === 0) return { constats: [] }
    return {
      constats: [
        {
          cellules: [
            ...new Set(
              lignes
                .flatMap((e) => [e.piece, e.destinataire, e.canal])
                .flatMap((t) => (t ? [t.cellule] : [])),
            ),
          ],
          message: `La dénonciation du contrat demande ${manques.join(' et ')}. Complétez la liste des envois.`,
          constate: lignes.map((e) => e.destinataire?.texte ?? e.canal?.texte ?? e.piece.texte).join(' ; '),
          attendu: manques.join(' et '),
          correction: null,
        },
      ],
    }
  },
}
