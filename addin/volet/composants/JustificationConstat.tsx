import { Button, Field, Input, Textarea, makeStyles, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { FormEvent, JSX } from 'react'
import { refusSaisie } from '../../../shared/controle/justifications.ts'
import type { Justification } from '../../../shared/controle/justifications.ts'
import type { Constat } from '../../../shared/controle/rapport.ts'
import { dateHeure, fr, typographier } from '../texte/typographie.ts'
import { garderTexte, texteGarde } from './crochets.ts'
import { useStylesCommuns } from './styles.ts'

export interface ActionsJustification {
  /** The name of whoever is signed in, or was typed last; '' when nobody is known. */
  auteur: string
  justifier: (constat: Constat, texte: string, auteur: string) => Promise<boolean>
  retirer: (justification: Justification) => Promise<boolean>
}

const useStyles = makeStyles({
  ecrite: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalMNudge}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  texte: { margin: 0, whiteSpace: 'pre-wrap' },
})

interface Props {
  constat: Constat
  actions: ActionsJustification
}

/** The written answer to a constat, in its card: to write, change, withdraw, or read again once the finding has changed. */
export function JustificationConstat({ constat, actions }: Props): JSX.Element | null {
  const [ouverte, ouvrir] = useState(() => texteGarde(cleBrouillon(constat)) !== null)
  const ouvreur = useRef<HTMLButtonElement>(null)
  const { justification, justificationARevoir: ancienne } = constat
  if (constat.gravite !== 'a-justifier')
    return ancienne ? <Ecrite justification={ancienne} constat={constat} actions={actions} /> : null
  if (ouverte)
    return (
      <Saisie
        constat={constat}
        actions={actions}
        fermer={() => {
          garderTexte(cleBrouillon(constat), null)
          ouvrir(false)
          setTimeout(() => ouvreur.current?.focus())
        }}
      />
    )
  const ecrite = justification ?? ancienne
  if (ecrite)
    return (
      <Ecrite
        justification={ecrite}
        constat={constat}
        actions={actions}
        modifier={() => ouvrir(true)}
        ouvreur={ouvreur}
      />
    )
  return (
    <div>
      <Button size="small" ref={ouvreur} onClick={() => ouvrir(true)}>
        Justifier
      </Button>
    </div>
  )
}

function cleBrouillon({ regle, cellules }: Constat): string {
  return `cdppe-brouillon:${regle}:${cellules.join()}`
}

interface PropsEcrite extends Props {
  justification: Justification
  modifier?: () => void
  ouvreur?: React.Ref<HTMLButtonElement>
}

/** What somebody wrote, by whom and when, and whether it still answers what is found. */
function Ecrite({ justification, constat, actions, modifier, ouvreur }: PropsEcrite): JSX.Element {
  const styles = useStyles()
  const communs = useStylesCommuns()
  const [retrait, demander] = useState(false)
  const aRevoir = constat.justification === undefined
  const { texte, auteur, le, constate } = justification
  return (
    <div className={styles.ecrite} data-justification={aRevoir ? 'a-revoir' : 'en-vigueur'}>
      <strong className={communs.compact}>{aRevoir ? 'Justification à revoir' : 'Justifié'}</strong>
      {aRevoir && (
        <p className={communs.compact}>
          {constat.gravite === 'bloquant'
            ? fr`Ce point est bloquant : il ne se justifie pas, il se corrige. Ce qui avait été écrit est gardé.`
            : typographier(`Le constat a changé depuis qu’elle a été écrite. Était constaté : ${constate}`)}
        </p>
      )}
      <p className={styles.texte}>{typographier(texte)}</p>
      <p className={communs.discret}>{fr`${auteur}, le ${dateHeure(le)}`}</p>
      <div className={communs.rangee}>
        {retrait ? (
          <>
            <Button size="small" appearance="primary" onClick={() => void actions.retirer(justification)}>
              Confirmer le retrait
            </Button>
            <Button size="small" onClick={() => demander(false)}>
              Garder
            </Button>
          </>
        ) : (
          <>
            {aRevoir && modifier && (
              <Button size="small" onClick={() => void actions.justifier(constat, texte, auteur)}>
                Elle vaut toujours
              </Button>
            )}
            {modifier && (
              <Button size="small" ref={ouvreur} onClick={modifier}>
                Modifier
              </Button>
            )}
            <Button size="small" appearance="subtle" onClick={() => demander(true)}>
              Retirer
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

/** The form. What is typed outlives a reload of the pane. */
function Saisie({ constat, actions, fermer }: Props & { fermer: () => void }): JSX.Element {
  const communs = useStylesCommuns()
  const cle = cleBrouillon(constat)
  const ancienne = constat.justification ?? constat.justificationARevoir
  const [texte, ecrire] = useState(() => texteGarde(cle) ?? ancienne?.texte ?? '')
  const [auteur, nommer] = useState(actions.auteur === '' ? (ancienne?.auteur ?? '') : actions.auteur)
  const [refus, refuser] = useState<ReturnType<typeof refusSaisie>>(null)
  const [enCours, occuper] = useState(false)
  const enregistrer = async (evenement: FormEvent): Promise<void> => {
    evenement.preventDefault()
    const refuse = refusSaisie(texte, auteur)
    refuser(refuse)
    if (refuse) return
    occuper(true)
    const gardee = await actions.justifier(constat, texte, auteur)
    occuper(false)
    if (gardee) fermer()
  }
  return (
    <form className={communs.pileSerree} noValidate onSubmit={(evenement) => void enregistrer(evenement)}>
      <Field
        label="Justification"
        size="small"
        {...message(refus?.texte)}
        hint="Elle est gardée dans le classeur et signée avec la version."
      >
        <Textarea
          autoFocus
          resize="vertical"
          rows={4}
          value={texte}
          onChange={(_, donnees) => {
            ecrire(donnees.value)
            garderTexte(cle, donnees.value)
          }}
        />
      </Field>
      <Field label="Votre nom" size="small" {...message(refus?.auteur)}>
        <Input autoComplete="name" value={auteur} onChange={(_, donnees) => nommer(donnees.value)} />
      </Field>
      <div className={communs.rangee}>
        <Button size="small" appearance="primary" type="submit" disabled={enCours}>
          Enregistrer la justification
        </Button>
        <Button size="small" onClick={fermer}>
          Abandonner
        </Button>
      </div>
    </form>
  )
}

function message(texte: string | null | undefined): { validationMessage?: string } {
  return texte ? { validationMessage: typographier(texte) } : {}
}
