import { html } from 'hono/html'
import { formeCanonique } from '../../shared/version/canonique.ts'
import type { Preuve } from '../../shared/version/declaration.ts'
import { direInstant } from '../../shared/version/instant.ts'
import type { VersionGardee } from '../depot/chaine-versions.ts'
import type { Message } from '../depot/courrier.ts'
import { typeContenu } from '../depot/nom-fichier.ts'
import { composerPreuve, nomPreuve } from '../depot/preuve.ts'
import type { TransmissionGardee } from '../depot/transmissions.ts'
import type { Bureau } from './bureau.ts'
import { adresseDeRemise } from './destinataire.ts'

const nombre = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f')

/** « [CDPPE 2020] 62 Pas-de-Calais – plan d'action – version 7 » */
export function objetDuMessage(
  { exercice, departement, numero }: Preuve['declaration'],
  departements: ReadonlyMap<string, string>,
): string {
  const nom = departements.get(departement)
  return `[CDPPE ${exercice}] ${departement}${nom ? ` ${nom}` : ''} – plan d'action – version ${numero}`
}

function controle({ declaration, aJustifier, informations }: VersionGardee): string {
  const points = [
    aJustifier ? `${aJustifier} point${aJustifier > 1 ? 's' : ''} à justifier` : '',
    informations ? `${informations} information${informations > 1 ? 's' : ''}` : '',
  ].filter(Boolean)
  return `aucun point bloquant${points.length ? `, ${points.join(', ')}` : ''}, référentiel ${declaration.referentiel}`
}

/** The lines « what, who, which version » that both bodies hold. */
function faits(t: TransmissionGardee, version: VersionGardee, departement: string): [string, string][] {
  const { declaration: d } = version
  return [
    ['Département', departement],
    ['Exercice', String(d.exercice)],
    ['Classeur joint', `${d.nomFichier} (${nombre(d.taille)} octets)`],
    ['Version', `${d.numero}, enregistrée le ${direInstant(d.le)} par ${d.auteur.prenom} ${d.auteur.nom}`],
    ['Contrôle', controle(version)],
    ['Empreinte SHA-256 du classeur', d.empreinte],
    ['Empreinte de la déclaration signée', version.empreinteDeclaration],
    ['Transmis par', `${t.demandeur.prenom} ${t.demandeur.nom} (${t.demandeur.courriel})`],
    ['Référence de l’envoi', t.id],
  ]
}

/**
 * The e-mail of a transmission: the workbook's own bytes and its proof, in French, text and HTML. The mail
 * service names each message itself and refuses a Message-ID of ours, so the transmission's id travels in
 * X-CDPPE-Transmission and in the tags.
 */
export async function composerMessage(
  bureau: Pick<Bureau, 'boiteLocale' | 'expediteur' | 'origine' | 'departements'>,
  t: TransmissionGardee,
  version: VersionGardee,
  octets: Uint8Array,
): Promise<Message> {
  const { declaration: d } = version
  const nom = bureau.departements.get(d.departement)
  const departement = nom ? `${nom} (${d.departement})` : d.departement
  const remise = adresseDeRemise(bureau.boiteLocale, t.destinataire)
  const preuve = composerPreuve(version, null)
  const fichierPreuve = nomPreuve(d)
  const essai =
    remise === t.destinataire
      ? ''
      : `Envoi d’essai : ce message est destiné à ${t.destinataire} ; il a été remis à ${remise}.`
  const annonce = `Veuillez trouver ci-joint le plan d’action du contrat départemental de prévention et de protection de l’enfance (CDPPE), exercice ${d.exercice}.`
  const verifier = [
    `L’empreinte SHA-256 du classeur reçu doit être celle qui est écrite ci-dessus (sous Windows : certutil -hashfile "${d.nomFichier}" SHA256).`,
    `Le fichier ${fichierPreuve} porte la déclaration de la version et sa signature électronique (JWS, ES256). La commande « cdppe verifier CLASSEUR PREUVE » les contrôle sans connexion.`,
    `Les clés publiques du service sont publiées à l’adresse ${bureau.origine}/api/cles.`,
  ]
  const lignes = faits(t, version, departement)
  const texte = [
    ...(essai ? [essai, ''] : []),
    'Bonjour,',
    '',
    annonce,
    '',
    ...lignes.map(([quoi, valeur]) => `${quoi} : ${valeur}`),
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
        ${essai ? html`<p style="border:1px solid #6a6a6a;padding:8px"><strong>${essai}</strong></p>` : ''}
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
    repondreA: t.demandeur.courriel,
    objet: t.objet,
    texte,
    html: String(corps),
    pieces: [
      { nom: d.nomFichier, type: typeContenu(d.nomFichier), octets },
      {
        nom: fichierPreuve,
        type: 'application/json',
        octets: new TextEncoder().encode(formeCanonique(preuve)),
      },
    ],
    entetes: { 'X-CDPPE-Transmission': t.id, 'X-Destinataire-Reel': t.destinataire },
    etiquettes: { transmission: t.id, tentative: String(t.tentative) },
  }
}
