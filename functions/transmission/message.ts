import { createHash } from 'node:crypto'
import { html } from 'hono/html'
import { formeCanonique } from '../../shared/version/canonique.ts'
import { direInstant } from '../../shared/version/instant.ts'
import type { VersionGardee } from '../depot/chaine-versions.ts'
import type { Message, PieceJointe } from '../depot/courrier.ts'
import { typeContenu } from '../depot/nom-fichier.ts'
import { composerPreuve, nomPreuve } from '../depot/preuve.ts'
import type { TransmissionGardee } from '../depot/transmissions.ts'
import { composerBordereau } from './bordereau.ts'
import type { LignePiece } from './bordereau.ts'
import type { Bureau } from './bureau.ts'
import { adresseDeRemise } from './destinataire.ts'

const nombre = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f')

/** « CDPPE_62_2024_version-7_contrat-signé.pdf »: all that leaves together is named alike. */
function nommer(
  { departement, exercice, numero }: TransmissionGardee,
  quoi: string,
  extension: string,
): string {
  const nom = quoi.replace(/[\s’']+/g, '-').replace(/[^\p{L}\p{N}-]/gu, '')
  return `CDPPE_${departement}_${exercice}_version-${numero}_${nom}.${extension}`
}

function controle({ declaration, aJustifier, informations }: VersionGardee): string {
  const points = [
    aJustifier ? `${aJustifier} point${aJustifier > 1 ? 's' : ''} à justifier` : '',
    informations ? `${informations} information${informations > 1 ? 's' : ''}` : '',
  ].filter(Boolean)
  return `aucun point bloquant${points.length ? `, ${points.join(', ')}` : ''}, référentiel ${declaration.referentiel}`
}

/** The lines « what, who, which version » of the message and of the bordereau. */
function faits(t: TransmissionGardee, version: VersionGardee, departement: string): [string, string][] {
  const { declaration: d } = version
  const { nomEnvoi, delai, dansLeClasseur, precisions } = t.contenu
  return [
    ['Département', departement],
    ['Exercice', String(d.exercice)],
    ['Envoi', nomEnvoi],
    ...(delai ? [['Échéance', delai] as [string, string]] : []),
    ['Classeur joint', `${d.nomFichier} (${nombre(d.taille)} octets)`],
    ...(dansLeClasseur.length
      ? [['Pièces contenues dans le classeur', dansLeClasseur.join(' ; ')] as [string, string]]
      : []),
    ['Version', `${d.numero}, enregistrée le ${direInstant(d.le)} par ${d.auteur.prenom} ${d.auteur.nom}`],
    ['Contrôle', controle(version)],
    ['Empreinte SHA-256 du classeur', d.empreinte],
    ['Empreinte de la déclaration signée', version.empreinteDeclaration],
    ['Transmis par', `${t.demandeur.prenom} ${t.demandeur.nom} (${t.demandeur.courriel})`],
    ['Référence de l’envoi', t.id],
    ...(precisions ? [['Précisions', precisions] as [string, string]] : []),
  ]
}

type Cabinet = Pick<Bureau, 'boiteLocale' | 'expediteur' | 'origine' | 'departements'>

/** What leaves, the workbook first, then the pièces; each with the line of the bordereau that names it. */
function jointes(
  t: TransmissionGardee,
  { declaration: d }: VersionGardee,
  classeur: Uint8Array,
  pieces: readonly Uint8Array[],
): { jointe: PieceJointe; ligne: LignePiece }[] {
  const nom = nommer(t, 'classeur', /\.xlsm$/i.test(d.nomFichier) ? 'xlsm' : 'xlsx')
  return [
    {
      jointe: { nom, type: typeContenu(d.nomFichier), octets: classeur },
      ligne: {
        nom: `Classeur « ${d.nomFichier} »`,
        fichier: nom,
        taille: d.taille,
        empreinte: d.empreinte,
      },
    },
    ...t.contenu.pieces.map((piece, i) => {
      const fichier = nommer(t, piece.nom, piece.extension)
      const { type, taille, empreinte, nomFichier } = piece
      return {
        jointe: { nom: fichier, type, octets: pieces[i]! },
        ligne: { nom: `${piece.nom} « ${nomFichier} »`, fichier, taille, empreinte },
      }
    }),
  ]
}

/**
 * The e-mail of a transmission: the workbook's own bytes, the pièces, the bordereau and the proof, in French,
 * text and HTML. The mail service names each message itself and refuses a Message-ID of ours, so the
 * transmission's id travels in X-CDPPE-Transmission and in the tags. `pieces`: the bytes of `t.contenu.pieces`,
 * in their order. `horodatage`: the time stamp of the version (RFC 3161, base64), null while it has none.
 */
export async function composerMessage(
  bureau: Cabinet,
  t: TransmissionGardee,
  version: VersionGardee,
  classeur: Uint8Array,
  pieces: readonly Uint8Array[],
  horodatage: string | null,
): Promise<Message> {
  const { declaration: d } = version
  const nom = bureau.departements.get(d.departement)
  const departement = nom ? `${nom} (${d.departement})` : d.departement
  const remise = adresseDeRemise(bureau.boiteLocale, t.destinataire)
  const preuve = new TextEncoder().encode(formeCanonique(composerPreuve(version, null, horodatage)))
  const fichierPreuve = nomPreuve(d)
  const reel = remise === t.destinataire
  const { copies } = t.contenu
  const essai = reel
    ? ''
    : `Envoi d’essai : ce message est destiné à ${[t.destinataire, ...copies].join(', ')} ; il a été remis à ${remise}.`
  const parti = jointes(t, version, classeur, pieces)
  const nomClasseur = parti[0]!.jointe.nom
  const lignes = faits(t, version, departement)
  const titre = `Bordereau de transmission – ${t.contenu.nomEnvoi}`
  const verifier = [
    `L’empreinte SHA-256 du classeur reçu doit être celle qui est écrite ci-dessus (sous Windows : certutil -hashfile "${nomClasseur}" SHA256). Il en va de même de chaque pièce, dont le bordereau donne l’empreinte.`,
    `Le fichier ${fichierPreuve} porte la déclaration de la version et sa signature électronique (JWS, ES256). La commande « cdppe verifier CLASSEUR PREUVE » les contrôle sans connexion.`,
    `Les clés publiques du service sont publiées à l’adresse ${bureau.origine}/api/cles.`,
  ]
  const bordereau = await composerBordereau({
    titre,
    sousTitre: `Contrat départemental de prévention et de protection de l’enfance – ${departement}, exercice ${d.exercice}`,
    faits: [
      ['Destinataire', t.destinataire],
      ...(copies.length ? [['Copie', copies.join(', ')] as const] : []),
      ...lignes,
    ],
    pieces: [
      ...parti.map(({ ligne }) => ligne),
      {
        nom: 'Preuve de la version (déclaration signée)',
        fichier: fichierPreuve,
        taille: preuve.length,
        empreinte: createHash('sha256').update(preuve).digest('hex'),
      },
    ],
    verifier,
    le: new Date(t.creeeLe),
  })
  const horsDelai = t.contenu.horsDelai
    ? 'Cet envoi est fait hors délai, ce que l’expéditeur a confirmé.'
    : ''
  const avis = [essai, horsDelai].filter(Boolean)
  const annonce = `Veuillez trouver ci-joint, au titre du contrat départemental de prévention et de protection de l’enfance (CDPPE), exercice ${d.exercice} : ${t.contenu.nomEnvoi}.`
  const texte = [
    ...avis.flatMap((phrase) => [phrase, '']),
    'Bonjour,',
    '',
    annonce,
    '',
    ...lignes.map(([quoi, valeur]) => `${quoi} : ${valeur}`),
    '',
    'Pièces jointes :',
    ...parti.map(({ ligne }) => `- ${ligne.nom} : ${ligne.fichier} (${nombre(ligne.taille)} octets)`),
    '',
    'Pour vérifier ce que vous avez reçu :',
    ...verifier.map((ligne) => `- ${ligne}`),
    '',
    'Une réponse à ce message parvient à la personne qui l’a transmis.',
    '',
  ].join('\r\n')
  const corps = await html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <title>${t.objet}</title>
      </head>
      <body style="font-family:Arial,sans-serif;font-size:15px;color:#1e1e1e;max-width:42em">
        ${avis.map((phrase) => html`<p style="border:1px solid #6a6a6a;padding:8px"><strong>${phrase}</strong></p>`)}
        <p>Bonjour,</p>
        <p>${annonce}</p>
        <table style="border-collapse:collapse">
          ${lignes.map(
            ([quoi, valeur]) =>
              html`<tr>
                <th
                  scope="row"
                  style="text-align:left;vertical-align:top;padding:3px 16px 3px 0;font-weight:600"
                >
                  ${quoi}
                </th>
                <td style="padding:3px 0;overflow-wrap:anywhere">${valeur}</td>
              </tr>`,
          )}
        </table>
        <p>Pièces jointes&nbsp;:</p>
        <ul>
          ${parti.map(({ ligne }) => html`<li>${ligne.nom}&nbsp;: ${ligne.fichier} (${nombre(ligne.taille)} octets)</li>`)}
        </ul>
        <p>Pour vérifier ce que vous avez reçu&nbsp;:</p>
        <ul>
          ${verifier.map((ligne) => html`<li>${ligne}</li>`)}
        </ul>
        <p>Une réponse à ce message parvient à la personne qui l’a transmis.</p>
      </body>
    </html>`
  return {
    expediteur: bureau.expediteur,
    destinataire: remise,
    copies: reel ? copies : [],
    repondreA: t.demandeur.courriel,
    objet: t.objet,
    texte,
    html: String(corps),
    pieces: [
      ...parti.map(({ jointe }) => jointe),
      { nom: nommer(t, 'bordereau', 'pdf'), type: 'application/pdf', octets: bordereau },
      { nom: fichierPreuve, type: 'application/json', octets: preuve },
    ],
    entetes: { 'X-CDPPE-Transmission': t.id, 'X-Destinataire-Reel': t.destinataire },
    etiquettes: { transmission: t.id, tentative: String(t.tentative) },
  }
}
