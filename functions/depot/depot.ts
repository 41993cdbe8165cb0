import { creerAgents } from './agents.ts'
import type { Agents } from './agents.ts'
import { creerChaineVersions } from './chaine-versions.ts'
import type { ChaineVersions } from './chaine-versions.ts'
import type { Clients } from './clients.ts'
import { creerCoffre } from './coffre.ts'
import type { Coffre } from './coffre.ts'
import { creerCourrier } from './courrier.ts'
import type { Courrier } from './courrier.ts'
import { creerDebits } from './debits.ts'
import type { Debits } from './debits.ts'
import { creerEvenements } from './evenements.ts'
import type { Evenements } from './evenements.ts'
import { creerHorodateur } from './horodateur.ts'
import type { Horodateur } from './horodateur.ts'
import { creerClesIdempotence } from './idempotence.ts'
import type { ClesIdempotence } from './idempotence.ts'
import { creerReferentielsPublies } from './referentiels.ts'
import type { ReferentielsPublies } from './referentiels.ts'
import { creerReglages } from './reglages.ts'
import type { Reglages } from './reglages.ts'
import { creerSaisies } from './saisies.ts'
import type { Saisies } from './saisies.ts'
import { creerSignataire } from './signataire.ts'
import type { Signataire } from './signataire.ts'
import { creerTransmissions } from './transmissions.ts'
import type { Transmissions } from './transmissions.ts'
import { noterTransmissions } from './transmissions-notees.ts'

/** Everything that is kept, signed or sent, behind small interfaces. */
export interface Depot {
  versions: ChaineVersions
  coffre: Coffre
  idempotence: ClesIdempotence
  signataire: Signataire
  transmissions: Transmissions
  courrier: Courrier
  evenements: Evenements
  horodateur: Horodateur
  referentiels: ReferentielsPublies
  reglages: Reglages
  saisies: Saisies
  agents: Agents
  debits: Debits
}

export interface OptionsDepot {
  table: string
  seau: string
  clesSignature: readonly string[]
  jeuDeConfiguration: string | undefined
  certificatSignature: string | undefined
  horodatage: string | undefined
}

/** The depot over the real AWS clients. */
export function creerDepot({ dynamo, s3, kms, ses }: Clients, options: OptionsDepot): Depot {
  const evenements = creerEvenements(dynamo, options.table)
  return {
    versions: creerChaineVersions(dynamo, options.table),
    coffre: creerCoffre(s3, options.seau),
    idempotence: creerClesIdempotence(dynamo, options.table),
    signataire: creerSignataire(kms, options.clesSignature, options.certificatSignature),
    transmissions: noterTransmissions(creerTransmissions(dynamo, options.table), evenements),
    courrier: creerCourrier(ses, options.jeuDeConfiguration),
    evenements,
    horodateur: creerHorodateur(dynamo, options.table, options.horodatage),
    referentiels: creerReferentielsPublies(dynamo, options.table),
    reglages: creerReglages(dynamo, options.table),
    saisies: creerSaisies(dynamo, options.table),
    agents: creerAgents(dynamo, options.table),
    debits: creerDebits(dynamo, options.table),
  }
}
