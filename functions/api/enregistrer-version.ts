import type { Constat, Rapport } from '../../shared/controle/rapport.ts'
import { ErreurControle } from '../../shared/controle/erreur-controle.ts'
import { rapportEnJson } from '../../shared/controle/json.ts'
import { CLE_CORRESPONDANCE } from '../../shared/classeur/correspondance.ts'
import { empreinteReferentiel } from '../../shared/referentiel/empreinte.ts'
import type { Referentiel } from '../../shared/referentiel/referentiel.ts'
import { bienForme, empreinte, formeCanonique } from '../../shared/version/canonique.ts'
import { empreinteDeclaration } from '../../shared/version/chaine.ts'
import { empreinteContenu } from '../../shared/version/contenu.ts'
import { TYPE_VERSION, TYP_JWS_VERSION } from '../../shared/version/declaration.ts'
import type { Declaration } from '../../shared/version/declaration.ts'
import type { VersionGardee } from '../depot/chaine-versions.ts'
import type { Chaine } from '../depot/coffre.ts'
import { evenementsDeVersion } from '../depot/evenements-attendus.ts'
import { RefusClasseur } from '../depot/lire-classeur.ts'
import { referentielParId } from '../transmission/referentiel.ts'
import type { Agent, Services } from './contexte.ts'
import { Refus } from './erreurs.ts'
import { perimee } from './version-perimee.ts'

export interface DemandeVersion {
  depot: string
  nomFichier: string
  empreinte: string
  /** empreinteDeclaration of the last version that the writer knows, null when it knows none. */
  precedente: string | null
}

export interface VersionEnregistree {
  version: VersionGardee
  constats: readonly Constat[]
}

const subtle = crypto.subtle

/**
 * Appends a version to its chain from the bytes that were uploaded: hashed, read and checked here again,
 * signed, put under the next number if nobody took it. The same request with the same key gives the same
 * version; the chain itself tells, so there is nothing to forget between two writes.
 */
export async function enregistrerVersion(
  services: Services,
  chaine: Chaine,
  demande: DemandeVersion,
  agent: Agent,
  cle: string,
): Promise<VersionEnregistree> {
  const { versions, coffre } = services.bureau.depot
  await exigerCleNeuve(services, chaine, demande, agent, cle)
  const tete = await versions.tete(chaine)
  if ((tete?.empreinteDeclaration ?? null) !== demande.precedente)
    return dejaFaite(services, chaine, demande, cle)

  const octets = await exigerOctets(services, chaine, demande)
  const { rapport, contenu, correspondance } = await controlerOctets(
    services,
    chaine,
    octets,
    demande.nomFichier,
  )
  const texteRapport = formeCanonique(bienForme(rapportEnJson(rapport)))
  const declaration: Declaration = {
    type: TYPE_VERSION,
    departement: chaine.departement,
    exercice: chaine.exercice,
    numero: (tete?.declaration.numero ?? 0) + 1,
    nomFichier: demande.nomFichier,
    taille: octets.length,
    empreinte: demande.empreinte,
    empreinteContenu: contenu,
    referentiel: rapport.referentiel,
    empreinteRapport: await empreinte(texteRapport, subtle),
    statut: rapport.statut,
    auteur: {
      sub: agent.sub,
      prenom: agent.prenom,
      nom: agent.nom,
      siret: agent.siret,
      role: agent.roles.includes('valideur') ? 'valideur' : 'redacteur',
    },
    empreinteReferentiel: await empreinteReferentiel(await exigerReferentiel(services, rapport.referentiel)),
    correspondance,
    justifications: justificationsDe(rapport),
    le: services.bureau.horloge().toISOString(),
    precedente: demande.precedente,
  }
  // What the statement points at must be safe before the statement exists.
  await coffre.garderClasseur(chaine, demande.empreinte, octets, demande.nomFichier)
  await coffre.garderRapport(chaine, declaration.empreinteRapport, texteRapport)
  const version = await signer(services, declaration, rapport.constats, cle)
  if (await versions.ajouter(version)) {
    await noterVersion(services, version)
    return { version, constats: rapport.constats }
  }

  // Somebody was faster: the same request sent twice, or another writer.
  return dejaFaite(services, chaine, demande, cle)
}

/** A statement goes into one item of the table: its justifications may not weigh more than this, characters. */
const JUSTIFICATIONS_MAX = 100_000

function justificationsDe({
  justifications,
}: Rapport): Extract<Declaration, { type: 'cdppe-version/2' }>['justifications'] {
  const signees = justifications.map(({ regle, cellules, constate, texte, auteur, le }) =>
    bienForme({ regle, cellules, constate, texte, auteur, le }),
  ) as Extract<Declaration, { type: 'cdppe-version/2' }>['justifications']
  if (JSON.stringify(signees).length > JUSTIFICATIONS_MAX)
    throw new Refus(
      422,
      'CLASSEUR_REFUSE',
      'Les justifications du classeur dépassent 100 000 signes : une version ne peut pas les garder toutes. Résumez-les ou retirez celles qui ne répondent plus à rien.',
    )
  return signees
}

async function exigerReferentiel({ bureau }: Services, id: string): Promise<Referentiel> {
  const referentiel = await referentielParId(bureau, id)
  if (!referentiel) throw new Error('The report names a référentiel that is not there')
  return referentiel
}

/** What comes after a version stands: its stamp and its lines in the journal. None of it can undo the version. */
async function noterVersion({ bureau }: Services, version: VersionGardee): Promise<void> {
  const { declaration: d, cms } = version
  const { evenements, horodateur } = bureau.depot
  const suites: Promise<unknown>[] = evenementsDeVersion(version).map(
    ({ evenement, agent, details, identite }) => evenements.noter(d, evenement, agent, details, identite),
  )
  if (cms) suites.push(horodateur.horodater(d, d.numero, cms))
  for (const suite of await Promise.allSettled(suites))
    if (suite.status === 'rejected')
      bureau.journal.panne('version-suites', suite.reason, { departement: d.departement, numero: d.numero })
}

/** A key that was used for another request would answer for what was not asked. */
async function exigerCleNeuve(
  { bureau }: Services,
  chaine: Chaine,
  demande: DemandeVersion,
  agent: Agent,
  cle: string,
): Promise<void> {
  const deQuoi = await empreinte(formeCanonique({ ...demande, sub: agent.sub }), subtle)
  if (!(await bureau.depot.idempotence.retenir(chaine, cle, deQuoi, bureau.horloge())))
    throw new Refus(
      422,
      'CLE_REUTILISEE',
      'Cette demande porte la clé d’une autre demande (Idempotency-Key). Recommencez l’enregistrement.',
    )
}

/** The version that this key has already made after the same one; refuses when it is another writer's. */
async function dejaFaite(
  services: Services,
  chaine: Chaine,
  demande: DemandeVersion,
  cle: string,
): Promise<VersionEnregistree> {
  const versions = await services.bureau.depot.versions.lister(chaine)
  // A chain has one version at most after another one.
  const suivante = versions.find((version) => version.declaration.precedente === demande.precedente)
  if (suivante?.idempotence !== cle) throw await perimee(services, chaine, demande, versions)
  return { version: suivante, constats: await lireConstats(services, suivante) }
}

async function exigerOctets(
  { bureau }: Services,
  chaine: Chaine,
  demande: DemandeVersion,
): Promise<Uint8Array> {
  const octets = await bureau.depot.coffre.lireDepot(chaine, demande.empreinte, demande.depot)
  if (!octets)
    throw new Refus(
      422,
      'DEPOT_INTROUVABLE',
      'Le classeur n’est pas arrivé jusqu’à nous. Vérifiez votre connexion, puis enregistrez de nouveau.',
    )
  if ((await empreinte(octets, subtle)) !== demande.empreinte)
    throw new Refus(
      422,
      'CLASSEUR_REFUSE',
      'Le classeur reçu n’est pas celui qui a été annoncé : son empreinte est différente. Enregistrez de nouveau.',
    )
  return octets
}

async function controlerOctets(
  { bureau, lireClasseur, controler }: Services,
  { exercice }: Chaine,
  octets: Uint8Array,
  nomFichier: string,
): Promise<{ rapport: Rapport; contenu: string; correspondance: string | null }> {
  try {
    const classeur = await lireClasseur(octets, nomFichier)
    const gardee = classeur.donnees?.[CLE_CORRESPONDANCE]
    const referentiels = await bureau.referentiels()
    return {
      rapport: controler(classeur, { exercice, referentiels }),
      contenu: await empreinteContenu(classeur, subtle),
      correspondance: gardee === undefined ? null : await empreinte(gardee, subtle),
    }
  } catch (erreur) {
    if (erreur instanceof RefusClasseur)
      throw new Refus(422, 'CLASSEUR_REFUSE', erreur.message, { raison: erreur.code })
    if (erreur instanceof ErreurControle)
      throw new Refus(422, 'CLASSEUR_REFUSE', erreur.message, { raison: erreur.code })
    throw erreur
  }
}

async function signer(
  { bureau }: Services,
  declaration: Declaration,
  constats: readonly Constat[],
  idempotence: string,
): Promise<VersionGardee> {
  const { signataire } = bureau.depot
  const [{ jws, cle }, cms] = await Promise.all([
    signataire.signer(declaration, TYP_JWS_VERSION),
    signataire.signerCms(declaration, new Date(declaration.le)),
  ])
  const compter = (gravite: Constat['gravite']): number =>
    constats.filter((c) => c.gravite === gravite).length
  return {
    declaration,
    empreinteDeclaration: await empreinteDeclaration(declaration, subtle),
    jws,
    cle,
    cms,
    bloquants: compter('bloquant'),
    aJustifier: compter('a-justifier'),
    informations: compter('information'),
    idempotence,
  }
}

/** The constats of a version, from the report that was kept with it. Throws when it is not the one that was signed. */
export async function lireConstats(
  { bureau }: Services,
  version: VersionGardee,
): Promise<readonly Constat[]> {
  const { declaration } = version
  const texte = await bureau.depot.coffre.lireRapport(declaration, declaration.empreinteRapport)
  if (texte === null || (await empreinte(texte, subtle)) !== declaration.empreinteRapport)
    throw new Error('The report of a version is not the one that was signed')
  return (JSON.parse(texte) as { constats: Constat[] }).constats
}
