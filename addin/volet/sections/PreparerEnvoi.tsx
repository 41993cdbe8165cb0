import { Checkbox, Field, Input, Textarea } from '@fluentui/react-components'
import type { JSX } from 'react'
import type { Envoi } from '../api-types.ts'
import { Avis } from '../composants/Avis.tsx'
import { useStylesCommuns } from '../composants/styles.ts'
import type { DemandeEnvoi } from '../etat/demande-envoi.ts'
import { typographier } from '../texte/typographie.ts'

interface Props {
  envoi: Envoi
  demande: DemandeEnvoi
  changer: (suite: Partial<DemandeEnvoi>) => void
}

const ACCEPTES = '.pdf,.docx,.xlsx,.xlsm,.odt,.ods'

/** The pièces that the text asks for, what the sender adds, and the deadline when it has passed. */
export function PreparerEnvoi({ envoi, demande, changer }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const basculer = (id: string, dedans: boolean): void =>
    changer({
      dansLeClasseur: [...demande.dansLeClasseur.filter((autre) => autre !== id), ...(dedans ? [id] : [])],
    })
  const joindre = (id: string, fichier: File | undefined): void => {
    const autres = Object.entries(demande.fichiers).filter(([piece]) => piece !== id)
    changer({ fichiers: Object.fromEntries(fichier ? [...autres, [id, fichier]] : autres) })
  }
  return (
    <div className={communs.pileSerree}>
      {envoi.delai !== null && envoi.situation !== 'en-retard' && (
        <p className={communs.discret}>{typographier(envoi.delai)}</p>
      )}
      {envoi.situation === 'en-retard' && (
        <>
          <Avis genre="warning">{typographier(envoi.delai ?? '')}</Avis>
          <Checkbox
            label={typographier('Je transmets hors délai ; le message le dira.')}
            checked={demande.horsDelai}
            onChange={(_, d) => changer({ horsDelai: d.checked === true })}
          />
        </>
      )}
      {envoi.pieces.map(({ id, nom, exigence, dansLeClasseur }) => (
        <Field
          key={id}
          label={`${nom}${exigence === 'facultative' ? ' (facultatif)' : ''}`}
          hint="PDF, Word, Excel ou LibreOffice, sans mot de passe"
        >
          {/* The browser's own file field: it says the name of the file that was chosen. */}
          <input
            type="file"
            accept={ACCEPTES}
            disabled={demande.dansLeClasseur.includes(id)}
            aria-label={`Joindre : ${nom}`}
            onChange={(e) => joindre(id, e.target.files?.[0])}
          />
          {dansLeClasseur && (
            <Checkbox
              label="Dans le classeur transmis"
              checked={demande.dansLeClasseur.includes(id)}
              disabled={demande.fichiers[id] !== undefined}
              onChange={(_, d) => basculer(id, d.checked === true)}
            />
          )}
        </Field>
      ))}
      {envoi.precisions ? (
        <Field label="Précisions" required hint="Nom, courriel et téléphone de chaque contact">
          <Textarea
            value={demande.precisions}
            maxLength={2000}
            onChange={(_, d) => changer({ precisions: d.value.replace(/\s*\n\s*/g, ' ; ') })}
          />
        </Field>
      ) : (
        envoi.date !== null && (
          <Field label="Précisions (facultatif)">
            <Input
              value={demande.precisions}
              maxLength={2000}
              onChange={(_, d) => changer({ precisions: d.value })}
            />
          </Field>
        )
      )}
    </div>
  )
}
