import type { NationalRule } from '../national-rule.ts';

/**
 * Saudi Arabian cards are described as computing their check digits in another way, which is not
 * published.
 */
export const sau: NationalRule = {
  name: 'SAU-ID',
  source: 'public descriptions of the card: not confirmed by a specimen',
  formats: ['TD1'],
  issuers: ['SAU'],
  ownCheckDigits: true,
};
