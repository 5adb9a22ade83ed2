import { greedyDecode } from '../recognise/greedy-decode.ts';
import { type LineLogits, measureLegibility } from '../recognise/line-logits.ts';
import { measureOverrun, type Overrun } from '../recognise/measure-overrun.ts';
import type { TracedZone } from '../traced-zone.ts';
import { type Extension, extendZone } from '../zone/extend-zone.ts';
import { trimLines } from './place-lines.ts';
import { type Attempt, isProved, type ZoneReader } from './zone-reader.ts';

/** Lines that go on are continued by so many glyph heights, twice at most. */
const extensionStep = 12;
const maxExtensions = 2;
/**
 * A visa whose lines are those of the long format but for fillers at their ends, which no digit
 * covers (ICAO Doc 9303-7): it proves itself, also where it was cut off.
 */
const shortVisa = 'MRVB';
/** A piece of a zone that is clearly printed is more legible than this. */
const minPieceLegibility = 0.985;

/**
 * Follows lines that go on beyond where they were traced. What is read then counts if check digits
 * prove it.
 *
 * @param first what was read as the zone was traced, which is the answer otherwise
 */
export async function followOverrun(reader: ZoneReader, zone: TracedZone, first: Attempt): Promise<Attempt> {
  let last = first;
  let extension: Extension = { before: 0, after: 0 };
  for (let tries = 0; tries < maxExtensions && isDoubtful(last); tries++) {
    const overrun = measureOverrun(last.recognised.logits);
    if (!overrun.before && !overrun.after) break;
    extension = addOverrun(extension, overrun, last.recognised.turned);
    last = await reader.read(extendZone(zone, extension));
  }
  if (last === first || !last.interpreted || !isProved(last)) return first;
  return { ...last, detected: { ...last.detected, traced: trimLines(last.detected.traced, last.interpreted) } };
}

/** @param turned whether lines were read from where they were traced to end */
function addOverrun({ before, after }: Extension, overrun: Overrun, turned: boolean): Extension {
  const atStart = turned ? overrun.after : overrun.before;
  const atEnd = turned ? overrun.before : overrun.after;
  return { before: before + (atStart ? extensionStep : 0), after: after + (atEnd ? extensionStep : 0) };
}

/**
 * Whether nothing proves how long it is, though it reads like a zone or like a piece of one, so
 * that another look is worth its time.
 */
function isDoubtful(attempt: Attempt): boolean {
  if (isProved(attempt)) return attempt.interpreted?.interpretation.document.format === shortVisa;
  return attempt.interpreted !== undefined || isPieceOfZone(attempt.detected.logits);
}

function isPieceOfZone(logits: readonly LineLogits[]): boolean {
  const hasFillers = logits.some((line) => greedyDecode(line).text.includes('<<<'));
  return logits.length > 1 && hasFillers && measureLegibility(logits) >= minPieceLegibility;
}
