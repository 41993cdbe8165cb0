/** A task that runs every so often and on demand, never twice at the same time. */
export class Periodic {
  readonly #task: () => Promise<unknown>
  readonly #periodMs: number
  readonly #onFailure: (error: unknown) => void
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> | undefined
  #again = false
  #stopped = true

  constructor(task: () => Promise<unknown>, periodMs: number, onFailure: (error: unknown) => void) {
    this.#task = task
    this.#periodMs = periodMs
    this.#onFailure = onFailure
  }

  start(): void {
    this.#stopped = false
    this.#timer = setInterval(() => this.trigger(), this.#periodMs)
    this.trigger()
  }

  /** Runs now, or once more right after the run under way. */
  trigger(): void {
    if (this.#stopped) return
    if (this.#running) {
      this.#again = true
      return
    }
    this.#running = this.#task().then(
      () => undefined,
      (error: unknown) => this.#onFailure(error),
    )
    void this.#running.then(() => {
      this.#running = undefined
      if (!this.#again) return
      this.#again = false
      this.trigger()
    })
  }

  /** Starts nothing more; resolves when the run under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#timer)
    await this.#running
  }
}
