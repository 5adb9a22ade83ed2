import { describe, expect, it } from 'vitest';
import { composeMrz } from './compose-mrz.ts';
import { td1 } from './formats/td1.ts';
import { parseMrz } from './parse-mrz.ts';

describe('Kosovo', () => {
  it.each([
    ['XXK', 'unlisted', 'Kosovo (code of the European Union)'],
    ['RKS', 'state', 'Kosovo'],
    ['UNK', 'organisation', 'United Nations Interim Administration Mission in Kosovo'],
  ])('is %s on one document or another, and no issue', (code, kind, name) => {
    for (const issuer of ['D', 'AUT', 'UTO']) {
      const texts = { code: 'AR', issuer, number: 'Y1234567X', birthDate: '850101', sex: 'M', expiryDate: '310101', nationality: code };
      const document = parseMrz(composeMrz(td1, { ...texts, names: 'SPECIMEN<<ARBEN' }), { today: '2026-11-28' });
      expect([document.nationality, document.issues]).toEqual([{ code, kind, name }, []]);
    }
  });
});
