import { BIL_01 } from './bil-01.ts'
import { BIL_02 } from './bil-02.ts'
import { BIL_03 } from './bil-03.ts'
import { BIL_04 } from './bil-04.ts'
import { BIL_05 } from './bil-05.ts'
import { BIL_07 } from './bil-07.ts'
import { BIL_10 } from './bil-10.ts'
import { BIL_13 } from './bil-13.ts'
import { CAL_01 } from './cal-01.ts'
import { CAL_02 } from './cal-02.ts'
import { CAL_03 } from './cal-03.ts'
import { CAL_04 } from './cal-04.ts'
import { CAL_05 } from './cal-05.ts'
import { CAL_08 } from './cal-08.ts'
import { CAL_09 } from './cal-09.ts'
import { CAL_10 } from './cal-10.ts'
import { CAL_11 } from './cal-11.ts'
import { CAL_12 } from './cal-12.ts'
import { CAL_13 } from './cal-13.ts'
import { CAL_14 } from './cal-14.ts'
import { COF_01 } from './cof-01.ts'
import { COF_02 } from './cof-02.ts'
import { COF_04 } from './cof-04.ts'
import { COF_05 } from './cof-05.ts'
import { COF_06 } from './cof-06.ts'
import { COF_09 } from './cof-09.ts'
import { COF_10 } from './cof-10.ts'
import { COF_11 } from './cof-11.ts'
import { COH_01 } from './coh-01.ts'
import { COH_02 } from './coh-02.ts'
import { COH_03 } from './coh-03.ts'
import { CON_01 } from './con-01.ts'
import { CON_02 } from './con-02.ts'
import { CON_03 } from './con-03.ts'
import { CON_04 } from './con-04.ts'
import { CON_05 } from './con-05.ts'
import { CON_06 } from './con-06.ts'
import { CON_08 } from './con-08.ts'
import { DOT_02 } from './dot-02.ts'
import { DOT_04 } from './dot-04.ts'
import { DOT_05 } from './dot-05.ts'
import { DOT_06 } from './dot-06.ts'
import { DOT_07 } from './dot-07.ts'
import { DOT_10 } from './dot-10.ts'
import { ENV_01 } from './env-01.ts'
import { ENV_02 } from './env-02.ts'
import { ENV_03 } from './env-03.ts'
import { ENV_07 } from './env-07.ts'
import { ENV_09 } from './env-09.ts'
import { ENV_14 } from './env-14.ts'
import { ENV_15 } from './env-15.ts'
import { ENV_16 } from './env-16.ts'
import { EXE_01 } from './exe-01.ts'
import { FIC_01 } from './fic-01.ts'
import { FIC_02 } from './fic-02.ts'
import { FIC_03 } from './fic-03.ts'
import { FIC_04 } from './fic-04.ts'
import { FIC_05 } from './fic-05.ts'
import { FIC_06 } from './fic-06.ts'
import { FIC_07 } from './fic-07.ts'
import { FIC_08 } from './fic-08.ts'
import { GOU_01 } from './gou-01.ts'
import { GOU_02 } from './gou-02.ts'
import { GOU_03 } from './gou-03.ts'
import { GOU_06 } from './gou-06.ts'
import { GOU_07 } from './gou-07.ts'
import { GOU_11 } from './gou-11.ts'
import { GOU_17 } from './gou-17.ts'
import { GOU_18 } from './gou-18.ts'
import { LEC_01 } from './lec-01.ts'
import { LEC_02 } from './lec-02.ts'
import { LEC_03 } from './lec-03.ts'
import { LEC_04 } from './lec-04.ts'
import { LEC_05 } from './lec-05.ts'
import { LEC_06 } from './lec-06.ts'
import { NAT_01 } from './nat-01.ts'
import { NAT_17 } from './nat-17.ts'
import { NAT_18 } from './nat-18.ts'
import { OBJ_01 } from './obj-01.ts'
import { OBJ_02 } from './obj-02.ts'
import { OBJ_04 } from './obj-04.ts'
import { OBJ_05 } from './obj-05.ts'
import { OBJ_09 } from './obj-09.ts'
import { OBJ_11 } from './obj-11.ts'
import { OBJ_12 } from './obj-12.ts'
import { OBJ_13 } from './obj-13.ts'
import { OBJ_14 } from './obj-14.ts'
import { OBJ_15 } from './obj-15.ts'
import { OBJ_16 } from './obj-16.ts'
import { OBJ_17 } from './obj-17.ts'
import { OBJ_18 } from './obj-18.ts'
import { OBJ_19 } from './obj-19.ts'
import { OBJ_20 } from './obj-20.ts'
import { OBJ_21 } from './obj-21.ts'
import { OBJ_22 } from './obj-22.ts'
import { OBJ_23 } from './obj-23.ts'
import { OBJ_24 } from './obj-24.ts'
import { OBJ_25 } from './obj-25.ts'
import { OBJ_26 } from './obj-26.ts'
import { OBJ_27 } from './obj-27.ts'
import { OBJ_29 } from './obj-29.ts'
import { OBJ_30 } from './obj-30.ts'
import { REF_01 } from './ref-01.ts'
import { REF_02 } from './ref-02.ts'
import { REF_03 } from './ref-03.ts'
import { RET_02 } from './ret-02.ts'
import { RET_03 } from './ret-03.ts'
import { RET_04 } from './ret-04.ts'
import { STR_01 } from './str-01.ts'
import { STR_02 } from './str-02.ts'
import { STR_03 } from './str-03.ts'
import { TDB_01 } from './tdb-01.ts'
import { TDB_03 } from './tdb-03.ts'
import { VER_02 } from './ver-02.ts'
import { VER_03 } from './ver-03.ts'
import type { Regle } from './regle.ts'

/** Every rule that is implemented, in the order in which the report shows them. */
export const REGLES: readonly Regle[] = [
  EXE_01,
  ENV_01,
  ENV_02,
  ENV_03,
  ENV_07,
  ENV_09,
  ENV_14,
  ENV_15,
  ENV_16,
  COF_01,
  COF_02,
  COF_04,
  COF_05,
  COF_06,
  COF_09,
  COF_10,
  COF_11,
  DOT_02,
  DOT_04,
  DOT_05,
  DOT_06,
  DOT_07,
  DOT_10,
  NAT_01,
  NAT_17,
  NAT_18,
  OBJ_01,
  OBJ_02,
  OBJ_04,
  OBJ_05,
  OBJ_09,
  OBJ_11,
  OBJ_12,
  OBJ_13,
  OBJ_14,
  OBJ_15,
  OBJ_16,
  OBJ_17,
  OBJ_18,
  OBJ_19,
  OBJ_20,
  OBJ_21,
  OBJ_22,
  OBJ_23,
  OBJ_24,
  OBJ_25,
  OBJ_26,
  OBJ_27,
  OBJ_29,
  OBJ_30,
  TDB_01,
  TDB_03,
  GOU_01,
  GOU_02,
  GOU_03,
  GOU_06,
  GOU_07,
  GOU_11,
  GOU_17,
  GOU_18,
  REF_01,
  REF_02,
  REF_03,
  FIC_01,
  FIC_02,
  FIC_03,
  FIC_04,
  FIC_05,
  FIC_06,
  FIC_07,
  FIC_08,
  CON_01,
  CON_02,
  CON_03,
  CON_04,
  CON_05,
  CON_06,
  CON_08,
  CAL_01,
  CAL_02,
  CAL_03,
  CAL_04,
  CAL_05,
  CAL_08,
  CAL_09,
  CAL_10,
  CAL_11,
  CAL_12,
  CAL_13,
  CAL_14,
  RET_02,
  RET_03,
  RET_04,
  VER_02,
  VER_03,
  BIL_01,
  BIL_02,
  BIL_03,
  BIL_04,
  BIL_05,
  BIL_07,
  BIL_10,
  BIL_13,
  COH_01,
  COH_02,
  COH_03,
  LEC_01,
  LEC_02,
  LEC_03,
  LEC_04,
  LEC_05,
  LEC_06,
  STR_01,
  STR_02,
  STR_03,
]

/** The ids that the pack of a référentiel may name: those of the rules that are checked. */
export const REGLES_VERIFIEES: readonly string[] = REGLES.map(({ id }) => id)
