import { createRoot } from 'react-dom/client'
import { Page } from './Page.tsx'
import './page.css'

const racine = document.getElementById('page')
if (!racine) throw new Error('index.html has no #page')
createRoot(racine).render(<Page />)
