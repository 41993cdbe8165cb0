/** How long a work keeps the thread before it is given back: less than what is felt, with what comes on top. */
const TENIR_MS = 12

/** Carries out a work that may be left after each of its steps, the thread being given back now and then. */
export async function enCedant<T>(travail: Iterator<undefined, T, undefined>): Promise<T> {
  let debut = performance.now()
  for (let pas = travail.next(); ; pas = travail.next()) {
    if (pas.done) return pas.value
    if (performance.now() - debut < TENIR_MS) continue
    await ceder()
    debut = performance.now()
  }
}

/** Lets the thread do what waits for it, what the user does first of all, before the work goes on. */
export function ceder(): Promise<void> {
  return new Promise((tenir) => {
    // Timers would be held back to four milliseconds each.
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      tenir()
    }
    port2.postMessage(null)
  })
}
