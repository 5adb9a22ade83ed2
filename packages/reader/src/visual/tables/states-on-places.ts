/**
 * How States write their own name behind, or in the place of, a place of birth, by their codes.
 */
export const statesOnPlaces: Readonly<Record<string, string>> = Object.freeze({
  ARM: 'ARMENIA',
  AZE: 'AZƏRBAYCAN',
  BIH: 'BOSNA I HERCEGOVINA',
  GEO: 'GEORGIA',
  HRV: 'REPUBLIKA HRVATSKA',
  KAZ: 'KAZAKHSTAN',
  KGZ: 'KYRGYZSTAN',
  MDA: 'REPUBLICA MOLDOVA',
  MKD: 'SEVERNA MAKEDONIJA',
  NZL: 'NEW ZEALAND',
  PNG: 'PAPUA NEW GUINEA',
  SRB: 'REPUBLIKA SRBIJA',
  SVN: 'REPUBLIKA SLOVENIJA',
  TJK: 'TAJIKISTAN',
  TKM: 'TÜRKMENISTAN',
});
