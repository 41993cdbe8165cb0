declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

  /** Only what the local stack uses of each type. */
  export interface Grant {
    addOIDCScope(scope: string): void
    addOIDCClaims(claims: string[]): void
    save(): Promise<string>
  }

  export interface RequestContext {
    type: string
    body: string
    oidc: {
      params: { scope?: string }
      requestParamClaims: Set<string>
      client: { clientId: string }
      account: { accountId: string }
      provider: Provider
    }
  }

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>)
    readonly Grant: new (owner: { accountId: string; clientId: string }) => Grant
    callback(): RequestListener
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse,
    ): Promise<{ uid: string; prompt: { name: string } }>
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { login: { accountId: string; amr: string[] } },
      options: { mergeWithLastSubmission: boolean },
    ): Promise<void>
  }
}
