import type { Referentiel } from '../../shared/referentiel/referentiel.ts'

/**
 * Whether an address may be written to: it is in the référentiel's closed list, letter for letter. The 2024
 * instruction misprints the mailbox once as « dqcs-… »; that spelling is in no list, so it is refused.
 */
export function destinataireAdmis(
  referentiel: Pick<Referentiel, 'destinataires'>,
  courriel: string,
): boolean {
  return referentiel.destinataires.some((destinataire) => destinataire.courriel === courriel)
}

/** Where a message for `courriel` really goes: there only in production, else to the trial mailbox. */
export function adresseDeRemise(boiteLocale: string | null, courriel: string): string {
  return boiteLocale ?? courriel
}
