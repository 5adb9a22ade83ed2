import { expect, test } from 'vitest';
import { satisfiesLicence } from './satisfies-licence.ts';

const isAllowed = (licence: string) => ['MIT', 'ISC', 'Apache-2.0'].includes(licence);

test.each([
  ['MIT', true],
  ['GPL-3.0-only', false],
  ['MIT OR GPL-3.0-only', true],
  ['GPL-3.0-only OR MIT', true],
  ['MIT AND GPL-3.0-only', false],
  ['GPL-3.0-only AND MIT', false],
  ['MIT AND ISC AND Apache-2.0', true],
  ['(GPL-3.0-only OR MIT) AND ISC', true],
  ['GPL-3.0-only AND ISC OR MIT', true],
  ['MIT OR ISC AND GPL-3.0-only', true],
  ['GPL-3.0-only AND (ISC OR MIT)', false],
  ['((MIT))', true],
])('%s: %s', (expression, expected) => {
  expect(satisfiesLicence(expression, isAllowed)).toBe(expected);
});

test.each([
  '',
  'SEE LICENSE IN file.txt',
  'MIT AND',
  'OR MIT',
  '(MIT',
  'MIT)',
  'MIT ISC',
  'GPL-2.0-only WITH Classpath-exception-2.0',
  'MIT/ISC',
])('"%s" is no expression', (expression) => {
  expect(() => satisfiesLicence(expression, () => true)).toThrow(`"${expression}" is no SPDX expression that is understood here`);
});
