/** What the tests of this folder share. */

export type Navigateur = {
  /** A request as a page of the site makes it: cookies kept, redirects not followed. */
  get: (url: string, init?: RequestInit) => Promise<Response>
  /** Follows redirects from `url`, choosing that agent on the sign-in page; gives the last answer. */
  connecter: (url: string, sub: string) => Promise<Response>
}

/** A browser without a screen. Cookies are those of one host, whatever the port, as in a browser. */
export function navigateur(): Navigateur {
  const cookies = new Map<string, { value: string; path: string }>()

  const get = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const { pathname } = new URL(url)
    const cookie = [...cookies]
      .filter(
        ([, { path }]) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`),
      )
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ')
    const headers = new Headers(init.headers)
    if (cookie !== '') headers.set('cookie', cookie)
    const response = await fetch(url, { ...init, redirect: 'manual', headers })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      if (value === '' || /max-age=0(;|$)/i.test(line)) cookies.delete(name)
      else cookies.set(name, { value, path: /path=([^;]+)/i.exec(line)?.[1] ?? '/' })
    }
    return response
  }

  const connecter = async (start: string, sub: string): Promise<Response> => {
    let url = start
    let response = await get(url)
    for (let step = 0; step < 15; step++) {
      if (new URL(url).pathname.startsWith('/connexion/') && response.status === 200) {
        response = await get(url, { method: 'POST', body: new URLSearchParams({ sub }) })
      }
      const location = response.headers.get('location')
      if (location === null) return response
      url = new URL(location, url).href
      response = await get(url)
    }
    throw new Error('Too many redirects')
  }
  return { get, connecter }
}
