import { useEffect, useRef } from 'react'
import type { JSX } from 'react'
import { createPortal } from 'react-dom'
import type { Constat, Rapport } from '../../../shared/controle/rapport.ts'
import type { Gravite } from '../../../shared/referentiel/referentiel.ts'
import { citer } from '../../../shared/referentiel/phrases.ts'
import { compter } from '../etat/filtre.ts'
import { direManque } from '../texte/cofinancement.ts'
import { compte, fr, jour, montant, typographier } from '../texte/typographie.ts'
import { GRAVITES, NOMS_GRAVITES } from './gravite.tsx'

/** Paper knows no theme: black on white, small, and nothing of the screen. */
const PAPIER = `
@page { size: A4; margin: 12mm; }
@media print {
  html, body { height: auto !important; overflow: visible !important; background: #fff !important; }
  body > *:not([data-impression]) { display: none !important; }
  [data-impression] { display: block !important; color: #000; font: 8.5pt/1.3 'Segoe UI', system-ui, sans-serif; }
  [data-impression] h1 { font-size: 13pt; margin: 0 0 1mm; }
  [data-impression] h2 { font-size: 10.5pt; margin: 3mm 0 1mm; break-after: avoid; }
  [data-impression] p { margin: 0 0 1mm; }
  [data-impression] ul { margin: 0; padding: 0; list-style: none; }
  [data-impression] li { margin: 0; padding: 1mm 0; border-top: 0.2mm solid #999; break-inside: avoid; }
  [data-impression] small { font-size: 7.5pt; color: #333; }
}
`

interface Props {
  rapport: Rapport
  nomFichier: string
  /** When the check was made, as it is to be read. */
  le: string
  fermer: () => void
}

/** The report on paper, put beside the screen's page for as long as the browser prints. */
export function Impression({ rapport, nomFichier, le, fermer }: Props): JSX.Element {
  const demande = useRef(false)
  useEffect(() => {
    const feuille = new CSSStyleSheet()
    feuille.replaceSync(PAPIER)
    document.adoptedStyleSheets.push(feuille)
    window.addEventListener('afterprint', fermer)
    // Strict mode runs effects twice: one sheet of paper is enough.
    if (!demande.current) {
      demande.current = true
      window.print()
    }
    return () => {
      window.removeEventListener('afterprint', fermer)
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((f) => f !== feuille)
    }
  }, [fermer])
  const nombres = compter(rapport.constats)
  const manquants = rapport.cofinancement.filter((o) => o.manque > 0)
  return createPortal(
    <div data-impression hidden lang="fr">
      <h1>Contrôle du contrat départemental de prévention et de protection de l’enfance</h1>
      <p>{fr`${nomFichier} — exercice ${rapport.exercice}, référentiel ${rapport.referentiel}, contrôlé le ${le}.`}</p>
      <p>
        <strong>
          {GRAVITES.map((g) => compte(nombres[g], NOMS_GRAVITES[g].un, NOMS_GRAVITES[g].plusieurs)).join(
            ' · ',
          )}
        </strong>
      </p>
      {(['bloquant', 'a-justifier'] as const).map((g) => (
        <Groupe key={g} gravite={g} constats={rapport.constats.filter((c) => c.gravite === g)} />
      ))}
      {manquants.length > 0 && (
        <>
          <h2>Cofinancement : ce qui manque</h2>
          <ul>
            {manquants.map((o) => (
              <li key={o.objectif}>
                {fr`Objectif ${o.objectif} : État ${montant(o.etat)}, Département ${montant(o.departement)}. ${direManque(o)}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>,
    document.body,
  )
}

function Groupe({ gravite, constats }: { gravite: Gravite; constats: Constat[] }): JSX.Element | null {
  if (constats.length === 0) return null
  return (
    <>
      <h2>
        {NOMS_GRAVITES[gravite].titre} ({constats.length})
      </h2>
      <ul>
        {constats.map((c) => (
          <li key={`${c.regle}${c.cellules.join()}${c.message}`}>
            {typographier(c.message)}{' '}
            <small>
              {typographier(`${citer(c.reference)}.`)}{' '}
              {c.cellules.length > 0 &&
                `${c.cellules.slice(0, 6).join(', ')}${c.cellules.length > 6 ? '…' : ''}`}
            </small>
            {c.justification && (
              <div>
                <strong>Justifié : </strong>
                {typographier(c.justification.texte)}{' '}
                <small>
                  {c.justification.auteur}, {jour(c.justification.le)}
                </small>
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
