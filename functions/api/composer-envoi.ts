import { jugerDelai } from '../../shared/envoi/delai.ts'
import type { Envoi, PieceAttendue } from '../../shared/envoi/envois.ts'
import { examinerPiece, TAILLE_ENVOI_MAX } from '../../shared/envoi/piece-jointe.ts'
import { empreinte } from '../../shared/version/canonique.ts'
import type { VersionGardee } from '../depot/chaine-versions.ts'
import type { Contenu, PieceGardee } from '../depot/transmissions.ts'
import type { Services } from './contexte.ts'
import { Refus } from './erreurs.ts'

/** What is asked of a sending, as the contract writes it. */
export interface DemandeEnvoi {
  pieces: readonly { piece: string; depot: string; nomFichier: string; empreinte: string }[]
  dansLeClasseur: readonly string[]
  precisions: string
  horsDelai: boolean
}

const refuser = (message: string, details: Record<string, unknown> = {}): Refus =>
  new Refus(422, 'PIECE_REFUSEE', message, details)

/** The pièces that the text asks for and that are neither joined nor said to be in the workbook. */
function manquantes(envoi: Envoi, demande: DemandeEnvoi): PieceAttendue[] {
  const jointes = new Set(demande.pieces.map(({ piece }) => piece))
  return envoi.pieces.filter(
    ({ id, exigence, dansLeClasseur }) =>
      exigence === 'requise' && !jointes.has(id) && !(dansLeClasseur && demande.dansLeClasseur.includes(id)),
  )
}

function exigerComplet(envoi: Envoi, demande: DemandeEnvoi): void {
  const attendues = new Map(envoi.pieces.map((piece) => [piece.id, piece]))
  for (const { piece, nomFichier } of demande.pieces)
    if (!attendues.has(piece))
      throw refuser(`« ${nomFichier} » n’est pas une pièce de cet envoi (${envoi.quoi}).`, { piece })
  for (const id of demande.dansLeClasseur)
    if (!attendues.get(id)?.dansLeClasseur)
      throw refuser(
        `${attendues.get(id)?.nom ?? 'Cette pièce'} : ce n’est pas une pièce qui se tient dans le classeur. Joignez-la.`,
        { piece: id },
      )
  const absentes = manquantes(envoi, demande)
  if (absentes.length)
    throw refuser(
      `Il manque : ${absentes.map(({ nom }) => nom).join(' ; ')}. Le texte ${absentes.length > 1 ? 'les demande' : 'la demande'} pour cet envoi.`,
      { pieces: absentes.map(({ id }) => id) },
    )
  if (envoi.precisions && demande.precisions === '')
    throw refuser(
      `Indiquez dans les précisions ${envoi.quoi} : nom, courriel et numéro de téléphone de chacun.`,
    )
}

/** Reads one uploaded file, looks at what it is, and keeps it. */
async function garderPiece(
  { bureau }: Services,
  version: VersionGardee,
  attendue: PieceAttendue,
  demande: DemandeEnvoi['pieces'][number],
): Promise<PieceGardee> {
  const { coffre } = bureau.depot
  const { nomFichier } = demande
  const octets = await coffre.lireDepot(version.declaration, demande.empreinte, demande.depot)
  if (!octets)
    throw refuser(`« ${nomFichier} » n’est pas arrivé jusqu’à nous. Joignez-le de nouveau.`, {
      piece: attendue.id,
    })
  if ((await empreinte(octets, crypto.subtle)) !== demande.empreinte)
    throw refuser(
      `« ${nomFichier} » a changé en chemin : son empreinte est différente. Joignez-le de nouveau.`,
      {
        piece: attendue.id,
      },
    )
  const examen = examinerPiece(nomFichier, octets)
  if ('refus' in examen) throw refuser(examen.refus, { piece: attendue.id })
  await coffre.garderPiece(version.declaration, demande.empreinte, octets, examen.type)
  return {
    piece: attendue.id,
    nom: attendue.nom,
    nomFichier,
    type: examen.type,
    extension: examen.extension,
    taille: octets.length,
    empreinte: demande.empreinte,
  }
}

/**
 * All that a sending holds, checked: deadline in Paris, pièces that the text asks for, each file by its own
 * bytes, the whole under the limit. Refuses with a French sentence that names what is wrong.
 */
export async function composerEnvoi(
  services: Services,
  version: VersionGardee,
  envoi: Envoi,
  demande: DemandeEnvoi,
): Promise<Contenu> {
  const { declaration } = version
  if (envoi.canal === 'eusurvey')
    throw new Refus(
      422,
      'ENVOI_AILLEURS',
      `Pour cet exercice, ${envoi.quoi} ne part pas par courriel : il se saisit dans le formulaire en ligne EUSurvey de la DGCS.`,
    )
  const delai = jugerDelai(envoi.echeance, services.bureau.horloge())
  const horsDelai = delai.situation === 'en-retard'
  if (horsDelai && !demande.horsDelai)
    throw new Refus(
      422,
      'HORS_DELAI',
      `${delai.phrase!} Pour transmettre malgré tout, confirmez l’envoi hors délai : le message le dira.`,
      { delai: delai.phrase },
    )
  exigerComplet(envoi, demande)
  const pieces: PieceGardee[] = []
  let total = declaration.taille
  for (const demandee of demande.pieces) {
    const attendue = envoi.pieces.find(({ id }) => id === demandee.piece)!
    const gardee = await garderPiece(services, version, attendue, demandee)
    total += gardee.taille
    if (total > TAILLE_ENVOI_MAX)
      throw refuser(
        `L’envoi dépasse 28 Mo avec « ${gardee.nomFichier} » : le service de messagerie le refuserait. Allégez les pièces (PDF compressé).`,
        { piece: gardee.piece },
      )
    pieces.push(gardee)
  }
  const { copies } = services.configuration.departements.find((d) => d.code === declaration.departement)!
  return {
    nomEnvoi: envoi.nom,
    pieces,
    dansLeClasseur: envoi.pieces
      .filter(({ id }) => demande.dansLeClasseur.includes(id))
      .map(({ nom }) => nom),
    precisions: demande.precisions || null,
    copies: [copies.prefet, copies.ars].filter((adresse) => adresse !== undefined),
    delai: delai.phrase,
    horsDelai,
  }
}
