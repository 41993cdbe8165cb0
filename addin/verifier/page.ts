import type { JeuDeCles } from '../../shared/version/declaration.ts'
import { direInstant } from '../../shared/version/instant.ts'
import { RefusClasseur } from '../../shared/classeur/xlsx/refus.ts'
import { Refus } from '../../shared/version/refus.ts'
import {
  lireCles,
  NOMS_ETAPES,
  NOMS_GENRES,
  reconnaitre,
  verifierFichiers,
} from '../../shared/version/verifier-fichiers.ts'
import type { Examen, Fichier } from '../../shared/version/verifier-fichiers.ts'
import type { Etape } from '../../shared/version/verifier.ts'
import { inflaterNavigateur } from '../hote/lire-classeur.ts'

/**
 * The public page that verifies a version: no sign-in, nothing sent. All that it asks of the network is the keys
 * that the service publishes.
 */

/** More than this is no version of ours, bytes. */
const FICHIER_MAX = 200 * 1024 * 1024

/** A version holds this many files at most; the rest was dropped by mistake. */
const FICHIERS_MAX = 12

const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T
const [depot, resultat, recus, liste, etatCles] = ['depot', 'resultat', 'recus', 'liste', 'cles'].map((id) =>
  element(id),
) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement]
const choix = element<HTMLInputElement>('fichiers')

let fichiers: Fichier[] = []
let examenEnCours = 0
const publiees = clesDuService()

/** The keys that the service publishes, null where it does not answer. */
async function clesDuService(): Promise<JeuDeCles | null> {
  try {
    const reponse = await fetch('/api/cles', { signal: AbortSignal.timeout(5000), credentials: 'omit' })
    const json = (reponse.headers.get('content-type') ?? '').includes('json')
    const cles = reponse.ok && json ? lireCles(await reponse.json()) : null
    return cles?.keys.length ? cles : null
  } catch {
    return null
  }
}

async function recevoir(nouveaux: Iterable<File>): Promise<void> {
  for (const fichier of nouveaux) {
    if (fichier.size > FICHIER_MAX || fichiers.length >= FICHIERS_MAX) {
      dire(verdict('mauvais', `« ${fichier.name} » est trop gros, ou les fichiers sont trop nombreux.`))
      return
    }
    const lu = { nom: fichier.name, octets: new Uint8Array(await fichier.arrayBuffer()) }
    fichiers = [...fichiers.filter((f) => f.nom !== lu.nom), lu]
  }
  await examiner()
}

async function examiner(): Promise<void> {
  const numero = ++examenEnCours
  montrerRecus()
  if (fichiers.length === 0) return dire()
  dire(paragraphe('Vérification en cours…'))
  const cles = await publiees
  let contenu: Node[]
  try {
    contenu = montrer(await verifierFichiers(fichiers, inflaterNavigateur, cles ?? undefined))
  } catch (erreur) {
    const connue = erreur instanceof Refus || erreur instanceof RefusClasseur
    contenu = [
      verdict(
        'reserve',
        connue
          ? erreur.message
          : 'Ces fichiers n’ont pas pu être examinés. Vérifiez que ce sont ceux d’une version, puis recommencez.',
      ),
    ]
  }
  // Other files may have come meanwhile: only the last answer counts.
  if (numero === examenEnCours) dire(...contenu)
}

function dire(...contenu: Node[]): void {
  resultat.replaceChildren(...contenu)
}

function creer<K extends keyof HTMLElementTagNameMap>(
  nom: K,
  texte = '',
  classe = '',
): HTMLElementTagNameMap[K] {
  const neuf = document.createElement(nom)
  if (texte) neuf.textContent = texte
  if (classe) neuf.className = classe
  return neuf
}

const paragraphe = (texte: string, classe = ''): HTMLElement => creer('p', texte, classe)
const verdict = (classe: string, texte: string): HTMLElement => paragraphe(texte, `verdict ${classe}`)

function montrerRecus(): void {
  recus.hidden = fichiers.length === 0
  liste.replaceChildren(
    ...fichiers.map((f) => creer('li', `${f.nom} : ${NOMS_GENRES[reconnaitre(f, inflaterNavigateur)]}`)),
  )
}

const ETATS: readonly [acquis: boolean | null, nom: string, classe: string][] = [
  [true, 'Vérifié', 'bon'],
  [false, 'Refusé', 'mauvais'],
  [null, 'À savoir', 'reserve'],
]

function montrerEtape({ nom, acquis, phrase }: Etape): HTMLElement {
  const [, etat, classe] = ETATS.find(([valeur]) => valeur === acquis)!
  const ligne = creer('li')
  const corps = creer('div')
  corps.append(creer('strong', NOMS_ETAPES[nom]), creer('span', phrase))
  ligne.append(creer('span', etat, `etat ${classe}`), corps)
  return ligne
}

function conclure({ verification, classeur, clesComparees }: Examen): HTMLElement {
  const { accepte, declaration: d, etapes } = verification
  if (!accepte || !d) {
    const fautives = etapes.filter((e) => e.acquis === false).map((e) => NOMS_ETAPES[e.nom])
    return verdict('mauvais', `Refusé. En cause : ${fautives.join(', ')}.`)
  }
  const quoi = `« ${classeur} » est la version ${d.numero} du département ${d.departement}, exercice ${d.exercice}, enregistrée le ${direInstant(d.le)} par ${d.auteur.prenom} ${d.auteur.nom}`
  return clesComparees
    ? verdict('bon', `Accepté : ${quoi}.`)
    : verdict(
        'reserve',
        `Accepté sous réserve : ${quoi}, si la clé qui a signé est bien celle du service, ce qui reste à vérifier.`,
      )
}

function montrer(examen: Examen): Node[] {
  const { verification, reserves } = examen
  const contenu: Node[] = [creer('h2', 'Résultat'), conclure(examen)]
  const pas = creer('ol', '', 'etapes')
  pas.append(...verification.etapes.map(montrerEtape))
  contenu.push(creer('h3', 'Étape par étape'), pas)
  if (reserves.length > 0) {
    const points = creer('ul')
    points.append(...reserves.map((reserve) => creer('li', reserve)))
    contenu.push(creer('h3', 'Ce qui n’a pas pu être vérifié avec ces fichiers'), points)
  }
  return contenu
}

choix.addEventListener('change', () => {
  void recevoir(choix.files ?? []).finally(() => (choix.value = ''))
})
element('effacer').addEventListener('click', () => {
  fichiers = []
  void examiner()
  choix.focus()
})
for (const genre of ['dragenter', 'dragover'] as const)
  document.addEventListener(genre, (evenement) => {
    evenement.preventDefault()
    depot.classList.add('survol')
  })
document.addEventListener('dragleave', (evenement) => {
  if (evenement.relatedTarget === null) depot.classList.remove('survol')
})
// Wherever it is dropped: outside of the frame a browser would leave the page for the file.
document.addEventListener('drop', (evenement) => {
  evenement.preventDefault()
  depot.classList.remove('survol')
  void recevoir(evenement.dataTransfer?.files ?? [])
})
void publiees.then((cles) => {
  etatCles.textContent = cles
    ? `Clés publiées par le service : ${cles.keys.length === 1 ? 'une clé' : `${cles.keys.length} clés`}, prise${cles.keys.length === 1 ? '' : 's'} à l’adresse ${location.host}/api/cles.`
    : 'Le service ne donne pas ses clés en ce moment : joignez le fichier cles.json si vous l’avez.'
})
