import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { demarrerDansExcel, lireApparence } from '../excel/demarrage.ts'
import { ouvrirDansExcel } from '../excel/dialogue.ts'
import { chargerFormules } from '../excel/formules-differees.ts'
import { HoteExcel } from '../excel/hote-excel.ts'
import { insertionExcel } from '../excel/insertion.ts'
import { telechargementExcel } from '../excel/telechargement.ts'
import { HorsExcel } from './HorsExcel.tsx'
import { Volet } from './Volet.tsx'

/** The pane's entry in Excel. The functions of the cells and the pane come side by side. */
async function demarrer(): Promise<void> {
  const element = document.getElementById('volet') ?? document.body.appendChild(document.createElement('div'))
  document.body.style.margin = '0'
  element.style.height = '100vh'
  const racine = createRoot(element)
  const formules = chargerFormules()
  // Where their code cannot be fetched the pane works without them; opening it again fetches them again.
  formules.catch(() => undefined)
  if (!(await demarrerDansExcel())) {
    racine.render(<HorsExcel />)
    return
  }
  racine.render(
    <StrictMode>
      <Volet
        titre="CDPPE"
        hote={new HoteExcel()}
        ouvrirConnexion={ouvrirDansExcel}
        insertion={insertionExcel}
        telechargement={telechargementExcel}
        {...apparence()}
      />
    </StrictMode>,
  )
}

function apparence(): { apparence?: 'clair' | 'sombre' | 'contraste' } {
  const lue = lireApparence()
  return lue ? { apparence: lue } : {}
}

void demarrer()
