/** Every name and default of the local stack, in one place. */
export const NOMS = {
  region: 'eu-west-3',
  table: 'cdppe',
  seau: 'cdppe-versions',
  clientOidc: 'cdppe-local',
  expediteur: 'CDPPE <ne-pas-repondre@cdppe.example>',
  /** Where every sending goes, whoever it was meant for. */
  boite: 'boite-locale@cdppe.example',
} as const

/** The servers, each with the port that it takes first. The front's is what people see. */
export const PORTS = {
  front: 8620,
  s3: 8621,
  oidc: 8622,
  dynamodb: 8623,
  kms: 8624,
  ses: 8625,
  smtp: 8626,
  horodatage: 8627,
} as const

export type Service = keyof typeof PORTS
export type Ports = Record<Service, number>

/** Where the next free port is looked for when a default one is taken. */
export const PREMIER_PORT_DE_REPLI = 8640

/** How often the transmission worker runs by itself, ms; it also runs on each Send event. */
export const PERIODE_TRANSMISSION_MS = 2000

/**
 * How long the worker keeps a claimed transmission, in seconds. Shorter than on AWS: after a kill nothing of
 * the former process is left running, and nobody should wait three minutes before a screen.
 */
export const BAIL_SECONDES = 20
