import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { JSX } from 'react'
import { retroplanning } from '../../../shared/calendrier/retroplanning.ts'
import { estDateCivile } from '../../../shared/referentiel/date-civile.ts'
import type { Referentiel } from '../../../shared/referentiel/referentiel.ts'
import { garderTexte, texteGarde, useMaintenant } from '../composants/crochets.ts'
import { useStylesCommuns } from '../composants/styles.ts'
import { useStylesTableau } from '../composants/tableau.ts'
import { dateEtJour, estPasse } from '../texte/calendrier.ts'
import { direReference } from '../texte/reference.ts'
import { fr, typographier } from '../texte/typographie.ts'

const CLE = 'cdppe-jour-j'

interface Props {
  referentiel: Referentiel
  /** The prise d'effet that the workbook writes (ISO), null where it writes none. */
  effet: string | null
}

/** The model rétroplanning of annexe 3.2, counted back from a day J that the user chooses (RET-01). */
export function Retroplanning({ referentiel, effet }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const tableau = useStylesTableau()
  const maintenant = useMaintenant()
  const [choisi, choisir] = useState(() => texteGarde(CLE))
  const { retroplanning: etapes } = referentiel
  const jourJ = choisi ?? effet ?? ''
  const titre = (
    <h2 id="cdppe-retroplanning" className={communs.titre}>
      Rétroplanning
    </h2>
  )
  if (etapes.length === 0)
    return (
      <>
        {titre}
        <p className={communs.texte}>
          {fr`Les textes du référentiel ${referentiel.id} ne donnent pas de rétroplanning.`}
        </p>
      </>
    )
  const dates = estDateCivile(jourJ)
    ? retroplanning(jourJ, etapes).sort((a, b) => a.date.localeCompare(b.date))
    : []
  return (
    <section className={communs.pile} aria-labelledby="cdppe-retroplanning">
      {titre}
      <Field
        label="Jour J : prise d’effet du contrat"
        size="small"
        hint={effet !== null && choisi === null ? 'Date lue dans votre classeur.' : undefined}
      >
        <Input
          type="date"
          value={jourJ}
          onChange={(_, donnees) => {
            choisir(donnees.value)
            garderTexte(CLE, donnees.value)
          }}
        />
      </Field>
      {dates.length === 0 ? (
        <p className={communs.texte}>{fr`Choisissez un jour J : les étapes sont datées à rebours.`}</p>
      ) : (
        <table className={tableau.tableau}>
          <caption className={communs.invisible}>Étapes datées à rebours du jour J</caption>
          {dates.map(({ etape, date }) => (
            <tbody key={etape.id} data-etape={etape.id}>
              <tr>
                <th scope="row">
                  {dateEtJour(date)}
                  <span className={communs.discret}>
                    {etape.joursAvant === 0
                      ? ' (jour J)'
                      : fr` (J − ${etape.joursAvant})${estPasse(date, maintenant) ? ', passé' : ''}`}
                  </span>
                </th>
              </tr>
              <tr>
                <td>{typographier(etape.nom)}</td>
              </tr>
            </tbody>
          ))}
        </table>
      )}
      <p className={communs.discret}>{direReference(etapes[0]!.reference)}</p>
    </section>
  )
}
