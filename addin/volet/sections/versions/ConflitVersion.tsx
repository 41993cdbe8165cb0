import { Button } from '@fluentui/react-components'
import type { JSX } from 'react'
import type { CorpsErreur } from '../../api-types.ts'
import { useStylesCommuns } from '../../composants/styles.ts'
import type { SuiviControle } from '../../etat/controle.ts'
import type { SuiviService } from '../../etat/service.ts'
import { compte, fr, typographier } from '../../texte/typographie.ts'
import { Differences } from './Differences.tsx'

interface Props {
  conflit: CorpsErreur
  service: SuiviService
  suivi: SuiviControle
}

/** Somebody saved first: which cells differ, by whom, and how to go on from that version. */
export function ConflitVersion({ conflit, service, suivi }: Props): JSX.Element | null {
  const communs = useStylesCommuns()
  const { numero, auteur, differences, empreinteDeclaration } = conflit
  if (numero === undefined || !empreinteDeclaration) return null
  const nom = typeof auteur === 'object' ? `${auteur.prenom} ${auteur.nom}` : 'l’autre personne'
  const groupes = [
    { titre: 'Changées par vous deux', par: 'deux' },
    { titre: `Changées par ${nom}`, par: 'autre' },
    { titre: 'Changées par vous', par: 'vous' },
    { titre: 'Différentes', par: null },
  ] as const
  return (
    <section className={communs.carte} aria-labelledby="cdppe-conflit" data-conflit={numero}>
      <h3 id="cdppe-conflit" className={communs.sousTitre}>
        {fr`Entre la version ${numero} et votre classeur`}
      </h3>
      {!differences && (
        <p className={communs.texte}>
          {fr`Les deux classeurs n’ont pas pu être comparés. Téléchargez la version ${numero} avant de continuer.`}
        </p>
      )}
      {differences && (
        <p className={communs.texte}>
          {differences.nombre === 0
            ? 'Aucune cellule ne diffère.'
            : `${compte(differences.nombre, 'cellule diffère', 'cellules diffèrent')}, de ce que ${nom} a enregistré à ce que vous avez :`}
        </p>
      )}
      {differences &&
        groupes.map(({ titre, par }) => {
          const cellules = differences.cellules.filter((c) => c.par === par)
          return (
            cellules.length > 0 && (
              <div key={titre} className={communs.pileSerree}>
                <h4 className={communs.sousTitre}>{titre}</h4>
                <Differences cellules={cellules} selectionner={(c) => void suivi.selectionner(c)} />
              </div>
            )
          )
        })}
      {differences && differences.cellules.length < differences.nombre && (
        <p className={communs.discret}>{`Les ${differences.cellules.length} premières sont montrées.`}</p>
      )}
      {[...(differences?.feuillesAjoutees ?? [])].map((feuille) => (
        <p key={feuille} className={communs.texte}>
          {typographier(`Feuille « ${feuille} » : seulement dans votre classeur.`)}
        </p>
      ))}
      {[...(differences?.feuillesSupprimees ?? [])].map((feuille) => (
        <p key={feuille} className={communs.texte}>
          {typographier(`Feuille « ${feuille} » : seulement dans la version ${numero}.`)}
        </p>
      ))}
      <p className={communs.discret}>
        {fr`Reprenez d’abord dans vos cellules ce que vous voulez garder de ${nom}. Votre classeur est ensuite enregistré tel quel, à la suite de la version ${numero}, qui reste consultable.`}
      </p>
      <div>
        <Button appearance="primary" onClick={() => void service.enregistrer(empreinteDeclaration)}>
          {fr`Enregistrer à la suite de la version ${numero}`}
        </Button>
      </div>
    </section>
  )
}
