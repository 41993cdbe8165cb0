import { base64url } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { cartographierZip } from '../../test/hostiles/cartographier-zip.ts'
import { inflaterDEssai } from '../../test/hostiles/inflater.ts'
import { donneesXml, FEUILLE1, parties } from '../../test/hostiles/squelette.ts'
import { ecrireZip } from '../../test/hostiles/zip.ts'
import { lireClasseur } from '../classeur/xlsx/lire.ts'
import { formeCanonique } from './canonique.ts'
import { verifierChaine } from './chaine.ts'
import { empreinteContenu } from './contenu.ts'
import type { Declaration, Preuve } from './declaration.ts'
import { TYP_JWS_RECU, TYP_JWS_VERSION } from './declaration.ts'
import { enBase64 } from './der.ts'
import { avecCms, avecEntete, avecRecu, nouvelleCle, nouvelleDeclaration, signer } from './essais.ts'
import type { PaireDeCles } from './essais.ts'
import { PHRASES_REFUS } from './refus.ts'
import type { CodeRefus } from './refus.ts'
import { verifierPreuve } from './verifier.ts'
import type { Etape, OptionsVerification, Verification } from './verifier.ts'

/**
 * The campaign: whatever can be changed in a version's files is changed, and each change is refused for its own
 * reason, under its own code and in its own French words.
 */

const CELLULE = '<row r="1"><c r="A1"><v>42</v></c></row>'
const classeurAvec = (cellule: string, entre?: Uint8Array): Uint8Array =>
  Uint8Array.from(
    ecrireZip(
      parties({ [FEUILLE1]: donneesXml(cellule) }).map((entree, i) =>
        i === 2 ? { ...entree, descripteur: 'signe' as const } : entree,
      ),
      { commentaire: 'classeur du plan', ...(entre ? { entre } : {}) },
    ),
  )

const octets = classeurAvec(CELLULE)
let cle: PaireDeCles
let declaration: Declaration
let preuve: Preuve

beforeAll(async () => {
  cle = await nouvelleCle()
  declaration = { ...(await nouvelleDeclaration(octets)), empreinteContenu: (await contenuDe(octets))! }
  preuve = await avecRecu(await avecCms(declaration, cle), cle)
})

/** Digest of the cells, null where the file can no longer be read. */
async function contenuDe(fichier: Uint8Array): Promise<string | null> {
  try {
    return await empreinteContenu(await lireClasseur(fichier, 'plan.xlsx', inflaterDEssai()), crypto.subtle)
  } catch {
    return null
  }
}

const verifier = (p: unknown, o = octets, options: OptionsVerification = {}): Promise<Verification> =>
  verifierPreuve(o, p, { cles: { keys: [cle.publique] }, ...options })

const phraseDe = ({ etapes }: Verification, nom: Etape['nom']): string =>
  etapes.find((e) => e.nom === nom && e.acquis === false)?.phrase ?? ''

const retourner = (fichier: Uint8Array, ou: number, masque = 1): Uint8Array => {
  const copie = fichier.slice()
  copie[ou]! ^= masque
  return copie
}

it('starts from a version that is accepted, every step of it', async () => {
  const v = await verifier(preuve, octets, { precedente: null, empreinteContenu: await contenuDe(octets) })
  expect(v.refus).toBeNull()
  expect(v.etapes.map((e) => [e.nom, e.acquis])).toEqual([
    ['preuve', true],
    ['classeur', true],
    ['contenu', true],
    ['cle', true],
    ['signature', true],
    ['declaration', true],
    ['chaine', true],
    ['recu', true],
    ['cms', true],
    ['horodatage', null],
  ])
})

it('has a sentence of its own for each code', () => {
  const phrases = Object.values(PHRASES_REFUS)
  expect(new Set(phrases).size).toBe(phrases.length)
})

describe('a field of the statement', () => {
  const CHAMPS: [
    champ: keyof Declaration | 'empreinteReferentiel' | 'correspondance',
    autre: unknown,
    nom: string,
  ][] = [
    ['departement', '59', 'le département'],
    ['exercice', 2021, 'l’exercice'],
    ['numero', 2, 'le numéro de version'],
    ['nomFichier', 'autre.xlsx', 'le nom du fichier'],
    ['taille', 12, 'la taille du classeur'],
    ['empreinte', 'e'.repeat(64), 'l’empreinte du classeur'],
    ['empreinteContenu', 'e'.repeat(64), 'l’empreinte des valeurs et des formules'],
    ['referentiel', '2024', 'le référentiel'],
    ['empreinteReferentiel', 'e'.repeat(64), 'l’empreinte du référentiel'],
    ['empreinteRapport', 'e'.repeat(64), 'l’empreinte du rapport de contrôle'],
    ['statut', 'bloquant', 'le résultat du contrôle'],
    ['correspondance', 'e'.repeat(64), 'la correspondance des colonnes'],
    ['le', '2024-10-31T17:47:01.000Z', 'la date'],
    ['precedente', 'e'.repeat(64), 'l’empreinte de la version précédente'],
  ]

  it('is named when it was changed, be it an author’s letter or a justification’s', async () => {
    expect(CHAMPS.length + 3).toBe(Object.keys(declaration).length)
    const alterees: [unknown, string][] = CHAMPS.map(([champ, autre, nom]) => [
      { ...declaration, [champ]: autre },
      nom,
    ])
    for (const partie of Object.keys(declaration.auteur))
      alterees.push([
        { ...declaration, auteur: { ...declaration.auteur, [partie]: '10000000000000' } },
        'l’auteur',
      ])
    if (declaration.type !== 'cdppe-version/2')
      throw new Error('The campaign is about the statement of today')
    const [premiere] = declaration.justifications
    for (const partie of Object.keys(premiere!))
      alterees.push([
        {
          ...declaration,
          justifications: [{ ...premiere, [partie]: partie === 'cellules' ? ['Plan!B2'] : 'autre' }],
        },
        'les justifications',
      ])
    alterees.push([{ ...declaration, justifications: [] }, 'les justifications'])
    for (const [alteree, nom] of alterees) {
      const v = await verifier({ ...preuve, declaration: alteree })
      expect(phraseDe(v, 'declaration')).toBe(
        `La déclaration que porte la preuve n’est pas celle qui a été signée. Champ modifié depuis la signature : ${nom}.`,
      )
      expect(v.accepte).toBe(false)
    }
    const deux = await verifier({
      ...preuve,
      declaration: { ...declaration, statut: 'bloquant', exercice: 2021 },
    })
    expect(deux.refus).toBe('DECLARATION_ALTEREE')
    expect(phraseDe(deux, 'declaration')).toMatch(/Champs modifiés .* l’exercice, le résultat du contrôle\.$/)
  })

  it('cannot be left out, added, or of another kind', async () => {
    for (const champ of Object.keys(declaration)) {
      const reste = Object.fromEntries(Object.entries(declaration).filter(([nom]) => nom !== champ))
      expect((await verifier({ ...preuve, declaration: reste })).refus).toBe('PREUVE_ILLISIBLE')
    }
    const codeDe = async (d: unknown) => (await verifier({ ...preuve, declaration: d })).refus
    expect(await codeDe({ ...declaration, visa: 'DGCS' })).toBe('PREUVE_ILLISIBLE')
    expect(await codeDe({ ...declaration, taille: '12' })).toBe('PREUVE_ILLISIBLE')
    expect(await codeDe({ ...declaration, type: 'cdppe-version/9' })).toBe('TYPE_INCONNU')
  })

  it('cannot be signed again by anybody else', async () => {
    const autre = { ...declaration, statut: 'bloquant' as const }
    const [entete, , signature] = preuve.jws.split('.')
    const jws = `${entete}.${base64url.encode(formeCanonique(autre))}.${signature}`
    expect((await verifier({ ...preuve, declaration: autre, jws })).refus).toBe('SIGNATURE_FAUSSE')
  })
})

describe('a byte of the workbook', () => {
  it('is refused wherever it lies, and the cells say what became of the content', async () => {
    const plages = cartographierZip(octets)
    expect(plages.reduce((somme, p) => somme + p.fin - p.debut, 0)).toBe(octets.length)
    const genres = new Map<string, Set<string>>()
    const vus = new Map<string, number>()
    for (const { genre, debut, fin } of plages) {
      // The first entries stand for the others: what is asked is one of each kind.
      const combien = (vus.get(genre) ?? 0) + 1
      vus.set(genre, combien)
      if (combien > 2) continue
      for (const ou of new Set([debut, (debut + fin) >> 1, fin - 1])) {
        const autres = retourner(octets, ou)
        const contenu = await contenuDe(autres)
        const v = await verifier({ ...preuve, cms: null }, autres, { empreinteContenu: contenu })
        expect([genre, v.refus]).toEqual([genre, 'EMPREINTE_DIFFERENTE'])
        const suite = contenu === null ? 'plus lisible' : 'sans changement de contenu'
        if (contenu !== null) expect(contenu).toBe(declaration.empreinteContenu)
        expect(phraseDe(v, contenu === null ? 'contenu' : 'classeur')).toContain(suite)
        genres.set(genre, (genres.get(genre) ?? new Set()).add(suite))
      }
    }
    for (const genre of ['local.crc', 'local.nom', 'donnees', 'descripteur', 'central.decalage'])
      expect([...genres.keys()]).toContain(genre)
    expect(genres.size).toBeGreaterThanOrEqual(35)
    expect([...genres.get('donnees')!]).toContain('plus lisible')
    for (const indifferent of ['fin.commentaire', 'local.heure', 'central.date'])
      expect([indifferent, ...genres.get(indifferent)!]).toEqual([indifferent, 'sans changement de contenu'])
  })

  it('is refused when a cell was changed and the archive made good again', async () => {
    const autres = classeurAvec(CELLULE.replace('42', '43'))
    expect(autres.length).toBe(octets.length)
    const v = await verifier(preuve, autres, { empreinteContenu: await contenuDe(autres) })
    expect(v.refus).toBe('EMPREINTE_DIFFERENTE')
    expect(phraseDe(v, 'contenu')).toBe(PHRASES_REFUS.CONTENU_DIFFERENT)
  })

  it('is refused when padding was slipped between the parts and the directory', async () => {
    const autres = classeurAvec(CELLULE, new Uint8Array(24))
    expect(cartographierZip(autres).filter((p) => p.genre === 'bourrage')).toHaveLength(1)
    const v = await verifier(preuve, autres, { empreinteContenu: await contenuDe(autres) })
    expect(v.refus).toBe('TAILLE_DIFFERENTE')
    expect(phraseDe(v, 'contenu')).toBe(PHRASES_REFUS.CONTENU_ILLISIBLE)
  })

  it('is refused when it is missing or one too many', async () => {
    for (const autres of [
      octets.slice(1),
      octets.slice(0, -1),
      new Uint8Array([...octets, 0]),
      new Uint8Array(),
    ])
      expect((await verifier(preuve, autres)).refus).toBe('TAILLE_DIFFERENTE')
  })
})

describe('a chain', () => {
  let chaine: Declaration[]
  beforeAll(async () => {
    chaine = [declaration]
    for (let n = 2; n <= 4; n++) chaine.push(await nouvelleDeclaration(octets, chaine.at(-1)))
  })

  it('is refused reordered, cut, replayed, swapped or mixed, each by its own code', async () => {
    await verifierChaine(chaine, crypto.subtle)
    const [un, deux, trois, quatre] = chaine as [Declaration, Declaration, Declaration, Declaration]
    const cas: [string, Declaration[], CodeRefus, RegExp][] = [
      ['reordered', [un, trois, deux, quatre], 'CHAINE_DESORDRE', /version 3 .* à la place de la version 2/],
      ['reversed', [quatre, trois, deux, un], 'CHAINE_DESORDRE', /pas dans l’ordre/],
      ['first dropped', [deux, trois, quatre], 'CHAINE_INCOMPLETE', /version 1 manque/],
      ['middle dropped', [un, deux, quatre], 'CHAINE_INCOMPLETE', /version 3 manque/],
      ['replayed', [un, deux, deux, trois], 'CHAINE_REJOUEE', /version 2 est donnée deux fois/],
      ['replayed last', [un, deux, trois, un], 'CHAINE_REJOUEE', /version 1 est donnée deux fois/],
      [
        'rewritten',
        [un, { ...deux, statut: 'bloquant' }, trois],
        'CHAINE_REMPLACEE',
        /version 3 ne désigne pas/,
      ],
      ['renumbered', [un, { ...trois, numero: 2 }], 'CHAINE_REMPLACEE', /version 2 ne désigne pas/],
      [
        'from elsewhere',
        [un, { ...deux, departement: '15' }],
        'CHAINE_AUTRE',
        /62, exercice 2020 au lieu de 15/,
      ],
    ]
    for (const [quoi, versions, code, phrase] of cas) {
      const erreur: unknown = await verifierChaine(versions, crypto.subtle).catch((e: unknown) => e)
      expect([quoi, (erreur as { code?: string }).code]).toEqual([quoi, code])
      expect((erreur as Error).message).toMatch(phrase)
    }
  })

  it('is refused in the proof of one version when another stands as the one before', async () => {
    const [un, deux, trois] = chaine as [Declaration, Declaration, Declaration]
    const p3 = await avecCms(trois, cle)
    const avec = async (precedente: unknown) => (await verifier(p3, octets, { precedente })).refus
    expect(await avec(deux)).toBeNull()
    expect(await avec(un)).toBe('CHAINE_INCOMPLETE')
    expect(await avec(trois)).toBe('CHAINE_REJOUEE')
    expect(await avec(chaine[3])).toBe('CHAINE_DESORDRE')
    expect(await avec({ ...deux, nomFichier: 'x.xlsx' })).toBe('CHAINE_REMPLACEE')
    expect(await avec({ ...deux, exercice: 2021 })).toBe('CHAINE_AUTRE')
    expect(await avec(null)).toBe('CHAINE_INCOMPLETE')
    expect(await avec({})).toBe('CHAINE_ILLISIBLE')
  })

  it('does not let the proof of one version serve for another', async () => {
    const p2 = await avecCms(chaine[1]!, cle)
    expect((await verifier({ ...p2, jws: preuve.jws })).refus).toBe('DECLARATION_ALTEREE')
    expect((await verifier({ ...p2, recu: preuve.recu })).refus).toBe('RECU_ALTERE')
    if (preuve.type !== 'cdppe-preuve/2') throw new Error('The campaign is about the proof of today')
    expect((await verifier({ ...p2, cms: preuve.cms })).refus).toBe('CMS_AUTRE_CONTENU')
  })
})

describe('a signature', () => {
  it('is refused with alg none, another algorithm, another type, and no key name', async () => {
    const avec = (entete: object) => verifier({ ...preuve, jws: avecEntete(preuve.jws, entete) })
    const { kid } = cle.publique
    const aucune = await avec({ alg: 'none', kid, typ: TYP_JWS_VERSION })
    expect(aucune.refus).toBe('ALGORITHME_REFUSE')
    expect(phraseDe(aucune, 'signature')).toContain('n’est pas signée : son algorithme est « none »')
    const hmac = await avec({ alg: 'HS256', kid, typ: TYP_JWS_VERSION })
    expect(hmac.refus).toBe('ALGORITHME_REFUSE')
    expect(phraseDe(hmac, 'signature')).toContain('« HS256 » et n’est pas ES256')
    expect((await avec({ alg: 'ES256', kid, typ: TYP_JWS_RECU })).refus).toBe('TYPE_INCONNU')
    expect((await avec({ alg: 'ES256', typ: TYP_JWS_VERSION })).refus).toBe('JWS_ILLISIBLE')
    const nue = `${preuve.jws.split('.').slice(0, 2).join('.')}.`
    expect((await verifier({ ...preuve, jws: nue })).refus).toBe('SIGNATURE_FAUSSE')
  })

  it('is refused by a wrong key: under our name, beside ours, or altogether another’s', async () => {
    const intruse = await nouvelleCle()
    const usurpee: PaireDeCles = { privee: intruse.privee, publique: cle.publique }
    const signee = await signer(declaration, usurpee, TYP_JWS_VERSION)
    expect((await verifier({ ...preuve, jws: signee })).refus).toBe('SIGNATURE_FAUSSE')
    expect((await verifier({ ...preuve, cles: { keys: [intruse.publique] } })).refus).toBe('CLE_INCONNUE')
    expect((await verifier(await avecCms(declaration, intruse))).refus).toBe('CLE_NON_RECONNUE')
    const recu = (await avecRecu(preuve, intruse)).recu
    const glisse = { ...preuve, recu, cles: { keys: [cle.publique, intruse.publique] } }
    const v = await verifier(glisse)
    expect([v.refus, phraseDe(v, 'recu')]).toEqual(['CLE_NON_RECONNUE', PHRASES_REFUS.CLE_NON_RECONNUE])
  })

  it('is refused by an old key once it was retired, and stays good for what it signed before', async () => {
    const retiree = (le: string) => ({ keys: [{ ...cle.publique, exp: Date.parse(le) / 1000 }] })
    expect((await verifier(preuve, octets, { cles: retiree('2024-11-01T00:00:00Z') })).refus).toBeNull()
    const v = await verifier(preuve, octets, { cles: retiree('2024-10-31T00:00:00Z') })
    expect(v.refus).toBe('CLE_RETIREE')
    expect(phraseDe(v, 'cle')).toMatch(
      /retirée le 31 octobre 2024 à 1 h 00 .* datée du 31 octobre 2024 à 18 h 47/,
    )
  })
})

describe('a CMS signature', () => {
  it('is refused whichever byte of it is changed, and when it is another key’s', async () => {
    if (preuve.type !== 'cdppe-preuve/2') throw new Error('The campaign is about the proof of today')
    const p7s = Uint8Array.from(atob(preuve.cms!), (c) => c.charCodeAt(0))
    const codes = new Set<string | null>()
    // One in seven, and every one of the signature's own, which ends the file.
    for (let ou = 0; ou < p7s.length; ou += ou < p7s.length - 76 ? 7 : 1) {
      const v = await verifier({ ...preuve, cms: enBase64(retourner(p7s, ou)) })
      expect([ou, v.accepte]).toEqual([ou, false])
      codes.add(v.refus)
    }
    expect([...codes].sort()).toEqual(['CMS_AUTRE_CONTENU', 'CMS_FAUX', 'CMS_ILLISIBLE'])
    const autre = await avecCms(declaration, await nouvelleCle())
    if (autre.type !== 'cdppe-preuve/2') throw new Error('The campaign is about the proof of today')
    expect((await verifier({ ...preuve, cms: autre.cms })).refus).toBe('CMS_AUTRE_CLE')
  })
})
