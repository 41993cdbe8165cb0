/** Text made safe inside HTML, in an element or in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[<>&'"]/g, (character) => `&#${character.charCodeAt(0)};`)

const STYLE = `
  :root { color-scheme: light; --encre: #161616; --gris: #5a5a5a; --trait: #dcdcdc; --bleu: #000091; }
  body { font: 16px/1.5 "Segoe UI", system-ui, sans-serif; color: var(--encre); margin: 0; background: #fff; }
  main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
  h1 { font-size: 1.5rem; margin: 0 0 .5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
  p { margin: .5rem 0; } .discret { color: var(--gris); }
  a { color: var(--bleu); } a:focus-visible, button:focus-visible { outline: 3px solid #0a76f6; outline-offset: 2px; }
  table { border-collapse: collapse; width: 100%; margin-top: 1rem; }
  th, td { text-align: left; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--trait); vertical-align: top; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; } dt { color: var(--gris); } dd { margin: 0; overflow-wrap: anywhere; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; border: 1px solid var(--trait); padding: 1rem; margin: 0; }
  iframe { width: 100%; height: 32rem; border: 1px solid var(--trait); }
  button { font: inherit; display: block; width: 100%; text-align: left; padding: .75rem 1rem; margin: .75rem 0;
    background: #fff; border: 1px solid var(--bleu); cursor: pointer; } button:hover { background: #f5f5fe; }
  button strong { color: var(--bleu); display: block; } button span { color: var(--gris); }
`

/** A whole French page without script. `title` is text, `content` is HTML that is already safe. */
export function htmlPage(title: string, content: string): string {
  return (
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style></head>` +
    `<body><main>${content}</main></body></html>`
  )
}

/**
 * Security headers of such pages: nothing is loaded, nothing runs.
 *
 * @param formTargets origins besides our own that a form may lead to, redirects included
 */
export function pageHeaders(formTargets: readonly string[] = []): Record<string, string> {
  const forms = ["'self'", ...formTargets].join(' ')
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      `default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; ` +
      `form-action ${forms}; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  }
}
