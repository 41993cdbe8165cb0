import { DERNIERE_COLONNE, DERNIERE_LIGNE, lireAdresse } from '../adresse.ts'
import type { Attributs } from './xml-interfaces.ts'

/** An element with more is not a workbook's: saxes reads it. */
export const MAX_ATTRIBUTS = 64

/** The attributes of the element at hand, as places in the bytes: nothing is made of what nobody asks for. */
export class AttributsRapides implements Attributs {
  nombre = 0
  private octets: Uint8Array = new Uint8Array()
  /** By four: start and end of the name, start and end of the value. */
  private readonly places = new Int32Array(4 * MAX_ATTRIBUTS)
  /** Values that had to be decoded. */
  private readonly valeurs: (string | undefined)[] = []

  commencer(octets: Uint8Array): void {
    this.octets = octets
    this.nombre = 0
  }

  ajouter(debutNom: number, finNom: number, debut: number, fin: number, valeur: string | undefined): void {
    const { places } = this
    const i = 4 * this.nombre
    places[i] = debutNom
    places[i + 1] = finNom
    places[i + 2] = debut
    places[i + 3] = fin
    this.valeurs[this.nombre++] = valeur
  }

  /** Whether a name has already come. */
  contient(o: Uint8Array, debut: number, fin: number): boolean {
    const { places } = this
    for (let i = 0; i < 4 * this.nombre; i += 4) {
      if (places[i + 1]! - places[i]! !== fin - debut) continue
      let k = 0
      while (k < fin - debut && o[places[i]! + k] === o[debut + k]) k++
      if (k === fin - debut) return true
    }
    return false
  }

  get(nom: string): string | undefined {
    const i = this.chercher(nom)
    return i < 0 ? undefined : this.valeur(i)
  }

  getPrefixe(local: string): string | undefined {
    for (let i = 0; i < this.nombre; i++) {
      const debut = this.places[4 * i]!
      const fin = this.places[4 * i + 1]!
      if (
        fin - debut > local.length &&
        this.egal(fin - local.length, local) &&
        this.octets[fin - local.length - 1] === 0x3a
      )
        return this.valeur(i)
    }
    return undefined
  }

  entier(nom: string): number {
    const i = this.chercher(nom)
    if (i < 0) return -1
    const decodee = this.valeurs[i]
    if (decodee !== undefined) return entierDeTexte(decodee)
    const debut = this.places[4 * i + 2]!
    const fin = this.places[4 * i + 3]!
    if (fin === debut || fin - debut > 10) return -1
    let n = 0
    for (let p = debut; p < fin; p++) {
      const chiffre = this.octets[p]! - 0x30
      if (chiffre < 0 || chiffre > 9) return -1
      n = n * 10 + chiffre
    }
    return n
  }

  adresse(nom: string): number {
    const i = this.chercher(nom)
    if (i < 0) return -1
    const decodee = this.valeurs[i]
    if (decodee !== undefined) return adresseDeTexte(decodee)
    const o = this.octets
    const fin = this.places[4 * i + 3]!
    let p = this.places[4 * i + 2]!
    if (o[p] === 0x24) p++
    let colonne = 0
    let ligne = 0
    const debut = p
    for (; p < fin; p++) {
      const lettre = (o[p]! & 0xdf) - 0x40
      if (o[p]! < 0x41 || lettre < 1 || lettre > 26) break
      colonne = colonne * 26 + lettre
    }
    if (p === debut || p - debut > 3) return -2
    if (o[p] === 0x24) p++
    if (p === fin || fin - p > 7 || o[p] === 0x30) return -2
    for (; p < fin; p++) {
      const chiffre = o[p]! - 0x30
      if (chiffre < 0 || chiffre > 9) return -2
      ligne = ligne * 10 + chiffre
    }
    if (ligne - 1 > DERNIERE_LIGNE || colonne - 1 > DERNIERE_COLONNE) return -2
    return (ligne - 1) * 16_384 + colonne - 1
  }

  private chercher(nom: string): number {
    const { places } = this
    for (let i = 0; i < this.nombre; i++)
      if (places[4 * i + 1]! - places[4 * i]! === nom.length && this.egal(places[4 * i]!, nom)) return i
    return -1
  }

  private egal(debut: number, nom: string): boolean {
    for (let k = 0; k < nom.length; k++) if (this.octets[debut + k] !== nom.charCodeAt(k)) return false
    return true
  }

  /** Only plain ASCII stands without having been decoded. */
  private valeur(i: number): string {
    const decodee = this.valeurs[i]
    if (decodee !== undefined) return decodee
    let valeur = ''
    for (let p = this.places[4 * i + 2]!; p < this.places[4 * i + 3]!; p++)
      valeur += String.fromCharCode(this.octets[p]!)
    return valeur
  }
}

/** Attributs.entier of a value at hand as text. */
export function entierDeTexte(valeur: string): number {
  return /^\d{1,10}$/.test(valeur) ? Number(valeur) : -1
}

/** Attributs.adresse of a value at hand as text. */
export function adresseDeTexte(valeur: string): number {
  const place = lireAdresse(valeur)
  return place ? place.ligne * 16_384 + place.colonne : -2
}
