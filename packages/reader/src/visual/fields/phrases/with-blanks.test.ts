import { expect, test } from 'vitest';
import { layLine, logitsOf } from '../../../../test/visual/lay-lines.ts';
import { classOf, textClassCount } from '../../recognise/text-alphabet.ts';
import { valueOfLines } from '../found-value.ts';
import { withBlanks } from './with-blanks.ts';

/** `CESTA31`, of which a space before the digits is half as probable as none. */
function street() {
  const logits = logitsOf('CESTA31', 0.999);
  logits.logProbs[19 * textClassCount + classOf(' ')!] = Math.log(0.5);
  return layLine(['CESTA31', 100, 116], logits);
}

test('a value has the blanks that its lines hardly show, and is believed less for them', () => {
  const town = layLine(['NADIR', 100, 100], logitsOf('NADIR', 0.999));
  const { value, confidence } = withBlanks(valueOfLines([town, street()], 0.9));
  expect([value, Math.round(100 * confidence)]).toEqual(['NADIR CESTA 31', 30]);
});

test('what was written otherwise than it was read stays as it is', () => {
  const value = { ...valueOfLines([street()], 0.9), value: 'CESTA XXXI' };
  expect(withBlanks(value)).toBe(value);
});
