import { Button } from '@fluentui/react-components'
import type { JSX } from 'react'
import type { Avis as AvisConnu, SuiviService } from '../etat/service.ts'
import { typographier } from '../texte/typographie.ts'
import { Avis } from './Avis.tsx'
import { useMagasin } from './crochets.ts'

const GENRES: Record<AvisConnu['genre'], 'success' | 'warning' | 'error' | 'info'> = {
  succes: 'success',
  conflit: 'warning',
  erreur: 'error',
  information: 'info',
}

/** The last outcome of a save or of a sending. */
export function AvisService({ service }: { service: SuiviService }): JSX.Element | null {
  const { avis } = useMagasin(service)
  if (!avis) return null
  return (
    <Avis
      genre={GENRES[avis.genre]}
      actions={
        avis.genre === 'conflit' ? (
          <Button size="small" onClick={() => void service.recharger()}>
            Recharger la liste
          </Button>
        ) : (
          <Button size="small" appearance="transparent" onClick={() => service.effacerAvis()}>
            Fermer
          </Button>
        )
      }
    >
      {typographier(avis.message)}
    </Avis>
  )
}
