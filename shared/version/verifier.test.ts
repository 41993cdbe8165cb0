import { beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { ClePublique, Declaration, Preuve } from './declaration.ts'
import { TYP_JWS_RECU, TYP_JWS_VERSION } from './declaration.ts'
import { formeCanonique } from './canonique.ts'
import { verifierChaine } from './chaine.ts'
import { avecEntete, avecRecu, nouvelleCle, nouvelleDeclaration, nouvellePreuve, signer } from './essais.ts'
import type { PaireDeCles } from './essais.ts'
import { verifierPreuve } from './verifier.ts'

const octets = new TextEncoder().encode('les octets du classeur, tels quels')
let cle: PaireDeCles
let declaration: Declaration
let preuve: Preuve

beforeAll(async () => {
  cle = await nouvelleCle()
  declaration = await nouvelleDeclaration(octets)
  preuve = await nouvellePreuve(declaration, cle)
})

const refus = async (p: unknown, o = octets, options = {}) => (await verifierPreuve(o, p, options)).refus

/** Every path of a JSON value that ends on a leaf. */
function feuilles(valeur: unknown, chemin: (string | number)[] = []): (string | number)[][] {
  if (typeof valeur !== 'object' || valeur === null) return [chemin]
  return Object.entries(valeur).flatMap(([cle, v]) =>
    feuilles(v, [...chemin, Array.isArray(valeur) ? +cle : cle]),
  )
}

function changer(valeur: unknown, chemin: (string | number)[], par: (v: unknown) => unknown): unknown {
  const [tete, ...suite] = chemin
  if (tete === undefined) return par(valeur)
  const copie = structuredClone(valeur) as Record<string | number, unknown>
  copie[tete] = changer(copie[tete], suite, par)
  return copie
}

describe('verifierPreuve', () => {
  it('accepts the bytes that were signed and says each step', async () => {
    const v = await verifierPreuve(octets, preuve)
    expect(v.refus).toBeNull()
    expect(v.accepte).toBe(true)
    expect(v.etapes.map((e) => [e.nom, e.acquis])).toEqual([
      ['preuve', true],
      ['classeur', true],
      ['cle', true],
      ['signature', true],
      ['declaration', true],
      ['chaine', null],
    ])
    expect(v.etapes[3]!.phrase).toContain('Zoé Lefèvre le 31 octobre 2024 à 18 h 47')
    expect(v.etapes[2]!.phrase).toContain('celle que porte la preuve')
  })

  it('accepts the proof whatever the order of its keys and its whitespace', async () => {
    const retourner = (v: unknown): unknown =>
      Array.isArray(v)
        ? v.map(retourner)
        : typeof v === 'object' && v !== null
          ? Object.fromEntries(
              Object.entries(v)
                .reverse()
                .map(([k, x]) => [k, retourner(x)]),
            )
          : v
    const relue: unknown = JSON.parse(JSON.stringify(retourner(preuve), null, 7))
    expect(await refus(relue)).toBeNull()
  })

  it('refuses any changed byte of the workbook', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(octets.length - 1), fc.integer({ min: 1, max: 255 }), async (ou, masque) => {
        const autres = octets.slice()
        autres[ou]! ^= masque
        expect(await refus(preuve, autres)).toBe('EMPREINTE_DIFFERENTE')
      }),
      { numRuns: 60 },
    )
  })

  it('refuses a cut and a lengthened workbook', async () => {
    expect(await refus(preuve, octets.slice(0, -1))).toBe('TAILLE_DIFFERENTE')
    expect(await refus(preuve, new Uint8Array([...octets, 0]))).toBe('TAILLE_DIFFERENTE')
  })

  it('says when only the file was saved again', async () => {
    const v = await verifierPreuve(octets.slice(1), preuve, {
      empreinteContenu: declaration.empreinteContenu,
    })
    expect(v.refus).toBe('TAILLE_DIFFERENTE')
    expect(v.etapes[1]!.phrase).toContain('réenregistré sans changement')
  })

  it('refuses any altered field, in the statement, the key and the receipt', async () => {
    const pleine = await avecRecu(preuve, cle)
    expect(await refus(pleine)).toBeNull()
    const champs = feuilles(pleine)
    expect(champs.length).toBeGreaterThan(30)
    for (const chemin of champs) {
      const alteree = changer(pleine, chemin, (v) =>
        typeof v === 'number'
          ? v + 1
          : v === null
            ? 'f'.repeat(64)
            : `${String(v).slice(0, -1)}${String(v).endsWith('2') ? '3' : '2'}`,
      )
      expect(await refus(alteree), chemin.join('.')).not.toBeNull()
    }
  })

  it('refuses any field left out or slipped in', async () => {
    for (const champ of Object.keys(declaration)) {
      const reste = Object.fromEntries(Object.entries(declaration).filter(([nom]) => nom !== champ))
      expect(await refus({ ...preuve, declaration: reste }), champ).toBe('PREUVE_ILLISIBLE')
    }
    expect(await refus({ ...preuve, declaration: { ...declaration, visa: 'DGCS' } })).toBe('PREUVE_ILLISIBLE')
    expect(await refus({ ...preuve, visa: 'DGCS' })).toBe('PREUVE_ILLISIBLE')
  })

  it('gives altered values of the statement their own reason', async () => {
    const autre = { ...preuve, declaration: { ...declaration, statut: 'bloquant' } }
    expect(await refus(autre)).toBe('DECLARATION_ALTEREE')
  })

  it('refuses any changed character of the JWS', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(preuve.jws.length - 1), fc.constantFrom(...'AZaz09-_.=é'), async (ou, c) => {
        fc.pre(preuve.jws[ou] !== c)
        const jws = preuve.jws.slice(0, ou) + c + preuve.jws.slice(ou + 1)
        expect(await refus({ ...preuve, jws })).not.toBeNull()
      }),
      { numRuns: 250 },
    )
  })

  it('refuses alg none, HMAC with the public key, and other algorithms', async () => {
    for (const alg of ['none', 'None', 'HS256', 'RS256', 'ES384', 'ES256K', '']) {
      const jws = avecEntete(preuve.jws, { alg, kid: cle.publique.kid, typ: TYP_JWS_VERSION })
      expect(await refus({ ...preuve, jws }), alg).toBe('ALGORITHME_REFUSE')
    }
    const [, contenu] = preuve.jws.split('.')
    const sans = avecEntete(`.${contenu}.`, { alg: 'none', typ: TYP_JWS_VERSION })
    expect(await refus({ ...preuve, jws: sans })).toBe('ALGORITHME_REFUSE')
  })

  it('refuses a wrong key: forged under the same kid, unknown to the proof, unknown to the published set', async () => {
    const intruse = await nouvelleCle()
    const usurpee: PaireDeCles = { privee: intruse.privee, publique: cle.publique }
    expect(await refus({ ...preuve, jws: await signer(declaration, usurpee, TYP_JWS_VERSION) })).toBe(
      'SIGNATURE_FAUSSE',
    )
    const maquillee: ClePublique = { ...intruse.publique, kid: cle.publique.kid }
    expect(await refus({ ...preuve, cles: { keys: [maquillee] } })).toBe('CLE_INCONNUE')
    expect(await refus({ ...preuve, cles: { keys: [intruse.publique] } })).toBe('CLE_INCONNUE')
    const entiere = await nouvellePreuve(declaration, intruse)
    expect(await refus(entiere)).toBeNull()
    expect(await refus(entiere, octets, { cles: { keys: [cle.publique] } })).toBe('CLE_NON_RECONNUE')
    expect(await refus(preuve, octets, { cles: { keys: [intruse.publique, cle.publique] } })).toBeNull()
  })

  it('refuses what was signed for something else', async () => {
    const jws = await signer(declaration, cle, TYP_JWS_RECU)
    expect(await refus({ ...preuve, jws })).toBe('TYPE_INCONNU')
    expect(await refus({ ...preuve, type: 'cdppe-preuve/3' })).toBe('TYPE_INCONNU')
    expect(await refus({ ...preuve, declaration: { ...declaration, type: 'cdppe-recu/1' } })).toBe(
      'TYPE_INCONNU',
    )
  })

  it('refuses another version’s receipt', async () => {
    const suivante = await avecRecu(
      await nouvellePreuve(await nouvelleDeclaration(octets, declaration), cle),
      cle,
    )
    expect(await refus({ ...preuve, recu: suivante.recu })).toBe('RECU_ALTERE')
  })

  it('never throws, whatever the proof holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (valeur) => {
        expect(await refus(valeur)).toBe('PREUVE_ILLISIBLE')
      }),
      { numRuns: 100 },
    )
    const hostile: unknown = JSON.parse(
      '{"__proto__":{"type":"cdppe-preuve/1"},"type":"cdppe-preuve/1","declaration":null}',
    )
    expect(await refus(hostile)).toBe('PREUVE_ILLISIBLE')
  })
})

describe('the chain', () => {
  it('links each version to the one before and refuses what is dropped, swapped, replayed or from elsewhere', async () => {
    const d2 = await nouvelleDeclaration(octets, declaration)
    const d3 = await nouvelleDeclaration(octets, d2)
    await verifierChaine([declaration, d2, d3], crypto.subtle)
    const ailleurs = { ...declaration, departement: '59' }
    const d2Autre = { ...d2, nomFichier: 'autre.xlsx' }
    for (const [chaine, code] of [
      [[d2, d3], 'CHAINE_INCOMPLETE'],
      [[declaration, d3], 'CHAINE_INCOMPLETE'],
      [[d2, declaration, d3], 'CHAINE_DESORDRE'],
      [[declaration, d2, d2], 'CHAINE_REJOUEE'],
      [[declaration, declaration], 'CHAINE_REJOUEE'],
      [[ailleurs, d2], 'CHAINE_AUTRE'],
      [[{ ...declaration, nomFichier: 'autre.xlsx' }, d2], 'CHAINE_REMPLACEE'],
      [[declaration, d2Autre, d3], 'CHAINE_REMPLACEE'],
    ] as const)
      await expect(verifierChaine(chaine, crypto.subtle)).rejects.toMatchObject({ code })
  })

  it('is a step of the proof when the previous one is given', async () => {
    const p2 = await nouvellePreuve(await nouvelleDeclaration(octets, declaration), cle)
    expect(await refus(p2, octets, { precedente: preuve })).toBeNull()
    expect(await refus(p2, octets, { precedente: declaration })).toBeNull()
    expect(await refus(preuve, octets, { precedente: null })).toBeNull()
    expect(await refus(p2, octets, { precedente: null })).toBe('CHAINE_INCOMPLETE')
    expect(await refus(p2, octets, { precedente: p2 })).toBe('CHAINE_REJOUEE')
    expect(await refus(p2, octets, { precedente: { quoi: 1 } })).toBe('CHAINE_ILLISIBLE')
  })
})

describe('formeCanonique', () => {
  it('does not depend on key order or whitespace', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(8), (objet, blancs) => {
        const melange = Object.fromEntries(Object.entries(objet).reverse())
        const relu: unknown = JSON.parse(JSON.stringify(melange, null, blancs))
        const net: unknown = JSON.parse(JSON.stringify(objet))
        expect(formeCanonique(relu)).toBe(formeCanonique(net))
      }),
    )
  })

  it('refuses what JSON cannot hold', () => {
    for (const valeur of [undefined, NaN, Infinity, '\ud800', { a: [-Infinity] }])
      expect(() => formeCanonique(valeur)).toThrow(TypeError)
  })

  it('writes the example of RFC 8785', () => {
    const valeur = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27],
      string: '€$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    }
    expect(formeCanonique(valeur)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })
})
