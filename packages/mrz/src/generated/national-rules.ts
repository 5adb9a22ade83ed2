// Written by scripts/generate/generate-mrz-tables.ts. Do not edit.
import type { NationalRule } from '../national/national-rule.ts';
import { are } from '../national/rules/are.ts';
import { bel } from '../national/rules/bel.ts';
import { chl } from '../national/rules/chl.ts';
import { chnCard } from '../national/rules/chn-card.ts';
import { col } from '../national/rules/col.ts';
import { espId } from '../national/rules/esp-id.ts';
import { espResidence } from '../national/rules/esp-residence.ts';
import { estLtu } from '../national/rules/est-ltu.ts';
import { fin } from '../national/rules/fin.ts';
import { geo } from '../national/rules/geo.ts';
import { irq } from '../national/rules/irq.ts';
import { mex } from '../national/rules/mex.ts';
import { nldDl } from '../national/rules/nld-dl.ts';
import { nld } from '../national/rules/nld.ts';
import { pak } from '../national/rules/pak.ts';
import { rusInternal } from '../national/rules/rus-internal.ts';
import { sau } from '../national/rules/sau.ts';
import { swe } from '../national/rules/swe.ts';
import { tur } from '../national/rules/tur.ts';
import { usaResident } from '../national/rules/usa-resident.ts';

/** Every national rule, one file each. */
export const nationalRules: readonly NationalRule[] = /* @__PURE__ */ Object.freeze([
  are,
  bel,
  chl,
  chnCard,
  col,
  espId,
  espResidence,
  estLtu,
  fin,
  geo,
  irq,
  mex,
  nldDl,
  nld,
  pak,
  rusInternal,
  sau,
  swe,
  tur,
  usaResident,
]);
