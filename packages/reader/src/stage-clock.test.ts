import { expect, test } from 'vitest';
import { startStageClock } from './stage-clock.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('stages of every reading are told always, further ones where there were any; inner ones count alone', async () => {
  const clock = startStageClock();
  expect(Object.keys(clock.timing())).toEqual(['total_ms', 'decode_ms', 'detect_ms', 'rectify_ms', 'recognise_ms', 'interpret_ms']);
  await clock.during('visual', () => clock.during('decode', () => pause(20)));
  const { total_ms, decode_ms, visual_ms = -1, ...others } = clock.timing();
  expect(decode_ms).toBeGreaterThan(15);
  expect(visual_ms).toBeGreaterThanOrEqual(0);
  expect(decode_ms + visual_ms).toBeLessThanOrEqual(total_ms);
  expect(others).toEqual({ detect_ms: 0, rectify_ms: 0, recognise_ms: 0, interpret_ms: 0 });
});
