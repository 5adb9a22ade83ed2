import type { TextLine } from '../lines/measure-row.ts';
import type { TextReading } from '../recognise/text-reading.ts';
import { capitalsPrevail } from './read-again.ts';
import { replaceByLooks } from './replace-by-looks.ts';

/** Lines that are read this well, of so many letters, tell how high values are set on a page. */
const wellRead = { confidence: 0.9, characters: 4 };
/**
 * Heights of lines whose letters touch what stands above them, mostly their label, in those of a
 * page's values: taller ones touch more than one line, lower ones are set larger.
 */
const heights = { least: 1.35, most: 2.2 };
/** They are read no better than this, and are so long, in heights of capitals and in signs. */
const mostLegible = 0.85;
const minLength = 3;
const minCharacters = 3;
/**
 * What stands on the foot of such a line is print where it is read this well, and so much better.
 */
const minConfidence = 0.7;
const minGain = 0.1;
/** So many lines are looked at, the longest ones. */
const maxLines = 6;

/**
 * Lines that are much higher than the values of their page: their letters hang together with what
 * stands above them, and were measured with it. They are read on their feet, as high as values are.
 */
export async function readTouching(
  readings: readonly TextReading[],
  read: (lines: readonly TextLine[]) => Promise<TextReading[]>,
): Promise<readonly TextReading[]> {
  const cap = heightOfValues(readings);
  if (cap === undefined) return readings;
  const tall = readings.filter(
    ({ line, text, confidence }) =>
      confidence < mostLegible &&
      text.trim().length >= minCharacters &&
      heightOf(line) >= heights.least * cap &&
      heightOf(line) <= heights.most * cap &&
      line.right - line.left >= minLength * cap,
  );
  if (tall.length === 0) return readings;
  const longest = tall.sort((a, b) => b.line.right - b.line.left - (a.line.right - a.line.left)).slice(0, maxLines);
  const feet = longest.map((reading) => ({ reading, line: { ...reading.line, capTop: reading.line.baseLine - cap } }));
  return await replaceByLooks(
    readings,
    feet,
    read,
    (look, first) => look.confidence >= Math.max(minConfidence, first.confidence + minGain) && look.text.trim().length >= minCharacters,
  );
}

/**
 * Median of the heights of capitals, pixels of the flat page; undefined where none is read well.
 */
function heightOfValues(readings: readonly TextReading[]): number | undefined {
  const caps = readings
    .filter(
      ({ text, confidence }) => confidence >= wellRead.confidence && text.trim().length >= wellRead.characters && capitalsPrevail(text),
    )
    .map(({ line }) => heightOf(line))
    .sort((a, b) => a - b);
  return caps[caps.length >> 1];
}

function heightOf({ baseLine, capTop }: TextLine): number {
  return baseLine - capTop;
}
