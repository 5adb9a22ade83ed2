// Written by scripts/generate-mrz-tables.ts. Do not edit.
import { are } from '../national/are.ts';
import { bel } from '../national/bel.ts';
import { chl } from '../national/chl.ts';
import { chnCard } from '../national/chn-card.ts';
import { col } from '../national/col.ts';
import { espId } from '../national/esp-id.ts';
import { espResidence } from '../national/esp-residence.ts';
import { estLtu } from '../national/est-ltu.ts';
import { fin } from '../national/fin.ts';
import { geo } from '../national/geo.ts';
import { irq } from '../national/irq.ts';
import { mex } from '../national/mex.ts';
import type { NationalRule } from '../national/national-rule.ts';
import { nldDl } from '../national/nld-dl.ts';
import { nld } from '../national/nld.ts';
import { pak } from '../national/pak.ts';
import { rusInternal } from '../national/rus-internal.ts';
import { sau } from '../national/sau.ts';
import { swe } from '../national/swe.ts';
import { tur } from '../national/tur.ts';
import { usaResident } from '../national/usa-resident.ts';

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
