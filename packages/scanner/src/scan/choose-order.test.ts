import type { HintCode } from '@ocr-web/reader';
import { expect, test } from 'vitest';
import { chooseOrder } from './choose-order.ts';

const corner = { x: 0, y: 0 };
const zone = { quad: [corner, corner, corner, corner], logits: [] } as const;
const hints = (...codes: HintCode[]) => codes.map((code) => ({ code, message: '', page: 0 }));

test.each([
  ['no zone', { detected: [], hints: hints('no_mrz') }, true, 'no_mrz'],
  ['no zone, and why', { detected: [], hints: hints('no_mrz', 'too_dark') }, true, 'too_dark'],
  ['what is done soonest', { detected: [zone], hints: hints('blurred', 'mrz_cut_off') }, true, 'mrz_cut_off'],
  ['nothing wrong with it', { detected: [zone], hints: [] }, true, 'hold_still'],
  ['nothing that can be named', { detected: [zone], hints: hints('not_read') }, true, 'hold_still'],
  ['another kind of document', { detected: [zone], hints: hints('blurred') }, false, 'other_document'],
] as const)('%s', (_, frame, isWanted, expected) => {
  expect(chooseOrder(frame, isWanted)).toBe(expected);
});
