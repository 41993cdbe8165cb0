import { parseArgs } from 'node:util'
import type { LectureOndam } from '../../shared/controle/cofinancement.ts'
import { ErreurControle } from '../../shared/controle/erreur-controle.ts'
import { RefusClasseur } from '../../shared/classeur/xlsx/refus.ts'
import { ErreurSaisie } from '../../shared/referentiel/decider.ts'
import type { Referentiel } from '../../shared/referentiel/referentiel.ts'
import { ecrire, ErreurCommande, OUI, SAISIE } from './cli/sortie.ts'

/**
 * The command line: `npm run -s cdppe -- COMMANDE`. A command's code is loaded when it is called: whoever asks about
 * one enveloppe does not wait for the reader of workbooks nor for the verifier of signatures.
 */

const AIDE = `Usage : npm run -s cdppe -- COMMANDE

  eligible OBJECTIF ENVELOPPE [--exercice AAAA] [--json]   cette enveloppe peut-elle financer cet objectif ?
  montant TEXTE [--json]                                   le montant que dit un texte
  controler CLASSEUR.xlsx [--exercice AAAA] [--json]       le contrôle d’un plan d’action
            [--ondam exclu|inclus]                         compter ou non l’ONDAM dans le cofinancement
  referentiels [A B] [--json]                              les référentiels chargés, ou ce qui change de A à B
  regles [--json]                                          les règles des textes et ce qui en est vérifié
  comparer AVANT.xlsx APRES.xlsx [--json]                  les cellules qui diffèrent
  publier CLASSEUR.xlsx COPIE.xlsx [--json]                une copie sans IBAN, BIC, téléphones ni signatures
  verifier DOSSIER.zip ou CLASSEUR.xlsx PREUVE [--json]    la preuve d’une version, sans le service
            [--cles JWKS] [--autorite CERTIFICAT.pem]      les clés publiées et l’autorité à croire

controler, eligible et referentiels prennent aussi --referentiel FICHIER (JSON ou modèle .xlsx rempli) : le texte
d’un exercice que le produit ne connaît pas. L’option se répète.

Codes de sortie : 0 oui ou rien de bloquant ; 1 non, différent ou bloquant ; 2 saisie incorrecte.`

/** Positional arguments of a command, with their names for the message. */
function arguments_(recus: string[], noms: string[]): string[] {
  const manquants = noms.slice(recus.length)
  if (manquants.length > 0)
    throw new ErreurCommande(`Il manque ${manquants.join(' et ')}. Tapez « aide » pour l’usage.`)
  if (recus.length > noms.length)
    throw new ErreurCommande(
      `Trop d’arguments : « ${recus[noms.length]} ». Mettez entre guillemets un texte qui contient des espaces.`,
    )
  return recus
}

function lireAnnee(texte: string | undefined): number | undefined {
  if (texte === undefined) return undefined
  if (!/^\d{4}$/.test(texte))
    throw new ErreurCommande(`« ${texte} » n’est pas un exercice : écrivez une année, par exemple 2022.`)
  return Number(texte)
}

function lireLectureOndam(texte: string | undefined): LectureOndam | undefined {
  if (texte === undefined || texte === 'exclu' || texte === 'inclus') return texte
  throw new ErreurCommande(`« ${texte} » n’est pas une lecture du cofinancement : écrivez exclu ou inclus.`)
}

const AVEC_VALEUR: ReadonlySet<string> = new Set([
  '--exercice',
  '--cles',
  '--autorite',
  '--ondam',
  '--referentiel',
])

/** Options in any place; everything else, a lone « - » or a negative amount included, is an argument. */
function lireLigne(ligne: string[]) {
  const libres: string[] = []
  const options: string[] = []
  for (let i = 0; i < ligne.length; i++) {
    const mot = ligne[i]!
    if (mot === '--json') options.push(mot)
    else if (AVEC_VALEUR.has(mot)) {
      const valeur = ligne[++i]
      if (valeur === undefined) throw new ErreurCommande(`Il manque la valeur de ${mot}.`)
      options.push(`${mot}=${valeur}`)
    } else if (AVEC_VALEUR.has(mot.split('=')[0]!)) options.push(mot)
    else if (/^--[a-z]/i.test(mot))
      throw new ErreurCommande(`Option inconnue : « ${mot} ». Tapez « aide » pour l’usage.`)
    else libres.push(mot)
  }
  const { values } = parseArgs({
    args: options,
    options: {
      json: { type: 'boolean' },
      exercice: { type: 'string' },
      cles: { type: 'string' },
      autorite: { type: 'string', multiple: true },
      ondam: { type: 'string' },
      referentiel: { type: 'string', multiple: true },
    },
  })
  return {
    libres,
    json: values.json ?? false,
    exercice: lireAnnee(values.exercice),
    confiance: { cles: values.cles, autorites: values.autorite ?? [] },
    ondam: lireLectureOndam(values.ondam),
    fichiers: values.referentiel ?? [],
  }
}

/** The référentiels that ship, with those of the files named on the line. */
async function referentielsDe(fichiers: readonly string[]): Promise<readonly Referentiel[]> {
  if (fichiers.length === 0) return (await import('../../shared/referentiel/registre.ts')).REFERENTIELS
  return (await import('./cli/charger-referentiel.ts')).chargerReferentiels(fichiers)
}

async function executer(ligne: string[]): Promise<number> {
  const [commande, ...reste] = ligne
  if (commande === undefined || /^(aide|--aide|help|--help|-h)$/.test(commande)) {
    ecrire(AIDE)
    return commande === undefined ? SAISIE : OUI
  }
  const { libres, json, exercice, confiance, ondam, fichiers } = lireLigne(reste)
  switch (commande) {
    case 'eligible': {
      const [objectif, enveloppe] = arguments_(libres, ['l’objectif', 'l’enveloppe']) as [string, string]
      const { eligible } = await import('./cli/eligible.ts')
      return eligible(objectif, enveloppe, exercice, json, await referentielsDe(fichiers))
    }
    case 'montant': {
      const [texte] = arguments_(libres, ['le texte']) as [string]
      return (await import('./cli/montant.ts')).montant(texte, json)
    }
    case 'controler': {
      const [chemin] = arguments_(libres, ['le classeur']) as [string]
      const referentiels = await referentielsDe(fichiers)
      const { controler } = await import('./cli/controler.ts')
      return controler(chemin, { exercice, lectureOndam: ondam, referentiels }, json)
    }
    case 'referentiels': {
      const { referentiels } = await import('./cli/referentiels.ts')
      return referentiels(libres, json, await referentielsDe(fichiers))
    }
    case 'regles':
      arguments_(libres, [])
      return (await import('./cli/regles.ts')).regles(json)
    case 'comparer': {
      const [avant, apres] = arguments_(libres, ['le premier classeur', 'le second classeur']) as [
        string,
        string,
      ]
      return (await import('./cli/comparer.ts')).comparer(avant, apres, json)
    }
    case 'publier': {
      const [classeur, copie] = arguments_(libres, ['le classeur', 'le nom de la copie']) as [string, string]
      return (await import('./cli/publier.ts')).publier(classeur, copie, json)
    }
    case 'verifier': {
      const { verifier, verifierDossier } = await import('./cli/verifier.ts')
      // A bundle holds its proof.
      const [seul] = libres
      if (libres.length === 1 && /\.zip$/i.test(seul!)) return verifierDossier(seul!, confiance, json)
      const [classeur, preuve] = arguments_(libres, ['le classeur', 'la preuve']) as [string, string]
      return verifier(classeur, preuve, confiance, json)
    }
    default:
      throw new ErreurCommande(`Commande inconnue : « ${commande} ». Tapez « aide » pour l’usage.`)
  }
}

/** Errors whose message is written for the person at the keyboard; any other is our fault and says no more than that. */
function phrase(erreur: unknown): string {
  const connue =
    erreur instanceof ErreurCommande ||
    erreur instanceof ErreurSaisie ||
    erreur instanceof ErreurControle ||
    erreur instanceof RefusClasseur
  return connue
    ? erreur.message.replace(/\s*\n\s*/g, ' ')
    : 'Le traitement s’est arrêté sur un cas imprévu ; le fichier n’a pas été modifié. Signalez-le avec la commande tapée.'
}

try {
  process.exitCode = await executer(process.argv.slice(2))
} catch (erreur) {
  process.stderr.write(`${phrase(erreur)}\n`)
  process.exitCode = SAISIE
}
