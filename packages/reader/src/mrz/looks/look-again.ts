import type { TracedLine, TracedZone } from '../traced-zone.ts';
import type { Attempt, ZoneReader } from '../zone-reader.ts';
import { deblurStrips } from './deblur-strips.ts';
import type { Smear } from './smear.ts';

/**
 * Another look at a zone whose first reading left doubts: its lines drawn higher or lower in their
 * strips, or the strips made sharper.
 */
export type Look = { readonly glyphScale?: number /** Glyph heights down. */; readonly shift?: number; readonly deblur?: Smear };

/**
 * What helps most of the pictures that are read badly, best first. Nobody knows how a picture was
 * blurred, so several are tried, until one is certain: `node bench/sweep.ts` on blur and motion.
 */
export const furtherLooks: readonly Look[] = [
  { deblur: { along: 'all', length: 5 } },
  { glyphScale: 1.09 },
  { shift: -0.06 },
  { deblur: { along: 'column', length: 9 } },
  { deblur: { along: 'all', length: 7 } },
  { deblur: { along: 'fall', length: 5 } },
  { deblur: { along: 'rise', length: 5 } },
  { deblur: { along: 'row', length: 7 } },
];

/** Effectively so many independent readings are made: more looks, but they see much the same. */
const trials = 2;

/** A reading of less confidence than this is never sure (docs/valid-score.md). */
const minSure = 0.98;

/**
 * Looks at a zone again in other ways, until one reading is certain; the one with the highest score
 * counts. What does not read like a zone gets a single further look, since most of it is none.
 *
 * @param zone as it was traced
 * @param first what was read so far
 */
export async function lookAgain(reader: ZoneReader, zone: TracedZone, first: Attempt): Promise<Attempt> {
  let best = first;
  if (first.recognised.isStraightened && !isSure(best)) best = better(best, await reader.read(zone, false));
  if (!best.interpreted) return best;
  const { traced } = best.detected;
  for (const look of furtherLooks) {
    if (isSure(best)) break;
    const { deblur } = look;
    best = better(
      best,
      await reader.reread(traced, aim(traced, look), (strips) => (deblur ? deblurStrips(strips, deblur) : strips), trials),
    );
  }
  return best;
}

function isSure({ interpreted }: Attempt): boolean {
  return (interpreted?.interpretation.confidence ?? 0) >= minSure;
}

function better(a: Attempt, b: Attempt): Attempt {
  const [scoreA, scoreB] = [a, b].map(({ interpreted }) => interpreted?.interpretation.score ?? -1) as [number, number];
  return scoreB > scoreA ? b : a;
}

/** The zone with the lines that a look draws. */
function aim(zone: TracedZone, { glyphScale = 1, shift = 0 }: Look): TracedZone {
  const aimLine = (line: TracedLine): TracedLine => {
    const [v = 0, ...slopes] = line.centreline.coefficients;
    return {
      ...line,
      height: line.height * glyphScale,
      centreline: { ...line.centreline, coefficients: [v + shift * line.height, ...slopes] },
    };
  };
  return glyphScale === 1 && shift === 0 ? zone : { ...zone, lines: zone.lines.map(aimLine) };
}
