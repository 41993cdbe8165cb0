import { crc32 as reference } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crc32 } from './crc32.ts'

describe('crc32', () => {
  it('is the one of zip archives', () =>
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926))

  it('equals zlib for any bytes, in any two pieces', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (octets, place) => {
        expect(crc32(octets.subarray(place), crc32(octets.subarray(0, place)))).toBe(reference(octets))
      }),
    )
  })
})
