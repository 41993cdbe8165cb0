import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { derVersBrut } from './der.ts'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

describe('derVersBrut', () => {
  it('gives the r‖s that verifies, for signatures of every DER length', () => {
    for (let i = 0; i < 300; i++) {
      const message = Buffer.from(`message ${i}`)
      const brut = derVersBrut(sign('sha256', message, privateKey))
      expect(brut).toHaveLength(64)
      expect(verify('sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, brut)).toBe(true)
    }
  })

  it('pads short integers', () => {
    const brut = derVersBrut(Uint8Array.of(0x30, 6, 2, 1, 5, 2, 1, 7))
    expect([brut[31], brut[63], brut.reduce((a, b) => a + b)]).toEqual([5, 7, 12])
  })

  it('throws for whatever is not one DER signature', () => {
    const bonne = new Uint8Array(sign('sha256', Buffer.from('x'), privateKey))
    for (const faux of [
      new Uint8Array(),
      bonne.slice(0, -1),
      Uint8Array.of(...bonne, 0),
      Uint8Array.of(0x30, 6, 2, 1, 0x85, 2, 1, 7),
      Uint8Array.of(0x30, 7, 2, 2, 0, 5, 2, 1, 7),
      Uint8Array.of(0x30, 5, 2, 0, 2, 1, 7),
      Uint8Array.of(0x30, 8, 2, 1, 5, 2, 1, 7, 0, 0),
      Uint8Array.of(0x31, 6, 2, 1, 5, 2, 1, 7),
    ])
      expect(() => derVersBrut(faux)).toThrow('DER')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (octets) => {
        let brut: Uint8Array | undefined
        try {
          brut = derVersBrut(octets)
        } catch {
          return
        }
        expect(brut).toHaveLength(64)
      }),
    )
  })
})
