import type { TextReading } from '../recognise/text-reading.ts';
import { type FoundValue, valueOfLines } from './found-value.ts';
import { type FoundLabel, isLikeLabel, isOfLabel } from './labels/find-labels.ts';
import { capHeight, type PageLines } from './lines/page-lines.ts';

/** A place of birth stands right beside the date on its line, this far in heights of capitals. */
const maxGap = 5;
const maxDrop = 0.4;
const maxRatio = 1.3;
const minConfidence = 0.75;
/** Nothing but its place says what it is. */
const mostBeside = 0.85;
const placeLook = /^\p{L}[\p{L} /().,'-]{2,}$/u;

/** The place that one label names together with the date of birth: `12.08.64 MÜNCHEN`. */
export function findBesideBirth(birth: FoundValue | undefined, labels: readonly FoundLabel[], lines: PageLines): FoundValue | undefined {
  const [stretch] = birth?.stretches ?? [];
  if (!stretch) return undefined;
  const { line, firstStepAt, pixelsPerStep } = stretch.reading;
  const [left, right] = [stretch.from, stretch.to].map((step) => firstStepAt + step * pixelsPerStep) as [number, number];
  const isBeside = (reading: TextReading) => {
    const cap = capHeight(reading);
    const gap = Math.max(reading.line.left - right, left - reading.line.right) / cap;
    const drop = Math.abs(reading.line.baseLine - (line.baseLine + line.slope * (reading.line.left - line.left))) / cap;
    const ratio = cap / (line.baseLine - line.capTop);
    return gap > -0.5 && gap < maxGap && drop < maxDrop && ratio < maxRatio && ratio > 1 / maxRatio;
  };
  const isLabel = (reading: TextReading) => isOfLabel(reading, labels) || isLikeLabel(reading);
  const beside = lines.free().filter((reading) => reading.confidence >= minConfidence && isBeside(reading) && !isLabel(reading));
  const [place] = beside.filter(({ text }) => placeLook.test(text.trim())).sort((a, b) => b.text.length - a.text.length);
  return place && valueOfLines([place], mostBeside * place.confidence);
}
