import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readCountry } from '../../../../packages/mrz/src/country.ts';
import { countries } from '../../../../packages/mrz/src/generated/countries.ts';
import { isoState } from '../../../../packages/results/src/v2/iso-state.ts';
import { speak } from './language.ts';
import { nameState } from './name-state.ts';

// Where no page is, its language is noted on nothing.
beforeEach(() => void vi.stubGlobal('document', { documentElement: {} }));
afterEach(async () => {
  await speak('en');
  vi.unstubAllGlobals();
});

const named = (code: string) => {
  const country = readCountry(code);
  return nameState({ code, iso: isoState(country), name: country?.name ?? null });
};

test('states are named in the language of the page', async () => {
  expect([named('D'), named('ESP'), named('UTO')]).toEqual(['Germany', 'Spain', 'Utopia (specimen)']);
  await speak('es');
  expect(['D', 'ESP', 'USA', 'RKS', 'NLD'].map(named)).toEqual(['Alemania', 'España', 'Estados Unidos', 'Kosovo', 'Países Bajos']);
});

test('what is no state keeps the name that the service gives it, or its code', async () => {
  await speak('es');
  expect([named('UTO'), named('QQQ')]).toEqual(['Utopia (specimen)', 'QQQ']);
});

test('every state of the table that ISO lists has a Spanish name', async () => {
  await speak('es');
  const states = [...countries.values()].filter(({ kind }) => kind === 'state');
  const unnamed = states.filter(({ code }) => /^[A-Z]{2,3}$/.test(named(code)));
  expect(states.length).toBeGreaterThan(200);
  expect(unnamed.map(({ code }) => code)).toEqual([]);
});
