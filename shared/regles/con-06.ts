import { enumerer, normaliser } from '../classeur/texte.ts'
import { jourDe, libellesDe, texteDe } from '../contrat/acces.ts'
import type { Regle } from './regle.ts'

const PARTIES = [
  { cle: 'signataire-etat', nom: 'le préfet', mots: /\bprefete?\b|\betat\b/ },
  { cle: 'signataire-ars', nom: 'le directeur général de l’ARS', mots: /\bars\b|agence regionale/ },
  {
    cle: 'signataire-departement',
    nom: 'le président du conseil départemental',
    mots: /departement|presidente?\b/,
  },
] as const

/** CON-06: the three parties sign (contrat-type, signatures). The threshold for the contrôleur budgétaire is not written, so it is not checked. */
export const CON_06: Regle = {
  id: 'CON-06',
  titre: 'Les trois parties sont nommées parmi les signataires',
  verifier: ({ annexes: { contrat } }) => {
    const labels = libellesDe(contrat, 'signataires', ...PARTIES.map((p) => p.cle))
    const signature = jourDe(contrat, 'signature')
    if (labels.length === 0 || !signature) return { sansObjet: 'Aucun signataire n’est à vérifier.' }
    const ensemble = (contrat?.champs ?? [])
      .filter((c) => c.cle === 'signataires')
      .map((c) => normaliser(c.texte?.texte ?? ''))
      .join(' ')
    const absents = PARTIES.filter((p) => !texteDe(contrat, p.cle) && !p.mots.test(ensemble))
    if (absents.length === 0) return { constats: [] }
    const noms = enumerer(absents.map((p) => p.nom))
    return {
      constats: [
        {
          cellules: [...new Set([...labels, signature.cellule])],
          message: `Le contrat porte une date de signature, mais ${noms} ${absents.length < 2 ? 'n’est pas nommé' : 'ne sont pas nommés'} parmi les signataires. Complétez les signataires.`,
          constate: `${3 - absents.length} parties nommées sur 3`,
          attendu: 'le préfet, le directeur général de l’ARS et le président du conseil départemental',
          correction: null,
        },
      ],
    }
  },
}
