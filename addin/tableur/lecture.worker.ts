import type { Classeur } from '../../shared/classeur/classeur.ts'
import { lireClasseur, RefusClasseur } from '../hote/lire-classeur.ts'

export type ReponseDeLecture = { classeur: Classeur } | { refus: string }

const INATTENDU =
  'Ce fichier ne peut pas être lu : ouvrez-le dans Excel, enregistrez-le au format « Classeur Excel (.xlsx) », puis recommencez.'

self.onmessage = ({ data }: MessageEvent<{ octets: Uint8Array; nom: string }>) => {
  void lireClasseur(data.octets, data.nom)
    .then((classeur): ReponseDeLecture => ({ classeur }))
    .catch((erreur: unknown): ReponseDeLecture => ({
      refus: erreur instanceof RefusClasseur ? erreur.message : INATTENDU,
    }))
    .then((reponse) => {
      self.postMessage(reponse)
    })
}
