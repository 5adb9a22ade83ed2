import type { MrzDocument } from '@ocr-web/mrz';
import { balkans } from './balkans.ts';
import { baltic } from './baltic.ts';
import { benelux } from './benelux.ts';
import { france } from './france.ts';
import { germany } from './germany.ts';
import { icaoPassport } from './icao.ts';
import { italy } from './italy.ts';
import type { Layout } from './layout.ts';
import { poland } from './poland.ts';
import { portugal } from './portugal.ts';
import { romania } from './romania.ts';
import { spain } from './spain.ts';
import { unitedKingdom } from './united-kingdom.ts';
import { unitedStates } from './united-states.ts';
import { visasAndPermits } from './visas-and-permits.ts';

/** All known layouts, those of single States first. */
export const layouts: readonly Layout[] = [
  ...spain,
  ...italy,
  ...france,
  ...germany,
  ...portugal,
  ...unitedKingdom,
  ...benelux,
  ...poland,
  ...romania,
  ...unitedStates,
  ...balkans,
  ...baltic,
  ...visasAndPermits,
];

/**
 * The layout of a document by the State, format and code of its zone; undefined for an unknown one.
 */
export function layoutOf({ issuer, format, code = '' }: Pick<MrzDocument, 'issuer' | 'format' | 'code'>): Layout | undefined {
  if (format === null) return undefined;
  const own = layouts.find(
    ({ issuers, formats, codes }) => issuers.includes(issuer?.code ?? '') && formats.includes(format) && (codes?.test(code) ?? true),
  );
  return own ?? (icaoPassport.formats.includes(format) ? icaoPassport : undefined);
}
