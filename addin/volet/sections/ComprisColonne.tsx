import { Button, Field, Select, makeStyles, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { FormEvent, JSX } from 'react'
import { lettresDeColonne } from '../../../shared/classeur/adresse.ts'
import type { ColonneReconnue, RoleColonne } from '../../../shared/classeur/comprehension.ts'
import { ROLES_COLONNE } from '../../../shared/classeur/correspondance.ts'
import type { Choix } from '../../../shared/classeur/correspondance.ts'
import { ROLES_MONTANT } from '../../../shared/classeur/entetes.ts'
import { useStylesCommuns } from '../composants/styles.ts'
import { NOMS_ROLES, NOMS_SURETES, direRole } from '../texte/roles.ts'
import { fr, typographier } from '../texte/typographie.ts'

const useStyles = makeStyles({
  entete: {
    justifyContent: 'flex-start',
    minWidth: 0,
    maxWidth: '100%',
    // Its words stand in line with those below; what shows under the mouse stands out of it.
    paddingLeft: tokens.spacingHorizontalXS,
    paddingRight: tokens.spacingHorizontalXS,
    marginLeft: `calc(-1 * (${tokens.spacingHorizontalXS} + ${tokens.strokeWidthThin}))`,
    textAlign: 'start',
    overflowWrap: 'anywhere',
    fontWeight: tokens.fontWeightSemibold,
  },
  formulaire: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalXS,
  },
  exemples: { fontVariantNumeric: 'tabular-nums' },
})

const ENVELOPPES = ['FIR', 'P304', 'ONDAM'] as const
const NON_UTILISEE = ''
const UNITES: readonly [number, string][] = [
  [1, 'euros'],
  [1000, 'milliers d’euros (k€)'],
  [1_000_000, 'millions d’euros (M€)'],
]

interface Props {
  colonne: ColonneReconnue
  /** Exercices that the plan speaks of. */
  exercices: readonly number[]
  selectionner: () => void
  /** Keeps what she says of this column. */
  choisir: (choix: Choix) => Promise<boolean>
}

/** One column of theirs: what it was taken for, how sure, examples, and how to change it. */
export function ComprisColonne({ colonne, exercices, selectionner, choisir }: Props): JSX.Element {
  const styles = useStyles()
  const communs = useStylesCommuns()
  const [ouvert, ouvrir] = useState(false)
  const ouvreur = useRef<HTMLButtonElement>(null)
  const nom = nommer(colonne)
  const fermer = (): void => {
    ouvrir(false)
    setTimeout(() => ouvreur.current?.focus())
  }
  const { surete, doute, exemples } = colonne
  return (
    <li className={communs.pileSerree} data-colonne={lettresDeColonne(colonne.colonne)}>
      <div>
        <Button
          size="small"
          appearance="subtle"
          className={styles.entete}
          aria-label={fr`Sélectionner la colonne ${nom}`}
          onClick={selectionner}
        >
          {nom}
        </Button>
      </div>
      <p className={communs.compact}>
        {typographier(direRole(colonne))}
        {/* Of a column that is taken for nothing, there is nothing to be sure of but what was said of it. */}
        {(colonne.role !== null || surete === 'choisie') && (
          <span className={communs.discret}> · {NOMS_SURETES[surete]}</span>
        )}
      </p>
      {doute !== null && <p className={communs.compact}>{typographier(`À voir : ${doute}.`)}</p>}
      {exemples.length > 0 && (
        <p className={communs.discret}>
          <span className={styles.exemples}>{typographier(`Par exemple : ${exemples.join(' · ')}`)}</span>
        </p>
      )}
      {ouvert ? (
        <Formulaire
          colonne={colonne}
          exercices={exercices}
          annuler={fermer}
          valider={async (choix) => {
            if (await choisir(choix)) fermer()
          }}
        />
      ) : (
        <div className={communs.rangee}>
          {surete === 'a-confirmer' && (
            <Button
              size="small"
              aria-label={fr`C’est bien cela : ${nom}`}
              onClick={() => void choisir(colonne)}
            >
              C’est bien cela
            </Button>
          )}
          <Button
            size="small"
            ref={ouvreur}
            aria-label={fr`Changer le rôle de la colonne ${nom}`}
            onClick={() => ouvrir(true)}
          >
            Changer
          </Button>
        </div>
      )}
    </li>
  )
}

export function nommer({ colonne, entete }: ColonneReconnue): string {
  const titre = entete.trim() === '' ? '(sans titre)' : fr`« ${entete.replace(/\s+/g, ' ').trim()} »`
  return `${lettresDeColonne(colonne)} ${titre}`
}

interface PropsFormulaire {
  colonne: ColonneReconnue
  exercices: readonly number[]
  valider: (choix: Choix) => Promise<void>
  annuler: () => void
}

function Formulaire({ colonne, exercices, valider, annuler }: PropsFormulaire): JSX.Element {
  const styles = useStyles()
  const communs = useStylesCommuns()
  const deLEtat = (ENVELOPPES as readonly unknown[]).includes(colonne.role)
  const [role, poserRole] = useState<RoleColonne | null>(deLEtat ? 'etat' : colonne.role)
  const [enveloppe, poserEnveloppe] = useState(deLEtat ? colonne.role! : NON_UTILISEE)
  const [exercice, poserExercice] = useState(colonne.exercice)
  const [unite, poserUnite] = useState(colonne.unite)
  const argent = role !== null && ROLES_MONTANT.has(role)
  const annees = [...new Set([...exercices, ...(colonne.exercice === null ? [] : [colonne.exercice])])].sort()
  const soumettre = (evenement: FormEvent): void => {
    evenement.preventDefault()
    const finale = role === 'etat' && enveloppe !== NON_UTILISEE ? (enveloppe as RoleColonne) : role
    void valider({ role: finale, exercice: argent ? exercice : null, unite: argent ? unite : 1 })
  }
  return (
    <form className={styles.formulaire} onSubmit={soumettre}>
      <Field label="Cette colonne contient" size="small">
        <Select
          className={communs.choix}
          size="small"
          value={role ?? NON_UTILISEE}
          onChange={(_, d) => poserRole(d.value === NON_UTILISEE ? null : (d.value as RoleColonne))}
        >
          <option value={NON_UTILISEE}>Rien pour le plan (non utilisée)</option>
          {ROLES_COLONNE.filter((r) => !(ENVELOPPES as readonly string[]).includes(r)).map((r) => (
            <option key={r} value={r}>
              {NOMS_ROLES[r]}
            </option>
          ))}
        </Select>
      </Field>
      {role === 'etat' && (
        <Field label="Enveloppe" size="small">
          <Select
            className={communs.choix}
            size="small"
            value={enveloppe}
            onChange={(_, d) => poserEnveloppe(d.value)}
          >
            <option value={NON_UTILISEE}>Plusieurs, ou dite par chaque ligne</option>
            <option value="FIR">FIR</option>
            <option value="P304">Programme 304</option>
            <option value="ONDAM">ONDAM médico-social</option>
          </Select>
        </Field>
      )}
      {argent && (
        <>
          <Field label="Exercice" size="small">
            <Select
              className={communs.choix}
              size="small"
              value={exercice === null ? '' : String(exercice)}
              onChange={(_, d) => poserExercice(d.value === '' ? null : Number(d.value))}
            >
              <option value="">Dit par chaque ligne, ou toute la durée</option>
              {annees.map((annee) => (
                <option key={annee} value={annee}>
                  {annee}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Unité" size="small">
            <Select
              className={communs.choix}
              size="small"
              value={String(unite)}
              onChange={(_, d) => poserUnite(Number(d.value))}
            >
              {UNITES.map(([valeur, texte]) => (
                <option key={valeur} value={valeur}>
                  {texte}
                </option>
              ))}
            </Select>
          </Field>
        </>
      )}
      <div className={communs.rangee}>
        <Button size="small" appearance="primary" type="submit">
          Retenir
        </Button>
        <Button size="small" onClick={annuler}>
          Annuler
        </Button>
      </div>
    </form>
  )
}
