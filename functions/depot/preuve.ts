import { TYPE_PREUVE } from '../../shared/version/declaration.ts'
import type { ClePublique, Declaration, Preuve, RecuSigne } from '../../shared/version/declaration.ts'
import type { VersionGardee } from './chaine-versions.ts'

/**
 * The proof file of a version: its statement, the signature, the keys that verify what it holds, and the
 * receipt once it was sent.
 */
export function composerPreuve(
  version: VersionGardee,
  envoi: { recu: RecuSigne | null; cleRecu: ClePublique | null } | null,
  horodatage: string | null = null,
): Preuve {
  const recu = envoi?.recu ?? null
  const autre = recu && envoi?.cleRecu && envoi.cleRecu.kid !== version.cle.kid ? [envoi.cleRecu] : []
  return {
    type: TYPE_PREUVE,
    declaration: version.declaration,
    jws: version.jws,
    cles: { keys: [version.cle, ...autre] },
    recu,
    cms: version.cms ?? null,
    horodatage: version.cms ? horodatage : null,
  }
}

/** « CDPPE_62_2020_version-7.preuve.json » */
export function nomPreuve({ departement, exercice, numero }: Declaration): string {
  return `CDPPE_${departement}_${exercice}_version-${numero}.preuve.json`
}
