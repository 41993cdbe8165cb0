import type { Morceau } from './formules.ts'
import { decouper } from './formules.ts'

/**
 * Whether a formula in the invariant grammar, with its '=', can be parsed. Excel refuses to open, or repairs by
 * dropping the formula, a file that holds one that cannot.
 */
export function estBienFormee(formule: string): boolean {
  const lecteur = new Lecteur()
  return (
    decouper(formule.replace(/^=/, ''), 'invariant').every((m) => lecteur.suivre(m)) && lecteur.estComplet()
  )
}

/** What the pieces read so far allow next. */
type Etat =
  /** Nothing yet in this place: an argument may be left empty here. */
  | 'debut'
  /** After an operator, a sign or the name of a sheet: a value must come. */
  | 'operateur'
  /** The name of a sheet: its « ! » must come. */
  | 'feuille'
  | 'valeur'
  /** A reference, or what may give one: a space and another make their intersection. */
  | 'reference'

/** Reads a formula piece by piece; each is refused when it cannot come where it stands. */
class Lecteur {
  private etat: Etat = 'debut'
  private espace = false
  /** Whether the last value is a name that a bracket or a « ! » follows. */
  private nomQualifie = false
  private dernier: Morceau | undefined
  /** What is open: a call, a bracket that groups, an array of constants. */
  private readonly ouverts: ('appel' | 'groupe' | 'tableau')[] = []

  suivre(morceau: Morceau): boolean {
    if (morceau.genre === 'brut' && morceau.texte.trim() === '') return (this.espace = true)
    const admis = this.admettre(morceau)
    this.espace = false
    this.dernier = morceau
    return admis
  }

  estComplet(): boolean {
    return this.ouverts.length === 0 && this.suitUneValeur()
  }

  private admettre(morceau: Morceau): boolean {
    const { genre, texte } = morceau
    if (this.etat === 'feuille') return texte === '!' && this.passer('operateur')
    if (genre === 'nom') return this.poser('reference')
    if (genre === 'nombre') return this.poser('valeur')
    if (genre === 'erreur') return this.poser('reference')
    if (genre === 'separateur') return this.separer(texte)
    if (texte.startsWith('"')) return /^"([^"]|"")*"$/.test(texte) && this.poser('valeur')
    if (texte.startsWith("'")) return /^'([^']|'')+'$/.test(texte) && this.poser('feuille')
    if (texte.startsWith('[')) return crochetsFermes(texte) && this.qualifier()
    if (texte === '(' || texte === '{') return this.ouvrir(texte)
    if (texte === ')' || texte === '}') return this.fermer(texte)
    if (texte === '%') return this.suitUneValeur()
    if (texte === '#') return this.etat === 'reference'
    if (/^[-+*/^&=<>:@]$/.test(texte)) return this.operer(texte)
    if (texte === '!') return this.nomQualifie && this.passer('operateur')
    // The name of a table or of a sheet, told by the bracket or the « ! » that follows.
    return /^[\p{L}_\\$]/u.test(texte) && this.poser('reference', true)
  }

  private passer(etat: Etat): true {
    this.etat = etat
    return true
  }

  private suitUneValeur(): boolean {
    return this.etat === 'valeur' || this.etat === 'reference'
  }

  /** A value: where one is due, or after a reference and a space when both make an intersection. */
  private poser(etat: Etat, qualifie = false): boolean {
    const intersection = this.etat === 'reference' && this.espace && etat !== 'valeur'
    if (this.suitUneValeur() && !intersection) return false
    this.nomQualifie = qualifie
    return this.passer(etat)
  }

  private qualifier(): boolean {
    if (this.suitUneValeur()) return this.nomQualifie && !(this.nomQualifie = false)
    return this.poser('reference')
  }

  private separer(texte: string): boolean {
    const dans = this.ouverts.at(-1)
    if (dans === undefined || (texte !== ',' && !(texte === ';' && dans === 'tableau'))) return false
    if (!this.suitUneValeur() && !(dans === 'appel' && this.etat === 'debut')) return false
    return this.passer('debut')
  }

  private ouvrir(texte: '(' | '{'): boolean {
    if (this.ouverts.at(-1) === 'tableau') return false
    const appel = texte === '(' && this.estAppele()
    if (!appel && this.suitUneValeur() && !(texte === '(' && this.etat === 'reference' && this.espace))
      return false
    this.ouverts.push(texte === '{' ? 'tableau' : appel ? 'appel' : 'groupe')
    return this.passer('debut')
  }

  private estAppele(): boolean {
    const { dernier } = this
    return (dernier?.genre === 'nom' && dernier.appel) || (dernier?.texte === ')' && !this.espace)
  }

  private fermer(texte: ')' | '}'): boolean {
    const dans = this.ouverts.pop()
    if (dans === undefined || (texte === '}') !== (dans === 'tableau')) return false
    if (!this.suitUneValeur() && !(dans === 'appel' && this.etat === 'debut')) return false
    return this.passer(dans === 'tableau' ? 'valeur' : 'reference')
  }

  private operer(texte: string): boolean {
    if (this.suitUneValeur()) return texte !== '@' && this.passer('operateur')
    if (/[-+@]/.test(texte)) return this.passer('operateur')
    // The second sign of <=, >= and <>.
    const avant = this.espace ? '' : this.dernier?.texte
    return (avant === '<' && /[=>]/.test(texte)) || (avant === '>' && texte === '=')
  }
}

function crochetsFermes(texte: string): boolean {
  const net = texte.replace(/'./gs, '')
  return net.endsWith(']') && net.split('[').length === net.split(']').length
}
