import type { ConstatBrut, Regle } from './regle.ts'

/** LEC-04: a date or an amount of the contract or of the sendings that cannot be read for sure. Nothing is guessed. */
export const LEC_04: Regle = {
  id: 'LEC-04',
  titre: 'Les dates et les montants du contrat et des envois se lisent sans doute possible',
  verifier: ({ annexes: { contrat, envois } }) => {
    if (!contrat && !envois) return { sansObjet: 'Le classeur ne contient ni contrat ni liste d’envois.' }
    const dates = [
      ...(contrat?.champs ?? []).map((c) => ({ nom: c.libelle.texte, date: c.date })),
      ...(envois?.lignes ?? []).map((e) => ({ nom: e.piece.texte, date: e.date })),
    ]
    return {
      constats: [
        ...dates.flatMap(({ nom, date }): ConstatBrut[] =>
          date?.raison
            ? [
                {
                  cellules: [date.cellule],
                  message: `« ${nom} » : « ${date.texte} » ne se lit pas comme une date. ${date.raison} Écrivez-la sous la forme 31/10/2024.`,
                  constate: `« ${date.texte} »`,
                  attendu: 'une date',
                  correction: null,
                },
              ]
            : [],
        ),
        ...(contrat?.champs ?? []).flatMap(({ libelle, montant }): ConstatBrut[] =>
          montant?.raison
            ? [
                {
                  cellules: [montant.cellule],
                  message: `« ${libelle.texte} » : « ${montant.texte} » ne se lit pas comme un montant. ${montant.raison}`,
                  constate: `« ${montant.texte} »`,
                  attendu: 'un montant unique en euros',
                  correction: null,
                },
              ]
            : [],
        ),
      ],
    }
  },
}
