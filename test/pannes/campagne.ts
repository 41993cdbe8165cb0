import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as attendre } from 'node:timers/promises'
import { creerHasard } from './hasard.ts'
import { juger } from './juger.ts'
import type { Faits, Fautes } from './juger.ts'
import { travailler } from './poste.ts'
import type { Poste } from './poste.ts'
import { Service } from './processus.ts'
import { relever } from './relever.ts'
import { SABOTAGES } from './sabotages.ts'
import type { Sabotage } from './sabotages.ts'

/** How large a campaign is. */
export interface Taille {
  departements: number
  /** Submissions of each département. */
  envois: number
  /** Départements at work at the same time. */
  postes: number
  graine: number
  /** A guarantee that is broken on purpose, to see the campaign find it. */
  sabotage?: Sabotage
  dire?: (ligne: string) => void
}

/** What a campaign found; the faults are to be 0. */
export interface Bilan extends Fautes {
  soumissions: number
  versions: number
  arrets: number
  messages: number
  etats: Record<string, number>
  dureeS: number
}

const CODES = [
  ...Array.from({ length: 95 }, (_, i) => String(i + 1).padStart(2, '0')).filter((code) => code !== '20'),
  ...['2A', '2B', '971', '972', '973', '974', '976'],
]

/** Versions and submissions that were acknowledged so far. */
const acquis = (postes: readonly Poste[]): number =>
  postes.reduce((n, p) => n + p.versions.length + p.envois.size, 0)

/** Kills the stack at any moment, again and again, while the postes work. Gives the number of kills. */
async function tourmenter(
  service: Service,
  postes: readonly Poste[],
  { envois, postes: nombre, graine, dire = () => undefined }: Taille,
): Promise<number> {
  const hasard = creerHasard(graine)
  let arrets = 0
  let fini = false
  const file = [...postes]
  const travail = Promise.all(
    Array.from({ length: nombre }, async (_, i) => {
      const sien = creerHasard(graine * 100 + i)
      for (let poste = file.shift(); poste; poste = file.shift())
        await travailler(service, poste, envois, sien)
    }),
  ).finally(() => (fini = true))
  // Looked at below; until then its failure is nobody's.
  travail.catch(() => undefined)
  while (!fini) {
    // Counted in what was acknowledged, so that a slow machine makes its way too; then at any moment.
    const vise = acquis(postes) + 1 + Math.floor(hasard() * 3 * nombre)
    while (!fini && acquis(postes) < vise) await attendre(20)
    await Promise.race([attendre(hasard() * 400), travail.catch(() => undefined)])
    if (fini) break
    await service.tuer()
    arrets++
    await service.lancer(graine + arrets, true)
    dire(`arrêt ${arrets}, ${postes.reduce((n, p) => n + p.envois.size, 0)} soumissions acquises`)
  }
  await travail
  return arrets
}

/** Runs a campaign in a folder of its own, and says what it found. */
export async function campagne(taille: Taille): Promise<Bilan> {
  const { departements, graine, sabotage } = taille
  const debut = Date.now()
  const dossier = await mkdtemp(path.join(os.tmpdir(), 'cdppe-pannes-'))
  const donnees = path.join(dossier, 'donnees')
  const postes: Poste[] = CODES.slice(0, departements).map((code, i) => ({
    code,
    siret: `2200000000${String(i).padStart(4, '0')}`,
    versions: [],
    envois: new Set(),
  }))
  const service = new Service({
    dossier: donnees,
    departements: JSON.stringify(
      postes.map(({ code, siret }) => ({ code, nom: `Département ${code}`, sirets: [siret] })),
    ),
    agents: JSON.stringify(postes.map(({ code }) => ({ qui: `agent-${code}`, roles: ['valideur'] }))),
    ...(sabotage === undefined ? {} : { sabotage }),
  })
  try {
    await service.lancer(graine, true)
    const arrets = await tourmenter(service, postes, taille)
    // One more kill, then a quiet stack settles whatever was left.
    await service.tuer()
    await service.lancer(graine, false)
    const faits = await relever(service, postes, donnees)
    return {
      ...juger(faits),
      soumissions: faits.soumissions.length,
      versions: Object.values(faits.chaines).flat().length,
      arrets: arrets + 1,
      messages: faits.messages.length,
      etats: compter(faits.soumissions),
      dureeS: Math.round((Date.now() - debut) / 1000),
    }
  } finally {
    await service.tuer()
    await rm(dossier, { recursive: true, force: true })
  }
}

function compter(soumissions: Faits['soumissions']): Record<string, number> {
  const etats: Record<string, number> = {}
  for (const { statut } of soumissions) etats[statut] = (etats[statut] ?? 0) + 1
  return etats
}

function ecrire(bilan: Bilan): string {
  const etats = Object.entries(bilan.etats)
    .map(([etat, nombre]) => `${etat} ${nombre}`)
    .join(', ')
  return [
    `Campagne de pannes : ${bilan.soumissions} soumissions, ${bilan.versions} versions, ${bilan.arrets} arrêts brutaux (SIGKILL), ${bilan.messages} messages, ${bilan.dureeS} s`,
    `États : ${etats}`,
    `Versions acquises perdues : ${bilan.versionsPerdues}`,
    `Chaînes rompues : ${bilan.chainesRompues}`,
    `Soumissions envoyées deux fois : ${bilan.envoyeesDeuxFois}`,
    `Soumissions ni envoyées ni dites incertaines : ${bilan.niEnvoyeesNiIncertaines}`,
  ].join('\n')
}

/** Run: npm run faults [-- départements envois graine [sabotage]] */
if (import.meta.main) {
  const [departements = 101, envois = 5, graine = 1] = process.argv.slice(2, 5).map(Number)
  const sabotage = SABOTAGES.find((s) => s === process.argv[5])
  if (process.argv[5] !== undefined && !sabotage) throw new Error(`Sabotages: ${SABOTAGES.join(', ')}`)
  const dire = (ligne: string): void => void process.stderr.write(`${ligne}\n`)
  const bilan = await campagne({
    departements,
    envois,
    postes: 6,
    graine,
    dire,
    ...(sabotage ? { sabotage } : {}),
  })
  process.stdout.write(`${ecrire(bilan)}\n`)
  const fautes =
    bilan.versionsPerdues + bilan.chainesRompues + bilan.envoyeesDeuxFois + bilan.niEnvoyeesNiIncertaines
  process.exit(fautes === 0 ? 0 : 1)
}
