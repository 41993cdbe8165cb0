import { mkdirSync, writeFileSync } from 'node:fs'
import { deflateSync, crc32 } from 'node:zlib'

/**
 * Draws the add-in's icons, a tick over the lines of a table, and writes them as PNG into addin/public/icones.
 * Run after a change of the drawing: node infra/dessiner-icones.ts
 */

/** The sizes, in pixels, that the manifest declares. */
export const TAILLES: readonly number[] = [16, 32, 64, 80]

const FOND = [15, 118, 110] as const
const TRAIT = [255, 255, 255] as const
const SOUS_PIXELS = 8

/** RGBA bytes of the icon, row by row, `cote` × `cote` pixels. */
export function dessiner(cote: number): Uint8Array {
  const pixels = new Uint8Array(cote * cote * 4)
  for (let y = 0; y < cote; y++)
    for (let x = 0; x < cote; x++) pixels.set(pixel(x, y, cote), (y * cote + x) * 4)
  return pixels
}

/** One pixel, the mean of its sub-pixels. */
function pixel(x: number, y: number, cote: number): [number, number, number, number] {
  let couvert = 0
  let clair = 0
  for (let i = 0; i < SOUS_PIXELS; i++)
    for (let j = 0; j < SOUS_PIXELS; j++) {
      const u = (x + (i + 0.5) / SOUS_PIXELS) / cote
      const v = (y + (j + 0.5) / SOUS_PIXELS) / cote
      if (!dansCarre(u, v)) continue
      couvert++
      clair += blancheur(u, v, cote)
    }
  if (couvert === 0) return [0, 0, 0, 0]
  const part = clair / couvert
  const teinte = (canal: 0 | 1 | 2) => Math.round(FOND[canal] + (TRAIT[canal] - FOND[canal]) * part)
  return [teinte(0), teinte(1), teinte(2), Math.round((255 * couvert) / SOUS_PIXELS ** 2)]
}

/** Inside the square with rounded corners. Coordinates run from 0 to 1. */
function dansCarre(u: number, v: number): boolean {
  const marge = 0.03
  const rayon = 0.18
  const dx = Math.max(marge + rayon - u, u - (1 - marge - rayon), 0)
  const dy = Math.max(marge + rayon - v, v - (1 - marge - rayon), 0)
  return Math.hypot(dx, dy) <= rayon
}

/** How white a point is: 1 on the tick, a third on the lines of the table, which the smallest size does without. */
function blancheur(u: number, v: number, cote: number): number {
  const coche = Math.min(
    distance(u, v, [0.25, 0.54], [0.43, 0.72]),
    distance(u, v, [0.43, 0.72], [0.76, 0.31]),
  )
  if (coche <= 0.075) return 1
  if (cote < 24 || coche <= 0.12) return 0
  const ligne = Math.min(...[0.355, 0.645].flatMap((l) => [Math.abs(u - l), Math.abs(v - l)]))
  return ligne <= 0.016 ? 1 / 3 : 0
}

/** Distance of a point to a segment. */
function distance(u: number, v: number, [ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay]
  const t = Math.min(1, Math.max(0, ((u - ax) * dx + (v - ay) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(u - ax - t * dx, v - ay - t * dy)
}

/** A PNG file of RGBA pixels, 8 bits a channel, no filter. */
export function enPng(pixels: Uint8Array, cote: number): Buffer {
  const entete = Buffer.alloc(13)
  entete.writeUInt32BE(cote, 0)
  entete.writeUInt32BE(cote, 4)
  entete.set([8, 6, 0, 0, 0], 8)
  const lignes = Buffer.alloc(cote * (1 + cote * 4))
  for (let y = 0; y < cote; y++)
    lignes.set(pixels.subarray(y * cote * 4, (y + 1) * cote * 4), y * (1 + cote * 4) + 1)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    bloc('IHDR', entete),
    bloc('IDAT', deflateSync(lignes, { level: 9 })),
    bloc('IEND', Buffer.alloc(0)),
  ])
}

function bloc(nom: string, contenu: Buffer): Buffer {
  const corps = Buffer.concat([Buffer.from(nom, 'latin1'), contenu])
  const bloc = Buffer.alloc(corps.length + 8)
  bloc.writeUInt32BE(contenu.length, 0)
  bloc.set(corps, 4)
  bloc.writeUInt32BE(crc32(corps), corps.length + 4)
  return bloc
}

if (import.meta.main) {
  const dossier = new URL('../addin/public/icones/', import.meta.url)
  mkdirSync(dossier, { recursive: true })
  for (const cote of TAILLES)
    writeFileSync(new URL(`icone-${cote}.png`, dossier), enPng(dessiner(cote), cote))
}
