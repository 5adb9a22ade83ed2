import { zoneLimits } from '@ocr-web/reader/engine';
import type { SetAnswers } from './measure-answers.ts';
import { renderAnswers } from './render-answers.ts';

/** The section of docs/benchmarks.md on what is answered as a zone, and what that costs. */
export function renderFalseZones(sets: readonly SetAnswers[]): string {
  const dates = [...new Set(sets.map(({ date }) => date))].join(', ');
  return `### Answered as a zone

Several lines are a zone where it would be surprising to find in other print what they say: a code, states, days of the calendar, check digits that hold. A column
is the least surprisal in nats; the reader asks for ${zoneLimits.minSurprisal}. Besides, a document must not be too improbable beside any text: ${zoneLimits.minRatioOfSeveral} nats for each line, ${zoneLimits.minRatioAlone} for a line alone.
*No rule* leaves out both. Photographs are all pictures of
Debian's wallpaper packages and of python3-skimage. Measured ${dates} by \`node bench/false-zones.ts [SET…] --photographs --write\`.

${renderAnswers(sets)}`;
}
