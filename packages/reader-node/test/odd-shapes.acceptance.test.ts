import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodePng } from '../src/draw/encode-png.ts';
import { openReaderPool, type ReaderPool } from '../src/index.ts';

let pool: ReaderPool;
beforeAll(async () => {
  pool = await openReaderPool({ size: 1, deadlineMs: 20_000 });
}, 60_000);
afterAll(() => pool.close());

/** Noise, the same each time. */
const noise = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 2_654_435_761) >>> 13);

// The planes of such pictures do not come in halves, and a small view of one of them shrinks it a
// hundredfold.
test.each([
  [1, 30_000],
  [30_000, 1],
  [2, 30_000],
  [30_000, 20],
])(
  'a picture of %i x %i pixels is read to its end, whatever is asked for, and shows nothing',
  async (width, height) => {
    const bytes = await encodePng({ data: noise(width * height * 3), width, height });
    const { zones, visual, portraits, barcodes } = await pool.read(bytes, { visual: true, portrait: true, barcodes: true });
    expect({ zones, visual, portraits, barcodes }).toEqual({ zones: [], visual: [], portraits: [], barcodes: [] });
    expect([...pool.ends.values()].every((count) => count === 0)).toBe(true);
  },
  60_000,
);
