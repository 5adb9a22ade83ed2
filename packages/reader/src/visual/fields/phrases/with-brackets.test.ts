import { expect, test } from 'vitest';
import { withBrackets } from './with-brackets.ts';

test.each([
  ['SOUS-PRÉFECTURE DE BELLEY (01', 'SOUS-PRÉFECTURE DE BELLEY (01)'],
  ['SOUS-PRÉFECTURE DE BELLEY ( 01 )', 'SOUS-PRÉFECTURE DE BELLEY (01)'],
  ['SOUS-PRÉFECTURE DE BELLEY L 01)', 'SOUS-PRÉFECTURE DE BELLEY (01)'],
  ['SOUS-PRÉFECTURE DE BELLEY/01)', 'SOUS-PRÉFECTURE DE BELLEY (01)'],
  ['BEZIRKSAMT MITTE 01', 'BEZIRKSAMT MITTE 01'],
  ['MINISTRY OF INTERIOR (MOI)', 'MINISTRY OF INTERIOR (MOI)'],
])('%s is printed %s', (read, printed) => {
  expect(withBrackets(read)).toBe(printed);
});
