import { type Attempt, isProved, type ZoneReader } from '../reading/zone-reader.ts';
import { measureSharpness } from '../rectify/measure-sharpness.ts';
import type { TracedZone } from '../traced-zone.ts';
import { chooseAgreed } from './choose-agreed.ts';
import { deblurStrips } from './deblur-strips.ts';
import { aimLook, planLooks } from './plan-looks.ts';

/**
 * The one chosen of all looks counts like the better one of so many independent readings: there are
 * more, but they see much the same.
 */
const trials = 2;

/** After so many looks in a row that brought nothing, no further one does. */
const maxVain = 3;

/** A reading of less confidence than this is never sure (docs/valid-score.md). */
const minSure = 0.98;

/**
 * One of at least this much confidence is nearly always right: where it is blurred, a single
 * further look is worth its time.
 */
const minLikely = 0.9;

/**
 * Looks at a zone again in other ways until one reading is certain; if none is, the one that they
 * agree on counts. What does not read like a zone gets a single further look, since most of it is
 * none.
 *
 * @param zone as it was traced
 * @param first what was read so far
 */
export async function lookAgain(reader: ZoneReader, zone: TracedZone, first: Attempt): Promise<Attempt> {
  if (isSure(first)) return first;
  // Glyphs that lean do not prove themselves.
  const leans = first.recognised.isStraightened && !isProved(first) && confidenceOf(first) < minLikely;
  let best = leans ? better(first, await reader.read(zone, false)) : first;
  if (!best.interpreted || isSure(best)) return best;
  const { traced } = best.detected;
  const strips = await reader.draw(aimLook(traced, {}));
  const drawn = { ...strips, data: strips.data.slice() };
  const attempts = [best];
  let vain = 0;
  const looks = planLooks(measureSharpness(drawn));
  for (const look of confidenceOf(best) < minLikely ? looks : looks.slice(0, 1).filter(({ deblur }) => deblur)) {
    const shown = look.deblur ? deblurStrips(drawn, look.deblur) : await reader.draw(aimLook(traced, look));
    const attempt = await reader.reread(traced, shown, trials);
    if (isSure(attempt)) return attempt;
    attempts.push(attempt);
    vain = better(best, attempt) === best ? vain + 1 : 0;
    best = better(best, attempt);
    if (vain === maxVain) break;
  }
  return chooseAgreed(attempts);
}

function confidenceOf({ interpreted }: Attempt): number {
  return interpreted?.interpretation.confidence ?? 0;
}

/** Whether it is so confident that no further look is worth its time. */
export function isSure(attempt: Attempt): boolean {
  return confidenceOf(attempt) >= minSure;
}

/** The one with the higher score; of equal ones the first. */
export function better(a: Attempt, b: Attempt): Attempt {
  const scoreOf = ({ interpreted }: Attempt) => interpreted?.interpretation.score ?? -1;
  return scoreOf(b) > scoreOf(a) ? b : a;
}
