// Written by scripts/generate-mrz-tables.ts. Do not edit.
import { espId } from '../national/esp-id.ts';
import { espResidence } from '../national/esp-residence.ts';
import { mex } from '../national/mex.ts';
import type { NationalRule } from '../national/national-rule.ts';
import { rusInternal } from '../national/rus-internal.ts';

/** Every national rule, one file each. */
export const nationalRules: readonly NationalRule[] = /* @__PURE__ */ Object.freeze([
  espId,
  espResidence,
  mex,
  rusInternal,
]);
