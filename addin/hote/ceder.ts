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
