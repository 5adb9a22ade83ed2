import type { TextReading } from '../../recognise/text-reading.ts';
import type { FoundValues } from '../find-by-order.ts';
import { capHeight, lettersOf } from '../lines/page-lines.ts';

/** In heights of capitals: so far apart, with a label between them, and so evenly they begin. */
const rows = { nearest: 0.8, farthest: 5 };
const maxIndent = 1.5;
/** Both are as high, or nearly. */
const heights = { least: 0.75, most: 1.33 };

/**
 * Whether a line stands where one of the names must be when the other one was found: given names
 * begin below the surname (ICAO 9303-4, fields 06 and 07).
 */
export function standsBesideName(key: 'surname' | 'given_names', values: FoundValues): (reading: TextReading) => boolean {
  const other = key === 'surname' ? values.given_names : values.surname;
  const [stretch] = other?.stretches ?? [];
  if (!stretch) return () => false;
  const { reading: found, from } = stretch;
  const cap = capHeight(found);
  const left = found.firstStepAt + from * found.pixelsPerStep;
  return (reading) => {
    const down = ((reading.line.baseLine - found.line.baseLine) / cap) * (key === 'surname' ? -1 : 1);
    const height = capHeight(reading) / cap;
    return (
      down > rows.nearest &&
      down < rows.farthest &&
      Math.abs(lettersOf(reading).left - left) < maxIndent * cap &&
      height > heights.least &&
      height < heights.most
    );
  };
}
