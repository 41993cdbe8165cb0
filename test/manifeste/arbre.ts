import { SaxesParser } from 'saxes'

/** A small XML tree, enough to ask a manifest what it says. Names are without their prefix. */
export interface Noeud {
  nom: string
  attributs: Record<string, string>
  enfants: Noeud[]
  texte: string
}

/** @throws Error where the text is not well-formed XML, or binds a prefix to nothing */
export function lireXml(texte: string): Noeud {
  const racine: Noeud = { nom: '', attributs: {}, enfants: [], texte: '' }
  const pile = [racine]
  const lecteur = new SaxesParser({ xmlns: true })
  lecteur.on('error', (erreur) => {
    throw erreur
  })
  lecteur.on('opentag', ({ local, attributes }) => {
    const attributs: Record<string, string> = {}
    for (const attribut of Object.values(attributes)) attributs[attribut.local] = attribut.value
    const noeud: Noeud = { nom: local, attributs, enfants: [], texte: '' }
    pile.at(-1)!.enfants.push(noeud)
    pile.push(noeud)
  })
  lecteur.on('text', (morceau) => {
    pile.at(-1)!.texte += morceau
  })
  lecteur.on('closetag', () => {
    pile.pop()
  })
  lecteur.write(texte).close()
  return racine.enfants[0]!
}

/** Every node below, in document order. */
export function descendants(noeud: Noeud): Noeud[] {
  return noeud.enfants.flatMap((enfant) => [enfant, ...descendants(enfant)])
}

/** Every node below that bears one of these names. */
export function tous(noeud: Noeud, ...noms: string[]): Noeud[] {
  return descendants(noeud).filter((n) => noms.includes(n.nom))
}
