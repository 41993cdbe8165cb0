import { useEffect, useState } from 'react'
import type { ListeEnvois, VersionResume } from '../api-types.ts'
import { useMagasin } from '../composants/crochets.ts'
import type { Ecart, SuiviService } from '../etat/service.ts'

/** What the exercice asks to send, read once for each chain; null until it is. */
export function useEnvois(service: SuiviService): ListeEnvois | null {
  const { chaine } = useMagasin(service)
  const [lus, garder] = useState<{ repere: string; liste: ListeEnvois } | null>(null)
  const repere = chaine ? `${chaine.departement}|${chaine.exercice}` : ''
  useEffect(() => {
    if (!chaine) return
    let abandonne = false
    service.api.envois(chaine).then(
      (liste) => {
        if (!abandonne) garder({ repere, liste })
      },
      // Without the list the version can still be sent as it is; what failed is told by the list of versions.
      () => undefined,
    )
    return () => {
      abandonne = true
    }
  }, [service, repere])
  return lus?.repere === repere ? lus.liste : null
}

const PHRASE_ECART =
  'Le classeur ouvert n’a pas pu être comparé à cette version. Terminez la saisie en cours, puis rouvrez cet onglet.'

/** How the workbook in hand stands to the version, established again after each change of either. */
export function useEcart(
  service: SuiviService,
  version: VersionResume | undefined,
  revision: number,
): { valeur: Ecart | null; erreur: string | null } {
  const repere = `${version?.empreinteDeclaration ?? ''}|${revision}`
  const [etabli, etablir] = useState<{ repere: string; valeur: Ecart | null; erreur: string | null } | null>(
    null,
  )
  useEffect(() => {
    if (!version) return
    let abandonne = false
    service.comparer(version).then(
      (valeur) => {
        if (!abandonne) etablir({ repere, valeur, erreur: null })
      },
      () => {
        if (!abandonne) etablir({ repere, valeur: null, erreur: PHRASE_ECART })
      },
    )
    return () => {
      abandonne = true
    }
    // The marker stands for the version and for the workbook's revision.
  }, [service, version, repere])
  return etabli?.repere === repere ? etabli : { valeur: null, erreur: null }
}
