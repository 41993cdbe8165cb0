import type { JSX } from 'react'

/** What the pane's page says when it was opened outside Excel, or when Office.js could not be loaded. */
export function HorsExcel(): JSX.Element {
  return (
    <main style={{ font: '14px/1.5 system-ui, sans-serif', padding: '1rem' }}>
      <h1 style={{ fontSize: '1.2rem' }}>Ce volet s’ouvre dans Excel</h1>
      <p>
        Dans Excel, ouvrez votre classeur, puis l’onglet CDPPE. Si vous y êtes déjà, le composant de Microsoft
        n’a pas pu être chargé{'\u202f'}: vérifiez la connexion à Internet, puis rouvrez le volet.
      </p>
      <p>
        Sans Excel, <a href="/">la page</a> fait le même contrôle sur un fichier .xlsx.
      </p>
    </main>
  )
}
