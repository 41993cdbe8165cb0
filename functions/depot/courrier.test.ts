import { describe, expect, it } from 'vitest'
import { classerEchec } from './courrier.ts'

const erreur = (name: string, httpStatusCode?: number, code?: string): Error =>
  Object.assign(new Error('x'), { name, code, ...(httpStatusCode ? { $metadata: { httpStatusCode } } : {}) })

describe('classerEchec', () => {
  it('calls refused only what the mail service refused outright', () => {
    for (const nom of [
      'MessageRejected',
      'BadRequestException',
      'AccountSuspendedException',
      'SendingPausedException',
    ])
      expect(classerEchec(erreur(nom, 400))).toEqual({ issue: 'refuse', code: nom })
    expect(classerEchec(erreur('NotFoundException', 404))).toMatchObject({ issue: 'refuse' })
  })

  it('tries again only what certainly was not accepted', () => {
    expect(classerEchec(erreur('TooManyRequestsException', 429))).toMatchObject({ issue: 'non-parti' })
    expect(classerEchec(erreur('ThrottlingException', 400))).toMatchObject({ issue: 'non-parti' })
    expect(classerEchec(erreur('AccessDeniedException', 403))).toMatchObject({ issue: 'non-parti' })
    expect(classerEchec(erreur('Error', undefined, 'ECONNREFUSED'))).toMatchObject({ issue: 'non-parti' })
    expect(classerEchec(erreur('CredentialsProviderError'))).toMatchObject({ issue: 'non-parti' })
  })

  it('doubts of all the rest', () => {
    for (const e of [
      erreur('TimeoutError'),
      erreur('Error', undefined, 'ECONNRESET'),
      erreur('Error', undefined, 'EPIPE'),
      erreur('InternalServiceException', 500),
      erreur('ServiceUnavailable', 503),
      erreur('RequestTimeout', 408),
      erreur('SyntaxError'),
      'autre chose',
    ])
      expect(classerEchec(e)).toMatchObject({ issue: 'inconnu' })
  })
})
