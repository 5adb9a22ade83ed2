import { expect, test } from 'vitest';
import { specimenReading } from '../../../test/specimen-reading.ts';
import type { ReadPicture } from './process-scan.ts';
import { createReadAhead } from './read-ahead.ts';

const asked = { visual: false, portrait: false, barcodes: false };
const { signal } = new AbortController();
const picture = () => Uint8Array.of(1, 2, 3);

/** A reader whose readings end when the test says so. */
function startReader(now?: () => number) {
  const readings: PromiseWithResolvers<Awaited<ReturnType<ReadPicture>>>[] = [];
  const read: ReadPicture = () => {
    const reading = Promise.withResolvers<Awaited<ReturnType<ReadPicture>>>();
    readings.push(reading);
    return reading.promise;
  };
  return { readings, ahead: createReadAhead(read, now) };
}

test('what was begun ahead is read once, and handed over once', async () => {
  const { readings, ahead } = startReader();
  const bytes = picture();
  ahead.begin(bytes, asked);
  const first = ahead.read(bytes, { ...asked, signal });
  readings[0]?.resolve(specimenReading());
  expect(await first).toEqual(specimenReading());
  void ahead.read(bytes, { ...asked, signal });
  expect(readings.length).toBe(2);
});

test('other bytes, though they are the same, and other questions are read by themselves', () => {
  const { readings, ahead } = startReader();
  const bytes = picture();
  ahead.begin(bytes, asked);
  void ahead.read(picture(), { ...asked, signal });
  void ahead.read(bytes, { ...asked, visual: true, signal });
  expect(readings.length).toBe(3);
});

test('nothing is begun while something is read, and again afterwards', async () => {
  const { readings, ahead } = startReader();
  const reading = ahead.read(picture(), { ...asked, signal });
  ahead.begin(picture(), asked);
  ahead.begin(picture(), asked);
  expect(readings.length).toBe(1);
  readings[0]?.resolve(specimenReading());
  await reading;
  ahead.begin(picture(), asked);
  ahead.begin(picture(), asked);
  expect(readings.length).toBe(2);
});

test('after a reading that nobody took within seconds none is begun for a minute', async () => {
  let time = 0;
  const { readings, ahead } = startReader(() => time);
  const beginAt = async (ms: number) => {
    time = ms;
    const bytes = picture();
    ahead.begin(bytes, asked);
    readings.at(-1)?.resolve(specimenReading());
    await new Promise((resolve) => setImmediate(resolve));
    return bytes;
  };
  const taken = await beginAt(0);
  await beginAt(100);
  await ahead.read(taken, { ...asked, signal });
  await beginAt(200);
  expect(readings.length).toBe(2);
  for (const ms of [5199, 5200, 65_199]) await beginAt(ms);
  expect(readings.length).toBe(2);
  await beginAt(65_200);
  expect(readings.length).toBe(3);
});

test('a failure ahead is that of whoever asks, and nobody else hears of it', async () => {
  const { readings, ahead } = startReader();
  const bytes = picture();
  ahead.begin(bytes, asked);
  readings[0]?.reject(new Error('broken'));
  await new Promise((resolve) => setImmediate(resolve));
  await expect(ahead.read(bytes, { ...asked, signal })).rejects.toThrow('broken');
});

test('who is told to stop does not wait for what was begun ahead', async () => {
  const { ahead } = startReader();
  const bytes = picture();
  ahead.begin(bytes, asked);
  const stopping = new AbortController();
  const reading = ahead.read(bytes, { ...asked, signal: stopping.signal });
  stopping.abort(new Error('stop'));
  await expect(reading).rejects.toThrow('stop');
});
