import { readdirSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { tailles } from './addin/tailles.ts'
import { univerPointVirgule } from './addin/tableur/univer-point-virgule.ts'

const root = new URL('./addin/', import.meta.url).pathname
const entree = (nom: string): string => `${root}${nom}`

/** The example workbooks that the page offers: whatever the public folder holds. */
function exemples(): string[] {
  try {
    return readdirSync(entree('public/exemples'))
      .filter((nom) => nom.endsWith('.xlsx'))
      .sort()
  } catch {
    return []
  }
}

/** Every page that stands in addin/: the grid's, the task pane's, the one that ends a sign-in. */
function pages(): Record<string, string> {
  const fichiers = readdirSync(root).filter((nom) => nom.endsWith('.html'))
  return Object.fromEntries(fichiers.map((nom) => [nom.replace(/\.html$/, ''), entree(nom)]))
}

export default defineConfig({
  root,
  base: './',
  publicDir: entree('public'),
  plugins: [univerPointVirgule(), react(), tailles()],
  define: { __EXEMPLES__: JSON.stringify(exemples()) },
  worker: { format: 'es' },
  optimizeDeps: { rolldownOptions: { plugins: [univerPointVirgule()] } },
  build: {
    outDir: new URL('./dist/site', import.meta.url).pathname,
    emptyOutDir: true,
    target: 'es2022',
    // The grid alone is above Vite's default; it is loaded after the page has shown itself.
    chunkSizeWarningLimit: 8000,
    rolldownOptions: { input: pages() },
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
})
