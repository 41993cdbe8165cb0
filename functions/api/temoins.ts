import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { SORTES } from './jetons.ts'

/** Our two cookies: neither is readable by a script, neither leaves our own pages. */
const TEMOINS = {
  session: { nom: 'cdppe_session', chemin: '/api/session' },
  connexion: { nom: 'cdppe_connexion', chemin: '/api/connexion' },
} as const

export type Temoin = keyof typeof TEMOINS

/** Secure everywhere but on this machine's own loopback, where there is no certificate. */
const secure = (origine: string): boolean =>
  !(origine.startsWith('http://') && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(new URL(origine).hostname))

export function poserTemoin(c: Context, temoin: Temoin, valeur: string, origine: string): void {
  const { nom, chemin } = TEMOINS[temoin]
  setCookie(c, nom, valeur, {
    path: chemin,
    httpOnly: true,
    sameSite: 'Lax',
    secure: secure(origine),
    maxAge: SORTES[temoin].dureeS,
  })
}

export function lireTemoin(c: Context, temoin: Temoin): string | undefined {
  return getCookie(c, TEMOINS[temoin].nom)
}

export function effacerTemoin(c: Context, temoin: Temoin, origine: string): void {
  const { nom, chemin } = TEMOINS[temoin]
  deleteCookie(c, nom, { path: chemin, httpOnly: true, sameSite: 'Lax', secure: secure(origine) })
}
