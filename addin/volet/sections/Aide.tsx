import type { JSX, ReactNode } from 'react'
import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { useStylesCommuns } from '../composants/styles.ts'
import { typographier } from '../texte/typographie.ts'

const useStyles = makeStyles({
  formule: {
    display: 'block',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    padding: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusSmall,
    overflowWrap: 'anywhere',
  },
  /** Fluent underlines twice: that is hardly seen. */
  lien: {
    ':focus-visible': {
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineColor: tokens.colorStrokeFocus2,
      outlineOffset: '2px',
    },
  },
  points: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
})

/** The user's page: what it does, the functions with examples, what it does not do. */
export default function Aide(): JSX.Element {
  const communs = useStylesCommuns()
  const styles = useStyles()
  return (
    <div className={communs.pile}>
      <h2 className={communs.titre}>Aide</h2>
      <Partie titre="Contrôler le classeur">
        <P>
          Le contrôle lit votre tableau tel qu’il est : il cherche la ligne d’en-têtes, les actions, les
          objectifs et les montants, puis dit ce qu’il a compris avant de juger. Rien ne bouge dans vos
          feuilles.
        </P>
        <P>
          Chaque point dit ce qui ne va pas, où, quel texte le demande et quoi faire. Un clic sur le point
          sélectionne ses cellules. Corrigez dans la cellule : le contrôle se refait de lui-même.
        </P>
        <P>
          « Bloquant » : la version ne peut pas être transmise. « À justifier » : elle peut l’être, mais la
          préfecture ou l’ARS posera la question. « Information » : à savoir.
        </P>
      </Partie>
      <Partie titre="Fonctions à écrire dans une cellule">
        <P>L’objectif 9 peut-il être financé par le FIR ? La réponse est VRAI ou FAUX.</P>
        <code className={styles.formule}>=CDPPE.ELIGIBLE(9;&quot;FIR&quot;)</code>
        <P>Pourquoi ? La réponse cite le texte et son annexe.</P>
        <code className={styles.formule}>=CDPPE.MOTIF(9;&quot;FIR&quot;)</code>
        <P>
          L’objectif s’écrit 9, "9" ou "Objectif 9". L’enveloppe s’écrit FIR, P304 (programme 304) ou ONDAM.
          Une plage de cellules donne une plage de réponses. L’exercice, facultatif, choisit le référentiel :
        </P>
        <code className={styles.formule}>=CDPPE.ELIGIBLE(C7:C33;&quot;P304&quot;;2021)</code>
      </Partie>
      <Partie titre="Enregistrer une version">
        <P>
          Une version garde votre fichier à l’octet près, avec son contrôle, votre nom, l’heure et une
          signature. Chaque version désigne la précédente. Si quelqu’un a enregistré entre-temps, vous êtes
          prévenu, avec son nom et l’heure, et rien n’est écrasé.
        </P>
        <P>
          La preuve se télécharge à côté du classeur : elle suffit, sans compte, à vérifier plus tard que le
          fichier est bien celui qui a été enregistré.
        </P>
        <p className={communs.texte}>
          <Link className={styles.lien} href="./verifier.html" target="_blank" rel="noopener" inline>
            Vérifier une version
          </Link>{' '}
          (page publique{'\u202f'}; les fichiers ne quittent pas l’ordinateur)
        </p>
      </Partie>
      <Partie titre="Transmettre à la DGCS">
        <P>
          Seule une version sans point bloquant peut partir, et une seule fois. L’adresse vient du référentiel
          et ne peut pas être changée ici. Si la connexion tombe pendant l’envoi, revenez sur l’onglet
          Transmission : il dit ce qui est parti.
        </P>
      </Partie>
      <Partie titre="Ce que cet outil ne fait pas">
        <ul className={styles.points}>
          <li>Il ne devine aucun montant : une cellule qu’il ne lit pas avec certitude est signalée.</li>
          <li>Il ne modifie une cellule que si vous appliquez une correction proposée.</li>
          <li>Il ne remplace ni l’avis de la préfecture, ni celui de l’ARS, ni la lecture des textes.</li>
          <li>
            {typographier(
              'Il ne juge que les exercices dont le référentiel est chargé ; les autres sont signalés.',
            )}
          </li>
          <li>
            Les fonctions ne sont disponibles ni dans Excel sur iPad, ni dans les anciennes licences en
            volume.
          </li>
        </ul>
      </Partie>
    </div>
  )
}

function Partie({ titre, children }: { titre: string; children: ReactNode }): JSX.Element {
  const communs = useStylesCommuns()
  return (
    <section className={communs.pileSerree}>
      <h3 className={communs.sousTitre}>{titre}</h3>
      {children}
    </section>
  )
}

function P({ children }: { children: string }): JSX.Element {
  const communs = useStylesCommuns()
  return <p className={communs.texte}>{typographier(children)}</p>
}
