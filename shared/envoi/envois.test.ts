import { describe, expect, it } from 'vitest'
import { REFERENTIELS } from '../referentiel/registre.ts'
import { jourDeParis, jugerDelai } from './delai.ts'
import { ENVOI_LIBRE, envoisDe } from './envois.ts'
import { examinerPiece } from './piece-jointe.ts'

const referentiel = (exercice: number) => REFERENTIELS.find((r) => r.exercices.includes(exercice))!
const envois = (exercice: number) => envoisDe(referentiel(exercice), exercice)
const envoi = (exercice: number, id: string) => envois(exercice).find((e) => e.id === id)!

describe('the sendings of an exercice', () => {
  it('are those that its texts date, in their order, and the one that no text dates', () => {
    expect(envois(2020).map((e) => [e.id, e.canal, e.echeance?.date ?? null])).toEqual([
      ['contacts', 'boite-dgcs', '2020-06-15'],
      ['premiere-version', 'boite-dgcs', '2020-07-30'],
      ['projet-contrat', 'boite-dgcs', '2020-09-15'],
      ['contrat-signe', 'boite-dgcs', null],
      [ENVOI_LIBRE, 'boite-dgcs', null],
    ])
    expect(envois(2024).map((e) => [e.id, e.canal, e.echeance?.date ?? null])).toEqual([
      ['projet-contrat', 'boite-dgcs', '2024-10-31'],
      ['plan-action', 'eusurvey', '2024-10-31'],
      ['contrat-signe', 'boite-dgcs', '2024-12-15'],
      [ENVOI_LIBRE, 'boite-dgcs', null],
    ])
    expect(envois(2022).map((e) => e.id)).toEqual([ENVOI_LIBRE])
    expect(envois(2021).map((e) => e.id)).toEqual([ENVOI_LIBRE])
  })

  it('name their pièces, which of them are required, and which may lie in the workbook', () => {
    const dire = (exercice: number, id: string) =>
      envoi(exercice, id).pieces.map((p) => `${p.id} ${p.exigence}${p.dansLeClasseur ? ' classeur' : ''}`)
    expect(dire(2020, 'contacts')).toEqual([])
    expect(envoi(2020, 'contacts').precisions).toBe(true)
    expect(dire(2020, 'premiere-version')).toEqual([
      'tableau-de-bord requise classeur',
      'plan-action requise classeur',
      'fiches-actions requise classeur',
    ])
    expect(dire(2024, 'projet-contrat')).toEqual(['projet-contrat requise', 'demande-p304 facultative'])
    expect(dire(2024, 'contrat-signe')).toEqual([
      'contrat-signe requise',
      'tableau-de-bord requise classeur',
      'fiches-actions requise classeur',
    ])
  })
})

describe('a deadline', () => {
  const juger = (exercice: number, id: string, instant: string) =>
    jugerDelai(envoi(exercice, id).echeance, new Date(instant))

  it('is judged on the day of Paris, by the words of the text', () => {
    expect(jourDeParis(new Date('2024-10-31T22:59:59Z'))).toBe('2024-10-31')
    expect(jourDeParis(new Date('2024-10-31T23:00:00Z'))).toBe('2024-11-01')
    expect(juger(2020, 'contacts', '2020-06-15T21:59:59Z').situation).toBe('dans-les-temps')
    expect(juger(2020, 'contacts', '2020-06-15T22:00:00Z').situation).toBe('en-retard')
    // « avant le 30 juillet » ends on the 29th.
    expect(juger(2020, 'premiere-version', '2020-07-29T21:59:59Z').situation).toBe('dans-les-temps')
    expect(juger(2020, 'premiere-version', '2020-07-29T22:00:00Z').situation).toBe('en-retard')
    expect(juger(2024, 'projet-contrat', '2024-10-30T12:00:00Z').situation).toBe('dans-les-temps')
    expect(juger(2024, 'projet-contrat', '2024-10-31T12:00:00Z').situation).toBe('jour-dispute')
    expect(juger(2024, 'projet-contrat', '2024-10-31T23:00:00Z').situation).toBe('en-retard')
    expect(juger(2020, 'contrat-signe', '2030-01-01T00:00:00Z').situation).toBe('sans-date')
  })

  it('is told with what the text says and what a rigour means', () => {
    expect(juger(2024, 'projet-contrat', '2024-11-02T12:00:00Z').phrase).toMatch(
      /^Hors délai : le texte demande « impérativement avant le 31 octobre 2024, délai de rigueur » \(.+\), nous sommes le 2 novembre 2024 \(heure de Paris\)\. C’est un délai de rigueur/,
    )
    expect(juger(2024, 'projet-contrat', '2024-10-31T12:00:00Z').phrase).toContain('« au 31 octobre 2024 »')
    expect(juger(2020, 'contacts', '2021-01-01T12:00:00Z').phrase).not.toContain('rigueur')
    expect(jugerDelai(null, new Date(0))).toEqual({ situation: 'sans-date', phrase: null })
  })
})

describe('a file that is to be joined', () => {
  const octets = (...morceaux: (string | number[])[]) =>
    Uint8Array.from(morceaux.flatMap((m) => (typeof m === 'string' ? [...m].map((c) => c.charCodeAt(0)) : m)))
  const zip = (suite: string, drapeaux = 0) => octets([0x50, 0x4b, 3, 4, 20, 0, drapeaux, 0], suite)
  const ole = (suite = '') => octets([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], suite)
  const refus = (nom: string, contenu: Uint8Array): string => {
    const examen = examinerPiece(nom, contenu)
    return 'refus' in examen ? examen.refus : 'admis'
  }

  it('is taken by what it is', () => {
    expect(examinerPiece('Contrat signé.PDF', octets('%PDF-1.7\n%%EOF'))).toEqual({
      type: 'application/pdf',
      extension: 'pdf',
    })
    expect(refus('a.docx', zip('word/document.xml'))).toBe('admis')
    expect(refus('a.xlsx', zip('xl/workbook.xml'))).toBe('admis')
    expect(refus('a.odt', zip('mimetypeapplication/vnd.oasis.opendocument.text'))).toBe('admis')
  })

  it('is refused by name when it is empty, locked, of another format, or of none that is sent', () => {
    expect(refus('a.pdf', octets())).toContain('« a.pdf » est vide')
    expect(refus('a.pdf', octets('%PDF-1.7 /Encrypt 5 0 R'))).toContain('protégé')
    expect(refus('a.docx', ole('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0'))).toContain('mot de passe')
    expect(refus('a.docx', ole())).toContain('ancien format')
    expect(refus('a.docx', zip('word/', 1))).toContain('chiffrée')
    expect(
      refus('a.ods', zip('application/vnd.oasis.opendocument.spreadsheet manifest:encryption-data')),
    ).toContain('mot de passe')
    expect(refus('a.pdf', zip('word/'))).toContain('n’est pas un fichier .pdf')
    expect(refus('a.docx', octets('%PDF-1.7'))).toContain('n’est pas un fichier .docx')
    expect(refus('a.docx', zip('xl/workbook.xml'))).toContain('n’est pas un fichier .docx')
    for (const nom of ['a.exe', 'a', 'a.doc', 'a.constructor', 'a.zip'])
      expect(refus(nom, octets('x'))).toContain('n’est pas d’un format qui se transmet')
  })
})
