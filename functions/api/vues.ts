import type { z } from '@hono/zod-openapi'
import type { Constat } from '../../shared/controle/rapport.ts'
import type { VersionGardee } from '../depot/chaine-versions.ts'
import type { TransmissionGardee } from '../depot/transmissions.ts'
import { alerteTransmission, phraseTransmission } from '../transmission/phrases.ts'
import type * as schemas from './schemas.ts'

/** What the contract shows of what is kept. */

/** An answer of a Lambda holds 6 MB: a report of more constats than this is cut, the gravest are kept. */
const CONSTATS_MAX = 2000
const RANG = { bloquant: 0, 'a-justifier': 1, information: 2 }

export function vueResume(
  version: VersionGardee,
  transmission: TransmissionGardee | null,
): z.infer<typeof schemas.VersionResume> {
  const { declaration: d } = version
  return {
    numero: d.numero,
    nomFichier: d.nomFichier,
    taille: d.taille,
    empreinte: d.empreinte,
    referentiel: d.referentiel,
    statut: d.statut,
    bloquants: version.bloquants,
    aJustifier: version.aJustifier,
    informations: version.informations,
    auteur: { prenom: d.auteur.prenom, nom: d.auteur.nom },
    le: d.le,
    empreinteDeclaration: version.empreinteDeclaration,
    precedente: d.precedente,
    transmission: transmission && {
      envoi: transmission.envoi,
      statut: transmission.statut,
      le: transmission.envoyeeLe ?? transmission.creeeLe,
      destinataire: transmission.destinataire,
    },
  }
}

/** The gravest first, at most CONSTATS_MAX. */
export function premiersConstats(constats: readonly Constat[]): Constat[] {
  return [...constats].sort((a, b) => RANG[a.gravite] - RANG[b.gravite]).slice(0, CONSTATS_MAX)
}

export function vueVersion(
  version: VersionGardee,
  transmission: TransmissionGardee | null,
  constats: readonly Constat[],
): z.infer<typeof schemas.Version> {
  const { declaration, jws } = version
  return {
    ...vueResume(version, transmission),
    declaration,
    jws,
    rapport: { statut: declaration.statut, constats: premiersConstats(constats), nombre: constats.length },
  }
}

export function vueTransmission(t: TransmissionGardee): z.infer<typeof schemas.Transmission> {
  return {
    id: t.id,
    version: t.numero,
    envoi: t.envoi,
    nomEnvoi: t.contenu.nomEnvoi,
    statut: t.statut,
    destinataire: t.destinataire,
    objet: t.objet,
    creeeLe: t.creeeLe,
    envoyeeLe: t.envoyeeLe,
    remiseLe: t.remiseLe,
    horsDelai: t.contenu.horsDelai,
    copies: t.contenu.copies,
    pieces: t.contenu.pieces.map(({ piece, nom, nomFichier, taille, empreinte }) => ({
      piece,
      nom,
      nomFichier,
      taille,
      empreinte,
    })),
    messageId: t.messageId,
    message: phraseTransmission(t),
    alerte: alerteTransmission(t),
  }
}
