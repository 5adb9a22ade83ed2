import { minRatioOfLine } from '@ocr-web/reader/engine';
import type { SetAnswers } from './measure-answers.ts';
import { renderAnswers } from './render-answers.ts';

/** The section of docs/benchmarks.md on what is answered as a zone, and what that costs. */
export function renderFalseZones(sets: readonly SetAnswers[]): string {
  const dates = [...new Set(sets.map(({ date }) => date))].join(', ');
  return `### Answered as a zone

Lines are a zone where what they say is probable for a document. A column is a least log-likelihood ratio for each of several lines, in nats; the reader's is
${minRatioOfLine.ofSeveral}, and ${minRatioOfLine.alone} for a line alone. *None* leaves this rule out. Photographs are all pictures of
Debian's wallpaper packages and of python3-skimage. Measured ${dates} by \`node bench/false-zones.ts [SET…] --photographs --write\`.

${renderAnswers(sets)}`;
}
