import type { Interpretation, ZoneReading } from '@ocr-web/reader';
import { expect, test } from 'vitest';
import { otherPassport, passport, zoneOf } from '../../test/zone-of.ts';
import { countVotes } from './count-votes.ts';

const misread = [passport[0]!.replace('ERIK', 'EHIK'), passport[1]!];

/**
 * @param together what frames that are read together say, in turn
 * @returns for each frame the lines that were proved with it
 */
async function vote(zones: readonly ZoneReading[], together: readonly (Interpretation | undefined)[] = []) {
  const sizes: number[] = [];
  const answers = [...together];
  const votes = countVotes({
    combine: (frames) => {
      sizes.push(frames.length);
      return Promise.resolve(answers.shift());
    },
  });
  const proved: (readonly string[] | undefined)[] = [];
  for (const zone of zones) proved.push((await votes.add({ zone, logits: [] }))?.lines);
  return { proved, sizes };
}

const none = undefined;

test('two frames that are sure of the same', async () => {
  expect(await vote([zoneOf(passport, 96), zoneOf(passport, 100)])).toEqual({ proved: [none, passport], sizes: [] });
});

test('frames that are sure of different characters prove nothing', async () => {
  const frames = [zoneOf(passport, 96), zoneOf(misread, 97), zoneOf(passport, 98)];
  expect(await vote(frames)).toEqual({ proved: [none, none, none], sizes: [] });
});

test('unsure frames, once two counts of several are sure of the same', async () => {
  const frames = Array.from({ length: 4 }, () => zoneOf(misread, 60));
  const together = [zoneOf(passport, 97), zoneOf(passport, 98)];
  expect(await vote(frames, together)).toEqual({ proved: [none, none, none, passport], sizes: [3, 4] });
});

test('unsure frames that are sure together, but of changing characters', async () => {
  const frames = Array.from({ length: 5 }, () => zoneOf(misread, 60));
  const together = [zoneOf(passport, 97), zoneOf(misread, 95), zoneOf(passport, 97)];
  expect((await vote(frames, together)).proved).toEqual([none, none, none, none, none]);
});

test('a sure frame and several that are sure of the same together', async () => {
  const frames = [zoneOf(passport, 96), zoneOf(misread, 60), zoneOf(misread, 60)];
  expect((await vote(frames, [zoneOf(passport, 97)])).proved).toEqual([none, none, passport]);
});

test('another document begins anew', async () => {
  const frames = [zoneOf(passport, 96), zoneOf(otherPassport, 96), zoneOf(otherPassport, 96)];
  expect((await vote(frames)).proved).toEqual([none, none, otherPassport]);
});

test('no more than the last eight are read together', async () => {
  const frames = Array.from({ length: 11 }, () => zoneOf(passport, 60));
  expect((await vote(frames)).sizes).toEqual([3, 4, 5, 6, 7, 8, 8, 8, 8]);
});
