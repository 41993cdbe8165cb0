import { Balises, avecAttribut } from './balises.ts'

/** The main part with a full calculation asked for at the next opening in Excel. */
export function demanderCalcul(xml: string): string {
  // Order of the main part's elements: calcPr follows the last of these that is there.
  const AVANT = ['sheets', 'functionGroups', 'externalReferences', 'definedNames']
  const balises = new Balises(xml)
  let place = -1
  let prefixe = ''
  while (balises.suivante()) {
    const { local, genre, debut, fin } = balises
    if (local === 'calcPr' && genre !== 'fermante')
      return xml.slice(0, debut) + avecAttribut(xml.slice(debut, fin), 'fullCalcOnLoad', '1') + xml.slice(fin)
    if (AVANT.includes(local) && genre !== 'ouvrante') {
      place = fin
      prefixe = balises.nom.slice(0, balises.nom.length - local.length)
    }
  }
  return place < 0 ? xml : `${xml.slice(0, place)}<${prefixe}calcPr fullCalcOnLoad="1"/>${xml.slice(place)}`
}

/** A part (content types, relationships) without the elements of this name that `retirer` points at. */
export function sansElements(
  xml: string,
  element: string,
  retirer: (attributs: ReadonlyMap<string, string>) => boolean,
): string {
  const balises = new Balises(xml)
  let sortie = ''
  let position = 0
  while (balises.suivante()) {
    if (balises.local !== element || balises.genre === 'fermante' || !retirer(balises.attributs())) continue
    const { debut } = balises
    sortie += xml.slice(position, debut)
    position = balises.sauter()
  }
  return sortie + xml.slice(position)
}
