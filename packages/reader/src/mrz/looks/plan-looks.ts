import type { Sharpness } from '../rectify/measure-sharpness.ts';
import type { TracedLine, TracedZone } from '../traced-zone.ts';
import type { Smear } from './smear.ts';

/**
 * Another look at a zone whose first reading left doubts: its strips are made sharper, or drawn
 * anew with lines taken to be so many times as high, and moved by a share of the glyphs' height.
 */
export type Look = { readonly glyphScale?: number; readonly shift?: number; readonly deblur?: Smear };

/**
 * Print that is sharper than this, along and across its lines, gains nothing by being deblurred.
 */
const maxBlurred = 0.41;
/** Print that is softer along its lines than across them by this ratio was moved along them. */
const maxMovedRatio = 0.8;

/**
 * By how much of a glyph's height further looks move the traced lines, so that glyphs lie lower in
 * their strips. Tracing puts lines a little above the middle of the glyphs, and in training glyphs
 * lay half a pixel of the camera below that of the strip. Sharp print is read either way, soft
 * print best so much lower: `node bench/sweep.ts` on blur and motion.
 */
const lowered = -0.09;

/** The second shows whole what tracing took for smaller than it is, and what lowering would cut. */
const redrawn: readonly Look[] = [{}, { glyphScale: 1.09, shift: 0 }];

/**
 * The looks that help most of the pictures that are read badly, best first. How far a picture was
 * blurred nobody knows, so several are tried: `node bench/sweep.ts` on blur and motion.
 */
export function planLooks({ along, across }: Sharpness): readonly Look[] {
  if (Math.min(along, across) > maxBlurred) return redrawn;
  const smears = listSmears(along / across).map((deblur) => ({ deblur }));
  return [...smears.slice(0, 1), ...redrawn, ...smears.slice(1)];
}

function listSmears(ratio: number): readonly Smear[] {
  const even: Smear = { along: 'all', length: 7 };
  if (ratio < maxMovedRatio) return [{ along: 'row', length: 7 }, even, { along: 'row', length: 9 }];
  if (ratio > 1 / maxMovedRatio) return [{ along: 'column', length: 9 }, even, { along: 'column', length: 11 }];
  return [even, { along: 'all', length: 9 }, { along: 'fall', length: 5 }, { along: 'rise', length: 5 }];
}

/** The zone with the lines that a look draws. */
export function aimLook(zone: TracedZone, { glyphScale = 1, shift = lowered }: Look): TracedZone {
  const aimLine = (line: TracedLine): TracedLine => {
    const [v = 0, ...slopes] = line.centreline.coefficients;
    const coefficients = [v + shift * line.height, ...slopes];
    return { ...line, height: line.height * glyphScale, centreline: { ...line.centreline, coefficients } };
  };
  return { ...zone, lines: zone.lines.map(aimLine) };
}
