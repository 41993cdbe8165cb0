import type { Classeur } from '../../shared/classeur/classeur.ts'
import { chargerExcel } from './filaire/excel-en-node.ts'
import { repondreAOffice } from './filaire/installer.ts'
import type { HoteFilaire } from './filaire/installer.ts'

export type { HoteFilaire }

/** Excel and Office in Node's global scope, answered from a workbook in memory. The last call wins. */
export function installerExcel(classeur: Classeur, octets?: Uint8Array): HoteFilaire {
  return repondreAOffice(chargerExcel(), classeur, octets)
}
