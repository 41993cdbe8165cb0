import { decouperReference, lireAdresse } from '../../shared/classeur/adresse.ts'
import type { ReferenceCellule } from '../../shared/classeur/adresse.ts'
import type { Classeur } from '../../shared/classeur/classeur.ts'
import { ecrireDonneeXml } from '../../shared/classeur/donnee-xml.ts'
import type { Marque } from '../../shared/controle/marques.ts'
import { ErreurHote } from '../hote/hote.ts'
import type { HoteClasseur, Marquage } from '../hote/hote.ts'
import { adressePlage, regrouper } from '../hote/plages.ts'
import { avecExcel } from './erreurs.ts'
import { FeuillesConnues } from './feuilles-connues.ts'
import { octetsDuClasseur } from './fichier.ts'
import { lireClasseurExcel } from './lecture.ts'
import { compterMarques, oterMarques, poserMarques } from './marques.ts'
import { demanderParties, lireParties, partiesDe } from './parties.ts'
import { suivreChangements } from './changements.ts'

/** An address that Excel takes holds 8,192 signs at most. */
const ADRESSE_MAX = 8000
/** Where Excel tells of the queries that a workbook refreshes from. */
const VERSION_REQUETES = '1.14'
/** Texts that Excel would turn into a number, a date, a formula or an error when typed. */
const INTERPRETE = /^\s*[\d+\-=@#('€$%.,/]|^\s*(vrai|faux|true|false)\s*$/i

/** The workbook in Excel, by Office.js. */
export class HoteExcel implements HoteClasseur {
  readonly genre = 'excel'
  readonly marquesDansLeFichier = true
  readonly #connues = new FeuillesConnues()

  nom(): Promise<string> {
    return avecExcel(async (contexte) => {
      contexte.workbook.load('name')
      await contexte.sync()
      return contexte.workbook.name
    }, 'Excel n’a pas donné le nom du classeur.')
  }

  async relireApresChangement(): Promise<Classeur> {
    if (this.#connues.suivies && (await seRafraichit())) this.#connues.oublier()
    return this.#lire()
  }

  lire(): Promise<Classeur> {
    this.#connues.oublier()
    return this.#lire()
  }

  #lire(): Promise<Classeur> {
    return avecExcel(async (contexte) => {
      // Asked for together with the first exchange of the reading.
      const parties = demanderParties(contexte)
      const classeur = await lireClasseurExcel(contexte, this.#connues)
      const donnees = new Map<string, string>()
      for (const { donnee } of await lireParties(contexte, parties))
        if (donnee && !donnees.has(donnee.cle)) donnees.set(donnee.cle, donnee.valeur)
      return { ...classeur, donnees: Object.fromEntries(donnees) }
    }, 'Excel n’a pas donné le contenu du classeur. Terminez la saisie en cours, puis relancez le contrôle.')
  }

  octets(): Promise<Uint8Array> {
    return octetsDuClasseur()
  }

  async selectionner(cellules: ReferenceCellule[]): Promise<void> {
    const selection = regrouper(cellules)
    if (!selection) return
    await avecExcel(async (contexte) => {
      const feuille = await feuilleDe(contexte, selection.feuille)
      feuille.activate()
      choisir(feuille, selection.plages.map(adressePlage))
      await contexte.sync()
    }, 'Ces cellules n’ont pas pu être sélectionnées. Si la feuille est masquée, affichez-la, puis recommencez.')
  }

  async ecrire(cellule: ReferenceCellule, valeur: string | number | boolean | null): Promise<void> {
    const { feuille: nom, adresse } = decouperReference(cellule)
    if (!lireAdresse(adresse)) throw new ErreurHote(`« ${adresse} » n’est pas une cellule.`)
    await avecExcel(async (contexte) => {
      const plage = (await feuilleDe(contexte, nom)).getRange(adresse)
      plage.load('formulas,values')
      await contexte.sync()
      const formule: unknown = plage.formulas[0]?.[0]
      if (typeof formule === 'string' && formule.startsWith('=') && formule !== plage.values[0]?.[0])
        throw new ErreurHote(
          `La cellule ${adresse} contient une formule : elle n’a pas été modifiée. Corrigez la formule, ou remplacez-la vous-même.`,
        )
      plage.values = [[pourExcel(valeur)]]
      await contexte.sync()
    }, `La cellule ${adresse} n’a pas pu être modifiée. Vérifiez que la feuille n’est pas protégée, puis recommencez.`)
  }

  surChangement(rappel: () => void): () => void {
    return suivreChangements(rappel, undefined, this.#connues)
  }

  recalculer(): Promise<void> {
    return avecExcel(async (contexte) => {
      const { worksheets } = contexte.workbook
      worksheets.load('items/name')
      await contexte.sync()
      for (const feuille of worksheets.items) feuille.calculate(true)
      await contexte.sync()
    }, 'Les formules n’ont pas pu être recalculées. Appuyez sur Ctrl+Alt+F9 pour le faire.')
  }

  lireDonnee(cle: string): Promise<string | null> {
    return avecExcel(async (contexte) => {
      const parties = await partiesDe(contexte)
      return parties.find((p) => p.donnee?.cle === cle)?.donnee?.valeur ?? null
    }, 'Les réglages gardés dans le classeur n’ont pas pu être lus.')
  }

  ecrireDonnee(cle: string, valeur: string): Promise<void> {
    return avecExcel(async (contexte) => {
      const xml = ecrireDonneeXml(cle, valeur)
      const parties = await partiesDe(contexte)
      const existante = parties.find((p) => p.donnee?.cle === cle)
      if (existante) existante.partie.setXml(xml)
      else contexte.workbook.customXmlParts.add(xml)
      await contexte.sync()
    }, 'Les réglages n’ont pas pu être gardés dans le classeur.')
  }

  marquer(marques: readonly Marque[]): Promise<Marquage> {
    return avecExcel(
      (contexte) => poserMarques(contexte, marques),
      'Les cellules n’ont pas pu être marquées. Terminez la saisie en cours, puis recommencez.',
    )
  }

  oterMarques(): Promise<number> {
    return avecExcel(
      (contexte) => oterMarques(contexte),
      'Les marques n’ont pas pu être ôtées. Terminez la saisie en cours, puis recommencez.',
    )
  }

  compterMarques(): Promise<number> {
    return avecExcel(
      (contexte) => compterMarques(contexte),
      'Excel n’a pas dit si des cellules sont marquées.',
    )
  }
}

/** May a query refresh cells without a word? Yes where Excel does not tell: an exchange of its own, which may fail. */
async function seRafraichit(): Promise<boolean> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', VERSION_REQUETES)) return true
  try {
    return await Excel.run(async (contexte) => {
      const nombre = contexte.workbook.queries.getCount()
      await contexte.sync()
      return nombre.value > 0
    })
  } catch {
    return true
  }
}

async function feuilleDe(contexte: Excel.RequestContext, nom: string): Promise<Excel.Worksheet> {
  const feuille = contexte.workbook.worksheets.getItemOrNullObject(nom)
  await contexte.sync()
  if (feuille.isNullObject)
    throw new ErreurHote(`La feuille « ${nom} » n’existe plus dans le classeur. Relancez le contrôle.`)
  return feuille
}

/** Several areas at once is ExcelApi 1.18, and the library may be older than what Excel says: else the first one. */
function choisir(feuille: Excel.Worksheet, adresses: string[]): void {
  const aires = adresses.length > 1 ? feuille.getRanges(adressesBornees(adresses)) : null
  if (
    aires &&
    typeof aires.select === 'function' &&
    Office.context.requirements.isSetSupported('ExcelApi', '1.18')
  )
    aires.select()
  else feuille.getRange(adresses[0]).select()
}

/** As many of the addresses as one call takes. */
function adressesBornees(adresses: string[]): string {
  let texte = adresses[0] ?? ''
  for (const adresse of adresses.slice(1)) {
    if (texte.length + adresse.length + 1 > ADRESSE_MAX) break
    texte += `,${adresse}`
  }
  return texte
}

/** A value as it is to be typed: a text stays a text, whatever it looks like. */
function pourExcel(valeur: string | number | boolean | null): string | number | boolean {
  if (valeur === null) return ''
  return typeof valeur === 'string' && INTERPRETE.test(valeur) ? `'${valeur}` : valeur
}
