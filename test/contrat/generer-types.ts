import { writeFile } from 'node:fs/promises'
import { FICHIER, genererTypes } from './types-api.ts'

/** Writes the types of the HTTP contract for the pane. */
await writeFile(FICHIER, await genererTypes())
