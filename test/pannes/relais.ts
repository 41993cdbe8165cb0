import { createServer, request } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as attendre } from 'node:timers/promises'

/** How often each breakdown is met, between 0 and 1. */
export interface Taux {
  /** Answered by an error, without effect. */
  refus: number
  /** That error; 503 where none is named. */
  reponse?: { statut: number; type: string }
  /** Cut before it takes effect. */
  coupe: number
  /** Takes effect, and the answer is lost. */
  perdu: number
  /** Answered late, by up to a second and a half. */
  lent: number
  /** Answered so late that the client has given up. */
  expire: number
}

/** The client's own limit is 10 s, 45 s for the mail: an answer that comes after it is no answer. */
const TROP_TARD_MS = 10_500

async function corpsDe(requete: IncomingMessage): Promise<Buffer> {
  const morceaux: Buffer[] = []
  for await (const morceau of requete) morceaux.push(morceau as Buffer)
  return Buffer.concat(morceaux)
}

/** Hands a request over as it came (its signature covers its headers), and gives the answer back. */
function transmettre(
  cible: URL,
  requete: IncomingMessage,
  corps: Buffer,
): Promise<{ statut: number; entetes: IncomingMessage['headers']; corps: Buffer }> {
  return new Promise((tenir, rompre) => {
    const vers = request(
      {
        host: cible.hostname,
        port: cible.port,
        method: requete.method,
        path: requete.url,
        headers: requete.headers,
      },
      (reponse) => {
        corpsDe(reponse).then(
          (lu) => tenir({ statut: reponse.statusCode ?? 502, entetes: reponse.headers, corps: lu }),
          rompre,
        )
      },
    )
    vers.on('error', rompre)
    vers.end(corps)
  })
}

/** An HTTP relay that breaks down as often as `taux` says. Gives its origin. */
export async function ouvrirRelais(
  origine: string,
  taux: () => Taux,
  hasard: () => number,
): Promise<{ origine: string }> {
  const cible = new URL(origine)
  const traiter = async (requete: IncomingMessage, reponse: ServerResponse): Promise<void> => {
    const {
      refus,
      coupe,
      perdu,
      lent,
      expire,
      reponse: { statut, type } = { statut: 503, type: 'ServiceUnavailable' },
    } = taux()
    const corps = await corpsDe(requete)
    let tirage = hasard()
    const echoit = (part: number): boolean => (tirage -= part) < 0
    if (echoit(coupe)) return void reponse.destroy()
    if (echoit(refus)) {
      reponse.writeHead(statut, { 'content-type': 'application/json', 'x-amzn-errortype': type })
      return void reponse.end('{"message":"unavailable"}')
    }
    const perdue = echoit(perdu)
    if (echoit(lent)) await attendre(hasard() * 1500)
    const rendue = await transmettre(cible, requete, corps)
    if (echoit(expire)) await attendre(TROP_TARD_MS)
    if (perdue) return void reponse.destroy()
    reponse.writeHead(rendue.statut, rendue.entetes)
    reponse.end(rendue.corps)
  }
  const serveur = createServer((requete, reponse) => {
    requete.on('error', () => undefined)
    reponse.on('error', () => undefined)
    traiter(requete, reponse).catch(() => reponse.destroy())
  })
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret))
  return { origine: `http://127.0.0.1:${(serveur.address() as AddressInfo).port}` }
}
