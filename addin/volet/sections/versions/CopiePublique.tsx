import { Button } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
import { useState } from 'react'
import type { JSX } from 'react'
import { Avis } from '../../composants/Avis.tsx'
import { useStylesCommuns } from '../../composants/styles.ts'
import type { SuiviService } from '../../etat/service.ts'
import type { Telechargement } from '../../telechargement.ts'
import { typographier } from '../../texte/typographie.ts'

interface Props {
  service: SuiviService
  telechargement: Telechargement
}

type Issue = { nom: string; lignes: string[]; aRegarder: string[] } | { echec: string }

/** A copy of the open workbook to put on line, without what is not to be published; the workbook stays as it is. */
export function CopiePublique({ service, telechargement }: Props): JSX.Element {
  const communs = useStylesCommuns()
  const [issue, dire] = useState<Issue | null>(null)
  const [enCours, travailler] = useState(false)
  const copier = async (): Promise<void> => {
    travailler(true)
    dire(null)
    try {
      const { octets, nom } = await service.ouvert()
      const { publier } = await import('../../publier.ts')
      const copie = await publier(octets, nom)
      await telechargement.fichier(copie.nom, copie.contenu)
      dire({ nom: copie.nom, lignes: copie.lignes, aRegarder: copie.aRegarder })
    } catch (erreur) {
      dire({ echec: await phrase(erreur) })
    } finally {
      travailler(false)
    }
  }
  return (
    <section className={communs.pileSerree} aria-labelledby="cdppe-publier">
      <h3 id="cdppe-publier" className={communs.sousTitre}>
        Copie à publier
      </h3>
      <p className={communs.discret}>
        Le contrat signé est mis en ligne{'\u202f'}: cette copie du classeur ouvert laisse de côté IBAN, BIC,
        numéros de téléphone et signatures. Votre classeur n’est pas modifié.
      </p>
      <div>
        <Button size="small" icon={<ArrowDownloadRegular />} disabled={enCours} onClick={() => void copier()}>
          Télécharger une copie à publier
        </Button>
      </div>
      {issue && 'echec' in issue && <Avis genre="warning">{typographier(issue.echec)}</Avis>}
      {issue && 'lignes' in issue && (
        <div role="status" data-copie={issue.lignes.length}>
          <p className={communs.texte}>{typographier(`« ${issue.nom} » laisse de côté :`)}</p>
          <Lignes lignes={issue.lignes} />
          <p className={communs.texte}>À regarder vous-même avant de la publier{'\u202f'}:</p>
          <Lignes lignes={issue.aRegarder} />
        </div>
      )}
    </section>
  )
}

function Lignes({ lignes }: { lignes: readonly string[] }): JSX.Element {
  const communs = useStylesCommuns()
  return (
    <ul className={communs.liste}>
      {lignes.map((ligne) => (
        <li key={ligne} className={communs.compact}>
          {typographier(ligne)}
        </li>
      ))}
    </ul>
  )
}

/** The code that makes the copy also knows its refusals; where it is the one that is missing, only a retry helps. */
function phrase(erreur: unknown): Promise<string> {
  return import('../../publier.ts').then(
    ({ phrasePublication }) => phrasePublication(erreur),
    () => 'Le service n’a pas donné de quoi faire la copie. Vérifiez votre connexion, puis recommencez.',
  )
}
