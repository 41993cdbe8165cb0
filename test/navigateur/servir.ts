import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A folder served on 127.0.0.1, on a free port, for as long as a test runs. */
export interface Serveur {
  /** With its final slash. */
  adresse: string
  arreter: () => Promise<void>
}

/** Serves the files of a folder and nothing else. */
export async function servir(dossier: string): Promise<Serveur> {
  const serveur = createServer((requete, reponse) => {
    const { pathname } = new URL(requete.url ?? '/', 'http://127.0.0.1')
    const demande = decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    const chemin = normalize(join(dossier, demande))
    const contenu = chemin.startsWith(normalize(dossier) + sep)
      ? readFile(chemin)
      : Promise.reject(new Error(demande))
    contenu.then(
      (octets) =>
        reponse
          .writeHead(200, { 'content-type': TYPES[extname(chemin)] ?? 'application/octet-stream' })
          .end(octets),
      () => reponse.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => serveur.listen(0, '127.0.0.1', resolve))
  return {
    adresse: `http://127.0.0.1:${String((serveur.address() as AddressInfo).port)}/`,
    arreter: () =>
      new Promise((resolve, reject) => {
        serveur.closeAllConnections()
        serveur.close((erreur) => {
          if (erreur) reject(erreur)
          else resolve()
        })
      }),
  }
}
