import { employerReferentiels } from '../formules/referentiels.ts'
import { referentielsCharges, referentielsEnPlus, relireGardes, surCharges } from './charges.ts'

/** Makes the cells answer by what is loaded on this computer, now and after each change. */
export async function suivreReferentiels(): Promise<void> {
  let employes = referentielsEnPlus().length > 0
  const employer = (): void => {
    // Those that ship are the cells' own: they are left alone until another one comes beside them.
    employes ||= referentielsEnPlus().length > 0
    if (employes) employerReferentiels(referentielsCharges())
  }
  employer()
  surCharges(employer)
  await relireGardes()
}
