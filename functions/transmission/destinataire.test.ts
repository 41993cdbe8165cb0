import { describe, expect, it } from 'vitest'
import { REFERENTIELS } from '../../shared/referentiel/registre.ts'
import { BOITE_LOCALE_PAR_DEFAUT, lireConfigurationCommune } from '../api/configuration.ts'
import { adresseDeRemise, destinataireAdmis } from './destinataire.ts'

const DGCS = 'dgcs-contrats-enfance@social.gouv.fr'
const ENVIRONNEMENT = {
  TABLE: 't',
  SEAU: 's',
  CLE_SIGNATURE: 'k1, k2',
  ORIGINE: 'https://cdppe.example/',
  EXPEDITEUR: 'a@cdppe.example',
  DEPARTEMENTS: '[{"code":"62","nom":"Pas-de-Calais","sirets":["22620001200012"]}]',
}
const remise = (suite: Record<string, string>): string =>
  adresseDeRemise(lireConfigurationCommune({ ...ENVIRONNEMENT, ...suite }).boiteLocale, DGCS)

describe('destinataireAdmis', () => {
  it('admits the addresses of the closed list, letter for letter, and no other', () => {
    for (const referentiel of REFERENTIELS) {
      expect(destinataireAdmis(referentiel, DGCS)).toBe(true)
      for (const autre of [
        'dqcs-contrats-enfance@social.gouv.fr',
        'DGCS-contrats-enfance@social.gouv.fr',
        `${DGCS} `,
        `${DGCS},autre@mal.example`,
        'dgcs-contrats-enfance@social.gouv.fr.mal.example',
        '',
      ])
        expect(destinataireAdmis(referentiel, autre)).toBe(false)
    }
  })
})

describe('where a message really goes', () => {
  it('is the trial mailbox unless the deployment names production and no mailbox', () => {
    for (const suite of [
      {},
      { PRODUCTION: '' },
      { PRODUCTION: 'non' },
      { PRODUCTION: 'OUI' },
      { PRODUCTION: 'true' },
      { PRODUCTION: 'oui', BOITE_LOCALE: '' },
    ])
      expect(remise(suite as Record<string, string>)).toBe(BOITE_LOCALE_PAR_DEFAUT)
    expect(remise({ PRODUCTION: 'oui', BOITE_LOCALE: 'essai@cdppe.example' })).toBe('essai@cdppe.example')
    expect(remise({ BOITE_LOCALE: 'essai@cdppe.example' })).toBe('essai@cdppe.example')
    expect(remise({ PRODUCTION: 'oui' })).toBe(DGCS)
  })
})

describe('the configuration', () => {
  it('reads what is there and names what is not, without its value', () => {
    expect(lireConfigurationCommune(ENVIRONNEMENT)).toMatchObject({
      clesSignature: ['k1', 'k2'],
      origine: 'https://cdppe.example',
      bailMs: 180_000,
    })
    const double =
      '[{"code":"62","nom":"a","sirets":["22620001200012"]},{"code":"59","nom":"b","sirets":["22620001200012"]}]'
    for (const [nom, valeur] of [
      ['TABLE', ''],
      ['ORIGINE', 'cdppe'],
      ['DEPARTEMENTS', '{'],
      ['DEPARTEMENTS', '[]'],
      ['DEPARTEMENTS', double],
      ['BAIL_SECONDES', 'secret'],
    ] as const)
      expect(() => lireConfigurationCommune({ ...ENVIRONNEMENT, [nom]: valeur })).toThrow(
        new Error(`Configuration: missing or wrong ${nom}`),
      )
  })
})
