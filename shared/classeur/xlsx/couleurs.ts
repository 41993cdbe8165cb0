import type { Attributs } from './xml.ts'

/** The 64 colours that old files name by number. */
const INDEXEES = (
  '000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF' +
  '800000008000000080808000800080008080C0C0C08080809999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF' +
  '000080FF00FFFFFF0000FFFF8000808000000080800000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC99' +
  '3366FF33CCCC99CC00FFCC00FF9900FF66006666999696960033663399660033003333009933009933663333993333' +
  '33'
).match(/.{6}/g)!

/** Order of the theme's colours in its part, and how cells number them. */
export const ORDRE_THEME = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
]

/** '#RRGGBB' of a colour element (rgb, theme or indexed, with its tint); undefined when automatic. */
export function couleur(a: Attributs, theme: readonly (string | undefined)[]): string | undefined {
  const [ecrite, numeroTheme, numero] = [a.get('rgb'), a.get('theme'), a.get('indexed')]
  let rgb: string | undefined
  if (ecrite !== undefined && /^[0-9A-Fa-f]{6,8}$/.test(ecrite)) rgb = ecrite.slice(-6)
  else if (numeroTheme !== undefined) rgb = theme[Number(numeroTheme)]
  else if (numero !== undefined) rgb = INDEXEES[Number(numero)]
  if (rgb === undefined) return undefined
  const teinte = Number(a.get('tint') ?? 0)
  return `#${(teinte >= -1 && teinte <= 1 && teinte !== 0 ? teinter(rgb, teinte) : rgb).toUpperCase()}`
}

/** Lightens (tint > 0) or darkens (tint < 0) by the HLS lightness (ECMA-376, 18.8.19). */
function teinter(rgb: string, teinte: number): string {
  const [r, g, b] = [0, 2, 4].map((i) => parseInt(rgb.slice(i, i + 2), 16) / 255) as [number, number, number]
  const max = Math.max(r, g, b)
  const min = Math.min(r, g, b)
  const l = (max + min) / 2
  const d = max - min
  const s = d === 0 ? 0 : d / (1 - Math.abs(2 * l - 1))
  let h = 0
  if (d !== 0) h = max === r ? ((g - b) / d + 6) % 6 : max === g ? (b - r) / d + 2 : (r - g) / d + 4
  const l2 = teinte < 0 ? l * (1 + teinte) : l * (1 - teinte) + teinte
  const c = (1 - Math.abs(2 * l2 - 1)) * s
  const x = c * (1 - Math.abs((h % 2) - 1))
  const m = l2 - c / 2
  const rvb = [
    [c, x, 0],
    [x, c, 0],
    [0, c, x],
    [0, x, c],
    [x, 0, c],
    [c, 0, x],
  ][Math.floor(h) % 6]!
  return rvb
    .map((v) =>
      Math.round((v + m) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
}
