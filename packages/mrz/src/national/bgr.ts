import type { NationalRule } from './national-rule.ts';

/** Bulgarian cards without limit print a far date. */
export const bgr: NationalRule = {
  name: 'BGR-INDEFINITE',
  source: 'public descriptions of the card: not confirmed by a specimen; no Bulgarian card expired in 1999',
  formats: ['TD1'],
  issuers: ['BGR'],
  indefiniteExpiry: ['990101', '991231'],
};
