import { objectifDuLibelle } from '../referentiel/libelle.ts'
import type { Action } from '../plan/plan.ts'
import type { Objectif } from '../referentiel/referentiel.ts'
import type { ConstatBrut, Regle } from './regle.ts'
import { ecrireTitre } from './titre.ts'

/** REF-02: the title printed beside a number is that of another objectif; which of the two is meant is the department's to say. */
export const REF_02: Regle = {
  id: 'REF-02',
  titre: 'Le libellé et le numéro de l’objectif s’accordent',
  verifier: ({ plan, referentiel }) => {
    const autreQue = duMemeTexte((numero, texte) => objectifDuLibelle(referentiel, numero, texte))
    return { constats: plan.actions.flatMap((action) => examiner(action, autreQue)) }
  },
}

type Recherche = (numero: number, texte: string) => Objectif | undefined

/** A plan prints the same few titles on all its rows, and each is compared with every title of the text: once is enough. */
function duMemeTexte(chercher: Recherche): Recherche {
  const connus = new Map<string, Objectif | undefined>()
  return (numero, texte) => {
    const cle = `${numero} ${texte}`
    if (!connus.has(cle)) connus.set(cle, chercher(numero, texte))
    return connus.get(cle)
  }
}

function examiner(action: Action, autreQue: Recherche): ConstatBrut[] {
  const { objectif } = action
  if (objectif === null) return []
  const fautifs = action.objectifsLus
    .map((lu) => ({ lu, autre: autreQue(objectif, lu.texte) }))
    .filter((x) => x.autre !== undefined)
  const premier = fautifs[0]
  if (!premier?.autre) return []
  return [
    {
      cellules: fautifs.map((x) => x.lu.cellule),
      message: `Action ${action.numero} : le numéro ${objectif} et le libellé ne s’accordent pas. « ${premier.lu.texte} » est le libellé de l’objectif ${premier.autre.numero} (${premier.autre.titre}). Gardez celui des deux qui est voulu ; la correction proposée garde le libellé.`,
      constate: `« ${premier.lu.texte} »`,
      attendu: `objectif ${premier.autre.numero} : ${premier.autre.titre}`,
      correction: ecrireTitre(
        premier.autre,
        fautifs.filter((x) => x.autre === premier.autre).map((x) => x.lu),
      ),
    },
  ]
}
