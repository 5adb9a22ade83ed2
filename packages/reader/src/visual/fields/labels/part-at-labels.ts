import { onceFor } from '../../once-for.ts';
import type { TextReading } from '../../recognise/text-reading.ts';
import { partReading } from '../lines/part-reading.ts';
import { type LabelPart, labelsWithin } from './label-parts.ts';

/** Labels that part a line are this much like one, and this long. */
const minLikeness = 0.85;
const minLetters = 6;
/** A line is parted before the number of the next label, or before its word. */
const numberBefore = /\d{1,2}[.,)] ?[^\d]{0,14}$/u;

/**
 * A line in parts where labels of several values stand on it, with or without the values between
 * them: `Citizenship  Personal code`, `Office: A.B.C. 10. Height 1,82`. Languages of one label are
 * parted by slashes, and not here.
 */
export const partAtLabels = onceFor(part);

function part(reading: TextReading): readonly TextReading[] {
  if (reading.characters.length < minLetters) return [reading];
  const { text, parts: all } = labelsWithin(reading);
  if (text.letters.length < 2 * minLetters) return [reading];
  const parts = all.filter(({ label, likeness }) => label.key !== 'other' && likeness >= minLikeness && label.letters.length >= minLetters);
  const cuts = parts.flatMap((part, index) => cutBefore(part, parts[index - 1], reading, text.at));
  if (cuts.length === 0) return [reading];
  const steps = [0, ...cuts.map((at) => reading.characters[at]!.from), reading.scores.steps];
  return steps.slice(1).flatMap((end, index) => partReading(reading, steps[index]!, end) ?? []);
}

/** The character before which a line is parted; none where a label goes on. */
function cutBefore(part: LabelPart, before: LabelPart | undefined, reading: TextReading, at: readonly number[]): number[] {
  if (!before || before.label.key === part.label.key) return [];
  const [end, begin] = [at[before.end - 1]! + 1, at[part.begin]!];
  const between = reading.text.slice(end, begin);
  const number = numberBefore.exec(between);
  if (number) return [end + number.index];
  return between === '' || /[/|]\s*$/.test(between) ? [] : [begin];
}
