import type { NationalRule } from '../national-rule.ts';

/**
 * Mexican voter card (INE): the sex may be printed H (hombre) or M (mujer), so that M alone does
 * not say which.
 */
export const mex: NationalRule = {
  name: 'MEX-ID',
  source: 'published Mexican cards: both H/M and M/F are in use',
  formats: ['TD1'],
  issuers: ['MEX'],
  allowed: { sex: 'MFXH<' },
  sexes: { H: 'M' },
  ambiguousSex: 'M',
};
