import { App } from 'aws-cdk-lib'
import { describe, expect, it } from 'vitest'
import exemple from './environnements/exemple.json' with { type: 'json' }
import { lireParametres, validerParametres } from './parametres.ts'
import { verifierPaquets } from './paquets.ts'

const avec = (changement: Record<string, unknown>) => () => validerParametres({ ...exemple, ...changement })

describe('the parameters of an environment', () => {
  it('are those of the example where the context names nothing', () => {
    expect(lireParametres(new App().node)).toEqual({ ...exemple, anciennesCles: [], rotations: [] })
  })

  it('take single values from the context', () => {
    const { node } = new App({
      context: {
        domaine: 'recette.cdppe.example',
        expediteur: 'a@cdppe.example',
        emetteur: 'https://autre.example',
      },
    })
    const lus = lireParametres(node)
    expect([lus.domaine, lus.expediteur, lus.oidc.emetteur]).toEqual([
      'recette.cdppe.example',
      'a@cdppe.example',
      'https://autre.example',
    ])
    expect(lus.oidc.client).toBe(exemple.oidc.client)
  })

  it.each<[string, Record<string, unknown>]>([
    ['domaine', { domaine: 'https://cdppe.example' }],
    ['certificat', { certificat: exemple.certificat.replace('us-east-1', 'eu-west-3') }],
    ['expediteur', { expediteur: 'personne' }],
    ['oidc.emetteur', { oidc: { ...exemple.oidc, emetteur: 'http://connexion.example' } }],
    ['departements', { departements: [] }],
    ['departements.0.sirets.0', { departements: [{ code: '62', nom: 'x', sirets: ['123'] }] }],
    ['boite', { boite: undefined }],
    ['boite', { production: true }],
    ['production', { production: 'oui' }],
    ['environment', { inconnu: 1 }],
  ])('refuse a wrong value and name it: %s', (nom, changement) => {
    expect(avec(changement)).toThrow(
      new RegExp(`Parameters of the environment.*${nom.replace('.', '\\.')}: `),
    )
  })
})

describe('the bundles', () => {
  it('are asked for by the command that makes them', () => {
    const absents = {
      api: '/nulle-part/api',
      transmission: '/nulle-part/transmission',
      site: '/nulle-part/site',
    }
    expect(() => verifierPaquets(absents)).toThrow(
      /index\.mjs is missing: run node infra\/empaqueter\.ts first/,
    )
  })
})
