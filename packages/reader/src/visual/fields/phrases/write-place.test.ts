import { expect, test } from 'vitest';
import { layLines } from '../../../../test/visual/lay-lines.ts';
import { valueOfLines } from '../found-value.ts';
import { writePlace } from './write-place.ts';

const write = (text: string, issuer: string) => writePlace(valueOfLines(layLines([[text, 100, 100]]), 0.9), issuer).value;

test.each(['ABANO TERME CPD', 'ABANO TERME (PDJ', 'ABANO TERME (PD', 'ABANO TERME CPD)', 'ABANO TERME (PD)'])(
  '%s is a place with its province in brackets',
  (read) => {
    expect(write(read, 'ITA')).toBe('ABANO TERME (PD)');
  },
);

test.each([
  ['AOSTA', 'ITA'],
  ['SAN JOSE (XQ', 'ITA'],
  ['ABANO TERME CPD', 'UTO'],
])('%s of %s stays as it was read', (read, issuer) => {
  expect(write(read, issuer)).toBe(read);
});

test.each([
  ['PIROT, REPUBLKA SRBIJA', 'SRB', 'PIROT, REPUBLIKA SRBIJA'],
  ['AZORBAYCAN/AZE', 'AZE', 'AZƏRBAYCAN/AZE'],
  ['Novi Pazar, Republika Srbja', 'SRB', 'Novi Pazar, Republika Srbija'],
  ['PIROT', 'SRB', 'PIROT'],
  ['PIROT, REPUBLKA SRBIJA', 'UTO', 'PIROT, REPUBLKA SRBIJA'],
])('%s of %s has the State’s name as the State writes it', (read, issuer, written) => {
  expect(write(read, issuer)).toBe(written);
});

test.each(['4ZENITH', '4-ZENITH', '4 ZENITH'])('%s begins with a digit that texture is seen as', (read) => {
  expect(write(read, 'UTO')).toBe('ZENITH');
});
