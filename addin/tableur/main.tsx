import { createRoot } from 'react-dom/client'
import { relireGardes } from '../referentiels/charges.ts'
import { Page } from './Page.tsx'
import './page.css'

const racine = document.getElementById('page')
if (!racine) throw new Error('index.html has no #page')
// Before a workbook is opened, so that its cells answer by them from the first calculation.
void relireGardes()
createRoot(racine).render(<Page />)
