import { describe, expect, it } from 'vitest'
import type { Evenement } from '../api-types.ts'
import { direEvenement, etatVersion } from './etat-version.ts'

const dire = (evenement: Evenement['evenement'], details: Evenement['details']): string =>
  direEvenement({ evenement, le: '2024-10-31T17:47:00Z', agent: null, details }).replace(
    /[\u00a0\u202f]/g,
    ' ',
  )

describe('where a version stands', () => {
  it('is saved, submitted, receipted or rejected; what never left is only saved', () => {
    expect(etatVersion(undefined)).toBe('enregistree')
    expect(etatVersion('echouee')).toBe('enregistree')
    for (const statut of ['preparee', 'en-cours', 'envoyee', 'differee', 'incertaine'] as const)
      expect(etatVersion(statut)).toBe('soumise')
    expect(etatVersion('remise')).toBe('recue')
    expect(etatVersion('rejetee')).toBe('rejetee')
  })
})

describe('the journal in words', () => {
  it('says what happened to which version', () => {
    expect(dire('vue', { quoi: 'liste' })).toBe('Liste des versions vue')
    expect(dire('vue', { version: 7 })).toBe('Version 7 vue')
    expect(dire('vue', { version: 7, quoi: 'saisie' })).toBe('Saisie EUSurvey de la version 7 : vue')
    expect(dire('vue', { quoi: 'envois' })).toBe('Liste des envois : vue')
    expect(dire('rejetee', { version: 7 })).toBe('Version 7 rejetée par le serveur du destinataire')
    expect(dire('plainte', { version: 7 })).toBe('Version 7 signalée comme indésirable par le destinataire')
    expect(dire('telechargee', { version: 7, quoi: 'dossier' })).toBe('Version 7 téléchargée (dossier)')
    expect(dire('controlee', { version: 7, bloquants: 0, aJustifier: 0 })).toBe(
      'Version 7 contrôlée (aucun point)',
    )
    expect(dire('controlee', { version: 7, bloquants: 1, aJustifier: 2 })).toBe(
      'Version 7 contrôlée (1 point bloquant, 2 points à justifier)',
    )
    expect(dire('justifiee', { version: 7, justifications: 2 })).toBe(
      'Version 7 justifiée (2 justifications)',
    )
    expect(dire('signee', { version: 7 })).toBe('Version 7 signée')
    expect(dire('demandee', { version: 7, envoi: 'projet de contrat' })).toBe(
      'Version 7 soumise (projet de contrat)',
    )
    expect(dire('envoyee', { version: 7 })).toBe('Version 7 envoyée')
    expect(dire('tranchee', { version: 7, issue: 'renvoyer' })).toBe(
      'Version 7 à renvoyer, après vérification',
    )
    expect(dire('tranchee', { version: 7, issue: 'recu' })).toBe('Version 7 dite reçue, après vérification')
    expect(dire('recue', { version: 7 })).toBe('Version 7 reçue')
    expect(dire('exportee', { versions: 3 })).toBe('Toutes les données exportées')
  })
})
