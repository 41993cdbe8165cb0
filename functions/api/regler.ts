import type { Reglage } from '../depot/reglages.ts'
import type { Agent, Services } from './contexte.ts'
import { Refus } from './erreurs.ts'
import { cleReutilisee, empreinteDemande } from './idempotence.ts'

/** How far back a key is looked for: an administrateur does not decide the same thing a hundred times in between. */
const MEMOIRE = 100

/**
 * Appends what an administrateur decides under this name; the same request with the same key gives the same one.
 * @throws Refus when the key is another request's, or when somebody decided at the same moment
 */
export async function regler(
  { bureau }: Services,
  nom: string,
  valeur: unknown,
  agent: Agent,
  cle: string,
): Promise<Reglage> {
  const { reglages } = bureau.depot
  const demande = await empreinteDemande(valeur, agent)
  const connus = await reglages.lister(nom, MEMOIRE)
  const fait = connus.find((r) => r.idempotence === cle)
  if (fait) {
    if (fait.demande === demande) return fait
    throw cleReutilisee('la modification')
  }
  const { sub, prenom, nom: famille, siret } = agent
  const reglage: Reglage = {
    nom,
    numero: (connus[0]?.numero ?? 0) + 1,
    valeur,
    auteur: { sub, prenom, nom: famille, siret },
    le: bureau.horloge().toISOString(),
    idempotence: cle,
    demande,
  }
  if (await reglages.ajouter(reglage)) return reglage
  const autre = await reglages.dernier(nom)
  if (autre?.idempotence === cle && autre.demande === demande) return autre
  throw new Refus(
    409,
    'REGLAGE_PERIME',
    autre
      ? `${autre.auteur.prenom} ${autre.auteur.nom} vient de modifier la même chose. Prenez-en connaissance, puis recommencez.`
      : 'Quelqu’un vient de modifier la même chose. Prenez-en connaissance, puis recommencez.',
  )
}
