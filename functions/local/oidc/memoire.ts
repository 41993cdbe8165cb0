/** What oidc-provider keeps of a code, a token, a session… as far as this store reads it. */
type Payload = { grantId?: string; uid?: string; consumed?: number; [name: string]: unknown }
type Kept = { payload: Payload; expiresAt: number }

/**
 * Where the provider keeps what lives for a minute or a session. In memory: after a restart people sign in
 * again at the provider, while our own session, which the provider no longer has a part in, goes on.
 */
export function memoryAdapter(): new (model: string) => unknown {
  const kept = new Map<string, Kept>()

  const find = (key: string): Payload | undefined => {
    const found = kept.get(key)
    if (!found) return undefined
    if (found.expiresAt > Date.now()) return found.payload
    kept.delete(key)
    return undefined
  }

  const forgetExpired = (): void => {
    for (const [key, { expiresAt }] of kept) if (expiresAt <= Date.now()) kept.delete(key)
  }

  return class MemoryAdapter {
    readonly #model: string

    constructor(model: string) {
      this.#model = model
    }

    upsert(id: string, payload: Payload, expiresInSeconds?: number): Promise<void> {
      forgetExpired()
      const expiresAt = expiresInSeconds === undefined ? Infinity : Date.now() + expiresInSeconds * 1000
      kept.set(this.#key(id), { payload, expiresAt })
      return Promise.resolve()
    }

    find(id: string): Promise<Payload | undefined> {
      return Promise.resolve(find(this.#key(id)))
    }

    findByUid(uid: string): Promise<Payload | undefined> {
      const key = [...kept.keys()].find(
        (candidate) => candidate.startsWith(this.#key('')) && kept.get(candidate)?.payload.uid === uid,
      )
      return Promise.resolve(key === undefined ? undefined : find(key))
    }

    consume(id: string): Promise<void> {
      const payload = find(this.#key(id))
      if (payload) payload.consumed = Math.floor(Date.now() / 1000)
      return Promise.resolve()
    }

    destroy(id: string): Promise<void> {
      kept.delete(this.#key(id))
      return Promise.resolve()
    }

    revokeByGrantId(grantId: string): Promise<void> {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key)
      return Promise.resolve()
    }

    #key(id: string): string {
      return `${this.#model}:${id}`
    }
  }
}
