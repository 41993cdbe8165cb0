import { Button, Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { JSX } from 'react'
import { MODELES, fabriquerModele } from '../../../shared/modeles/modeles.ts'
import type { Modele } from '../../../shared/modeles/modeles.ts'
import { referentielDe, REFERENTIELS } from '../../../shared/referentiel/registre.ts'
import { ErreurHote } from '../../hote/hote.ts'
import { Avis } from '../composants/Avis.tsx'
import { useMagasin } from '../composants/crochets.ts'
import { useStylesCommuns } from '../composants/styles.ts'
import type { SuiviControle } from '../etat/controle.ts'
import type { InsertionModele } from '../modeles.ts'
import type { Telechargement } from '../telechargement.ts'
import { fr, typographier } from '../texte/typographie.ts'

interface Props {
  suivi: SuiviControle
  insertion: InsertionModele
  telechargement: Telechargement
}

const RATE = 'Le modèle n’a pas pu être préparé. Votre classeur n’est pas touché ; recommencez.'

/** The models for who begins from nothing, made from the référentiel of the exercice that is chosen. */
export default function ModelesAInserer({ suivi, insertion, telechargement }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const { exercice: choisi, resultat } = useMagasin(suivi)
  const referentiels = suivi.referentiels ?? REFERENTIELS
  const exercices = [...new Set(referentiels.flatMap((r) => r.exercices))].sort((a, b) => a - b)
  const connu = choisi ?? resultat?.rapport.exercice
  const [voulu, vouloir] = useState<number | null>(null)
  const exercice = voulu ?? exercices.find((e) => e === connu) ?? exercices.at(-1)!
  const [enCours, occuper] = useState(false)
  const [issue, dire] = useState<{ genre: 'success' | 'error'; texte: string } | null>(null)

  const agir = async (
    modele: Modele,
    geste: (fichier: ReturnType<typeof fabriquerModele>) => Promise<string | null>,
  ): Promise<void> => {
    const referentiel = referentielDe(exercice, referentiels)
    if (!referentiel || enCours) return
    occuper(true)
    dire(null)
    try {
      const texte = await geste(fabriquerModele(modele, referentiel, exercice))
      if (texte !== null) dire({ genre: 'success', texte })
    } catch (erreur) {
      dire({ genre: 'error', texte: erreur instanceof ErreurHote ? erreur.message : RATE })
    }
    occuper(false)
  }

  return (
    <section className={communs.pileSerree} aria-label="Modèles">
      <p className={communs.texte}>
        {fr`Partez d’un modèle : listes, formules CDPPE et mise en page sont prêtes, d’après le référentiel de l’exercice.`}
      </p>
      <Field label="Exercice du modèle" size="small">
        <Select size="small" value={String(exercice)} onChange={(_, d) => vouloir(Number(d.value))}>
          {exercices.map((annee) => (
            <option key={annee} value={annee}>
              {annee}
            </option>
          ))}
        </Select>
      </Field>
      <ul className={communs.liste}>
        {MODELES.map((modele) => (
          <li key={modele.id} className={communs.carte} data-modele={modele.id}>
            <h4 className={communs.sousTitre}>{modele.titre}</h4>
            <p className={communs.discret}>{typographier(modele.description)}</p>
            <div className={communs.rangee}>
              <Button
                size="small"
                appearance="primary"
                disabled={enCours}
                aria-label={`${insertion.verbe} le modèle : ${modele.titre}`}
                onClick={() =>
                  void agir(modele, async (fichier) => {
                    await insertion.inserer(fichier)
                    return insertion.fait(modele.titre)
                  })
                }
              >
                {insertion.verbe}
              </Button>
              <Button
                size="small"
                disabled={enCours}
                aria-label={`Télécharger le modèle : ${modele.titre}`}
                onClick={() =>
                  void agir(modele, async ({ nom, octets }) => {
                    await telechargement.fichier(nom, new Blob([octets]))
                    return null
                  })
                }
              >
                Télécharger
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {issue !== null && <Avis genre={issue.genre}>{typographier(issue.texte)}</Avis>}
    </section>
  )
}
