import { BIL_13 } from './bil-13.ts'
import { COF_01 } from './cof-01.ts'
import { COF_02 } from './cof-02.ts'
import { COF_04 } from './cof-04.ts'
import { COH_01 } from './coh-01.ts'
import { DOT_02 } from './dot-02.ts'
import { DOT_04 } from './dot-04.ts'
import { ENV_01 } from './env-01.ts'
import { ENV_02 } from './env-02.ts'
import { ENV_03 } from './env-03.ts'
import { ENV_16 } from './env-16.ts'
import { FIC_03 } from './fic-03.ts'
import { GOU_01 } from './gou-01.ts'
import { LEC_01 } from './lec-01.ts'
import { LEC_02 } from './lec-02.ts'
import { LEC_03 } from './lec-03.ts'
import { NAT_01 } from './nat-01.ts'
import { OBJ_01 } from './obj-01.ts'
import { OBJ_02 } from './obj-02.ts'
import { OBJ_04 } from './obj-04.ts'
import { OBJ_05 } from './obj-05.ts'
import { OBJ_09 } from './obj-09.ts'
import { REF_01 } from './ref-01.ts'
import { REF_02 } from './ref-02.ts'
import { REF_03 } from './ref-03.ts'
import type { Regle } from './regle.ts'

/** Every rule that is implemented, in the order in which the report shows them. */
export const REGLES: readonly Regle[] = [
  ENV_01,
  ENV_02,
  ENV_03,
  ENV_16,
  COF_01,
  COF_02,
  COF_04,
  DOT_02,
  DOT_04,
  NAT_01,
  OBJ_01,
  OBJ_02,
  OBJ_04,
  OBJ_05,
  OBJ_09,
  GOU_01,
  REF_01,
  REF_02,
  REF_03,
  FIC_03,
  COH_01,
  BIL_13,
  LEC_01,
  LEC_02,
  LEC_03,
]
