import { Button } from '@fluentui/react-components'
import { useEffect } from 'react'
import type { JSX } from 'react'
import type { Constat } from '../../../shared/controle/rapport.ts'
import { Attente } from '../composants/Attente.tsx'
import { Avis } from '../composants/Avis.tsx'
import { useMagasin } from '../composants/crochets.ts'
import { useStylesCommuns } from '../composants/styles.ts'
import type { SuiviMarques } from '../etat/marques.ts'
import { compte, fr, typographier } from '../texte/typographie.ts'

interface Props {
  marques: SuiviMarques
  constats: readonly Constat[]
  /** ms since the epoch of the last check. */
  controleLe: number | null
}

/** The points shown in the sheet itself, on demand: a fill and a note, taken away by one click. */
export function MarquesFeuille({ marques, constats, controleLe }: Props): JSX.Element | null {
  const communs = useStylesCommuns()
  const { nombre, enCours, avis } = useMagasin(marques)
  useEffect(() => {
    if (controleLe !== null) void marques.apresControle()
  }, [marques, controleLe])
  const aMarquer = constats.some((c) => !c.justification && c.cellules.length > 0)
  const marquees = (nombre ?? 0) > 0
  if (!aMarquer && !marquees && avis === null) return null
  return (
    <section className={communs.pileSerree} aria-label="Marques dans la feuille">
      {marquees ? (
        <div className={communs.rangee}>
          <span className={communs.texte} role="status">
            {compte(nombre ?? 0, 'cellule marquée', 'cellules marquées')} dans la feuille.
          </span>
          <Button size="small" disabled={enCours} onClick={() => void marques.oter()}>
            Ôter les marques
          </Button>
          {aMarquer && (
            <Button size="small" disabled={enCours} onClick={() => void marques.marquer(constats)}>
              Mettre à jour les marques
            </Button>
          )}
        </div>
      ) : (
        aMarquer && (
          <>
            <div>
              <Button size="small" disabled={enCours} onClick={() => void marques.marquer(constats)}>
                Marquer dans la feuille
              </Button>
            </div>
            <p className={communs.discret}>
              {fr`Colore les cellules des points relevés et y joint une note. Aucune valeur ne change ; tout s’ôte d’un clic.`}
              {!marques.dansLeFichier &&
                fr` Sur cette page, les marques restent à l’écran : la copie enregistrée n’en garde rien.`}
            </p>
          </>
        )
      )}
      {enCours && <Attente phrase="Mise en couleur des cellules…" />}
      {avis !== null && (
        <Avis
          genre={avis.genre}
          actions={
            <Button size="small" appearance="transparent" onClick={() => marques.fermerAvis()}>
              Fermer
            </Button>
          }
        >
          {typographier(avis.texte)}
        </Avis>
      )}
    </section>
  )
}
