import type { HintCode, ZoneReading } from '@ocr-web/reader';
import type { FrameOptions, FrameReading } from '@ocr-web/reader-web';
import { expect, test } from 'vitest';
import { otherPassport, passport, zoneOf } from '../../test/zone-of.ts';
import { scanLive } from './live-scan.ts';

const timing = { total_ms: 1, decode_ms: 0, detect_ms: 1, rectify_ms: 0, recognise_ms: 0, interpret_ms: 0 };

function frameOf(zone: ZoneReading | undefined, ...codes: HintCode[]): FrameReading {
  const hints = codes.map((code) => ({ code, message: '', page: 0 }));
  const detected = zone ? [{ quad: zone.quad, logits: [], zone }] : [];
  return { width: 1280, height: 720, zones: zone ? [zone] : [], detected, hints, timing };
}

/** Frames 200 ms apart; after the last one the person gives up. */
async function scan(frames: readonly FrameReading[], isWanted: (zone: ZoneReading) => boolean = () => true) {
  const abort = new AbortController();
  const orders: string[] = [];
  const expected: number[] = [];
  let at = 0;
  const reader = {
    readFrame: (_: ImageBitmap, { expectedAt = [] }: FrameOptions) => {
      expected.push(expectedAt.length);
      const frame = frames[at];
      at += 1;
      if (!frame) abort.abort();
      return Promise.resolve(frame ?? frameOf(undefined));
    },
    combineFrames: () => Promise.resolve(undefined),
  };
  const deps = { reader, isWanted, onFrame: () => undefined, onOrder: (code: string) => void orders.push(code), now: () => 200 * at };
  const grabFrame = () => Promise.resolve({} as ImageBitmap);
  const capture = await scanLive({ ...deps, grabFrame }, abort.signal).catch((error: Error) => error.name);
  return { captured: typeof capture === 'string' ? capture : capture.zone.lines, orders, expected };
}

test('an order is told when it has held, then the document when it is proved', async () => {
  const blurred = Array.from({ length: 4 }, () => frameOf(zoneOf(passport, 20), 'blurred'));
  const sharp = [frameOf(zoneOf(passport, 99)), frameOf(zoneOf(passport, 99))];
  expect(await scan([frameOf(undefined, 'no_mrz'), ...blurred, ...sharp])).toEqual({
    captured: passport,
    orders: ['blurred'],
    // Each frame is searched first where the one before had its zone.
    expected: [0, 0, 1, 1, 1, 1, 1],
  });
});

test('"hold still" is said from the second second on', async () => {
  const unsure = Array.from({ length: 12 }, () => frameOf(zoneOf(passport, 60)));
  const { captured, orders } = await scan(unsure);
  expect([captured, orders]).toEqual(['AbortError', ['hold_still']]);
});

test('another kind of document is named and never taken', async () => {
  const others = Array.from({ length: 6 }, () => frameOf(zoneOf(otherPassport, 99)));
  const { captured, orders } = await scan(others, ({ document }) => document.format === 'TD1');
  expect([captured, orders]).toEqual(['AbortError', ['other_document']]);
});
