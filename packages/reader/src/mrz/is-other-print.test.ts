import { expect, it } from 'vitest';
import { drawLogits } from '../../test/draw-logits.ts';
import { isOtherPrint } from './is-other-print.ts';

/** So that no character is certain. */
const blurred = Array.from({ length: 44 }, (_, column) => ({ line: 0, column, odds: { '8': 0.3, B: 0.3, '3': 0.3 } }));

it.each([
  ['code lines of a payment slip', ['13840488904<24213792441<064<9199949870<09938', '0219480781343<1679888421591876'], [], true],
  ['a row of a dump', ['DUMUJS0U0SSIU0UU000D1UJ00SSBH3'], [], true],
  ['what cannot be read', ['13840488904<24213792441<064<9199949870<09938'], blurred, false],
  ['a name, cut off on both sides', ['IKSSON<<ANNA<MA'], [], false],
  ['a name whose O is seen as 0, cut off', ['P<UT0ERIKSS0N<<ANNA<MA', 'L898902C36UTO7408122F1'], [], false],
  ['digits in two parts', ['138404889<<00987', '0219480781343<1679'], [], true],
  ['fillers beside a thumb', ['6192KEK2K55<<<<<<<<64'], [], false],
  ['dates of a passport', ['8902C36UTO7408122F1204159ZE184226B'], [], false],
  ['dates of a card', ['7408122F1204159UTO<<'], [], false],
  ['dates beside a state that is cut off', ['T<<CUDIQEJC<GHYA<OUKIOO<<<', 'WT8603061M5311220E<7EY<R<'], [], false],
  ['digits like dates whose check digits fail', ['3379211948<8603062M5311221<9199949870'], [], true],
  ['a document code and a state', ['I<UTOD2314'], [], false],
] as const)('%s', (_, lines, doubts, expected) => {
  expect(isOtherPrint(drawLogits(lines, doubts))).toBe(expected);
});
