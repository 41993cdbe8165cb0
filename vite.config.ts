import { readdirSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { tailles } from './addin/tailles.ts'
import { univerAdapte } from './addin/tableur/univer-adapte.ts'

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

/**
 * What the functions of the cells are made of, in one file: the pane shares most of it, and would otherwise have it
 * cut into parts that bring code of the pane with them.
 */
const CELLULES =
  /addin\/formules\/(?!(?:controle|catalogue|employer)\.ts)|shared\/(?:montant|dotation|calendrier)\/|shared\/referentiel\/(?:choisir|lire|noyaux|reference|table|decider|cellules|phrases|date-civile|geler)\.ts|shared\/referentiel\/donnees\/(?:lieu|.*\/(?:noyau|eligibilites|objectifs|calendrier|bornes))\.ts/

/** Every page that stands in addin/: the grid's, the task pane's, the one that ends a sign-in. */
function pages(): Record<string, string> {
  const fichiers = readdirSync(root).filter((nom) => nom.endsWith('.html'))
  return Object.fromEntries(fichiers.map((nom) => [nom.replace(/\.html$/, ''), entree(nom)]))
}

export default defineConfig({
  root,
  base: './',
  publicDir: entree('public'),
  plugins: [univerAdapte(), react(), tailles()],
  define: { __EXEMPLES__: JSON.stringify(exemples()) },
  worker: { format: 'es' },
  optimizeDeps: { rolldownOptions: { plugins: [univerAdapte()] } },
  build: {
    outDir: new URL('./dist/site', import.meta.url).pathname,
    emptyOutDir: true,
    target: 'es2022',
    // The grid alone is above Vite's default; it is loaded after the page has shown itself.
    chunkSizeWarningLimit: 8000,
    rolldownOptions: {
      input: pages(),
      output: {
        // The bundler's own helpers apart: in a group they would make everybody fetch it.
        codeSplitting: {
          groups: [
            { name: 'socle', test: /preload-helper|rolldown.runtime/, priority: 2 },
            { name: 'texte', test: /shared\/classeur\/texte\.ts/, priority: 1 },
            { name: 'cellules', test: CELLULES },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
})
