import * as oidc from 'openid-client'
import { z } from 'zod'
import type { Entra } from './configuration.ts'
import { creerDecouverte, echangerCode } from './fournisseur.ts'
import { PREFIXE_ENTRA, retourDe, texteCourriel, texteNom } from './identite.ts'
import type { Identite } from './identite.ts'

/** Somebody of the tenant who acts for no SIRET: `trop` where Entra did not say the groups because they are too many. */
export class SansRattachement extends Error {
  override readonly name = 'SansRattachement'
  readonly trop: boolean

  constructor(trop: boolean) {
    super('Nobody of the tenant to whom a SIRET was given')
    this.trop = trop
  }
}

const guid = z.guid().transform((g) => g.toLowerCase())
const Revendications = z.object({
  iss: z.string(),
  tid: guid,
  oid: guid,
  name: texteNom.optional(),
  given_name: texteNom.optional(),
  family_name: texteNom.optional(),
  email: z.string().optional(),
  preferred_username: z.string().optional(),
  /** Who authenticated a guest: another than the tenant. */
  idp: z.string().optional(),
  /** 0: a member, 1: a guest, where the tenant adds this claim. Nothing else is read as 0, an empty word least. */
  acct: z
    .union([z.literal([0, 1]), z.enum(['0', '1'])])
    .transform(Number)
    .optional(),
  groups: z.array(guid).optional(),
  /** In the place of more groups than a token holds (200). */
  _claim_names: z.object({ groups: z.string().optional() }).optional(),
  hasgroups: z.boolean().optional(),
})
type Revendications = z.infer<typeof Revendications>

/** Whom the tenant calls by first and last name; otherwise the whole name as it is shown, cut at its first space. */
function nommer({ given_name, family_name, name }: Revendications): { prenom: string; nom: string } {
  if (given_name && family_name) return { prenom: given_name, nom: family_name }
  const [prenom, nom] = (name ?? '').split(/\s+(.*)/s)
  if (!prenom || !nom)
    throw new Error('Entra said no first and last name: add these optional claims to the app')
  return { prenom, nom }
}

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/**
 * A member, and not a guest: the tenant says so (`acct`, an optional claim: without it nobody is believed to be one),
 * and no other has authenticated them. Who did is an address that holds the tenant: sts.windows.net and
 * login.microsoftonline.com are one.
 */
function estMembre({ acct, idp, tid }: Revendications): boolean {
  return acct === 0 && (idp === undefined || GUID.exec(idp)?.[0].toLowerCase() === tid)
}

/**
 * The SIRET of the first line that is theirs. A guest is given one by a group only, never as one of everybody. Where
 * the groups were not said, a line that asks for one may be theirs: none of those that follow is taken for it.
 */
function siretDe(rattachements: Entra['rattachements'], r: Revendications): string {
  const tus = r.groups === undefined && (r.hasgroups === true || r._claim_names?.groups !== undefined)
  for (const { groupe, siret } of rattachements) {
    if (groupe === undefined ? estMembre(r) : r.groups?.includes(groupe.toLowerCase())) return siret
    if (groupe !== undefined && tus) throw new SansRattachement(true)
  }
  throw new SansRattachement(false)
}

/**
 * Microsoft Entra ID, one tenant: everything is in the ID token, whose signature is checked. Who somebody is are
 * `tid` and `oid`; Microsoft guarantees neither the e-mail address nor the name, which are only shown.
 */
export function creerIdentiteEntra(reglages: Entra, origine: string): Identite {
  const retour = retourDe(origine)
  const decouvrir = creerDecouverte(reglages)
  return {
    async adresseConnexion(state, nonce) {
      return oidc.buildAuthorizationUrl(await decouvrir(), {
        redirect_uri: retour,
        scope: 'openid profile email',
        state,
        nonce,
      })
    },
    async echanger(requete, attendu) {
      const { revendications } = await echangerCode(
        await decouvrir(),
        new URL(`${retour}?${requete}`),
        attendu,
      )
      const dites = Revendications.parse(revendications)
      if (dites.tid !== reglages.locataire.toLowerCase())
        throw new Error('Another tenant than the one believed')
      const siret = siretDe(reglages.rattachements, dites)
      const courriel = [dites.email, dites.preferred_username].find((a) => texteCourriel.safeParse(a).success)
      if (courriel === undefined)
        throw new Error('Entra said no e-mail address: add this optional claim to the app')
      return { sub: `${PREFIXE_ENTRA}${dites.tid}:${dites.oid}`, ...nommer(dites), courriel, siret }
    },
  }
}
