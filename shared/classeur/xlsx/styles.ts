import type { StyleCellule } from '../classeur.ts'
import type { Budget } from './budget.ts'
import { couleur, ORDRE_THEME } from './couleurs.ts'
import { formatIntegre } from './formats.ts'
import type { Attributs, XmlHandler } from './xml.ts'
import { estVrai } from './xml.ts'

/** What a cell's `s` number means: its number format and its look. */
export interface TableStyles {
  /** Number format code by `s`, undefined for General. */
  formats: (string | undefined)[]
  /** Index into `styles` by `s`, undefined for the default look. */
  indices: (number | undefined)[]
  styles: StyleCellule[]
}

/** Size in points that is not worth saying. */
const TAILLE_ORDINAIRE = 11
const NOIR = '#000000'

interface Police {
  gras?: boolean
  italique?: boolean
  taille?: number
  couleur?: string
}

/** Gathers the colours of the theme part, in the order in which cells number them. */
export function lecteurTheme(theme: (string | undefined)[]): XmlHandler {
  let place = -1
  let dansSchema = false
  return {
    open(nom, a) {
      if (nom === 'clrScheme') dansSchema = true
      else if (dansSchema && nom === 'srgbClr' && place >= 0) theme[place] = a.get('val')
      else if (dansSchema && nom === 'sysClr' && place >= 0) theme[place] = a.get('lastClr')
      else if (dansSchema && ORDRE_THEME.includes(nom)) place = ORDRE_THEME.indexOf(nom)
    },
    close(nom) {
      if (nom === 'clrScheme') dansSchema = false
      else if (ORDRE_THEME.includes(nom)) place = -1
    },
  }
}

/** Gathers the styles part; `finir` is called once it has been read. */
export function lecteurStyles(
  theme: readonly (string | undefined)[],
  budget: Budget,
): XmlHandler & { finir(): TableStyles } {
  const codes = new Map<number, string>()
  const polices: Police[] = []
  const fonds: (string | undefined)[] = []
  const bordures: boolean[] = []
  const formats: (string | undefined)[] = []
  const xfs: StyleCellule[] = []
  let section = ''
  let police: Police = {}
  let plein = false
  let xf: StyleCellule | undefined

  const ouvrirPolice = (nom: string, a: Attributs) => {
    if (nom === 'font') polices.push((police = {}))
    else if (nom === 'b' && a.get('val') !== '0' && a.get('val') !== 'false') police.gras = true
    else if (nom === 'i' && a.get('val') !== '0' && a.get('val') !== 'false') police.italique = true
    else if (nom === 'sz' && Number(a.get('val')) > 0 && Number(a.get('val')) !== TAILLE_ORDINAIRE)
      police.taille = Number(a.get('val'))
    else if (nom === 'color') {
      const c = couleur(a, theme)
      if (c !== undefined && c !== NOIR) police.couleur = c
    }
  }
  const ouvrirFond = (nom: string, a: Attributs) => {
    if (nom === 'fill') fonds.push(undefined)
    else if (nom === 'patternFill') plein = a.get('patternType') === 'solid'
    else if (nom === 'fgColor' && plein) fonds[fonds.length - 1] = couleur(a, theme)
  }
  const ouvrirBordure = (nom: string, a: Attributs) => {
    if (nom === 'border') bordures.push(false)
    else if (
      nom !== 'color' &&
      nom !== 'diagonal' &&
      a.get('style') !== undefined &&
      a.get('style') !== 'none'
    )
      bordures[bordures.length - 1] = true
  }
  const ouvrirXf = (nom: string, a: Attributs) => {
    if (nom === 'xf') {
      const id = Number(a.get('numFmtId') ?? 0)
      const code = codes.get(id) ?? formatIntegre(id)
      formats.push(code === undefined || code === '' || code.toLowerCase() === 'general' ? undefined : code)
      xf = { ...polices[Number(a.get('fontId') ?? 0)] }
      const fond = fonds[Number(a.get('fillId') ?? 0)]
      if (fond !== undefined) xf.fond = fond
      if (bordures[Number(a.get('borderId') ?? 0)]) xf.bordures = true
      xfs.push(xf)
    } else if (nom === 'alignment' && xf) {
      const h = a.get('horizontal')
      if (h === 'left' || h === 'center' || h === 'right') xf.horizontal = h
      else if (h === 'centerContinuous') xf.horizontal = 'center'
      const v = a.get('vertical')
      if (v === 'top' || v === 'center' || v === 'bottom') xf.vertical = v
      if (estVrai(a.get('wrapText'))) xf.retour = true
    }
  }
  const SECTIONS: Readonly<Record<string, (nom: string, a: Attributs) => void>> = {
    numFmts: (nom, a) => {
      const code = nom === 'numFmt' ? a.get('formatCode') : undefined
      if (code === undefined) return
      budget.compterTexte(code)
      codes.set(Number(a.get('numFmtId')), code)
    },
    fonts: ouvrirPolice,
    fills: ouvrirFond,
    borders: ouvrirBordure,
    cellXfs: ouvrirXf,
  }
  return {
    open(nom, a) {
      if (section !== '') {
        budget.compter()
        SECTIONS[section]?.(nom, a)
      } else if (Object.hasOwn(SECTIONS, nom) || nom === 'dxfs' || nom === 'cellStyleXfs' || nom === 'extLst')
        section = nom
    },
    close(nom) {
      if (nom === section) section = ''
    },
    finir() {
      const styles: StyleCellule[] = []
      const connus = new Map<string, number>()
      const indices = xfs.map((style) => {
        if (Object.keys(style).length === 0) return undefined
        const cle = JSON.stringify(style)
        let index = connus.get(cle)
        if (index === undefined) {
          connus.set(cle, (index = styles.length))
          styles.push(style)
        }
        return index
      })
      return { formats, indices, styles }
    },
  }
}
