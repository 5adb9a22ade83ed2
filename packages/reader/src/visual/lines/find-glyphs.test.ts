import { beforeEach, expect, test } from 'vitest';
import { openKernels } from '../../image/kernels/open-kernels.ts';
import { darkInk, findGlyphs, type Glyph } from './find-glyphs.ts';
import { findRuns } from './find-runs.ts';

// What is left in memory shows nowhere.
beforeEach(() => {
  openKernels(100_000).bytes.fill(255);
});

const any = { width: 1000, height: 1000 };

function glyphsOf(ink: Uint8Array, width: number, darkness: number, largest = any): Glyph[] {
  return findGlyphs(findRuns(ink, width, ink.length / width, darkness), darkness, ink, width, largest);
}

/** Pixel by pixel: each that was not yet met, with all that hang together with it. */
function componentsOf(ink: Uint8Array, width: number, darkness: number): Glyph[] {
  const height = ink.length / width;
  const left = new Set([...ink.keys()].filter((at) => ink[at]! >= darkness));
  const found: Glyph[] = [];
  for (const first of left) {
    const own: number[] = [];
    const open = [first];
    left.delete(first);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      own.push(at);
      const [x, y] = [at % width, Math.floor(at / width)];
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) if (left.delete(v * width + u)) open.push(v * width + u);
      }
    }
    const [across, down] = [own.map((at) => at % width), own.map((at) => Math.floor(at / width))];
    found.push({
      left: Math.min(...across),
      top: Math.min(...down),
      right: Math.max(...across) + 1,
      bottom: Math.max(...down) + 1,
      mass: own.length,
      dark: own.filter((at) => ink[at]! >= darkInk).length,
    });
  }
  return found.filter(({ mass }) => mass >= 4);
}

/** Shades 0 to 4 in patches that touch in many ways; every `gap`th pixel is paper. */
function drawInk(width: number, height: number, gap: number): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, at) => (at % gap === 0 ? 0 : ((at * at * 7) >> 6) % 5));
}

test.each([
  [1, 20, 7],
  [16, 16, 3],
  [37, 29, 2],
  [64, 41, 5],
])('a page of %i x %i pixels has the glyphs that pixels make that hang together', (width, height, gap) => {
  const ink = drawInk(width, height, gap);
  for (let darkness = 1; darkness <= 4; darkness++) expect(glyphsOf(ink, width, darkness)).toEqual(componentsOf(ink, width, darkness));
});

test('arms that meet in the last row are one glyph, which begins in the first', () => {
  const ink = Uint8Array.from('2001002100200100120012111000', Number);
  expect(glyphsOf(ink, 7, 1)).toEqual(componentsOf(ink, 7, 1));
});

test('what is too large for a letter, and dirt, is none', () => {
  const ink = Uint8Array.from('111110022001000000021000', Number);
  expect(glyphsOf(ink, 12, 1, { width: 4, height: 2 })).toEqual([{ left: 7, top: 0, right: 9, bottom: 2, mass: 4, dark: 3 }]);
});
