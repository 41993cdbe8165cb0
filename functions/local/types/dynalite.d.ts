declare module 'dynalite' {
  import type { Server } from 'node:http'

  /** Only what the local stack uses. The server closes its store when it is closed itself. */
  export default function dynalite(options: {
    path?: string
    createTableMs?: number
    deleteTableMs?: number
    updateTableMs?: number
  }): Server
}
