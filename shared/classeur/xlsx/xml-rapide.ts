import { AttributsRapides, MAX_ATTRIBUTS } from './xml-attributs.ts'
import { NOM, TEXTE_ORDINAIRE, TEXTE_SPECIAL, BLANC, CLASSES, entitesDecodees } from './xml-octets.ts'
import type { Garde } from './xml-garde.ts'
import { RefusClasseur } from './refus.ts'
import type { XmlSink } from './xml-interfaces.ts'
import { AnalyseurSaxes, nomLocal } from './xml-saxes.ts'

interface Nom {
  octets: Uint8Array
  brut: string
  local: string
}

const INFERIEUR = 0x3c
const SUPERIEUR = 0x3e
const BARRE = 0x2f
const EGAL = 0x3d
const ESPERLUETTE = 0x26
const GUILLEMET = 0x22
const APOSTROPHE = 0x27
const CROCHET = 0x5d
const VIDE = new Uint8Array()
/** At hand for the inner loops, without going through the module each time. */
const [classes, nomPermis, blanc, ordinaire, special] = [CLASSES, NOM, BLANC, TEXTE_ORDINAIRE, TEXTE_SPECIAL]

/** Names kept at most: a part that has more is not a workbook's, and goes slower. */
const MAX_NOMS = 512
const DECLARATION =
  /^(?:\u00ef\u00bb\u00bf)?<\?xml\s+version\s*=\s*(["'])1\.0\1(?:\s+encoding\s*=\s*(["'])[Uu][Tt][Ff]-?8\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>/

/**
 * Parses ordinary UTF-8 XML straight from its bytes: elements, attributes, text. What it accepts it has
 * checked as strictly as saxes would (names, quotes, nesting, duplicates, characters); at anything else it
 * hands what is left over to saxes, inside the elements that are open.
 */
export class AnalyseurRapide implements XmlSink {
  private readonly garde: Garde
  private readonly attributs = new AttributsRapides()
  private readonly noms = new Map<number, Nom>()
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  private readonly pile: Nom[] = []
  /** What the last chunk left unread, then the next one: always the same bytes, so that none wait to be freed. */
  private tampon: Uint8Array = VIDE
  private reste = 0
  private racineOuverte = false
  private racineFermee = false
  private relais: AnalyseurSaxes | undefined
  /** Place from where saxes is to go on, once something unusual has been met. */
  private abandon = -1

  constructor(garde: Garde) {
    this.garde = garde
  }

  write(chunk: Uint8Array): void {
    if (this.relais) return this.relais.write(chunk)
    const octets = this.reste === 0 ? chunk : this.ajouter(chunk)
    const fin = this.analyser(octets, this.racineOuverte ? 0 : sauterDeclaration(octets))
    if (this.abandon >= 0) return this.passer(octets.subarray(this.abandon))
    // What comes before the root is kept whole: should saxes take over there, it reads from the start.
    const reste = this.racineOuverte ? octets.subarray(fin) : octets
    this.garde.verifierJeton(reste.length)
    this.reste = 0
    this.ajouter(reste)
  }

  end(): void {
    if (!this.relais && (this.reste > 0 || !this.racineFermee))
      this.passer(this.tampon.subarray(0, this.reste))
    this.relais?.end()
  }

  /** Puts bytes after those that are kept, and gives them all. */
  private ajouter(octets: Uint8Array): Uint8Array {
    const longueur = this.reste + octets.length
    if (longueur > this.tampon.length) {
      const plus = new Uint8Array(2 * longueur)
      plus.set(this.tampon.subarray(0, this.reste))
      this.tampon = plus
    }
    this.tampon.set(octets, this.reste)
    this.reste = longueur
    return this.tampon.subarray(0, longueur)
  }

  private passer(octets: Uint8Array): void {
    const ouverts = this.racineFermee ? null : this.pile.map((nom) => nom.brut)
    this.relais = new AnalyseurSaxes(this.garde, 'utf-8', ouverts)
    this.relais.write(octets)
    this.reste = 0
    this.tampon = VIDE
  }

  /** Goes as far as whole tokens go; gives the start of the first unfinished one. */
  private analyser(o: Uint8Array, depart: number): number {
    let p = depart
    while (p < o.length) {
      const suite = o[p] === INFERIEUR ? this.balise(o, p) : this.texte(o, p)
      if (suite < 0) return p
      p = suite
    }
    return p
  }

  private renoncer(p: number): -1 {
    this.abandon = this.racineOuverte ? p : 0
    return -1
  }

  /** A run of text up to the next '<'; -1 when it is unfinished. */
  private texte(o: Uint8Array, debut: number): number {
    let q = debut
    let aDecoder = false
    for (let classe; q < o.length; q++) {
      classe = classes[o[q]!]! & ordinaire
      if (classe === ordinaire) continue
      if (o[q] === INFERIEUR) break
      if ((classes[o[q]!]! & special) === 0) return this.renoncer(debut)
      if (o[q] === SUPERIEUR) {
        if (q >= debut + 2 && o[q - 1] === CROCHET && o[q - 2] === CROCHET) return this.renoncer(debut)
      } else aDecoder = true
    }
    // Between the elements of the data there is often nothing to tell.
    if (q === o.length) return -1
    if (this.pile.length === 0) {
      for (let i = debut; i < q; i++) if ((classes[o[i]!]! & blanc) === 0) return this.renoncer(debut)
      return q
    }
    const { handler } = this.garde
    if (handler.ecoute === false || !handler.text) {
      if (aDecoder && entitesDecodees(this.decoder, o.subarray(debut, q)) === undefined)
        return this.renoncer(debut)
      return q
    }
    if (!aDecoder) {
      const entier = o[q + 1] === BARRE && handler.bytes?.(o, debut, q) === true
      if (!entier) handler.text(this.chaine(o, debut, q))
      return q
    }
    const texte = entitesDecodees(this.decoder, o.subarray(debut, q))
    if (texte === undefined) return this.renoncer(debut)
    handler.text(texte)
    return q
  }

  private balise(o: Uint8Array, debut: number): number {
    if (debut + 1 >= o.length) return -1
    return o[debut + 1] === BARRE ? this.fermante(o, debut) : this.ouvrante(o, debut)
  }

  private fermante(o: Uint8Array, debut: number): number {
    const nom = this.pile[this.pile.length - 1]
    if (!nom) return this.renoncer(debut)
    const attendu = nom.octets
    let q = debut + 2
    if (q + attendu.length >= o.length) return -1
    for (let i = 0; i < attendu.length; i++) if (o[q++] !== attendu[i]) return this.renoncer(debut)
    while (q < o.length && (classes[o[q]!]! & blanc) !== 0) q++
    if (q >= o.length) return -1
    if (o[q] !== SUPERIEUR) return this.renoncer(debut)
    this.pile.pop()
    if (this.pile.length === 0) this.racineFermee = true
    this.garde.close(nom.local)
    return q + 1
  }

  private ouvrante(o: Uint8Array, debut: number): number {
    if (this.racineFermee) return this.renoncer(debut)
    let q = debut + 1
    let cle = 0
    for (; q < o.length && (classes[o[q]!]! & nomPermis) !== 0; q++) cle = (Math.imul(cle, 31) + o[q]!) | 0
    if (q >= o.length) return -1
    const nom = this.nom(o, debut + 1, q, cle)
    if (!nom) return this.renoncer(debut)
    const a = this.attributs
    a.commencer(o)
    for (;;) {
      const avant = q
      while (q < o.length && (classes[o[q]!]! & blanc) !== 0) q++
      if (q + 1 >= o.length && o[q] !== SUPERIEUR) return -1
      if (o[q] === SUPERIEUR) {
        this.racineOuverte = true
        this.garde.open(nom.local, a)
        this.pile.push(nom)
        return q + 1
      }
      if (o[q] === BARRE) {
        if (o[q + 1] !== SUPERIEUR) return this.renoncer(debut)
        this.racineOuverte = true
        this.garde.open(nom.local, a)
        if (this.pile.length === 0) this.racineFermee = true
        this.garde.close(nom.local)
        return q + 2
      }
      if (q === avant) return this.renoncer(debut)
      const suite = this.attribut(o, q)
      if (suite === -2) return this.renoncer(debut)
      if (suite < 0) return -1
      q = suite
    }
  }

  /** One attribute; gives the place after its closing quote, -1 unfinished, -2 unusual. */
  private attribut(o: Uint8Array, debutNom: number): number {
    let q = debutNom
    while (q < o.length && (classes[o[q]!]! & nomPermis) !== 0) q++
    const finNom = q
    if (finNom === debutNom || interditEnTete(o[debutNom]!)) return q >= o.length ? -1 : -2
    while (q < o.length && (classes[o[q]!]! & blanc) !== 0) q++
    if (q >= o.length) return -1
    if (o[q++] !== EGAL) return -2
    while (q < o.length && (classes[o[q]!]! & blanc) !== 0) q++
    if (q >= o.length) return -1
    const guillemet = o[q++]!
    if (guillemet !== GUILLEMET && guillemet !== APOSTROPHE) return -2
    const debut = q
    let aDecoder = false
    for (; q < o.length && o[q] !== guillemet; q++) {
      const octet = o[q]!
      if (octet === INFERIEUR) return -2
      if (octet < 0x20) {
        if ((classes[octet]! & blanc) === 0) return -2
        aDecoder = true
      } else if (octet === ESPERLUETTE || octet >= 0x80) aDecoder = true
    }
    if (q >= o.length) return -1
    const { attributs } = this
    if (attributs.nombre >= MAX_ATTRIBUTS || attributs.contient(o, debutNom, finNom)) return -2
    if (aDecoder) {
      const valeur = entitesDecodees(this.decoder, o.subarray(debut, q), true)
      if (valeur === undefined) return -2
      attributs.ajouter(debutNom, finNom, debut, q, valeur)
    } else attributs.ajouter(debutNom, finNom, debut, q, undefined)
    return q + 1
  }

  /** The name between two places, as it was first met; undefined when it is not an ASCII name. */
  private nom(o: Uint8Array, debut: number, fin: number, cle: number): Nom | undefined {
    const connu = this.noms.get(cle)
    if (connu && memesOctets(connu.octets, o, debut, fin)) return connu
    if (debut === fin || interditEnTete(o[debut]!)) return undefined
    const octets = new Uint8Array(o.subarray(debut, fin))
    const brut = this.decoder.decode(octets)
    const nom = { octets, brut, local: nomLocal(brut) }
    if (!connu && this.noms.size < MAX_NOMS) this.noms.set(cle, nom)
    return nom
  }

  private chaine(o: Uint8Array, debut: number, fin: number): string {
    try {
      return this.decoder.decode(o.subarray(debut, fin))
    } catch {
      throw new RefusClasseur('encodage', this.garde.part)
    }
  }
}

/** Length of the byte order mark and of an ordinary XML declaration, at the start of a part. */
function sauterDeclaration(octets: Uint8Array): number {
  let tete = ''
  for (let i = 0; i < Math.min(256, octets.length); i++) tete += String.fromCharCode(octets[i]!)
  const declaration = DECLARATION.exec(tete)
  if (declaration) return declaration[0].length
  return tete.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0
}

/** A byte that may stand in a name but not start it: digit, '-' or '.'. */
function interditEnTete(octet: number): boolean {
  return octet === 0x2d || octet === 0x2e || (octet >= 0x30 && octet <= 0x39)
}

function memesOctets(a: Uint8Array, o: Uint8Array, debut: number, fin: number): boolean {
  if (a.length !== fin - debut) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== o[debut + i]) return false
  return true
}
