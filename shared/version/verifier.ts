import { base64url } from 'jose'
import { formeCanonique, empreinte } from './canonique.ts'
import type { Hachage } from './canonique.ts'
import { empreinteDeclaration, exigerSuite } from './chaine.ts'
import {
  SchemaDeclaration,
  SchemaPreuve,
  TYPE_PREUVE,
  TYPE_PREUVE_1,
  TYPE_VERSION,
  TYPE_VERSION_1,
  TYP_JWS_RECU,
  TYP_JWS_VERSION,
} from './declaration.ts'
import type { Declaration, JeuDeCles, Preuve, RecuSigne } from './declaration.ts'
import { direInstant } from './instant.ts'
import { Refus } from './refus.ts'
import type { CodeRefus } from './refus.ts'
import { direChamps } from './champs.ts'
import { choisirCle, exigerEnService, lireEntete, verifierSignature } from './signature.ts'

/** One step of the verification, with what it found as a French sentence. */
export interface Etape {
  nom:
    | 'preuve'
    | 'classeur'
    | 'contenu'
    | 'cle'
    | 'signature'
    | 'declaration'
    | 'chaine'
    | 'recu'
    | 'rapport'
    | 'cms'
    | 'horodatage'
  /** null: the step says something that has to be known, without accepting or refusing. */
  acquis: boolean | null
  phrase: string
}

export interface Verification {
  accepte: boolean
  /** The first reason of refusal, null when accepted. */
  refus: CodeRefus | null
  etapes: Etape[]
  /** The statement, where the proof could be read. */
  declaration: Declaration | null
}

export interface OptionsVerification {
  /** Published keys (JWKS) to compare the proof's key with; without them the proof's own key is believed. */
  cles?: JeuDeCles
  /** The previous version's proof, or null to say that this version must be the first. */
  precedente?: unknown
  /** Digest of the values and formulas of the workbook, to tell a mere re-save from a change; null: unreadable. */
  empreinteContenu?: string | null
  hachage?: Hachage
  /** Text of the report that came with the files. */
  rapport?: string
  /** Certificates (DER) of the authorities to trace the CMS signature and the time stamp to. */
  autorites?: readonly Uint8Array[]
}

/** Collects the steps: a refusal stops its own step, never the others, so that one run says everything. */
class Registre {
  readonly etapes: Etape[] = []
  refus: CodeRefus | null = null

  async pas(nom: Etape['nom'], examiner: () => Promise<string> | string): Promise<boolean> {
    try {
      this.etapes.push({ nom, acquis: true, phrase: await examiner() })
      return true
    } catch (erreur) {
      if (!(erreur instanceof Refus)) throw erreur
      this.refus ??= erreur.code
      this.etapes.push({ nom, acquis: false, phrase: erreur.message })
      return false
    }
  }

  noter(nom: Etape['nom'], phrase: string): void {
    this.etapes.push({ nom, acquis: null, phrase })
  }

  conclure(declaration: Declaration | null): Verification {
    return { accepte: this.refus === null, refus: this.refus, etapes: this.etapes, declaration }
  }
}

/**
 * Verifies, from the files alone, that these bytes are the version which the proof states. `preuve` is the
 * parsed JSON of the proof file, as it was read. Never throws for what the files hold.
 */
export async function verifierPreuve(
  octets: Uint8Array,
  preuve: unknown,
  options: OptionsVerification = {},
): Promise<Verification> {
  const hachage = options.hachage ?? crypto.subtle
  const registre = new Registre()
  let lue: Preuve | null = null
  await registre.pas('preuve', () => {
    lue = lirePreuve(preuve)
    return `Preuve de la version ${lue.declaration.numero}, département ${lue.declaration.departement}, exercice ${lue.declaration.exercice}.`
  })
  if (!lue) return registre.conclure(null)
  const complete = lue as Preuve
  const { declaration, jws, cles, recu } = complete

  const octetsBons = await registre.pas('classeur', () =>
    exigerOctets(octets, declaration, options.empreinteContenu, hachage),
  )
  await examinerContenu(registre, octetsBons, options.empreinteContenu, declaration)
  await registre.pas('cle', () => exigerCle(jws, declaration.le, cles, options.cles))
  const signe = await registre.pas('signature', () => exigerSignature(jws, cles, declaration))
  if (signe) await registre.pas('declaration', () => exigerDeclaration(jws, declaration))
  if (options.precedente !== undefined)
    await registre.pas('chaine', () => exigerLien(options.precedente, declaration, hachage))
  else registre.noter('chaine', phraseSansPrecedente(declaration))
  if (options.rapport !== undefined)
    await registre.pas('rapport', () => exigerRapport(options.rapport!, declaration, hachage))
  if (recu) await registre.pas('recu', () => exigerRecu(recu, cles, options.cles, declaration, hachage))
  await verifierTiers(registre, complete, options.autorites)
  return registre.conclure(declaration)
}

/** Reads a proof: its type first, then every field of it. */
function lirePreuve(preuve: unknown): Preuve {
  if (typeof preuve !== 'object' || preuve === null) throw new Refus('PREUVE_ILLISIBLE')
  const { type, declaration } = preuve as { type?: unknown; declaration?: { type?: unknown } | null }
  if (typeof type === 'string' && type !== TYPE_PREUVE && type !== TYPE_PREUVE_1)
    throw new Refus('TYPE_INCONNU')
  const genre = declaration?.type
  if (typeof genre === 'string' && genre !== TYPE_VERSION && genre !== TYPE_VERSION_1)
    throw new Refus('TYPE_INCONNU')
  const lecture = SchemaPreuve.safeParse(preuve)
  if (!lecture.success) throw new Refus('PREUVE_ILLISIBLE')
  return lecture.data
}

async function exigerOctets(
  octets: Uint8Array,
  declaration: Declaration,
  contenu: string | null | undefined,
  hachage: Hachage,
): Promise<string> {
  const suite =
    contenu === declaration.empreinteContenu
      ? ' Ses valeurs et ses formules sont pourtant celles de la version signée : il a été réenregistré sans changement de contenu. Présentez le fichier d’origine.'
      : ''
  if (octets.length !== declaration.taille)
    throw new Refus(
      'TAILLE_DIFFERENTE',
      `Le classeur a ${nombre(octets.length)} octets au lieu de ${nombre(declaration.taille)} : ce n’est pas le fichier qui a été signé.${suite}`,
    )
  const lue = await empreinte(octets, hachage)
  if (lue !== declaration.empreinte)
    throw new Refus(
      'EMPREINTE_DIFFERENTE',
      `L’empreinte du classeur est ${lue} au lieu de ${declaration.empreinte} : le fichier a changé depuis la signature, ou ce n’est pas le bon.${suite}`,
    )
  return `Le classeur est, à l’octet près, celui qui a été déclaré (${nombre(octets.length)} octets, empreinte SHA-256 ${lue}).`
}

/** What the cells say: of the very bytes that were signed, or of others. */
async function examinerContenu(
  registre: Registre,
  octetsBons: boolean,
  contenu: string | null | undefined,
  declaration: Declaration,
): Promise<void> {
  if (contenu === undefined) return
  if (contenu === declaration.empreinteContenu)
    await registre.pas('contenu', () => 'Ses valeurs et ses formules sont celles de la version signée.')
  else if (octetsBons)
    // The bytes are the signed ones: only another way of reading them can give another digest.
    registre.noter(
      'contenu',
      'Les octets sont ceux de la version signée ; l’empreinte de ses valeurs et de ses formules n’a pas pu être retrouvée par ce logiciel.',
    )
  else
    await registre.pas('contenu', () =>
      Promise.reject(new Refus(contenu === null ? 'CONTENU_ILLISIBLE' : 'CONTENU_DIFFERENT')),
    )
}

async function exigerCle(
  jws: string,
  le: string,
  portees: JeuDeCles,
  publiees: JeuDeCles | undefined,
): Promise<string> {
  const { kid } = lireEntete(jws, TYP_JWS_VERSION)
  await choisirCle(portees.keys, kid, 'CLE_INCONNUE')
  if (!publiees)
    return `La clé ${kid} est celle que porte la preuve ; pour savoir à qui elle est, comparez-la aux clés publiées par le service (/api/cles).`
  await exigerPubliee(publiees, kid, le)
  return `La clé ${kid} est parmi les clés publiées qui ont été données en comparaison.`
}

async function exigerPubliee(publiees: JeuDeCles, kid: string, le: string): Promise<void> {
  await choisirCle(publiees.keys, kid, 'CLE_NON_RECONNUE')
  exigerEnService(publiees.keys, kid, le)
}

async function exigerSignature(jws: string, cles: JeuDeCles, declaration: Declaration): Promise<string> {
  const { kid } = lireEntete(jws, TYP_JWS_VERSION)
  await verifierSignature(jws, await choisirCle(cles.keys, kid, 'CLE_INCONNUE'))
  return `La signature ES256 est bonne ; la version a été enregistrée par ${declaration.auteur.prenom} ${declaration.auteur.nom} le ${direInstant(declaration.le)}.`
}

function exigerDeclaration(jws: string, declaration: Declaration): string {
  const signee = new TextDecoder().decode(base64url.decode(jws.split('.')[1]!))
  if (signee !== formeCanonique(declaration))
    throw new Refus('DECLARATION_ALTEREE', direChamps(signee, declaration))
  return 'La déclaration est, champ par champ, celle qui a été signée.'
}

async function exigerLien(precedente: unknown, declaration: Declaration, hachage: Hachage): Promise<string> {
  if (precedente === null) {
    await exigerSuite(null, declaration, hachage)
    return 'C’est la première version de sa chaîne.'
  }
  const enveloppe = precedente as { declaration?: unknown }
  const lecture = SchemaDeclaration.safeParse(enveloppe.declaration ?? precedente)
  if (!lecture.success) throw new Refus('CHAINE_ILLISIBLE')
  await exigerSuite(lecture.data, declaration, hachage)
  return `Elle suit bien la version ${lecture.data.numero}.`
}

async function exigerRecu(
  recu: RecuSigne,
  cles: JeuDeCles,
  publiees: JeuDeCles | undefined,
  declaration: Declaration,
  hachage: Hachage,
): Promise<string> {
  const { declaration: r } = recu
  const { kid } = lireEntete(recu.jws, TYP_JWS_RECU)
  const signe = await verifierSignature(recu.jws, await choisirCle(cles.keys, kid, 'CLE_INCONNUE'))
  if (publiees) await exigerPubliee(publiees, kid, r.le)
  const attendue = await empreinteDeclaration(declaration, hachage)
  if (
    signe !== formeCanonique(r) ||
    r.empreinteDeclaration !== attendue ||
    r.departement !== declaration.departement ||
    r.exercice !== declaration.exercice ||
    r.numero !== declaration.numero
  )
    throw new Refus('RECU_ALTERE')
  return r.constatePar
    ? `Reçu : ${r.constatePar.prenom} ${r.constatePar.nom} a indiqué le ${direInstant(r.le)} que ${r.destinataire} avait reçu la version.`
    : `Reçu : la version a été remise au service d’envoi pour ${r.destinataire} le ${direInstant(r.le)}.`
}

async function exigerRapport(texte: string, declaration: Declaration, hachage: Hachage): Promise<string> {
  if ((await empreinte(texte, hachage)) !== declaration.empreinteRapport) throw new Refus('RAPPORT_DIFFERENT')
  return 'Le rapport de contrôle est celui de la version signée.'
}

/** What whoever has openssl can verify too: the CMS signature and the time stamp. */
async function verifierTiers(
  registre: Registre,
  preuve: Preuve,
  autorites: readonly Uint8Array[] | undefined,
): Promise<void> {
  if (preuve.type === TYPE_PREUVE_1) return
  const { cms, horodatage, declaration, jws } = preuve
  if (cms === null) {
    registre.noter(
      'cms',
      'La version ne porte pas de signature CMS (.p7s) : le service n’avait pas de certificat.',
    )
    if (horodatage !== null)
      await registre.pas('horodatage', () => Promise.reject(new Refus('HORODATAGE_AUTRE_CONTENU')))
    return
  }
  const { verifierCms } = await import('./cms.ts')
  const { verifierHorodatage } = await import('./horodatage.ts')
  const { deBase64 } = await import('./der.ts')
  const p7s = deBase64(cms)
  await registre.pas('cms', async () => {
    const texte = new TextEncoder().encode(formeCanonique(declaration))
    const { sujet, reconnu, cle } = await verifierCms(p7s, texte, autorites)
    const signataire = preuve.cles.keys.find((k) => k.kid === lireEntete(jws, TYP_JWS_VERSION).kid)
    if (cle?.x !== signataire?.x || cle?.y !== signataire?.y) throw new Refus('CMS_AUTRE_CLE')
    return reconnu
      ? `La signature CMS (.p7s) est bonne ; le certificat « ${sujet} » remonte à une autorité que vous avez donnée.`
      : `La signature CMS (.p7s) est bonne ; son certificat est « ${sujet} », qui n’a été comparé à aucune autorité.`
  })
  if (horodatage === null) {
    registre.noter('horodatage', 'La version ne porte pas d’horodatage (.tsr).')
    return
  }
  await registre.pas('horodatage', async () => {
    const { le, sujet, reconnu } = await verifierHorodatage(deBase64(horodatage), p7s, autorites)
    const suite = reconnu
      ? ', qui remonte à une autorité que vous avez donnée'
      : ', sans comparaison à une autorité'
    return `La signature existait le ${direInstant(le.toISOString())} : horodatage de « ${sujet} »${suite}.`
  })
}

function phraseSansPrecedente(declaration: Declaration): string {
  return declaration.precedente === null
    ? 'La déclaration la dit première de sa chaîne.'
    : `La déclaration la dit à la suite de ${declaration.precedente} ; la preuve de la version ${declaration.numero - 1} n’a pas été donnée, ce lien n’est pas vérifié.`
}

function nombre(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f')
}
