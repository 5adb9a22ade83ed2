// Written by scripts/generate/generate-mrz-tables.ts. Do not edit.
import { cheDl } from '../formats/che-dl.ts';
import { chnEp } from '../formats/chn-ep.ts';
import { deuId } from '../formats/deu-id.ts';
import { euDl } from '../formats/eu-dl.ts';
import type { Format } from '../formats/format.ts';
import { fraDl } from '../formats/fra-dl.ts';
import { fraId } from '../formats/fra-id.ts';
import { indPassport } from '../formats/ind-passport.ts';
import { mrva } from '../formats/mrva.ts';
import { mrvb } from '../formats/mrvb.ts';
import { svkId } from '../formats/svk-id.ts';
import { td1 } from '../formats/td1.ts';
import { td2 } from '../formats/td2.ts';
import { td3 } from '../formats/td3.ts';

/** Every format, one table each. */
export const formats: readonly Format[] = /* @__PURE__ */ Object.freeze([
  cheDl,
  chnEp,
  deuId,
  euDl,
  fraDl,
  fraId,
  indPassport,
  mrva,
  mrvb,
  svkId,
  td1,
  td2,
  td3,
]);
