import { enumerer } from '../classeur/texte.ts'
import { citer, DE_ENVELOPPE, direPresomption, LE_ENVELOPPE } from './phrases.ts'
import {
  ENVELOPPES,
  type Decision,
  type Enveloppe,
  type Noyau,
  type Objectif,
  type Reference,
} from './referentiel.ts'

/** Every decision of a référentiel, worked out once: objectif × enveloppe. */
export interface Table {
  objectifs: Map<number, Objectif>
  admises: Map<number, readonly Enveloppe[]>
  decisions: Record<Enveloppe, (Decision | undefined)[]>
}

const TABLES = new WeakMap<Noyau, Table>()

/** The table of a référentiel, which never changes once it is read. */
export function tableDe(noyau: Noyau): Table {
  let table = TABLES.get(noyau)
  if (table === undefined) TABLES.set(noyau, (table = dresser(noyau)))
  return table
}

function dresser(noyau: Noyau): Table {
  const table: Table = {
    objectifs: new Map(noyau.objectifs.map((o) => [o.numero, o])),
    admises: new Map(),
    decisions: { FIR: [], P304: [], ONDAM: [] },
  }
  for (const { numero } of noyau.objectifs) {
    const admises = ENVELOPPES.filter((e) =>
      noyau.eligibilites.some((x) => x.enveloppe === e && x.objectifs.includes(numero)),
    )
    table.admises.set(numero, admises)
    for (const e of ENVELOPPES)
      table.decisions[e][numero] = Object.freeze(trancher(noyau, numero, e, admises))
  }
  return table
}

function decision(
  noyau: Noyau,
  statut: Decision['statut'],
  phrase: string,
  reference: Reference | null,
  certitude: Decision['certitude'] = reference?.presomption === undefined ? 'texte' : 'presumee',
): Decision {
  return {
    statut,
    certitude,
    motif: phrase + (reference === null ? '' : direPresomption(reference)),
    reference,
    referentiel: noyau.id,
  }
}

/** An objectif that the référentiel does not have. */
export function inconnuDe(noyau: Noyau, objectif: number): Decision {
  return decision(
    noyau,
    'inconnu',
    `L’objectif ${objectif} est inconnu du référentiel ${noyau.id} : le texte ne dit pas quelle enveloppe le finance.`,
    null,
  )
}

function trancher(
  noyau: Noyau,
  objectif: number,
  enveloppe: Enveloppe,
  admises: readonly Enveloppe[],
): Decision {
  const siennes = noyau.eligibilites.filter((e) => e.enveloppe === enveloppe)
  const condition = siennes.flatMap((e) => e.conditions).find((c) => c.objectif === objectif)
  if (condition)
    return decision(
      noyau,
      'sous-condition',
      `L’objectif ${objectif} peut être financé par ${LE_ENVELOPPE[enveloppe]} sous condition : ${condition.condition} (${citer(condition.reference)}).`,
      condition.reference,
    )
  const regle = siennes.find((e) => e.objectifs.includes(objectif))
  if (regle)
    return decision(
      noyau,
      'oui',
      `L’objectif ${objectif} relève ${DE_ENVELOPPE[enveloppe]} (${citer(regle.reference)}).`,
      regle.reference,
    )
  const silence = noyau.enveloppesNonDites.find((n) => n.objectifs.includes(objectif))
  if (silence || admises.length === 0)
    return decision(
      noyau,
      'inconnu',
      silence
        ? `Le référentiel ${noyau.id} ne dit pas quelle enveloppe finance l’objectif ${objectif} : ${silence.motif} (${citer(silence.reference)}).`
        : `Le référentiel ${noyau.id} ne dit pas quelle enveloppe finance l’objectif ${objectif}.`,
      silence?.reference ?? null,
    )
  if (siennes.length === 0)
    return decision(
      noyau,
      'inconnu',
      `Le référentiel ${noyau.id} ne dit rien ${DE_ENVELOPPE[enveloppe]}.`,
      null,
    )
  // A refusal rests on the whole list of the enveloppe: it is presumed as soon as a part of that list is.
  const source = noyau.eligibilites.find((e) => e.objectifs.includes(objectif))!
  const presumee = [source, ...siennes].find((e) => e.reference.presomption !== undefined)
  const reference = presumee?.reference ?? source.reference
  return decision(
    noyau,
    'non',
    `L’objectif ${objectif} relève ${enumerer(
      admises.map((e) => DE_ENVELOPPE[e]),
      'ou',
    )}, non ${DE_ENVELOPPE[enveloppe]} (${citer(source.reference)}).`,
    reference,
  )
}
