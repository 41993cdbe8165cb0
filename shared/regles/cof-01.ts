import { accorder, enumerer } from '../classeur/texte.ts'
import type { LectureOndam } from '../controle/cofinancement.ts'
import type { CofinancementObjectif } from '../controle/rapport.ts'
import { formatEuros } from '../montant/format.ts'
import { estNonChiffre } from '../plan/comptes.ts'
import type { Classement } from '../plan/classement.ts'
import type { ConstatBrut, Regle } from './regle.ts'

/**
 * COF-01: on each objectif the department puts at least what the State pays it (contrat-type, article 2.2.2).
 * Judged by objectif over the contract's duration (annexe 4, I). The text is ambiguous on the ONDAM
 * (« ceux qui lui sont versés »): unless the officer asks otherwise it is left out, being paid to the establishments,
 * and the finding says so.
 * Where an amount cannot be read, the finding stands only if the part falls short under every reading.
 */
export const COF_01: Regle = {
  id: 'COF-01',
  titre: 'Sur chaque objectif, le Département apporte au moins autant que l’État lui verse',
  couvre: ['COF-03'],
  verifier: ({ classement, lectureOndam, cofinancement: bilans }) => {
    if (bilans.every((b) => b.etat === 0)) return { sansObjet: 'Aucune part de l’État n’est chiffrée.' }
    return {
      constats: bilans
        .filter((b) => b.manque > 0)
        .map((b) => dire(b, lectureOndam, nonChiffres(classement, b))),
    }
  },
}

/** Which reading of « qui lui sont versés » was taken, said in each finding. */
export const LECTURES: Record<LectureOndam, string> = {
  exclu: 'Lecture retenue : l’ONDAM, versé aux établissements, n’est pas compté.',
  inclus: 'Lecture retenue : l’ONDAM est compté avec les autres parts de l’État.',
}

/** The department's means that are described without a figure, as they are written. */
function nonChiffres({ sansMontantSur }: Classement, { cellules }: CofinancementObjectif): string[] {
  const siennes = new Set(cellules)
  const textes = sansMontantSur
    .flatMap((a) => a.financements)
    .filter((f) => f.financeur === 'Departement' && f.prevu !== null && siennes.has(f.prevu.cellule))
    .flatMap((f) => (estNonChiffre(f.prevu!) ? [`« ${f.prevu!.texte} »`] : []))
  return [...new Set(textes)]
}

function dire(b: CofinancementObjectif, lecture: LectureOndam, sansChiffre: string[]): ConstatBrut {
  const auMoins = b.illisibles.length > 0 ? 'au moins ' : ''
  // The department's part under its best reading.
  const mieux = b.etat - b.manque
  const part = `${mieux > b.departement ? 'au mieux ' : ''}${formatEuros(mieux)}`
  const doute =
    b.illisibles.length > 0
      ? ` ${accorder(b.illisibles.length, 'cellule sans montant certain a été lue', 'cellules sans montant certain ont été lues')} dans le sens qui vous est le plus favorable.`
      : ''
  const aChiffrer =
    sansChiffre.length > 0
      ? ` Ce qui est décrit sans montant ne compte qu’une fois chiffré : ${enumerer(sansChiffre)}.`
      : ''
  const ecart =
    mieux === 0
      ? `aucun montant chiffré du Département n’est inscrit en face de la part de l’État, ${auMoins}${formatEuros(b.etat)}. Une valorisation de moyens existants est admise, à condition d’être chiffrée en euros.`
      : `la part du Département est inférieure à celle de l’État. ${majuscule(part)} pour ${auMoins}${formatEuros(b.etat)} ; il manque ${auMoins}${formatEuros(b.manque)}.`
  return {
    cellules: b.cellules,
    message: `Objectif ${b.objectif} : ${ecart}${aChiffrer}${doute} Complétez la part du Département sur cet objectif, ou réduisez la demande. ${LECTURES[lecture]}`,
    constate: `Département ${part}, État ${auMoins}${formatEuros(b.etat)}`,
    attendu: `Département ≥ ${formatEuros(b.etat)}`,
    correction: null,
  }
}

function majuscule(texte: string): string {
  return texte[0]!.toUpperCase() + texte.slice(1)
}
