import { expect, test } from 'vitest';
import { readLaidPage } from '../../../../test/visual/read-laid-page.ts';
import { names, zones } from '../../../../test/visual/specimen-zones.ts';

test('a value of two lines is told by its place, whatever print is seen beside the document', () => {
  const { values } = readLaidPage(zones.TD3('SRB'), [
    ...names,
    ['12.08.1974', 100, 135],
    ['F', 100, 160],
    ['ZENITH', 250, 160],
    ['NAPRAVO', 420, 171],
    ['NADIR', 100, 185],
    ['GORNJA 1', 100, 199],
    ['MUP R SRBIJE, PU ZA GRAD BEOGRAD', 100, 224],
    ['16.04.2007', 100, 249],
    ['15.04.2012', 100, 274],
  ]);
  expect(values.address).toBe('NADIR GORNJA 1');
});
