import { Button } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
import { useRef } from 'react'
import type { JSX } from 'react'
import { accorder } from '../../../../shared/classeur/texte.ts'
import { Attente } from '../../composants/Attente.tsx'
import { Avis } from '../../composants/Avis.tsx'
import { Bloc } from '../../composants/Bloc.tsx'
import { useMagasin } from '../../composants/crochets.ts'
import { useStylesCommuns } from '../../composants/styles.ts'
import type { SuiviReferentiels } from '../../etat/referentiels.ts'
import type { Telechargement } from '../../telechargement.ts'
import { fr, typographier } from '../../texte/typographie.ts'

const MODELES = [
  { fichier: 'CDPPE_referentiel_modele.xlsx', titre: 'Modèle Excel à remplir' },
  { fichier: 'CDPPE_referentiel_2024.xlsx', titre: 'Modèle rempli avec 2024' },
  { fichier: 'referentiel.schema.json', titre: 'Schéma JSON' },
] as const

interface Props {
  referentiels: SuiviReferentiels
  telechargement: Telechargement
}

/** Loading a référentiel from a file, with what is to be completed in it, and the models to start from. */
export function Chargement({ referentiels, telechargement }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const choix = useRef<HTMLInputElement>(null)
  const { etape, refus, avis } = useMagasin(referentiels)
  return (
    <section className={communs.pileSerree}>
      <h3 className={communs.sousTitre}>Ajouter un nouveau texte</h3>
      <p className={communs.texte}>
        {fr`Il se charge depuis un fichier : le modèle Excel rempli, ou un fichier JSON. Il est vérifié, puis employé par le contrôle et par les cellules. Les référentiels livrés ne changent jamais.`}
      </p>
      <div>
        <Button appearance="primary" disabled={etape !== null} onClick={() => choix.current?.click()}>
          Charger un référentiel…
        </Button>
        <input
          ref={choix}
          type="file"
          hidden
          accept=".xlsx,.json"
          data-testid="fichier-referentiel"
          onChange={({ target }) => {
            const fichier = target.files?.[0]
            if (fichier) void lire(fichier).then((octets) => referentiels.charger(fichier.name, octets))
            // Emptied so that choosing the same file again is a choice too.
            target.value = ''
          }}
        />
      </div>
      {etape !== null && (
        <Attente
          phrase={etape === 'lecture' ? 'Vérification du référentiel…' : 'Publication du référentiel…'}
        />
      )}
      {refus && (
        <Avis genre="warning">
          <p className={communs.texte}>
            {fr`« ${refus.nom} » n’est pas employé : ${accorder(refus.erreurs.length, 'point')} à compléter.`}
          </p>
          <ul aria-label="Points à compléter">
            {refus.erreurs.map((erreur) => (
              <li key={erreur}>{typographier(erreur)}</li>
            ))}
          </ul>
        </Avis>
      )}
      {avis && (
        <Avis
          genre={avis.genre === 'succes' ? 'success' : avis.genre === 'erreur' ? 'error' : 'info'}
          actions={
            <Button size="small" appearance="transparent" onClick={() => referentiels.effacerAvis()}>
              Fermer
            </Button>
          }
        >
          {typographier(avis.message)}
        </Avis>
      )}
      <Bloc titre="Modèles à télécharger">
        <div className={communs.rangee}>
          {MODELES.map(({ fichier, titre }) => (
            <Button
              key={fichier}
              size="small"
              icon={<ArrowDownloadRegular />}
              onClick={() =>
                void telechargement.adresse(new URL(`modeles/${fichier}`, document.baseURI).href, fichier)
              }
            >
              {titre}
            </Button>
          ))}
        </div>
      </Bloc>
    </section>
  )
}

/** The file's bytes; none where the machine cannot give them, which is no référentiel either. */
async function lire(fichier: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await fichier.arrayBuffer())
  } catch {
    return new Uint8Array()
  }
}
